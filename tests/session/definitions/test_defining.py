"""
DDL: what fails, and who sees a definition when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("create table t (a int)", "42P07"),
        ("create view t as select 1 as a", "42P07"),
        ("create table v (a int)", "42P07"),
        ("create schema public", "42P06"),
        ("drop table nope", "42P01"),
        ("drop view nope", "42P01"),
        ("drop schema nope", "3F000"),
        ("drop schema public", "0A000"),
        ("drop schema public cascade", "0A000"),
        ("alter table nope add column b int", "42P01"),
        ("alter table t add column a int", "42701"),
        ("alter table t drop column nope", "42703"),
        ("create table nope.u (a int)", "3F000"),
        ("create table u (a int, a int)", "42701"),
        ("create table u (a nope)", "42704"),
        ("create table pg_catalog.u (a int)", "42501"),
    ],
)
def test_errors(session: Client, sql: str, code: str) -> None:
    session.run("create table t (a int)", "create view v as select a from t")
    assert session.code(sql) == code
    assert {name for _, name in session.catalog.relations} == {"t", "v"}


DEFINED = [
    ("create table t (a int)", "select a from t"),
    ("create table t as select 1 as a", "select a from t"),
    (
        "create table t as select 'pg_class'::regclass as a",
        "select a from t",
    ),  # known where the rows are alone
    ("select 1 as a into t", "select a from t"),
    ("create view t as select 1 as a", "select a from t"),
    ("create schema s; create table s.t (a int)", "select a from s.t"),
    ("create table u (b int); alter table u rename to t; alter table t rename b to a", "select a from t"),
    ("create table t (b int); alter table t add column a int", "select a from t"),
]


@pytest.mark.parametrize(("sql", "query"), DEFINED)
def test_a_definition_is_the_transactions_own_until_commit(
    session: Client, connect: Connect, sql: str, query: str
) -> None:
    other = connect()
    session.run("begin", *sql.split("; "))
    session.rows(query)
    assert other.code(query) == "42P01"
    session.run("rollback")
    assert session.code(query) == "42P01"
    session.run("begin", *sql.split("; "), "commit")
    session.rows(query)
    assert other.rows(query) == session.rows(query)


def test_a_drop_is_the_transactions_own_until_commit(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t as select 1 as a", "begin", "drop table t")
    assert session.code("select a from t") == "42P01"
    assert other.rows("select a from t") == [("1",)]
    session.run("rollback")
    assert session.rows("select a from t") == [("1",)]
    session.run("begin", "drop table t", "commit")
    assert other.code("select a from t") == "42P01"


def test_a_schema_of_the_transaction_is_on_the_path_at_once(session: Client) -> None:
    session.run("set search_path = s, public", "begin", "create schema s", "create table t as select 1 as a")
    assert session.rows("select a from s.t") == [("1",)]
    session.run("commit")
    assert ("s", "t") in session.catalog.relations


def test_of_two_transactions_that_define_the_same_name_one_wins(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("begin", "create table t (a int)")
    other.run("begin")
    assert other.code("create table t (b int)") == "40001"
    session.run("commit")
    other.run("rollback")
    assert other.code("create table t (b int)") == "42P07"
    assert other.columns("select * from t") == ["a"]


def test_several_are_dropped_together_or_not_at_all(session: Client) -> None:
    session.run("create table t (a int)", "create table u (a int)", "create view v as select 1 as a")
    assert session.code("drop table t, nope, u") == "42P01"
    assert len(session.catalog.relations) == 3
    assert session.code("drop table t, v") in ("42809", "42P01")
    assert len(session.catalog.relations) == 3
    assert session.tag("drop table t, u") == "DROP TABLE"
    assert {name for _, name in session.catalog.relations} == {"v"}
    assert len(session.notices("drop table if exists t, u")) == 2


def test_a_topic_that_others_change_is_not_dropped_under_them(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "insert into t values (1)", "begin", "update t set a = 2")
    other.run("set statement_timeout = '200ms'")
    for sql in ("drop table t", "alter table t add column b int", "alter table t rename to u"):
        assert other.code(sql) == "57014"
    session.run("commit")
    other.run("drop table t")


def test_a_schema_is_not_dropped_under_those_who_change_its_topics(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create schema s", "create table s.t (a int)", "create table s.u (a int)")
    session.run("insert into s.t values (1), (2)", "begin", "delete from s.t where a = 1")
    other.run("set statement_timeout = '200ms'")
    assert other.code("drop schema s cascade") == "57014"
    assert other.code("drop schema s") in ("2BP01", "0A000")  # which waits for nobody
    session.run("commit")
    assert session.rows("select a from s.t") == [("2",)]
    other.run("drop schema s cascade")
    assert {schema for schema, _ in session.catalog.relations} == set()


def test_create_or_replace(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create view v as select 1 as a", "create or replace view v as select 2 as a, 3 as c")
    assert other.rows("select a, c from v") == [("2", "3")]
    session.run("create table t as select 1 as a", "create or replace table t (b int)")
    assert other.columns("select * from t") == ["b"]


def test_create_table_as_counts_its_rows(session: Client) -> None:
    assert session.tag("create table t as select * from range(5) r (a)") == "SELECT 5"
    assert session.value("select count(*) from t") == "5"
    session.run("create table u as select a from t with no data")
    assert session.rows("select a from u") == []


def test_comments(session: Client) -> None:
    session.run("create table t (a int)", "comment on table t is 'it''s'", "comment on column t.a is 'b'")
    relation = session.catalog.relations["public", "t"]
    assert (relation.comment, relation.columns[0].comment) == ("it's", "b")
    session.run("comment on table t is null")
    assert session.catalog.relations["public", "t"].comment is None


def test_a_name_that_another_defines_keeps_nobody_from_other_names(session: Client, connect: Connect) -> None:
    other, third = connect(), connect()
    session.run("create table base (a int)", "create view v as select * from base")
    other.run("begin", "create or replace view v as select 1 as a, 2 as z")
    session.run("alter table base add column b int")  # what the view reads, which the other defines
    session.run("create table u (id int)", "insert into u values (7)")
    assert third.rows("select id from u") == [("7",)]
    assert third.columns("select * from base") == ["a", "b"]
    assert other.columns("select * from v") == ["a", "z"]  # its own, as long as it lasts
    other.run("rollback")
    assert [name for name, _ in third.described("select * from v")[1]] == third.columns("select * from v")
    assert [column.name for column in third.catalog.relations["public", "v"].columns] == ["a"]


def test_what_is_done_is_not_reported_as_failed(session: Client, connect: Connect) -> None:
    """Whatever another session is defining at the moment."""
    other = connect()
    session.run("create table base (a int)", "create view v as select * from base")
    other.run("begin", "create or replace view v as select 1 as a, 2 as z")
    session.run("alter table base add column b int")
    created, role = f"{session.identity.database}_made", f"{session.identity.database}_role"
    assert session.tag(f"create database {created}") == "CREATE DATABASE"
    assert session.tag(f"create role {role} superuser") == "CREATE ROLE"
    token = session.value("select pggate.create_token('base')") or ""
    assert session.gateway.registry.token(token) is not None
    assert session.tag(f"drop role {role}") == "DROP ROLE"
    assert session.tag(f"drop database {created}") == "DROP DATABASE"
    other.run("rollback")


BREAKING = ["drop table {}", "alter table {} rename a to z", "alter table {} drop column a"]


def break_view(session: Client, broken: str = BREAKING[0]) -> None:
    """A view of what another database has: what is done there minds no views here."""
    other = f"{session.identity.database}_other"
    table = f"{other}.public.t"
    session.run(f"create database {other}", f"create table {table} (a int, b int)")
    session.run(f"create view v as select a from {table}", broken.format(table))


@pytest.mark.parametrize("broken", BREAKING)
def test_a_view_that_does_not_bind_any_more_is_dropped(session: Client, broken: str) -> None:
    break_view(session, broken)
    assert session.code("drop table v") == session.code("drop table nope")
    session.run("comment on view v is 'x'", "alter view v rename to w")
    assert session.code("drop view v") == "42P01"
    assert session.tag("drop view w") == "DROP VIEW"
    assert session.code("drop view w") == "42P01"
    session.run("create view w as select b as a from (values (1)) as s (b)")
    assert session.rows("select a from w") == [("1",)]


def test_a_view_that_does_not_bind_any_more_in_a_block(session: Client, connect: Connect) -> None:
    other = connect()
    break_view(session)
    session.run(
        "begin", "alter view v rename to w", "drop view if exists w", "create view v as select 1 as a"
    )
    assert session.rows("select a from v") == [("1",)]
    assert other.code("select a from v") == "42P01"
    session.run("rollback")
    assert session.code("select a from v") == "42P01"
    session.run("begin", "drop view v", "commit")
    assert session.notices("drop view if exists v")[0].message == 'view "v" does not exist, skipping'


def test_a_view_that_does_not_bind_any_more_is_prepared_and_read(session: Client) -> None:
    break_view(session)
    assert session.described("drop view v") == ((), [])
    assert session.code("select a from v") == "42P01"  # the relation "t"
    succeeded(session.extended("drop view v"))


def test_a_view_of_another_database_that_does_not_bind_any_more(session: Client) -> None:
    other = f"{session.identity.database}_other"
    session.run(f"create database {other}", f"create table {other}.public.t (a int)")
    home = session.identity.database
    session.run("create table t (a int)", f"create view {other}.public.v as select a from {home}.public.t")
    session.run(f"create view v as select a from {other}.public.t", "drop table t")
    session.run(f"drop table {other}.public.t")
    session.run(f"drop view {other}.public.v")
    assert session.code(f"drop view {other}.public.v") == "42P01"
    assert session.notices("drop view if exists v") == []
