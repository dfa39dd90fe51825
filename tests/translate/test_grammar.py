"""
What DuckDB's parser refuses: which texts are tried in its place, and sqlglot's among them.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from pggate.errors import FeatureNotSupported
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.grammar import candidates, transpile
from tests.translate import duck

CANDIDATES = (
    # PostgreSQL's, the texts to try in its place
    ("select 1 value", ['select 1 "value"', "SELECT 1 AS value"]),
    ("select a value, (x).* from s.t", ['select a "value", unnest(x) from s.t', "SELECT a AS value, (x).* FROM s.t"]),
    ("select b.c.d.* from b.c.d", ["select d.* from b.c.d", "SELECT b.c.d.* FROM b.c.d"]),
    ("selct 1 frm", []),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "texts"), CANDIDATES)
def test_candidates(sql: str, texts: list[str]) -> None:
    assert not duck.parses(sql)
    assert list(candidates(sql)) == texts
    assert not texts or duck.parses(texts[0])


def test_a_repair_is_tried_before_anything_is_refused() -> None:
    tried = candidates("select 1 value from rows from (f(1)) as t")
    assert next(tried) == 'select 1 "value" from rows from (f(1)) as t'
    with pytest.raises(FeatureNotSupported):
        next(tried)


TRANSPILED = (
    # pg = ... / duck = ...
    ("select json_object('a': 1)", "SELECT JSON_OBJECT('a', 1)"),
)


@pytest.mark.parametrize(("pg", "expected"), TRANSPILED)
def test_sqlglot(pg: str, expected: str) -> None:
    assert list(candidates(pg)) == [expected]
    assert duck.parses(expected)


WRONG = (
    # text                     position of the error, None if sqlglot tells none
    ("select 1 +", None),
    ("select )", 8),
    ("selct 1", 7),
)


@pytest.mark.parametrize(("sql", "position"), WRONG)
def test_syntax_errors(sql: str, position: int | None) -> None:
    with pytest.raises(SqlSyntaxError) as error:
        transpile(sql)
    assert error.value.code == "42601"
    assert error.value.message.startswith("syntax error")
    if position is not None:
        assert error.value.position == position


def test_sqlglot_is_imported_only_when_needed() -> None:
    code = "import sys, pggate.translate.grammar; sys.exit('sqlglot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
