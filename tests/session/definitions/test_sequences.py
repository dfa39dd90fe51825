"""
CREATE, ALTER and DROP SEQUENCE; what PostgreSQL answers is in the transcript `sequences`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow

NAMES = "select relname from pg_class where relkind = 'S' order by 1"


def test_others_see_it_when_it_is_committed(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("begin", "create sequence s start 5")
    assert one.value("select nextval('s')") == "5"
    assert one.rows("select * from s") == [("5", "0", "t")]
    assert other.code("select nextval('s')") == "42P01"
    one.run("commit")
    assert other.value("select nextval('s')") == "6"
    assert other.code("select currval('nope')") == "42P01"
    assert other.rows("select last_value, is_called from s") == [("6", "t")]


def test_a_rollback_leaves_nothing(session: Client) -> None:
    session.run("begin", "create sequence s", "create table t (id serial)", "rollback")
    assert session.rows(NAMES) == []
    assert session.code("select nextval('s')") == "42P01"
    session.run("create sequence s", "begin", "drop sequence s")
    assert session.code("select nextval('s')") == "42P01"
    session.run("rollback", "begin", "alter sequence s rename to z")
    assert session.value("select nextval('z')") == "1"
    session.run("rollback")
    assert session.value("select nextval('s')") == "2"


def test_two_who_create_one_name(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("begin", "create sequence s")
    other.run("begin")
    with pytest.raises(PgError) as caught:
        other.run("create sequence s", "commit")
    assert caught.value.code == "40001"
    one.run("commit")
    other.run("rollback")
    assert one.rows(NAMES) == [("s",)]


def test_it_is_a_relation(session: Client) -> None:
    session.run("create sequence s", "create table t (a int)")
    for sql, code in (
        ("create table s (a int)", "42P07"),
        ("create view s as select 1", "42P07"),
        ("create sequence t", "42P07"),
        ("insert into s values (1, 1, true)", "42809"),
        ("update s set last_value = 1", "42809"),
        ("delete from s", "42809"),
        ("truncate s", "42809"),
        ("alter table s add column a int", "42809"),
    ):
        assert session.code(sql) == code, sql
    assert session.rows("select s.last_value, x.is_called from s, public.s as x") == [("1", "f")]
    assert session.value("select count(*) from (with s as (select 1 as a) select a from s) q") == "1"


def test_a_schema_takes_its_sequences_along(session: Client) -> None:
    session.run("create schema a", "create sequence a.s", "select nextval('a.s')", "drop schema a cascade")
    assert session.rows(NAMES) == []
    session.run("create schema a", "create sequence a.s")
    assert session.value("select nextval('a.s')") == "1"


def test_several_sessions_never_get_one_number(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("create sequence s", "create table t (a bigint)")
    for _ in range(3):
        one.run("insert into t select nextval('s') from generate_series(1, 500)")
        other.run("insert into t values (nextval('s')), (nextval('s'))")
    assert one.rows("select count(*), count(distinct a) from t") == [("1506", "1506")]


def test_the_owner_is_found_through_renames(session: Client) -> None:
    session.run("create table t (a int)", "create sequence s owned by t.a")
    session.run("alter table t rename a to b", "alter table t rename to u")
    assert session.value("select pg_get_serial_sequence('u', 'b')") == "public.s"
    session.run("drop table u")
    assert session.rows(NAMES) == []


def test_who_may(connect: Connect, session: Client) -> None:
    session.run("create role reader login", "create sequence s")
    reader = connect(user="reader")
    assert reader.code("create sequence z") == "42501"
    assert reader.code("drop sequence s") == "42501"
    session.run("drop role reader")
