"""
What only a superuser may run, because the binder cannot tell what it touches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.session.conftest import Client, Connect

INT8, INT4, TEXT, TEXTS = 20, 23, 25, 1009


def test_a_superuser_reads_files_that_the_binder_does_not_know(
    session: Client, connect: Connect, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("n,s\n1,x\n2,y\n")
    sql = f"select n, s from read_csv('{file}')"
    assert session.rows(sql) == [("1", "x"), ("2", "y")]
    assert session.described(sql)[1] == [("n", INT8), ("s", TEXT)]
    session.run("create role reader login")
    assert connect(user="reader").code(sql) == "42501"
    session.run("drop role reader")


def test_a_query_of_a_snapshot(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1)")
    snapshot = session.catalog.snapshot
    lake = session.gateway.databases.find(session.identity.database).lake
    snapshot = lake.snapshot(session.session._parts.cursors.lake)
    session.run("insert into t values (2)", "alter table t add column b int")
    assert session.rows(f"select * from t at (version => {snapshot})") == [("1",)]
    assert session.columns(f"select * from t at (version => {snapshot})") == ["a"]
    assert session.described(f"select * from t at (version => {snapshot})")[1] == [("a", INT4)]
    assert session.rows("select a from t order by a") == [("1",), ("2",)]
    assert session.rows("select a from t at (timestamp => now()) order by a") == [("1",), ("2",)]


def test_a_view_that_does_not_bind_any_more_can_be_dropped(session: Client) -> None:
    other = f"{session.identity.database}_other"
    session.run(f"create database {other}", f"create table {other}.public.t (a int)")
    session.run(f"create view v as select a from {other}.public.t", f"drop table {other}.public.t")
    assert session.code("select * from v") == "42P01"
    session.run("drop view v")
    assert session.code("select * from v") == "42P01"


def test_a_parameter_with_more_subscripts_than_dimensions(session: Client) -> None:
    session.run("prepare p (int[]) as select ($1::int[])[1][2] as x")
    assert session.rows("execute p('{1,2}')") == [(None,)]
    assert session.rows("execute p('{{1,2},{3,4}}')") == [("2",)]
    assert session.described("select ($1::int[])[1][2] as x")[1] == [("x", INT4)]


def test_what_stands_for_question_marks(session: Client) -> None:
    sql = "select jsonb_exists('{\"a\": 1}', $1), jsonb_exists_any('[\"a\"]', $2), jsonb_exists_all('{}', $3)"
    assert session.described(sql)[0] == (TEXT, TEXTS, TEXTS)
    session.run(f"prepare p as {sql}")
    assert session.rows("execute p('a', '{x,a}', '{a}')") == [("t", "t", "f")]
