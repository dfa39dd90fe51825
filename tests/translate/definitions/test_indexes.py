from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.definitions.indexes import create_index

INDEXES = [
    ("create index on t (a)", "SELECT a FROM t"),
    ("create index if not exists i on only s.t using btree (a)", "SELECT a FROM s.t"),
    ('CREATE INDEX CONCURRENTLY "I" ON "S"."T" ("A" DESC NULLS LAST, b)', 'SELECT "A", b FROM "S"."T"'),
    ("create index i on t (lower(a) text_pattern_ops, (a || b))", "SELECT lower(a), (a || b) FROM t"),
    ('create index i on t (a collate "C") include (b, c)', "SELECT a, b, c FROM t"),
    ("create unique index i on t (a) nulls not distinct with (fillfactor = 70) where b > 0", "SELECT a, b > 0 FROM t"),
    ("create index i on t (a) tablespace x;", "SELECT a FROM t"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "query"), INDEXES)
def test_create_index(sql: str, query: str) -> None:
    found = create_index(sql)
    assert found.query == query
    assert found.unique == ("unique" in sql)


@pytest.mark.parametrize(
    "sql", ["create index i", "create index i on t", "create index i on t ()", "create index i on t (a"]
)
def test_what_is_none(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        create_index(sql)


OPTIONS = [
    ("a", 0), ("a asc", 0), ("a desc", 3), ("a desc nulls last", 1), ("a nulls first", 2), ("a int4_ops desc nulls first", 3),
]  # fmt: skip


@pytest.mark.parametrize(("element", "option"), OPTIONS)
def test_how_columns_are_ordered(element: str, option: int) -> None:
    found = create_index(f"create index on t using gin (b, {element}) include (c, d)")
    assert (found.options, found.included, found.method) == ((0, option), ("c", "d"), "gin")
