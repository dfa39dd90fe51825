"""
Two sessions that define at the same time what relies on each other: the one that commits second is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

READY = (
    "create type part as (a int)",
    "create type mood as enum ('ok')",
    "create sequence s",
    "create table t (id int primary key, b text)",
    "create table u (x int)",
    "create schema inner_s",
    "create view old as select x from u",
)
TABLE_OF_TYPE = "create table made (c part)"
VIEW = "create view made as select id, b from t"
POINTING = "alter table u add constraint made foreign key (x) references t (id)"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TABLE_OF_TYPE, "alter type part add attribute b text"),
        (TABLE_OF_TYPE, "drop type part"),
        ("create type outermost as (p part[])", "alter type part add attribute b text"),
        ("alter table u add column c part", "alter type part add attribute b int, drop attribute a"),
        ("create table made (m mood)", "drop type mood"),
        ("create table made (n int default nextval('s'))", "drop sequence s"),
        ("create type same as enum ('x')", "create type same as enum ('y')"),
        ("create type same as (a int)", "create table same (a int)"),
        ("create type inner_s.kind as enum ('x')", "drop schema inner_s"),
        ("create sequence inner_s.numbers", "drop schema inner_s"),
        (VIEW, "drop table t"),
        (VIEW, "alter table t rename to t2"),
        (VIEW, "alter table t rename column b to c"),
        (VIEW, "alter table t drop column b"),
        (VIEW, "alter table t alter column b type int using 1"),
        (POINTING, "drop table t"),
        (POINTING, "alter table t rename to t2"),
        (POINTING, "alter table t alter column b type int using 1"),
    ],
)
@pytest.mark.parametrize("comes_first", [False, True])
def test_the_second_to_commit_is_told(
    session: Client, connect: Connect, one: str, other: str, comes_first: bool
) -> None:
    first, second = (one, other) if comes_first else (other, one)
    session.run(*READY)
    waiting = connect()
    waiting.run("begin", first)
    session.run(second)
    error = waiting.error("commit")
    assert error.code == "40001"
    assert waiting.status == "I"
    assert session.rows("select count(*) from u") == [("0",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (VIEW, "create table made2 (c part)"),
        (TABLE_OF_TYPE, "create table made2 (c part)"),
        (VIEW, "alter table t add column c int"),
        (VIEW, "alter table u rename to u2"),
        ("create table made (n int default nextval('s'))", "alter sequence s increment 5"),
        ("create view made as select x from old", "create or replace view old as select x, 1 as y from u"),
        ("create table if not exists made (a int)", "create table made2 (a int)"),
        (POINTING, "create view made2 as select * from t"),
    ],
)
def test_others_do_not_wait_for_each_other(session: Client, connect: Connect, one: str, other: str) -> None:
    session.run(*READY)
    waiting = connect()
    waiting.run("begin", one)
    session.run(other)
    waiting.run("commit")


def test_what_was_understood_afterwards_goes_on(session: Client, connect: Connect) -> None:
    session.run(*READY)
    other = connect()
    other.run("alter type part add attribute b text", "alter table t rename column b to c")
    session.run("begin", TABLE_OF_TYPE, "create view v as select c from t", "commit")
    session.run("insert into made values (row(1, 'x'))")
    assert session.rows("select c, (c).b from made") == [("(1,x)", "x")]


def test_a_schema_with_what_a_view_reads(session: Client, connect: Connect) -> None:
    session.run("create schema s2", "create table s2.t (id int)")
    other = connect()
    other.run("begin", "drop schema s2 cascade")
    session.run("create view v as select id from s2.t")
    assert other.error("commit").code == "40001"
    assert session.rows("select * from v") == []
