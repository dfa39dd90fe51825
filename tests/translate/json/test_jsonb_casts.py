"""
Casts to jsonb, and literals beside them.
"""

from __future__ import annotations

import pytest

from pggate.translate.json import jsonb_casts
from tests.translate import duck

PAIRS = (
    ("select '{}'::jsonb", "SELECT \"~jsonb\"('{}')"),
    ("select cast(b as jsonb) as x, jsonb '1' from t", "SELECT \"~jsonb\"(b) AS x, \"~jsonb\"('1') FROM t"),
    ("select d::jsonb[] from t", 'SELECT "~jsonb_each_of"(CAST(d AS VARCHAR[])) FROM t'),
    ("select b::json, b::text from t", None),
    ("select b::jsonb::json as x from t", 'SELECT "~json"("~jsonb"(b)) AS x FROM t'),
    ("select b::jsonb = '{}', '1' <> b::jsonb, b = '1' from t",
     "SELECT (\"~jsonb\"(b) = \"~jsonb\"('{}')), (\"~jsonb\"('1') != \"~jsonb\"(b)), (b = '1') FROM t"),
    ("select b::jsonb in ('1', '2') from t",
     "SELECT (\"~jsonb\"(b) IN (\"~jsonb\"('1'), \"~jsonb\"('2'))) FROM t"),
    ("select coalesce(b::jsonb, '{}') from t", "SELECT COALESCE(\"~jsonb\"(b), \"~jsonb\"('{}')) FROM t"),
    ("select * from (values ('1'::jsonb, 'x'), ('2', 'y')) v",
     "SELECT * FROM (SELECT * FROM (VALUES (\"~jsonb\"('1'), 'x'), (\"~jsonb\"('2'), 'y')) AS valueslist) AS v"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    jsonb_casts.edit(tree)
    assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)
