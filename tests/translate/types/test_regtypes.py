"""
Casts to regclass and its kin: the OID where it is compared, the name where it is shown.
"""

from __future__ import annotations

import re

import pytest

from pggate.translate.types import regtypes
from tests.translate import duck


def written(short: str) -> str:
    """
    oid:, name: and both:regclass<x> as the calls that they stand for; ~f and ~"~f" are functions of the emulation.
    """
    spelled = re.sub(r"both:(\w+)<(.*?)>", r'~"~\1"(oid:\1<\2>)', short)
    spelled = re.sub(r"name:(\w+)<(.*?)>", r"~\1_name(oid:\1<\2>)", spelled)
    spelled = re.sub(r"oid:(\w+)<(.*?)>", r"~\1(CAST(\2 AS VARCHAR))", spelled)
    return re.sub(r"(?<!\")~(?=reg|\"~)", '"~pg"."~catalog".', spelled)


EDITED = (
    # PostgreSQL's, DuckDB's
    # shown
    ("select 'x'::regclass", "SELECT both:regclass<'x'>"),
    ("select regclass 'x' as c", "SELECT both:regclass<'x'> AS c"),
    ("select null::regclass", "SELECT both:regclass<NULL>"),
    ('select b::regclass union select b::"RegType" from t',
     "(SELECT both:regclass<b>) UNION (SELECT both:regtype<b> FROM t)"),
    ("select 'x' union select 1::regclass", "(SELECT both:regclass<'x'>) UNION (SELECT both:regclass<1>)"),
    ("select case when a then b::regclass else 'x' end as x from t",
     "SELECT CASE  WHEN (a) THEN (both:regclass<b>) ELSE both:regclass<'x'> END AS x FROM t"),
    ("select coalesce(b::regclass, 'x'::regclass) as x, 1 = 2 as y from t",
     "SELECT COALESCE(both:regclass<b>, both:regclass<'x'>) AS x, (1 = 2) AS y FROM t"),
    ("select array[b::regtype, 'x'] as x from t", "SELECT (ARRAY[both:regtype<b>, both:regtype<'x'>]) AS x FROM t"),
    ("select array_agg(b::regtype) as x from t", "SELECT array_agg(both:regtype<b>) AS x FROM t"),
    ("select (select b::regclass from t) as x", "SELECT (SELECT both:regclass<b> FROM t) AS x"),
    ("select to_regclass('x') as x, to_regproc('y') as y",
     "SELECT ~\"~regclass\"(to_regclass('x')) AS x, ~\"~regproc\"(to_regproc('y')) AS y"),
    ("values ('x'::regclass, 1), ('y', 2)",
     "SELECT * FROM (VALUES (both:regclass<'x'>, 1), (both:regclass<'y'>, 2)) AS valueslist"),
    ("select b::regproc from t", "SELECT both:regproc<b> FROM t"),
    ("select b::regclass as x, count(*) as n from t group by b::regclass order by b::regclass",
     "SELECT both:regclass<b> AS x, count_star() AS n FROM t GROUP BY 1 ORDER BY 1"),
    ("select b::regclass::text as x from t group by b::regclass::text",
     "SELECT CAST(name:regclass<b> AS VARCHAR) AS x FROM t GROUP BY 1"),
    # types of expressions
    ("select pg_typeof(a) as x from t", 'SELECT "~pg_typeof"(a) AS x FROM t'),
    ("select pg_typeof(a::regclass)::text as x from t", "SELECT CAST(pg_typeof(both:regclass<a>) AS VARCHAR) AS x FROM t"),
    ("select pg_typeof(a) = 'integer'::regtype as x, pg_typeof(a)::oid as y from t",
     "SELECT (oid:regtype<pg_typeof(a)> = oid:regtype<'integer'>) AS x,"  # noqa: ISC004
     " CAST(oid:regtype<pg_typeof(a)> AS BIGINT) AS y FROM t"),
    ("select 1 from t where pg_typeof(a) = pg_typeof(b)", None),
    # as a text
    ("select a::regtype::text as x from t", "SELECT CAST(name:regtype<a> AS VARCHAR) AS x FROM t"),
    ("select 'a' || b::regrole as x from t", "SELECT ('a' || name:regrole<b>) AS x FROM t"),
    ("select 1 from t where b::regclass like 'it''s%'", "SELECT 1 FROM t WHERE (name:regclass<b> ~~ 'it''s%')"),
    # compared
    ("select 'x'::regclass::oid as o", "SELECT CAST(oid:regclass<'x'> AS BIGINT) AS o"),
    ("select a from t where a = 's.\"T\"'::regclass", "SELECT a FROM t WHERE (a = oid:regclass<'s.\"T\"'>)"),
    ("select a from t where a::regtype = 'int4'", "SELECT a FROM t WHERE (oid:regtype<a> = 'int4')"),
    ("select a from t where a::regnamespace in ('x', 'y')",
     "SELECT a FROM t WHERE (oid:regnamespace<a> IN (oid:regnamespace<'x'>, oid:regnamespace<'y'>))"),
    ("select a from t where a not in ('x'::regclass, 2, null)",
     "SELECT a FROM t WHERE (a NOT IN (oid:regclass<'x'>, 2, NULL))"),
    ("select a from t order by b::regclass", "SELECT a FROM t ORDER BY oid:regclass<b>"),
    ("select x from (select b::regclass as x from t) y", "SELECT x FROM (SELECT oid:regclass<b> AS x FROM t) AS y"),
    ("select max(b::regclass) from t", "SELECT max(oid:regclass<b>) FROM t"),
    ("select b::regproc = 'now', b::regprocedure || 'x' from t",
     "SELECT (oid:regproc<b> = 'now'), (name:regprocedure<b> || 'x') FROM t"),
    # columns of that type
    ("select typinput, typinput::text as x from t where 'x' || typsend = 'y' and typreceive = 'z'::regproc",
     "SELECT typinput, CAST(~regproc_name(typinput) AS VARCHAR) AS x FROM t"  # noqa: ISC004
     " WHERE ((('x' || ~regproc_name(typsend)) = 'y') AND (typreceive = oid:regproc<'z'>))"),
    ("select to_regclass('x')::text as x, to_regclass('x') = 'y' as y",
     "SELECT CAST(~regclass_name(to_regclass('x')) AS VARCHAR) AS x, (to_regclass('x') = 'y') AS y"),
    # lists
    ("select d::regtype[] as x from t", 'SELECT ~"~regtype_list"(d) AS x FROM t'),
    ("select d::regtype[]::text[] as x from t", "SELECT CAST(~regtype_names(d) AS VARCHAR[]) AS x FROM t"),
    ("select 1 from t where array_to_string(d::regproc[], ',') = 'x'",
     "SELECT 1 FROM t WHERE (array_to_string(~regproc_names(d), ',') = 'x')"),
    # of another kind
    ("select a::int, b::text, 'regclass', regclass from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), EDITED)
def test_edits(pg: str, expected: str | None) -> None:
    tree = duck.tree(pg)
    untouched = duck.text(tree)
    regtypes.edit(tree)
    assert duck.text(tree) == (untouched if expected is None else written(expected))
    assert duck.parses(duck.text(tree))


KEPT = (
    # PostgreSQL's, DuckDB's
    ("select b::regclass as x from t", "SELECT name:regclass<b> AS x FROM t"),
    ("select to_regtype('x') as x, pg_typeof(1) as y", "SELECT ~regtype_name(to_regtype('x')) AS x, pg_typeof(1) AS y"),
    ("select d::regtype[] as x from t", "SELECT ~regtype_names(d) AS x FROM t"),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), KEPT)
def test_keeps_names_where_the_rows_are_kept(pg: str, expected: str) -> None:
    tree = duck.tree(pg)
    regtypes.edit(tree, is_result=False)
    assert duck.text(tree) == written(expected)
