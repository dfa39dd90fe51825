"""
What JSON columns are made of, read from the engine's own plans.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from pggate.engine.definitions import Relation
from pggate.engine.json_functions import register_json
from pggate.engine.json_lineage import MADE, json_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

J = (Relation("memory", "main", "t"), "j")
K = (Relation("memory", "main", "t"), "k")
MAKE = "\"~jsonb\"('{}')"


@pytest.fixture(scope="module")
def engine() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    register_json(connection)
    connection.execute("CREATE TABLE t (a INTEGER, j JSON, k JSON)")
    yield connection
    connection.close()


def sources(engine: duckdb.DuckDBPyConnection, sql: str) -> dict[int, set[Any]]:
    (answer,) = engine.execute("SELECT json_serialize_plan($1::VARCHAR)", [sql]).fetchall()
    plans = json.loads(answer[0])
    assert not plans["error"], plans
    return {place: set(found) for place, found in json_sources(plans["plans"][0]).items()}


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (f"SELECT {MAKE}, a FROM t", {0: {MADE}, 1: {(J[0], "a")}}),
        ("SELECT a FROM t", {}),
        ("SELECT j::VARCHAR FROM t", {}),
        ("SELECT k, j FROM t WHERE a = 1 ORDER BY a LIMIT 1", {0: {K}, 1: {J}}),
        (f"SELECT {MAKE}::VARCHAR::JSON", {0: {MADE}}),
        ("SELECT '{}'::JSON", {}),
        (f"SELECT CASE WHEN a = 1 THEN j ELSE {MAKE} END, coalesce(j, k) FROM t", {0: {J, MADE}, 1: {J, K}}),
        ("SELECT \"~json_child\"(j, 'a') FROM t", {0: {J}}),
        ("SELECT \"~to_json\"('JSON', 'UTC', j)::JSON FROM t", {}),
        (f"SELECT json_build_array({MAKE})", {}),
        ("SELECT jsonb_build_array('1')", {0: {MADE}}),
        ("SELECT j, count(*), max(k) FROM t GROUP BY j", {0: {J}, 2: {K}}),
        ("SELECT array_agg(j) FROM t", {0: {J}}),
        (f"SELECT unnest([{MAKE}])", {0: {MADE}}),
        ("SELECT x.k, y.j FROM t x JOIN t y ON x.a = y.a", {0: {K}, 1: {J}}),
        ("SELECT j FROM t WHERE a IN (SELECT a FROM t)", {0: {J}}),
        ("SELECT j FROM t UNION ALL SELECT k FROM t", {0: {J, K}}),
        (f"WITH c AS MATERIALIZED (SELECT a, j, {MAKE} AS m FROM t) SELECT m, j FROM c", {0: {MADE}, 1: {J}}),
        (f"SELECT x FROM (VALUES ({MAKE}), ('{{}}')) v(x)", {0: {MADE}}),
        ("SELECT first_value(j) OVER (ORDER BY a) FROM t", {0: {J}}),
        ("SELECT (SELECT k FROM t LIMIT 1)", {0: {K}}),
        ("SELECT u.x FROM t, LATERAL (SELECT unnest([t.j]) AS x) u", {0: {J}}),
        ("SELECT DISTINCT j FROM t", {0: {J}}),
        (
            """SELECT list_transform([j], lambda x: "~jsonb"(x)), list_transform([j], lambda x: x),
            list_transform([a], lambda x: k) FROM t""",
            {0: {MADE}, 1: {J}, 2: {K}},
        ),
    ],
)
def test_sources(engine: duckdb.DuckDBPyConnection, sql: str, expected: dict[int, set[Any]]) -> None:
    assert sources(engine, sql) == expected
