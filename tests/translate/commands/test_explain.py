"""
EXPLAIN and its options.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.explain import Explain, explain, explained_live_view

EXPLAINS = (
    ("explain select 1", Explain("select 1", 8)),
    ("explain analyze verbose select 1", Explain("select 1", 24, {"analyze": "true", "verbose": "true"})),
    ("explain (analyze, verbose off, format json) select 1",
     Explain("select 1", 44, {"analyze": "true", "verbose": "false", "format": "json"})),
    ("explain (costs 0) insert into t values (1)", Explain("insert into t values (1)", 18, {"costs": "false"})),
    ("explain (select 1)", Explain("(select 1)", 8)),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), EXPLAINS)
def test_explain(sql: str, expected: Explain) -> None:
    found = explain(sql)
    assert found == expected
    assert found.analyze is ("analyze" in sql)
    assert sql[found.offset :] == found.statement


@pytest.mark.parametrize("sql", ["explain", "explain (analyze verbose off) select 1"])
def test_what_is_no_explain(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        explain(sql)


def test_what_is_a_live_view() -> None:
    assert explained_live_view('MATERIALIZED VIEW s."M"') == ("s", "M")
    assert explained_live_view("streaming view v;") == ("v",)
    assert explained_live_view("select 1") == ()
    with pytest.raises(SqlSyntaxError):
        explained_live_view("materialized view a b")
