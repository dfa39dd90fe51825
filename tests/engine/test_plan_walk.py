"""
The walk over a plan's columns, by a reader that calls each what it is.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from pggate.engine.plan_walk import PASSING, PlanReader, at_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan


class Names(PlanReader[str]):
    nothing = "?"

    def scanned(self, relation: Relation | None, name: str) -> str:
        return f"{'' if relation is None else relation.name}.{name}"

    def expressed(self, expression: Plan, below: Sequence[str]) -> str:
        kind = expression["expression_class"]
        return (
            at_place(expression, below, "!") if kind == "BOUND_REF" else kind.removeprefix("BOUND_").lower()
        )

    def merged(self, parts: Sequence[tuple[Plan | None, str]]) -> str:
        return "|".join(name for _, name in parts)


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute("create table t (a integer, b integer); create table u (c integer)")
        yield con


def walked(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer)["plans"]
    return " ".join(Names().columns(plan))


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select b, a from t", "t.b t.a"),
        ("select rowid, a from t", "? t.a"),
        ("select range from range(3)", ".range"),
        ("select a + 1, 2, b::text from t where a > 1 order by a limit 3", "function constant cast"),
        ("select distinct on (a) b, a from t", "t.b t.a"),
        ("select b from t using sample 3 rows", "t.b"),
        ("select * from t, u", "t.a t.b u.c"),
        ("select u.*, t.* from t left join u on a = c", "u.c t.a t.b"),
        ("select u.*, t.* from t left join u on a < c + b", "u.c t.a t.b"),
        ("from t positional join u", "t.a t.b u.c"),
        ("from t asof join u on a >= c", "t.a t.b u.c"),
        ("from t semi join u on a = c", "t.a t.b"),
        ("select a in (select c from u), b from t", "? t.b"),
        ("select (select c from u), b from t", "case t.b"),
        ("select x.*, b from t, lateral (select a as d, c from u where c < a) x", "t.a u.c t.b"),
        ("select x.d from t, lateral (select a as d from u join u v on u.c = v.c) x", "t.a"),
        ("select v.x, o, a, b from t, unnest([b]) with ordinality v(x, o)", "unnest .o t.a t.b"),
        ("select g, a, c from t, range(a) r(g), u where c = g", ".g t.a u.c"),
        ("select b, unnest([a]), row_number() over () from t", "t.b unnest window"),
        ("select b, max(a), grouping(b) from t group by b", "t.b aggregate ?"),
        ("select * from (values (1, null), (2, 'x')) v", "cast|cast cast|cast"),
        ("select a, b from t union all select c, c from u", "t.a|u.c t.b|u.c"),
        ("with q as materialized (select b, a from t) select y.*, x.a from q x, q y", "t.b t.a t.a"),
        ("with recursive q as (select a, 1 from t union all select a, 2 from q) from q", "t.a constant"),
        ("select 1", "constant"),
    ],
)
def test_columns(connection: duckdb.DuckDBPyConnection, sql: str, expected: str) -> None:
    assert walked(connection, sql) == expected


def test_what_is_not_known() -> None:
    unknown = {"type": "LOGICAL_TELEPORT"}
    known = {"type": "LOGICAL_DUMMY_SCAN"}
    projection: dict[str, Any] = {
        "type": "LOGICAL_PROJECTION",
        "children": [unknown],
        "expressions": [{"expression_class": "BOUND_REF", "index": 0}, {"expression_class": "BOUND_CAST"}],
    }
    assert Names().columns(unknown) == ()
    assert Names().columns(projection) == ("!", "cast")
    for children in ([unknown, known], [known, unknown]):
        assert Names().columns({"type": "LOGICAL_CROSS_PRODUCT", "children": children}) == ()
    assert Names().columns({"type": "LOGICAL_WINDOW", "children": [unknown], "expressions": []}) == ()
    assert Names().columns({"type": "LOGICAL_CTE_REF", "cte_index": 7, "chunk_types": [{}]}) == ("?",)
    assert Names().columns({"type": "LOGICAL_DELIM_GET", "chunk_types": [{}]}) == ("?",)


def test_what_passes_columns_on() -> None:
    assert "LOGICAL_FILTER" in PASSING
    assert "LOGICAL_PROJECTION" not in PASSING
