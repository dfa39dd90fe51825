"""
CREATE, ALTER and DROP TYPE of composite types; what PostgreSQL answers is in the transcript `composites`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow


def test_a_transactions_own_type(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("begin", "create type addr as (a int, b text)", "create table t (id int, home addr)")
    one.run("insert into t values (1, '(5,\"x y\")')")
    assert one.rows("select home, (home).b from t") == [('(5,"x y")', "x y")]
    assert other.code("select '(1,x)'::addr") == "42704"
    one.run("commit")
    assert other.rows("select home, '(1,x)'::addr from t") == [('(5,"x y")', "(1,x)")]


def test_what_is_rolled_back_is_gone(session: Client) -> None:
    session.run("begin", "create type addr as (a int)", "rollback")
    assert session.code("select '(1)'::addr") == "42704"


def test_it_is_told_by_its_oid(session: Client) -> None:
    session.run("create type addr as (a int, b text)", "create type other as (a int, b text)")
    session.run("create table t (one addr, two other, three addr[])")
    oids = session.rows(
        "select oid, typarray from pg_type where typname in ('addr', 'other') order by typname"
    )
    (addr, addrs), (other, _) = ((int(str(oid)), int(str(array))) for oid, array in oids)
    assert [oid for _, oid in session.described("select one, two, three from t")[1]] == [addr, other, addrs]
    assert session.described("insert into t (one) values ($1::addr)")[0] == (addr,)
    assert session.described("select $1::addr[]")[0] == (addrs,)


def test_what_cannot_be(session: Client) -> None:
    session.run("create type mood as enum ('x')", "create type addr as (a int)")
    for sql in (
        "create type nothing as ()",
        "create type m as (m mood)",
        "drop type mood, addr",
    ):
        assert session.code(sql) == "0A000"
    assert session.code("alter type addr add value 'y'") == "42809"
    session.run("drop type mood", "drop type addr")


def test_names_and_schemas(session: Client) -> None:
    session.run("create schema s", "create type s.addr as (a int)", "create table t (i int, h s.addr)")
    assert session.code("select '(1)'::addr") == "42704"
    session.run(
        "insert into t values (0, '(1)')",
        "alter type s.addr rename to place",
        "alter type s.place set schema public",
    )
    assert session.rows("select h, '(2)'::place from t") == [("(1)", "(2)")]
    session.run("alter type place owner to current_user")
    assert session.code("create type place as (b int)") == "42710"
    session.run("drop type place cascade")
    assert session.described("select * from t")[1] == [("i", 23)]


def test_only_a_superuser(connect: Connect) -> None:
    connect().run("create role reader login")
    assert connect(user="reader").code("create type addr as (a int)") == "42501"
    connect().run("drop role reader")


def test_what_a_query_makes(session: Client) -> None:
    session.run("create schema s", "create type s.addr as (a int, b text)")
    session.run(
        "create table t as select row(1, 'x y')::s.addr as home, array[row(2, null)::s.addr] as past, 3 as n"
    )
    assert session.rows("select t from t") == [('("(1,""x y"")","{""(2,)""}",3)',)]
    assert session.rows(
        "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 't'::regclass and attnum > 0 order by attnum"
    ) == [("addr",), ("addr[]",), ("integer",)]
    session.run("create type s.other as (c int)", "drop table t", "drop schema s cascade")
    assert session.rows("select count(*) from pg_type where typname in ('addr', 'other')") == [("0",)]
