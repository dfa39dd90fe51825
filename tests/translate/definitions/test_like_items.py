from __future__ import annotations

import pytest

from pggate.translate.definitions.like_items import OPTIONS, like_items


@pytest.mark.parametrize(
    ("sql", "source", "including"),
    [
        ("create table t (like s)", "s", set()),
        ("create temp table t (a int, like p.s including all excluding indexes)", "p.s", OPTIONS - {"indexes"}),
        ('create table t (like "S" including defaults including constraints, b int)', '"S"', {"defaults", "constraints"}),
    ],
)  # fmt: skip
def test_like_items(sql: str, source: str, including: set[str]) -> None:
    (item,) = like_items(sql)
    assert (item.source, item.including) == (source, including)
    assert sql[slice(*item.span)].startswith("like ")


@pytest.mark.parametrize(
    "sql", ["create table t (a int)", "select * from t where (a like 'x')", "create table t as select 1"]
)
def test_none(sql: str) -> None:
    assert like_items(sql) == []
