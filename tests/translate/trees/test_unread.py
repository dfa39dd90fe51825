from __future__ import annotations

import pytest

from pggate.translate.trees.unread import tables_in_with
from tests.translate.duck import tree

TABLES = [
    ("select * from t", []),
    ("with x as (select * from t) select * from x, u", [("t",)]),
    ("with x as (select * from c.s.t join u using (a)) select 1", [("c", "s", "t"), ("u",)]),
    ("with x as (select 1), y as (select * from x) select * from y", []),
    ("with y as (select * from x), x as (select 1) select * from y", [("x",)]),
    ("with X as (select 1), y as (select * from s.x) select 1", [("s", "x")]),
    ("with recursive x as (select 1 as a union all select a from x) select * from x", []),
    ("select (with x as (select a from t) select 1), (select a from u)", [("t",)]),
    ("with x as (with y as (select 1) select * from y), z as (select * from y) select 1", [("y",)]),
    ("with x as (select * from t where a in (select b from u)) select 1", [("t",), ("u",)]),
]


@pytest.mark.parametrize(("sql", "tables"), TABLES)
def test_tables_in_with(sql: str, tables: list[tuple[str, ...]]) -> None:
    assert sorted(tables_in_with(tree(sql))) == tables
