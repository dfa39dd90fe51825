"""
Where tables are, written out.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees import table_places
from tests.translate import duck


def resolve(catalog: str, schema: str, name: str) -> tuple[str, str] | None:
    return None if name == "elsewhere" else (catalog, schema or "public")


QUALIFIED = (
    ("select * from t, s.u, elsewhere", "SELECT * FROM public.t , s.u , elsewhere"),
    ("with t as (select * from t) select * from t", "WITH t AS (SELECT * FROM public.t)SELECT * FROM t"),
    ("with t as (select 1), u as (select * from t) select * from u, v",
     "WITH t AS (SELECT 1), u AS (SELECT * FROM t)SELECT * FROM u , public.v"),
    ("with T as (select 1) select * from t, s.t", "WITH T AS (SELECT 1)SELECT * FROM t , s.t"),
    ("with recursive t as (select 1 union all select * from t) select * from t",
     "WITH RECURSIVE t AS ((SELECT 1) UNION  ALL (SELECT * FROM t))SELECT * FROM t"),
    ("select * from generate_series(1, 2) t, (select * from x) y",
     "SELECT * FROM generate_series(1, 2) AS t , (SELECT * FROM public.x) AS y"),
    ("select 1 from a where exists (with a as (select 1) select * from a, b)",
     "SELECT 1 FROM public.a WHERE EXISTS(WITH a AS (SELECT 1)SELECT * FROM a , public.b)"),
    ("select * from a union select * from b", "(SELECT * FROM public.a) UNION (SELECT * FROM public.b)"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), QUALIFIED)
def test_qualify(sql: str, expected: str) -> None:
    qualified = duck.tree(sql)
    table_places.qualify(qualified, resolve)
    assert duck.text(qualified) == expected
