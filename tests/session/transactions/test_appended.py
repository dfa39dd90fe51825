"""
What a transaction appends: how many segments it becomes, who sees it, and that one lake is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


def test_inserts_of_a_transaction_become_one_segment_for_each_topic(session: Client) -> None:
    session.run("create table t (a int)", "create table u (a int)", "begin")
    for number in range(5):
        session.run(f"insert into t values ({number})", f"insert into u values ({number})")
    assert session.files() == []
    session.run("commit")
    assert len(session.files()) == 2
    assert session.rows("select sum(a), count(*) from t") == [("10", "5")]
    assert session.rows("select sum(a), count(*) from u") == [("10", "5")]


def test_a_statement_sees_what_was_gathered_before_it(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "begin", "insert into t values (1)")
    assert session.rows("select a from t") == [("1",)]
    session.run("insert into t select a + 1 from t")
    assert session.rows("select a from t order by a") == [("1",), ("2",)]
    assert other.rows("select a from t") == []
    session.run("commit")
    assert other.rows("select a from t order by a") == [("1",), ("2",)]


def test_gathered_rows_are_written_out_when_they_are_many(session: Client) -> None:
    session.run("create table t (a bigint)", "begin")
    for _ in range(3):
        session.run("insert into t select range from range(1000000)")
    assert len(session.files()) >= 1  # before COMMIT, so that memory is bounded
    session.run("commit")
    assert session.rows("select count(*), max(a) from t") == [("3000000", "999999")]


def test_two_lakes_are_not_written_by_one_transaction(session: Client, connect: Connect) -> None:
    other = f"{session.identity.database}_other"
    session.run(
        f"create database {other}", f"create table {other}.public.t (a int)", "create table t (a int)"
    )
    session.run("begin", "insert into t values (1)")
    error = session.error(f"insert into {other}.public.t values (1)")
    assert error.code == "0A000"
    assert session.identity.database in error.message
    assert session.status == "E"
    session.run("rollback")
    assert session.rows(f"select a from {other}.public.t") == []
    assert session.rows("select a from t") == []


@pytest.mark.parametrize(
    "write",
    [
        "update {other}.public.t set a = 1",
        "delete from {other}.public.t",
        "create table {other}.public.u (a int)",
        "drop table {other}.public.t",
    ],
)
def test_two_lakes_whatever_the_second_statement(session: Client, write: str) -> None:
    other = f"{session.identity.database}_other"
    session.run(
        f"create database {other}", f"create table {other}.public.t (a int)", "create table t (a int)"
    )
    session.run("begin", "insert into t values (1)")
    assert session.code(write.format(other=other)) == "0A000"
    session.run("rollback")


def test_two_lakes_are_read_and_one_written(session: Client) -> None:
    other = f"{session.identity.database}_other"
    session.run(f"create database {other}", f"create table {other}.public.t as select 7 as a")
    session.run("create table t (a int)", f"begin; insert into t select a from {other}.public.t; commit")
    assert session.rows("select a from t") == [("7",)]
