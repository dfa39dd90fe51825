"""
The types of what is made of texts of several types.
"""

from __future__ import annotations

import pytest

from pggate.catalog.emulation import DATABASE
from pggate.catalog.made_types import MadeType, made_type
from pggate.engine.character_sources import (
    NOTHING,
    UNTYPED,
    ArrayOf,
    CastTo,
    ColumnOf,
    ComparedAs,
    ElementOf,
    Made,
    Source,
    of_all,
    of_one,
    unmodified,
)
from pggate.engine.definitions import Relation

LAKE = Relation("lake:pggate", "public", "t")
PG_CLASS = Relation(DATABASE, "~catalog", "pg_class")
NAME_COLUMN, KIND_COLUMN = ColumnOf(PG_CLASS, "relname"), ColumnOf(PG_CLASS, "relkind")
VARCHAR, BPCHAR, TEXT, VARCHARS, BPCHARS, TEXTS = 1043, 1042, 25, 1015, 1014, 1009
DECLARED = {"v": (VARCHAR, 7), "w": (VARCHAR, 9), "c": (BPCHAR, 6), "a": (VARCHARS, 7)}


def column(name: str) -> ColumnOf:
    return ColumnOf(LAKE, name)


def made_of(*sources: object) -> Made:
    return of_all([UNTYPED if source is None else of_one(source) for source in sources])  # type: ignore[arg-type]  # whatever the case has


CASES = (
    (made_of(column("v")), "VARCHAR", (VARCHAR, 7, 0)),
    (made_of(column("v"), column("w")), "VARCHAR", (VARCHAR, -1, 0)),
    (made_of(column("v"), None), "VARCHAR", (VARCHAR, -1, 0)),
    (made_of(column("plain"), column("v")), "VARCHAR", (TEXT, -1, 0)),
    (made_of(column("c"), column("v")), "VARCHAR", (BPCHAR, -1, 0)),
    (unmodified(made_of(column("c"))), "VARCHAR", (BPCHAR, -1, 2)),
    (made_of(ComparedAs(column("v"))), "VARCHAR", (TEXT, -1, 0)),
    (made_of(CastTo("bpchar", 3)), "VARCHAR", (BPCHAR, 7, 3)),
    (made_of(column("v"), CastTo("text")), "VARCHAR", (VARCHAR, -1, 0)),
    (made_of(CastTo("text"), column("v")), "VARCHAR", (TEXT, -1, 0)),
    (made_of(None, ComparedAs(column("c"), (None,))), "VARCHAR", (BPCHAR, -1, 0)),
    (made_of(ArrayOf(column("v"))), "VARCHAR[]", (VARCHARS, 7, 0)),
    (unmodified(made_of(ArrayOf(column("c")))), "VARCHAR[]", (BPCHARS, -1, 2)),
    (made_of(ArrayOf(column("v")), ArrayOf(column("c"))), "VARCHAR[][]", (VARCHARS, -1, 0)),
    (made_of(column("a")), "VARCHAR[]", (VARCHARS, 7, 0)),
    (made_of(ArrayOf(column("a"))), "VARCHAR[][]", (VARCHARS, 7, 0)),
    (made_of(column("plain")), "VARCHAR[]", (TEXTS, -1, 0)),
    (made_of(ElementOf(column("a"))), "VARCHAR", (VARCHAR, 7, 0)),
    (made_of(ElementOf(column("plain"))), "VARCHAR", (TEXT, -1, 0)),
)  # fmt: skip


@pytest.mark.parametrize(("made", "duckdb_type", "expected"), CASES)
def test_types(made: Made, duckdb_type: str, expected: tuple[int, int, int]) -> None:
    found = made_type(made, duckdb_type, lambda _, name: DECLARED.get(name))
    assert found == MadeType(*expected)


def test_columns_of_the_catalog() -> None:
    name, options = NAME_COLUMN, ColumnOf(PG_CLASS, "relpartbound")
    assert made_type(of_one(name), "VARCHAR", lambda *_: None) == MadeType(19)
    assert made_type(made_of(name, None), "VARCHAR", lambda *_: None) == MadeType(19)
    assert made_type(of_one(ArrayOf(name)), "VARCHAR[]", lambda *_: None) == MadeType(1003)
    assert made_type(of_one(ComparedAs(name)), "VARCHAR", lambda *_: None) == MadeType(TEXT)
    assert made_type(of_one(options), "VARCHAR", lambda *_: None) is None


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ((NAME_COLUMN, CastTo("text")), 19),
        ((CastTo("text"), NAME_COLUMN), TEXT),
        ((NAME_COLUMN, column("v")), 19),
        ((column("v"), NAME_COLUMN), 19),
        ((column("c"), None, NAME_COLUMN), 19),
        ((KIND_COLUMN, CastTo("text")), TEXT),
        ((CastTo("text"), KIND_COLUMN), TEXT),
        ((KIND_COLUMN, NAME_COLUMN), None),
        ((ArrayOf(column("v")), ArrayOf(NAME_COLUMN)), 1003),
    ],
)
def test_what_names_become(sources: tuple[Source, ...], expected: int | None) -> None:
    is_array = isinstance(sources[0], ArrayOf)
    found = made_type(
        made_of(*sources), "VARCHAR[]" if is_array else "VARCHAR", lambda _, name: DECLARED.get(name)
    )
    assert (None if found is None else found.oid) == expected


@pytest.mark.parametrize(
    ("column", "other", "expected"),
    [
        ("relname", None, 19),
        ("relname", ColumnOf(LAKE, "plain"), 19),
        ("relkind", None, 18),
        ("relkind", ColumnOf(PG_CLASS, "relpersistence"), 18),
        ("relkind", ColumnOf(PG_CLASS, "relname"), TEXT),
        ("relkind", ColumnOf(LAKE, "plain"), TEXT),
        ("relkind", CastTo("text"), TEXT),
    ],
)
def test_a_nullif_of_the_catalog(column: str, other: Source, expected: int) -> None:
    compared = ComparedAs(ColumnOf(PG_CLASS, column), (other,))
    assert made_type(of_one(compared), "VARCHAR", lambda *_: None) == MadeType(expected)


def test_what_is_not_told() -> None:
    assert made_type(NOTHING, "VARCHAR", lambda *_: None) is None
    assert made_type(made_of(column("v")), "INTEGER", lambda *_: None) is None
