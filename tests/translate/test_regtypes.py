"""
Casts to regclass and its kin: the OID where it is compared, the name where it is shown.
"""

from __future__ import annotations

import re

import pytest

from pggate.translate import regtypes
from tests.translate import duck


def written(short: str) -> str:
    """
    oid:regclass<x> and name:regclass<x> as the calls that they stand for; ~f is a function of the emulation.
    """
    spelled = re.sub(r"name:(\w+)<(.*?)>", r"~\1_name(oid:\1<\2>)", short)
    spelled = re.sub(r"oid:(\w+)<(.*?)>", r"~\1(CAST(\2 AS VARCHAR))", spelled)
    return re.sub(r"~(?=reg)", '"~pg"."~catalog".', spelled)


EDITED = (
    # PostgreSQL's, DuckDB's
    # shown
    ("select 'x'::regclass", "SELECT name:regclass<'x'>"),
    ("select regclass 'x' as c", "SELECT name:regclass<'x'> AS c"),
    ("select null::regclass", "SELECT name:regclass<NULL>"),
    ('select b::regclass union select b::"RegType" from t',
     "(SELECT name:regclass<b>) UNION (SELECT name:regtype<b> FROM t)"),
    ("select case when a then b::regclass end as x from t",
     "SELECT CASE  WHEN (a) THEN (name:regclass<b>) ELSE NULL END AS x FROM t"),
    ("select coalesce(b::regclass, 'x'::regclass) as x, 1 = 2 as y from t",
     "SELECT COALESCE(name:regclass<b>, name:regclass<'x'>) AS x, (1 = 2) AS y FROM t"),
    # as a text
    ("select a::regtype::text as x from t", "SELECT CAST(name:regtype<a> AS VARCHAR) AS x FROM t"),
    ("select 'a' || b::regrole as x from t", "SELECT ('a' || name:regrole<b>) AS x FROM t"),
    ("select 1 from t where b::regclass like 'it''s%'", "SELECT 1 FROM t WHERE (name:regclass<b> ~~ 'it''s%')"),
    # compared
    ("select 'x'::regclass::oid as o", "SELECT CAST(oid:regclass<'x'> AS BIGINT) AS o"),
    ("select a from t where a = 's.\"T\"'::regclass", "SELECT a FROM t WHERE (a = oid:regclass<'s.\"T\"'>)"),
    ("select a from t where a::regtype = 'int4'", "SELECT a FROM t WHERE (oid:regtype<a> = oid:regtype<'int4'>)"),
    ("select a from t where a::regnamespace in ('x', 'y')",
     "SELECT a FROM t WHERE (oid:regnamespace<a> IN (oid:regnamespace<'x'>, oid:regnamespace<'y'>))"),
    ("select a from t where a not in ('x'::regclass, 2, null)",
     "SELECT a FROM t WHERE (a NOT IN (oid:regclass<'x'>, 2, NULL))"),
    ("select a from t order by b::regclass", "SELECT a FROM t ORDER BY oid:regclass<b>"),
    ("select x from (select b::regclass as x from t) y", "SELECT x FROM (SELECT oid:regclass<b> AS x FROM t) AS y"),
    ("select max(b::regclass) from t", "SELECT max(oid:regclass<b>) FROM t"),
    # names throughout
    ("select b::regproc from t", "SELECT ~regproc(b) FROM t"),
    ("select b::regproc = 'now', b::regprocedure || 'x' from t",
     "SELECT (~regproc(b) = ~regproc('now')), (~regprocedure(b) || 'x') FROM t"),
    # lists
    ("select d::regtype[] as x from t",
     'SELECT list_transform(d, ("~e" -> name:regtype<"~e">)) AS x FROM t'),
    ("select d::regproc[] from t", 'SELECT list_transform(d, ("~e" -> ~regproc("~e"))) FROM t'),
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
