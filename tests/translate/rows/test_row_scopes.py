"""
Whole rows in trees: which names are some, and what their columns are.
"""

from __future__ import annotations

import pytest

from pggate.translate.rows import row_scopes
from tests.translate import duck

KNOWN = {("t",): ("a", "b"), ("s", "t"): ("a", "t")}


def rows(sql: str) -> list[str]:
    tree = duck.tree(sql)["node"]
    query, common = next(one for one in row_scopes.queries(tree) if one[0] is tree)
    return [
        place.alias
        for place in row_scopes.places(query)
        if row_scopes.is_row(place, query, common, KNOWN.get)
    ]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select 1 from t", ["t"]),
        ("select 1 from t as X", ["x"]),
        ("select 1 from s.t", []),
        ("select 1 from t join s.t as q on true", ["q"]),
        ("select 1 from unknown", []),
        ("select 1 from (select a as x, b from t) v", ["v"]),
        ("select 1 from (select a as v from t) v", []),
        ("select 1 from (values (1, 2)) v(a, v)", []),
        ("select 1 from t, generate_series(1, 2) as g", ["t"]),
        ("with t as (select 1 as t) select 1 from t", []),
        ("with w(x) as (select 1 as q) select 1 from w", ["w"]),
        ("select 1 from (select * from t) v", ["v"]),
        ("select 1 from (select * from t natural join t u) v", []),
    ],
)
def test_rows(sql: str, expected: list[str]) -> None:
    assert rows(sql) == expected


@pytest.mark.parametrize(
    ("join", "missing"),
    [
        ("x left join y on true", ["y"]),
        ("x right join y on true", ["x"]),
        ("x full join y on true", ["x", "y"]),
        ("x join y on true", []),
        ("x left join (y join z on true) on true", ["y", "z"]),
        ("x left join y on true left join z on true", ["y", "z"]),
        ("x, y", []),
    ],
)
def test_where_rows_may_be_missing(join: str, missing: list[str]) -> None:
    (query, _), *_ = row_scopes.queries(duck.tree(f"select 1 from {join}")["node"])
    assert [place.alias for place in row_scopes.places(query) if place.may_be_missing] == missing


@pytest.mark.parametrize(
    ("sql", "count"),
    [
        ("select t, t.a, (select t) from t where t is null", 3),
        ("select (select t from t) from t", 0),
        ("select a as t from t order by t", 0),
        ("select t from t order by t", 2),
        ("with w as (select t) select 1 from t", 0),
    ],
)
def test_uses(sql: str, count: int) -> None:
    query = duck.tree(sql)["node"]
    assert len(row_scopes.uses(query, "t")) == count
