"""
Edits on DuckDB's trees, and when they are needed.
"""

from __future__ import annotations

import pytest

from pggate.translate import tree
from pggate.translate.tree import Need
from tests.translate import duck

REG = '"~pg"."~catalog".'
NEEDS = (
    # query                                                     needs
    ("select a, b from t where c = 1 order by a", set()),
    ("select count(*) from t group by b order by 1", set()),
    ("select relname as regclass from t", set()),
    ("select 'regclass'", set()),
    ("select 'x'::regclass", {Need.REGTYPES, Need.SHOWN_REGTYPES}),
    ("select cast(a as regtype) from t", {Need.REGTYPES, Need.SHOWN_REGTYPES}),
    ("select regclass 'x'", {Need.REGTYPES, Need.SHOWN_REGTYPES}),
    ("select a::regtype[] from t", {Need.REGTYPES, Need.SHOWN_REGTYPES}),
    ("select pg_typeof(a) from t", {Need.REGTYPES, Need.SHOWN_REGTYPES}),
    ("select indkey from pg_index", set()),
    ("select indkey[0] from pg_index", {Need.VECTORS}),
    ("select indkey::text from pg_index", {Need.VECTORS}),
    ("select count(*) from t order by count desc", {Need.OUTERMOST_NAMES}),
    ("select a::text from t order by a", {Need.OUTERMOST_NAMES}),
    ("select a::text from t order by b", set()),
    ("select count(*) as n from t order by n", set()),
    ("select max(a) m, count(*) from t order by m", set()),
    ("select lower(b) from t order by lower(b)", set()),
    ("select a from (select count(*) from t) x", {Need.NAMES}),
    ("select a from (select count(*) as n, a::text as b, c from t) x", set()),
    ("select a from (select a::text from t) x", {Need.NAMES}),
    ("select a from t, (select 1) x", {Need.NAMES}),
    ("select (select 1), exists (select 1) from t where a in (select 1)", set()),
    ("select f((select 1), (select 2)) from t", set()),
    ("with x as (select 1) select * from x", {Need.NAMES}),
    ("with x as (select 1 as a) select * from x", set()),
    ("select * from (values (1)) x", {Need.NAMES}),
    ("select * from t join (select max(a) from t) u on true", {Need.NAMES}),
    ("select * from t natural join u", {Need.JOINED_COLUMNS}),
    ("select *, 1 as x from t left join u using (a)", {Need.JOINED_COLUMNS}),
    ("select a from t join u using (a)", set()),
    ("insert into t values (1)", set()),
    ("with recursive r as (select 1 as a) select a from r", {Need.RECURSIVE_SOURCES}),
)


@pytest.mark.parametrize(("sql", "expected"), NEEDS)
def test_needs(sql: str, expected: set[Need]) -> None:
    assert tree.needs(sql) == expected


DEFINING = (
    ("select count(*) from t", {Need.OUTERMOST_NAMES}),
    ("select a, count(*) as n from t", set()),
    ("select * from t", set()),
    ("select 1 as a union select 2", {Need.OUTERMOST_NAMES}),
    ("with recursive r as (select 1 as a) select a from r", set()),
)


@pytest.mark.parametrize(("sql", "expected"), DEFINING)
def test_needs_of_what_defines_columns(sql: str, expected: set[Need]) -> None:
    assert tree.needs(sql, defines=True) == expected


EDITED = (
    # PostgreSQL's, DuckDB's
    ("select 'x'::regclass", f"SELECT {REG}\"~regclass\"({REG}regclass(CAST('x' AS VARCHAR))) AS regclass"),
    ("select a from t where a = 's.t'::regclass", f"SELECT a FROM t WHERE (a = {REG}regclass(CAST('s.t' AS VARCHAR)))"),
    ("select b::regproc from t", f'SELECT {REG}"~regproc"({REG}regproc(CAST(b AS VARCHAR))) AS b FROM t'),
    ("select d::regtype[] from t", f'SELECT {REG}"~regtype_list"(d) AS d FROM t'),
    ("select indkey[0], i.indkey[n] from pg_index i",
     "SELECT indkey[1] AS indkey, i.indkey[(n + 1)] AS indkey FROM pg_index AS i"),
    ("select indkey[0] from i", "SELECT indkey[0] FROM i"),
    ("select indkey::text, indrelid::regclass from pg_index",
     f"SELECT CAST(array_to_string(indkey, ' ') AS VARCHAR) AS indkey, {REG}\"~regclass\"({REG}regclass(CAST(indrelid AS VARCHAR))) AS indrelid FROM pg_index"),
    ("select count(*) from t order by count", "SELECT count_star() AS count FROM t ORDER BY count"),
    ("select a::text from t order by a", "SELECT CAST(a AS VARCHAR) AS a FROM t ORDER BY a"),
    ("select count from (select count(*) from t) x", "SELECT count FROM (SELECT count_star() AS count FROM t) AS x"),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), EDITED)
def test_edits(pg: str, expected: str) -> None:
    edited = duck.tree(pg)
    tree.apply(edited, tree.needs(pg), pg)
    assert duck.text(edited) == expected
    assert duck.parses(expected)
