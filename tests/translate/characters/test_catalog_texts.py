"""
Casts to text that DuckDB would drop.
"""

from __future__ import annotations

import pytest

from pggate.translate.characters import catalog_texts
from pggate.translate.syntax import lexer
from tests.translate import duck

EDITED = (
    # PostgreSQL's, DuckDB's
    ("select array_agg(attname::text) from pg_attribute",
     "SELECT array_agg((CAST(attname AS VARCHAR) || '')) FROM pg_attribute"),
    ("select null::pg_catalog.text as x union all select n.nspname from pg_namespace n",
     '(SELECT "~null_text"() AS x) UNION ALL (SELECT n.nspname FROM pg_namespace AS n)'),
    ("select client_addr::text as a from pg_stat_activity",
     'SELECT (CAST(client_addr AS VARCHAR) || "~netmask"(client_addr)) AS a FROM pg_stat_activity'),
    ("select a::text, relname::int from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), EDITED)
def test_edits(pg: str, expected: str | None) -> None:
    tree = duck.tree(pg.replace("pg_catalog.", ""))
    untouched = duck.text(tree)
    catalog_texts.edit(tree)
    assert duck.text(tree) == (expected or untouched)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select relname::text from pg_class", True),
        ("select cast(relname as pg_catalog.text) from pg_class", True),
        ("select relname, oid::int from pg_class", False),
        ("select name::text from t", False),
        ("select relname::text from t", False),
    ],
)
def test_what_calls_for_it(sql: str, expected: bool) -> None:
    assert catalog_texts.stands_free(lexer.tokens(sql)) is expected
