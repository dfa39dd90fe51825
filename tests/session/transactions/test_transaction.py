"""
How a transaction ends, and what it leaves behind then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import IoError
from pggate.wire import backend, frontend
from tests.session.conftest import error_of

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


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


def test_an_idle_transaction_that_keeps_a_name_is_ended(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("begin", "create table t (a int)")
    assert session.session.deadline() is not None
    session.session.expire()
    other.run("create table t (b int)")
    assert other.columns("select * from t") == ["b"]
    assert session.code("select 1") == "25P03"
    session.run("rollback", "begin", "create temp table u (a int)")  # nobody else's name
    assert session.session.deadline() is None
    session.run("rollback")


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


def test_settings_follow_the_transaction(session: Client) -> None:
    session.run("create schema s", "create table s.t (a int)", "begin", "set search_path = s")
    session.run("select a from t", "rollback")
    assert session.code("select a from t") == "42P01"


def test_the_gate_is_kept_until_everybody_knows_what_was_defined(
    session: Client, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = session.gateway.databases.find(session.identity.database).lake
    session.run("create table t (a int)")
    mirror, seen = session.gateway.mirror, []
    refresh = mirror.refresh

    def watched() -> object:
        seen.append(lake.gates.is_holding(session.session))
        return refresh()

    monkeypatch.setattr(mirror, "refresh", watched)
    session.run("alter table t add column b int")
    assert seen == [True]
    assert not lake.gates.is_holding(session.session)


def test_who_was_stopped_in_the_middle_of_a_result_has_heard_why(session: Client) -> None:
    session.run("create table t as select 1 as a", "begin", "update t set a = 2")
    replies = session.session.handle(frontend.Query("select * from range(1000000)"))
    first = [next(replies), next(replies)]
    assert isinstance(first[-1], backend.DataRows)
    session.session.expire()
    assert error_of(list(replies)).code == "25P03"
    assert session.code("select 1") == "25P02"
