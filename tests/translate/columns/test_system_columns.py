"""
tableoid and xmin.
"""

from __future__ import annotations

import pytest

from pggate.translate.columns import system_columns
from tests.translate import duck

EDITED = (
    # PostgreSQL's, DuckDB's
    ("select tableoid, a from t", "SELECT \"~tableoid\"('\"t\"') AS tableoid, a FROM t"),
    ('select x.tableoid as o from s."T" as x join u on (x.a = u.a)',
     "SELECT \"~tableoid\"('\"s\".\"T\"') AS o FROM s.T AS x INNER JOIN u ON ((x.a = u.a))"),
    ("select 1 from t where exists (select 1 from u where u.a = t.tableoid)",
     "SELECT 1 FROM t WHERE EXISTS(SELECT 1 FROM u WHERE (u.a = \"~tableoid\"('\"t\"')))"),
    ('select tableoid from "~pg"."~catalog".pg_am',
     "SELECT \"~tableoid\"('\"pg_catalog\".\"pg_am\"') AS tableoid FROM \"~pg\".\"~catalog\".pg_am"),
    ("select c.xmin, c.relname from pg_class c",
     'SELECT "~char_xid"(CAST(1 AS UINTEGER)) AS xmin, c.relname FROM pg_class AS c'),
    ("select xmin from t", None),
    # none of a table's, or of nobody knows which
    ("select q.tableoid from (select 1 as tableoid) as q", None),
    ("select tableoid from t, u", None),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), EDITED)
def test_edits(pg: str, expected: str | None) -> None:
    tree = duck.tree(pg)
    untouched = duck.text(tree)
    system_columns.edit(tree)
    assert duck.text(tree) == (expected or untouched)
    assert duck.parses(duck.text(tree))
