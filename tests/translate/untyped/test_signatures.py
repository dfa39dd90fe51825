"""
What untyped arguments are taken for.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax.lexer import words
from pggate.translate.untyped.postgres_signatures import POSTGRES_SIGNATURES
from pggate.translate.untyped.signatures import OID_TYPE, OWN_SIGNATURES, signature
from tests.translate import duck

# By position, as PostgreSQL 15 prepares `select f($1, …)`, or its candidates agree
TAKEN = (
    ("lower", 1, ("VARCHAR",)),
    ("left", 2, ("VARCHAR", "INTEGER")),
    ("make_date", 3, ("INTEGER", "INTEGER", "INTEGER")),
    ("decode", 2, ("VARCHAR", "VARCHAR")),
    ("encode", 2, ("BLOB", "VARCHAR")),
    ("pg_get_userbyid", 1, (OID_TYPE,)),
    ("format_type", 2, (OID_TYPE, "INTEGER")),
    ("array_position", 2, (None, None)),
    ("array_upper", 2, (None, "INTEGER")),
    # of ours
    ("concat", 3, ("VARCHAR", "VARCHAR", "VARCHAR")),
    ("round", 2, ("DOUBLE", "INTEGER")),
    ("json_object", 2, (None, None)),
    # of nobody's
    ("lower", 3, (None, None, None)),
    ("hash", 1, (None,)),
)


@pytest.mark.parametrize(("name", "arguments", "types"), TAKEN)
def test_signature(name: str, arguments: int, types: tuple[str | None, ...]) -> None:
    assert signature(name, arguments) == types


def test_the_types_are_duckdbs() -> None:
    own = {of_type for types in OWN_SIGNATURES.values() for of_type in types}
    theirs = {
        of_type
        for name, all_types in POSTGRES_SIGNATURES.items()
        for types in all_types
        for of_type in signature(name, len(types))
    }
    known = (own | theirs) - {None, OID_TYPE}
    assert {
        of_type for of_type in known if duck.type_of(duck.tree(f"select null::{of_type}")) == of_type
    } == known
    assert duck.type_of(duck.tree(f"select null::{OID_TYPE}")) == "BIGINT"


# Of grammar of its own, or (duckdb 1.5.5) for constants alone, or not for texts; operators
NO_CALLS = words(
    "@~> @~>> json_object position concat_ws regexp_full_match ~~ !~~ ~~* !~~* ~* !~* ->> to_char age "
    "~any_like ~any_ilike ~any_match ~any_imatch ~all_like ~all_ilike ~all_match ~all_imatch"
)


@pytest.mark.parametrize("name", sorted(OWN_SIGNATURES.keys() - NO_CALLS))
def test_duckdb_takes_arguments_of_our_own_types(name: str) -> None:
    calls = [
        f"{name}({', '.join(f'null::{one}' if one else 'null' for one in signature(name, count))})"
        for count in range(1, 4)
    ]
    assert any(duck.type_of(duck.tree(f"select {call}")) for call in calls)
