"""
Which columns keep a declared modifier; PostgreSQL 15 says the same of each (tests/transcripts/numbers.pt).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import pytest

from pggate.engine.outputs import declared

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute("create table t (a integer, n numeric(15, 2), m numeric(10, 3))")
        con.execute("create macro of_macro(x) as x::decimal(18, 0)")
        yield con


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select n, n + 1, a::numeric(5,1), m from t", "tftt"),
        ("select n from t where m > 1 order by m limit 3", "t"),
        ("select x.n, y.m + 1 from t x join t y on x.a = y.a", "tf"),
        ("select x.n from t x where exists (select 1 from t y where y.a = x.a)", "t"),
        ("with c as materialized (select n, n + 1 as p from t) select p, n from c", "ft"),
        ("select q from (select n * 2 as q from t) s", "f"),
        ("select n, max(m), n from t group by n", "tft"),
        ("select sum(n) over (), n from t", "ft"),
        ("select distinct on (m) n from t", "t"),
        ("select n from t union all select n from t", "t"),
        ("select n from t union all select m from t", "f"),
        ("select n from t union all select n + 1 from t", "f"),
        ("select of_macro(a) from t", "f"),
        ("select a::numeric(5,1)[], array[n, m], array[n, n + 1] from t", "tff"),
        ("select (array[n])[1], (array[n])[1:2], (array[n + 1])[1] from t", "ttf"),
        ("select array[1.5::numeric(5,2), 2.5::numeric(6,2)]", "f"),
        ("select $1::numeric(5,1), $2::integer + 1", "tf"),
    ],
)
def test_declared(connection: duckdb.DuckDBPyConnection, sql: str, expected: str) -> None:
    ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer)["plans"]
    assert "".join("t" if column else "f" for column in declared(plan, sql)) == expected


def test_what_is_not_known_has_none() -> None:
    assert declared({"type": "LOGICAL_TELEPORT"}, "") == ()
