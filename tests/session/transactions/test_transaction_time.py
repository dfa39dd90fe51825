"""
What time it is in a transaction (PostgreSQL 15, 9.9.5): that of its start, until it ends.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import rows_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client, Row

pytestmark = pytest.mark.server

STANDING = (
    "select now()::text, current_timestamp::text, transaction_timestamp()::text, localtimestamp::text, "
    "current_time::text, localtime::text, current_date::text"
)
MOVING = "select clock_timestamp()::text, statement_timestamp()::text"
BETWEEN = {
    "a pause": (),
    "a write": ("insert into t values (2)", "select * from t"),
    "a change": ("insert into t values (3)", "update t set a = a + 1"),
    "a savepoint": ("savepoint s", "insert into t values (4)", "rollback to s", "release s"),
    "a definition": ("create table u (a int)", "select * from u"),
}
PAUSE = 0.005
"""Seconds; the clock has microseconds."""


def answers(session: Client, sql: str) -> list[Row]:
    """By the simple protocol, and by the extended one."""
    return [*session.rows(sql), *rows_of(succeeded(session.extended(sql)))]


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_it_stands_in_a_transaction(session: Client, between: tuple[str, ...]) -> None:
    session.run("create table t (a int)", "insert into t values (1)", "begin")
    first = answers(session, STANDING)
    session.run(*between)
    time.sleep(PAUSE)
    assert [*first, *answers(session, STANDING)] == [first[0]] * 4
    session.run("commit", "begin")
    time.sleep(PAUSE)
    second = answers(session, STANDING)
    assert second[0] == second[1]
    assert second[0][:3] != first[0][:3]
    session.run("rollback")


def test_it_is_that_of_the_start(session: Client) -> None:
    before = session.value("select clock_timestamp()::text")
    session.run("begin")
    time.sleep(PAUSE)
    after = session.value("select clock_timestamp()::text")
    assert session.value(f"select now() between '{before}' and '{after}'") == "t"
    session.run("rollback")


def test_the_clock_and_the_statement_move(session: Client) -> None:
    session.run("begin")
    seen = []
    for _ in range(2):
        for row in answers(session, MOVING):
            seen.append(row)
            time.sleep(PAUSE)
    session.run("rollback")
    for column in zip(*seen, strict=True):
        assert len(set(column)) == len(seen)


def test_what_is_written_has_the_time_of_the_transaction(session: Client) -> None:
    session.run("create table t (a int, at timestamptz default now())", "begin")
    (asked,) = session.rows("select now()")
    for number in range(2):
        time.sleep(PAUSE)
        session.run(f"insert into t (a) values ({number})", f"insert into t values ({number}, now())")
        session.run(f"insert into t select {number}, current_timestamp")
    session.run("commit")
    assert session.rows("select distinct at from t") == [asked]


def test_outside_of_a_block_each_statement_has_its_own(session: Client) -> None:
    first = session.value("select now()::text")
    time.sleep(PAUSE)
    assert session.value("select now()::text") != first
    time.sleep(PAUSE)
    # one Query message is one transaction (PostgreSQL 15, 55.2.2.1)
    one, other = session.rows("select now()::text; select now()::text")
    assert one == other
