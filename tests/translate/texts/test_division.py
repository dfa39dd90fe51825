"""
One statement about several objects.
"""

from __future__ import annotations

import pytest

from pggate.translate.texts.division import divided
from pggate.translate.texts.statements import split
from tests.translate import duck

DIVIDED = (
    ("drop table a", ["drop table a"]),
    ("drop table if exists a, s.b cascade", ["drop table if exists a cascade", "drop table if exists s.b cascade"]),
    ('drop view a, "b, c"', ["drop view a", 'drop view "b, c"']),
    ("drop schema a, b restrict", ["drop schema a restrict", "drop schema b restrict"]),
    ("truncate a, b", ["truncate a", "truncate b"]),
    ("truncate table only a, b", ["truncate table only a", "truncate table only b"]),
    ("alter table t add column a int", ["alter table t add column a int"]),
    ("alter table if exists only s.t add column a numeric(10, 2), drop column b, alter c type text",
     ["alter table if exists only s.t add column a numeric(10, 2)", "alter table if exists only s.t drop column b",
      "alter table if exists only s.t alter c type text"]),
    ("alter table t rename to u", ["alter table t rename to u"]),
    ("drop function f(int, text)", ["drop function f(int, text)"]),
    ("select a, b from t", ["select a, b from t"]),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "texts"), DIVIDED)
def test_divided(sql: str, texts: list[str]) -> None:
    assert list(divided(split(sql)[0])) == texts
    if "function" not in sql:
        assert all(duck.parses(text) for text in texts)
