"""
ALTER TYPE of attributes, with columns that have the type; what PostgreSQL answers is in `composite_values`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow


def test_columns_follow(session: Client) -> None:
    session.run(
        "create type inner_ as (a int, b text)",
        "create type outer_ as (i inner_, l inner_[], k int)",
        "create table t (c inner_, cs inner_[], o outer_)",
        'insert into t values (\'(1,x)\', \'{"(2,y)"}\', \'("(3,z)","{""(4,w)""}",5)\')',
        "alter type inner_ add attribute d varchar(2), drop attribute a",
        "alter type inner_ rename attribute b to bb",
    )
    assert session.rows("select c, cs, o, (o).i, ((o).l)[1] from t") == [
        ("(x,)", '{"(y,)"}', '("(z,)","{""(w,)""}",5)', "(z,)", "(w,)")
    ]
    session.run("update t set c.d = 'new' where false", "update t set c.d = 'ok', o.i.d = 'in'")
    assert session.rows("select (c).d, ((o).i).d, (c).bb from t") == [("ok", "in", "x")]
    assert session.code("update t set c.d = 'new'") == "22001"


def test_a_renamed_attribute_takes_nulls(session: Client) -> None:
    session.run(
        "create type n as (a int, b text)", "create table t (c n)", "alter type n rename attribute a to z"
    )
    session.run("insert into t values (null), ('(,x)')", "insert into t values ('(1,)')")
    assert session.rows("select c, (c).z from t order by (c).z, (c).b") == [
        ("(1,)", "1"),
        ("(,x)", None),
        (None, None),
    ]


def test_in_a_transaction(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("create type n as (a int)", "create table t (c n)", "insert into t values ('(1)')")
    one.run("begin", "alter type n add attribute b text", "update t set c.b = 'x'")
    assert one.rows("select c, (c).b from t") == [("(1,x)", "x")]
    assert other.rows("select c from t") == [("(1)",)]
    one.run("rollback")
    assert one.rows("select c from t") == [("(1)",)]


def test_what_is_refused(session: Client) -> None:
    session.run("create type mood as enum ('a')", "create type n as (a int)", "create table t (c n)")
    for sql, code in (
        ("alter type n add attribute a text", "42701"),
        ("alter type n drop attribute z", "42703"),
        ("alter type n rename attribute z to y", "42703"),
        ("alter type n alter attribute a type text", "0A000"),
        ("alter type n drop attribute a", "0A000"),
        ("alter type nothing add attribute a int", "42P01"),
        ("alter type mood add attribute a int", "0A000"),
    ):
        assert session.code(sql) == code, sql
    session.run("alter type n drop attribute if exists z")


def test_no_type_has_itself_within(session: Client) -> None:
    session.run("create type co as (x int)", "create type ou as (c co)", "create type ov as (c ou[])")
    session.run("create table h (id int, v co)")
    for of_type in ("co", "co[]", "ou", "ov[]"):
        assert session.code(f"alter type co add attribute me {of_type}") == "42P16", of_type
        assert session.code(f"alter type co alter attribute x type {of_type}") == "42P16", of_type
    session.run("alter type ou add attribute another co", "alter type co add attribute y int")
