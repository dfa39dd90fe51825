"""
What the terms of recursive queries give; PostgreSQL 15 says the same of each (tests/transcripts/recursive_queries.pt).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from pggate.engine.mismatch import shown
from pggate.engine.recursive_queries import columns, refusal, without_modifier

if TYPE_CHECKING:
    from collections.abc import Iterator

QUERY = "with recursive r(x, y) as (select {} as q, 1 from t union all select {}, y + 1 from r where y < 3) select * from r"


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute("create table t (a integer, n numeric(15, 2), b bigint, l integer[])")
        con.execute("PRAGMA disable_optimizer")
        yield con


def plan(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, Any]:
    ((answer,),) = connection.execute("select json_serialize_plan(?::varchar)", [sql]).fetchall()
    found: dict[str, Any] = json.loads(answer)["plans"][0]
    return found


@pytest.mark.parametrize(
    ("first", "second", "types", "said"),
    [
        ("a", "x + 1", "integer integer", ""),
        ("a", "x + 1::bigint", "integer bigint", "integer in non-recursive term but type bigint overall"),
        ("b", "(x + 1)::integer", "bigint integer", ""),
        ("a", "(x * 1.5)::integer", "integer integer", ""),
        ("a", "x * 1.5", "integer numeric", "integer in non-recursive term but type numeric overall"),
        ("1.5", "x * 1.5", "numeric numeric", ""),
        ("1.5", "x * 1.5::float8", "numeric double precision",
         "numeric in non-recursive term but type double precision overall"),
        ("a", "null", "integer integer", ""),
        ("a", "'5'", "integer integer", ""),
        ("'5'", "y", "text integer", "text in non-recursive term but type integer overall"),
        ("'5'", "'6'", "text text", ""),
        ("date '2024-01-01'", "x + interval '1 day'", "date timestamp without time zone",
         "date in non-recursive term but type timestamp without time zone overall"),
        ("l", "list_append(l, y)", "integer integer", ""),
        ("l", "[1::bigint]", "integer bigint", "integer[] in non-recursive term but type bigint[] overall"),
    ],
)  # fmt: skip
def test_what_the_terms_give(
    connection: duckdb.DuckDBPyConnection, first: str, second: str, types: str, said: str
) -> None:
    sql = QUERY.format(first, second.replace("list_append(l", "list_append(x"))
    found = list(columns(plan(connection, sql), sql))
    assert [(one.query, one.place, one.names) for one in found] == [
        ("r", 0, ("x", "y")),
        ("r", 1, ("x", "y")),
    ]
    assert " ".join(_shown(one) for one in (found[0].first, found[0].second)) == types
    error = refusal(found)
    assert (error and error.message) == (f'recursive query "r" column 1 has type {said}' if said else None)


def _shown(of_type: dict[str, Any]) -> str:
    return shown(of_type["type_info"]["child_type"] if of_type["id"] == "LIST" else of_type)


@pytest.mark.parametrize(
    ("first", "second", "is_refused"),
    [
        ("n", "x", False),
        ("n", "(x / 2)::numeric(15,2)", False),
        ("n", "x + 1", True),
        ("n", "null", True),
        ("n", "x::numeric(12,4)", True),
        ("n + 0", "x * 2", False),
        ("a", "x + 1", False),
    ],
)
def test_modifiers(
    connection: duckdb.DuckDBPyConnection, first: str, second: str, *, is_refused: bool
) -> None:
    sql = QUERY.format(first, second)
    found = without_modifier(plan(connection, sql), sql)
    said = (
        'recursive query "r" column 1 has type numeric(15,2) in non-recursive term but type numeric overall'
    )
    assert (found and found.message) == (said if is_refused else None)


def test_what_reads_no_rows_of_its_own_is_left_alone(connection: duckdb.DuckDBPyConnection) -> None:
    sql = "with recursive r(x) as (select 1 union all select 1.5) select * from r"
    assert list(columns(plan(connection, sql), sql)) == []
