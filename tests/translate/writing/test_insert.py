"""
The parts of an INSERT, and the same INSERT elsewhere.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.writing.insert import parse, retarget
from tests.translate import duck

PARTS = (
    # text                                                names            alias  columns       query
    ("insert into t values (1, $1)", ("t",), None, None, "values (1, $1)"),
    ('INSERT INTO "S".t AS x (a, "B") SELECT 1', ("S", "t"), "x", ("a", "B"), "SELECT 1"),
    ("insert into a.b.c (select 1)", ("a", "b", "c"), None, None, "(select 1)"),
    ("insert into t ((select 1) union (select 2))", ("t",), None, None, "((select 1) union (select 2))"),
    ("insert into t (a) (values (1))", ("t",), None, ("a",), "(values (1))"),
    ("insert into t (a) overriding system value values (1)", ("t",), None, ("a",), "values (1)"),
    ("insert into t by name select 1 as a", ("t",), None, None, "select 1 as a"),
    ("insert into t default values", ("t",), None, None, ""),
    ("insert into t default values returning a", ("t",), None, None, ""),
    ("insert into t values ('returning', 'on conflict') returning a", ("t",), None, None,
     "values ('returning', 'on conflict')"),
    ("insert into t select * from a join b on a.x = b.x on conflict do nothing", ("t",), None, None,
     "select * from a join b on a.x = b.x"),
    ("with q as (select 1) insert into t select * from q", ("t",), None, None,
     "with q as (select 1) select * from q"),
    ("with q as (select 1) insert into t with r as (select 2) select * from q, r", ("t",), None, None,
     "with q as (select 1), r as (select 2) select * from q, r"),
    ("insert into t (a.b, c[1]) values (1, 2)", ("t",), None, ("a", "c"), "values (1, 2)"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "names", "alias", "columns", "query"), PARTS)
def test_parts(
    sql: str, names: tuple[str, ...], alias: str | None, columns: tuple[str, ...] | None, query: str
) -> None:
    insert = parse(sql)
    assert (insert.names, insert.alias, insert.columns, insert.query) == (names, alias, columns, query)


def test_clauses() -> None:
    sql = "insert into t (a) values (1) on conflict (a) do update set b = excluded.b returning a, b"
    insert = parse(sql)
    assert insert.conflict is not None
    assert insert.returning is not None
    assert sql[slice(*insert.conflict)] == "on conflict (a) do update set b = excluded.b"
    assert sql[slice(*insert.returning)] == "returning a, b"
    assert sql[slice(*insert.source)] == "values (1)"
    assert insert.conflicts


@pytest.mark.parametrize(
    ("sql", "alternative"),
    [("insert or replace into t values (1)", "replace"), ("insert or ignore into t select 1", "ignore")],
)
def test_alternatives(sql: str, alternative: str) -> None:
    insert = parse(sql)
    assert insert.alternative == alternative
    assert insert.conflicts


def test_flags() -> None:
    assert parse("insert into t by name select 1 a").by_name
    assert not parse("insert into t by position select 1").by_name
    assert parse("insert into t default values").default_values
    assert not parse("insert into t values (default)").conflicts


RETARGETED = (
    # text                                      retargeted, and bare
    ("insert into t values (1)", 'insert into "~n" values (1)', 'insert into "~n" values (1)'),
    ("insert into s.t (a) select 1 returning a", 'insert into "~n" (a) select 1 returning a', 'insert into "~n" (a) select 1'),
    ("insert into t as x (a) values (1) on conflict (a) do nothing",
     'insert into "~n" as x (a) values (1) on conflict (a) do nothing', 'insert into "~n" (a) values (1)'),
    ("insert or replace into t values (1)", 'insert or replace into "~n" values (1)', 'INSERT INTO "~n" values (1)'),
    ("with q as (select 1) insert or ignore into t from q",
     'with q as (select 1) insert or ignore into "~n" from q', 'with q as (select 1) INSERT INTO "~n" from q'),
    ("insert into t default values returning a",
     'insert into "~n" default values returning a', 'insert into "~n" DEFAULT VALUES'),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected", "bare"), RETARGETED)
def test_retarget(sql: str, expected: str, bare: str) -> None:
    assert retarget(sql, '"~n"') == expected
    got = " ".join(retarget(sql, '"~n"', bare=True).split())
    assert got == bare
    assert duck.parses(got)


@pytest.mark.parametrize(
    "sql", ["select 1", "insert t values (1)", "insert into", "with x as (select 1) select 1"]
)
def test_what_is_no_insert(sql: str) -> None:
    with pytest.raises(SqlSyntaxError) as error:
        parse(sql)
    assert error.value.code == "42601"
    assert error.value.position is not None
