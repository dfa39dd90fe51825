"""
What a transaction leaves in the lake and what it does not, and who waits for it.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from pggate.errors import IoError

if TYPE_CHECKING:
    from pggate.engine.query import Cursor
    from tests.session.conftest import Client, Connect


def test_inserts_of_a_transaction_become_one_segment_for_each_topic(session: Client) -> None:
    session.run("create table t (a int)", "create table u (a int)", "begin")
    for number in range(5):
        session.run(f"insert into t values ({number})", f"insert into u values ({number})")
    assert session.files() == []
    session.run("commit")
    assert len(session.files()) == 2
    assert session.rows("select sum(a), count(*) from t") == [("10", "5")]
    assert session.rows("select sum(a), count(*) from u") == [("10", "5")]


def test_a_transaction_is_one_snapshot(session: Client) -> None:
    session.run("create table t (a int)", "create table u (a int)")
    before = snapshots(session)
    session.run("begin; insert into t values (1); insert into u values (1); delete from t; commit")
    assert snapshots(session) == before + 1


def snapshots(client: Client) -> int:
    lake = client.gateway.databases.find(client.identity.database).lake
    cursor = client.gateway.engine.cursor()
    try:
        return lake.snapshot(cursor)
    finally:
        cursor.close()


def test_a_statement_sees_what_was_gathered_before_it(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "begin", "insert into t values (1)")
    assert session.rows("select a from t") == [("1",)]
    session.run("insert into t select a + 1 from t")
    assert session.rows("select a from t order by a") == [("1",), ("2",)]
    assert other.rows("select a from t") == []
    session.run("commit")
    assert other.rows("select a from t order by a") == [("1",), ("2",)]


@pytest.mark.parametrize("end", ["rollback", "select nope", "insert into t values ('x')"])
def test_a_rollback_leaves_no_segment_behind(session: Client, end: str) -> None:
    session.run("create table t (a int)", "begin", "insert into t values (1)", "select a from t")
    assert len(session.files()) == 1  # written so that SELECT could see it
    session.query(end)
    assert session.files() == []
    session.query("rollback")
    assert session.rows("select a from t") == []


def test_a_client_that_goes_away_leaves_nothing(session: Client, connect: Connect) -> None:
    other = connect()
    other.run("create table t (a int)", "begin", "insert into t values (1)", "select a from t")
    other.session.close()
    assert session.files() == []
    assert session.rows("select a from t") == []


def test_an_implicit_block_is_undone_as_a_whole(session: Client) -> None:
    session.run("create table t (a int)")
    assert session.code("insert into t values (1); insert into t values (2); select nope") == "42703"
    assert session.rows("select a from t") == []
    assert session.files() == []
    session.run("insert into t values (1); insert into t values (2)")
    assert len(session.files()) == 1
    assert session.code("insert into t values (3); commit; insert into t values (4); select nope") == "42703"
    assert session.rows("select a from t order by a") == [("1",), ("2",), ("3",)]


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


WRITES = [
    "insert into t values (1)",
    "update t set a = 1",
    "delete from t",
    "truncate t",
    "merge into t using (select 1 as a) s on t.a = s.a when matched then delete",
    "create table u (a int)",
    "create table u as select 1 as a",
    "create view u as select a from t",
    "create schema u",
    "alter table t add column b int",
    "drop table t",
    "comment on table t is 'x'",
]


@pytest.mark.parametrize("write", WRITES)
def test_read_only(session: Client, write: str) -> None:
    session.run("create table t (a int)", "begin read only", "select a from t")
    error = session.error(write)
    assert error.code == "25006"
    assert error.message.startswith("cannot execute ")
    assert error.message.endswith(" in a read-only transaction")
    session.run("rollback", write)


def test_read_only_by_default(session: Client) -> None:
    session.run("create table t (a int)", "set default_transaction_read_only = on")
    assert session.code("insert into t values (1)") == "25006"
    session.run("create temp table u as select 1 as a", "insert into u values (2)")
    session.run("begin read write; insert into t values (1); commit")
    assert session.rows("select a from t") == [("1",)]


def test_a_change_makes_others_wait_until_it_ends(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "insert into t values (1)", "begin", "update t set a = 2")
    assert session.session.deadline() is not None
    inserted = threading.Event()

    def insert() -> None:
        other.run("insert into t values (3)")
        inserted.set()

    thread = threading.Thread(target=insert)
    thread.start()
    assert not inserted.wait(0.1)
    session.run("commit")
    thread.join(30)
    assert inserted.is_set()
    assert session.session.deadline() is None
    assert session.rows("select a from t order by a") == [("2",), ("3",)]


@pytest.mark.parametrize("end", ["commit", "rollback", "select nope", "update t set a = 'x'"])
def test_the_gate_is_free_after_every_end(session: Client, connect: Connect, end: str) -> None:
    session.run("create table t (a int)", "insert into t values (1)", "begin", "update t set a = 2")
    session.query(end)
    other = connect()
    other.run("update t set a = 3")  # waits for nobody
    assert other.rows("select a from t") == [("3",)]


def test_the_gate_is_free_after_the_client_has_gone(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "insert into t values (1)")
    other.run("begin", "delete from t")
    other.session.close()
    session.run("update t set a = 3")
    assert session.rows("select a from t") == [("3",)]


def test_who_waits_too_long_for_a_gate_is_sent_away_by_a_cancel(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "insert into t values (1)", "begin", "update t set a = 2")
    other.run("set statement_timeout = '200ms'")
    assert other.code("delete from t") == "57014"
    session.run("commit")
    assert session.rows("select a from t") == [("2",)]


def test_a_change_of_what_was_written_meanwhile_is_refused(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "insert into t values (1)", "begin", "select a from t")
    other.run("insert into t values (2)")
    assert session.code("update t set a = a + 10") == "40001"
    assert session.status == "E"
    session.run("rollback", "update t set a = a + 10")
    assert session.rows("select a from t order by a") == [("11",), ("12",)]


def test_a_snapshot_stands_for_the_whole_transaction(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "begin", "select a from t")
    other.run("insert into t values (1)")
    assert session.rows("select a from t") == []
    session.run("insert into t values (2)", "commit")  # an INSERT loses against nobody
    assert session.rows("select a from t order by a") == [("1",), ("2",)]


def test_an_idle_transaction_that_others_wait_for_is_ended(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "insert into t values (1)", "begin", "update t set a = 2")
    session.session.expire()
    other.run("update t set a = 3")
    assert session.status == "E"
    assert session.code("select 1") == "25P03"  # says it once
    assert session.code("select 1") == "25P02"
    assert session.tag("commit") == "ROLLBACK"
    assert session.rows("select a from t") == [("3",)]


def test_a_transaction_that_only_inserts_is_not_waited_for(session: Client) -> None:
    session.run("create table t (a int)", "begin", "insert into t values (1)", "select a from t")
    assert session.session.deadline() is None
    session.run("rollback")


def test_a_commit_that_fails_is_a_rollback(
    session: Client, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.run("create table t (a int)", "insert into t values (1)", "begin", "update t set a = 2")
    lake = session.gateway.databases.find(session.identity.database).lake

    def full(cursor: Cursor) -> int:
        raise IoError("no space left on device")

    monkeypatch.setattr(lake, "last_committed", full)
    assert session.code("commit") == "58030"
    monkeypatch.undo()
    assert session.status == "I"
    assert session.session.deadline() is None
    assert session.rows("select a from t") == [("1",)]
    connect().run("update t set a = 3")


def test_two_drops_of_the_same_topic(session: Client, connect: Connect) -> None:
    """What another transaction has dropped meanwhile: the second fails, and is at I again."""
    other = connect()
    session.run("create table t (a int)", "begin", "insert into t values (1)")
    other.run("drop table t")
    assert session.error("commit").code in ("40001", "42P01")
    assert session.status == "I"
    assert session.files() == []


def test_gathered_rows_are_written_out_when_they_are_many(session: Client) -> None:
    session.run("create table t (a bigint)", "begin")
    for _ in range(3):
        session.run("insert into t select range from range(1000000)")
    assert len(session.files()) >= 1  # before COMMIT, so that memory is bounded
    session.run("commit")
    assert session.rows("select count(*), max(a) from t") == [("3000000", "999999")]


def test_settings_follow_the_transaction(session: Client) -> None:
    session.run("create schema s", "create table s.t (a int)", "begin", "set search_path = s")
    session.run("select a from t", "rollback")
    assert session.code("select a from t") == "42P01"


def test_rollback_to_after_writing_is_refused(session: Client) -> None:
    session.run("create table t (a int)", "begin", "savepoint s", "insert into t values (1)")
    assert session.code("rollback to s") == "0A000"
    assert session.status == "E"
    session.run("rollback")
    assert session.rows("select a from t") == []


def test_an_error_of_analysis_leaves_what_was_written_before_a_savepoint(session: Client) -> None:
    session.run("create table t (a int)", "begin", "insert into t values (1)", "savepoint s")
    assert session.code("delete from t where nope = 1") == "42703"
    session.run("rollback to s", "insert into t values (2)", "commit")
    assert session.rows("select a from t order by a") == [("1",), ("2",)]


def test_an_error_of_the_engine_loses_what_was_written_before_a_savepoint(session: Client) -> None:
    session.run("create table t (a int)", "begin", "insert into t values (1)", "savepoint s")
    assert session.code("select 'x'::int + a from t") == "22P02"
    assert session.code("rollback to s") == "0A000"
    assert session.tag("commit") == "ROLLBACK"
    assert session.rows("select a from t") == []
