"""
What a plan tells of the modifiers of dates, times and intervals.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import pytest

from pggate.engine.character_sources import ColumnOf
from pggate.engine.moment_columns import Modifiers, moment_columns

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """The macro is that of sql/datetime_functions.sql."""
    with duckdb.connect() as con:
        con.execute("create table t (a integer, b timestamp, c timestamp, d timestamp[])")
        con.execute("create macro m(x, n) as case when n::uinteger is null then null else x end")
        yield con


def shown(modifiers: Modifiers) -> str:
    return "+".join(sorted(one.name if isinstance(one, ColumnOf) else str(one) for one in modifiers))


CASES = (
    ("select b, m(b, 3), b + interval '1 day', now() from t", "b 3 -1 -1"),
    ("select b from t union all select c from t", "b+c"),
    ("select m(b, 3) from t union all select m(c, 2) from t", "2+3"),
    ("select b from t intersect select a::timestamp from (select '2024-01-01' as a) s", "-1+b"),
    ("select x from (values (m('2024-01-01'::timestamp, 3)), (null)) v(x)", "-1+3"),
    ("with q as materialized (select m(b, 3) as x from t) select x from q", "3"),
    ("select coalesce(b, c), greatest(b, m(b, 2)), case when a = 1 then b else c end from t", "b+c 2+b b+c"),
    ("select case when true then b else c end, case when a = 1 then b end from t", "b -1+b"),
    ("select (select m(b, 3) from t), nullif(b, '2024-01-01'), [b], d[1], d[1:2] from t", "3 b b d d"),
    ("select min(b), first_value(b) over (order by a), unnest(d) from t group by a, b, d", "-1 -1 -1"),
    ("select b, count(*) from t group by b", "b -1"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), CASES)
def test_what_the_modifier_has_to_be(connection: duckdb.DuckDBPyConnection, sql: str, expected: str) -> None:
    ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer)["plans"]
    assert " ".join(map(shown, moment_columns(plan))) == expected


def test_the_optimizer_leaves_the_value(connection: duckdb.DuckDBPyConnection) -> None:
    explained = connection.execute("explain select m(b, 3) as x from t").fetchall()[0][1]
    assert "CASE" not in explained
    assert "UINTEGER" not in explained
