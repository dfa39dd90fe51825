"""
The map has every type of the engine's, once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.types.ducktype import parse
from pggate.types.type_map import TYPE_MAP

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor

LISTS = {"LIST", "ARRAY"}
NAMELESS = {"TYPE"}
"""What duckdb 1.5.5 lists and no column is of."""

NAMES = [row.duckdb for row in TYPE_MAP]


def test_every_type_stands_there_once() -> None:
    assert len(NAMES) == len(set(NAMES))


def test_the_names_are_those_that_are_parsed() -> None:
    for name in set(NAMES) - LISTS - {"NULL"}:
        assert parse(name).name == name
    assert parse('"NULL"').name == "NULL"
    assert parse("INTEGER[]").name == "LIST"
    assert parse("INTEGER[2]").name == "ARRAY"


def test_every_type_of_the_engine_is_there(cursor: Cursor) -> None:
    listed = cursor.rows("select distinct logical_type from duckdb_types()")
    assert {parse(name).name for (name,) in listed} - set(NAMES) <= NAMELESS


def test_a_type_without_a_type_is_a_list() -> None:
    assert {row.duckdb for row in TYPE_MAP if row.type is None} == LISTS
