"""
What untyped arguments are taken for.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax.lexer import words
from pggate.translate.untyped.postgres_signatures import POSTGRES_SIGNATURES
from pggate.translate.untyped.signatures import (
    JSONB_TYPE,
    OID_TYPE,
    OVERLOADS,
    OWN_SIGNATURES,
    overload,
    place_of,
    signature,
)
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
    ("round", 2, ("DECIMAL(38,9)", "INTEGER")),
    ("jsonb_set", 3, (JSONB_TYPE, "VARCHAR[]", JSONB_TYPE)),  # with a default
    ("make_interval", 7, (*["INTEGER"] * 6, "DOUBLE")),
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
    known = (own | theirs) - {None, OID_TYPE, JSONB_TYPE}
    assert {
        of_type for of_type in known if duck.type_of(duck.tree(f"select null::{of_type}")) == of_type
    } == known
    assert duck.type_of(duck.tree(f"select null::{OID_TYPE}")) == "BIGINT"


# Of grammar of its own, or (duckdb 1.5.5) for constants alone, or not for texts; operators; macros
NO_CALLS = words(
    "jsonb_exists jsonb_exists_any jsonb_exists_all "
    "@~> @~>> @~ @~| @~& @~- ~jsonb << >> quantile_cont quantile_disc make_interval json_object position concat_ws regexp_full_match ~~ !~~ ~~* !~~* ~* !~* ~>> to_char age "
    "~any_like ~any_ilike ~any_match ~any_imatch ~all_like ~all_ilike ~all_match ~all_imatch"
)


@pytest.mark.parametrize("name", sorted(OWN_SIGNATURES.keys() - NO_CALLS))
def test_duckdb_takes_arguments_of_our_own_types(name: str) -> None:
    calls = [
        f"{name}({', '.join(f'null::{one}' if one else 'null' for one in signature(name, count))})"
        for count in range(1, 4)
    ]
    assert any(duck.type_of(duck.tree(f"select {call}")) for call in calls)


@pytest.mark.parametrize(
    ("name", "known", "types"),
    [
        ("age", ("TIMESTAMP", None), ("TIMESTAMP", "TIMESTAMP")),
        ("date_bin", (None, "TIMESTAMP WITH TIME ZONE", None), OVERLOADS["date_bin"][1]),
        ("substring", ("VARCHAR", None, None), ("VARCHAR", "VARCHAR", "VARCHAR")),
        ("substring", ("VARCHAR", "INTEGER", None), ("VARCHAR", "INTEGER", "INTEGER")),
        ("substring", (None, None), ("VARCHAR", "VARCHAR")),
        ("width_bucket", ("DECIMAL(10,2)", None, None, None), OVERLOADS["width_bucket"][1]),
        ("generate_series", ("DATE", None, None), ("DATE", "DATE", "INTERVAL")),
        ("generate_series", ("INTEGER", None), (None, None)),
        ("lower", (None,), ("VARCHAR",)),
    ],
)
def test_the_other_arguments_tell_which_overload_is_meant(
    name: str, known: tuple[str | None, ...], types: tuple[str | None, ...]
) -> None:
    assert overload(name, known) == types


def test_an_argument_that_is_given_by_name() -> None:
    assert place_of("make_interval", "days", 0) == 3
    assert place_of("make_interval", "", 1) == 1
    assert place_of("lower", "days", 0) == 0
