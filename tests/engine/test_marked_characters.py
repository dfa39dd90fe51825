"""
What the marks of a probe are made of.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import pytest

from pggate.engine.character_sources import ColumnOf, of_one
from pggate.engine.definitions import Relation
from pggate.engine.marked_characters import Marked, marked_characters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RELATION = Relation("memory", "main", "t")
B, C = (Marked(of_one(ColumnOf(RELATION, name))) for name in "bc")


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute("create table t (a integer, b varchar, c varchar)")
        yield con


def mark(expression: str, number: int = 0) -> str:
    return f"case when {1_900_000_000 + number} = {1_900_000_000 + number} then {expression} end"


def found(connection: duckdb.DuckDBPyConnection, sql: str) -> Mapping[int, Marked]:
    ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    marked = marked_characters(json.loads(answer)["plans"])
    return {number - 1_900_000_000: one for number, one in marked.items()}


def test_wherever_they_stand(connection: duckdb.DuckDBPyConnection) -> None:
    assert found(connection, f"select concat({mark('b')}, {mark('c', 1)}) from t") == {0: B, 1: C}
    assert found(connection, f"select a from t where {mark('c')} like 'x'") == {0: C}
    assert found(connection, f"select a from t order by {mark('c')}") == {0: C}
    assert found(connection, f"select t.a from t join t u on {mark('t.b')} like {mark('u.c', 1)}") == {
        0: B,
        1: C,
    }


def test_of_both_sides_of_a_join(connection: duckdb.DuckDBPyConnection) -> None:
    assert found(connection, f"select t.a from t join t u on {mark('t.b')} = {mark('u.c', 1)}") == {
        0: B,
        1: C,
    }
    assert found(connection, f"select a from t where {mark('b')} in (select {mark('c', 1)} from t)") == {
        0: B,
        1: C,
    }


def test_in_queries_within(connection: duckdb.DuckDBPyConnection) -> None:
    assert found(connection, f"select x from (select length({mark('b')}) as x from t)") == {0: B}
    assert found(connection, f"select {mark('x')} from (select c as x from t)") == {0: C}


def test_rows_and_arrays(connection: duckdb.DuckDBPyConnection) -> None:
    (row,) = found(connection, f"select {mark('t')} from t").values()
    assert row.fields[1:] == (("b", B), ("c", C))
    assert found(connection, f"select {mark('r')} from (select t as r from t)") == {0: row}
    (array,) = found(connection, f"select {mark('[b]')} from t").values()
    assert array.dimensions == 1


def test_what_stands_for_two(connection: duckdb.DuckDBPyConnection) -> None:
    assert found(connection, f"select concat({mark('b')}), concat({mark('c')}) from t") == {}
