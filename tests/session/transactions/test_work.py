"""
What statements write in a transaction, who waits for whom, and what becomes of a snapshot that is too old.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import error_of

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


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
    "create temp table u as select 1 as a",
    "create temp view u as select 1 as a",
    "create index on t (a)",
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
    session.run("begin read write; create temp table u as select 1 as a; commit", "insert into u values (2)")
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


@pytest.mark.parametrize("before", ["select a from t", "insert into t values (3) returning a"])
@pytest.mark.parametrize("change", ["update t set a = a + 10", "delete from t where a < 3", "lock table t"])
def test_a_merge_of_files_is_no_write_to_a_transaction(
    session: Client, connect: Connect, before: str, change: str
) -> None:
    session.run("create table t (a int)", "insert into t values (1)", "insert into t values (2)")
    session.run("begin", "savepoint s", before, "declare c cursor for select a from t")
    held = sorted(session.rows("select a from t"))
    assert connect().rows("call pggate.compact('t')")[0][:2] == ("2", "1")
    session.run(change, f"rollback to s; savepoint s; {before}")
    assert sorted(session.rows("select a from t")) == held
    session.run(change)
    changed = sorted(session.rows("select a from t"))
    session.run("commit")
    assert sorted(session.rows("select a from t")) == changed
    assert (changed == held) is change.startswith("lock")


def test_a_merge_and_a_write_meanwhile(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "create table u (a int)", "insert into t values (1)")
    session.run("insert into t values (2)", "begin", "select a from t")
    other.run("call pggate.compact('t')", "insert into u values (1)")
    assert session.code("update t set a = a + 10") == "40001"
    session.run("rollback")


def test_what_has_changed_rows_is_not_begun_anew(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "create table u (a int)", "insert into t values (1)")
    session.run("insert into t values (2)", "insert into u values (1)", "begin", "update u set a = 2")
    connect().run("call pggate.compact('t')")
    assert session.code("update t set a = a + 10") == "40001"
    session.run("rollback")
    assert session.rows("select a from u") == [("1",)]


def test_read_committed_changes_what_others_have_committed(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "insert into t values (1)")
    session.run("begin isolation level read committed", "insert into t values (2)", "select a from t")
    connect().run("insert into t values (3)", "update t set a = 4 where a = 1")
    session.run("update t set a = a + 10", "commit")
    assert session.rows("select a from t order by a") == [("12",), ("13",), ("14",)]


def test_an_open_result_goes_on_where_its_transaction_is_begun_anew(
    session: Client, connect: Connect
) -> None:
    session.run("create table t as select i as a from range(100000) r(i)", "insert into t values (-1)")
    session.run("begin", "declare c cursor for select a from t order by a")
    assert session.rows("fetch 2 from c") == [("-1",), ("0",)]
    connect().run("call pggate.compact('t')")
    session.run("delete from t where a > 5")
    assert session.rows("fetch 2 from c") == [("1",), ("2",)]
    assert session.rows("fetch all from c")[-1] == ("99999",)
    session.run("commit")


def test_a_snapshot_stands_for_the_whole_transaction(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)", "begin", "select a from t")
    other.run("insert into t values (1)")
    assert session.rows("select a from t") == []
    session.run("insert into t values (2)", "commit")  # an INSERT loses against nobody
    assert session.rows("select a from t order by a") == [("1",), ("2",)]


@pytest.mark.parametrize(
    "write",
    [
        "update t set a = 3",
        "alter table t add column b int",
        "insert into t values (3)",
        "begin; insert into t values (3); commit",
    ],
)
def test_lock_timeout(session: Client, connect: Connect, write: str) -> None:
    other = connect()
    session.run("create table t as select 1 as a", "begin", "update t set a = 2")
    other.run("set lock_timeout = '20ms'")
    error = other.error(write)
    assert (error.code, error.message) == ("55P03", "canceling statement due to lock timeout")
    other.run("rollback")
    session.run("commit")
    assert other.rows("select a from t") == [("2",)]


def test_copy_and_lock_timeout(session: Client, connect: Connect) -> None:
    other = connect(None, lock_timeout="20ms")
    session.run("create table t as select 1 as a", "begin", "update t set a = 2")
    assert error_of(other.copy("copy t from stdin", b"7\n")).code == "55P03"
    session.run("commit")
    assert other.rows("select a from t") == [("2",)]


REDEFINED = [
    ("drop table t", "create table t (b int, a int)"),
    ("drop table t", "create table t (a int, b int)"),
    ("drop table t", "create table t (a int, b int not null)"),
    ("create or replace table t (b int, a int)",),
    ("alter table t rename a to z", "alter table t rename b to a", "alter table t rename z to b"),
    ("alter table t add column c int default 5",),
    ("alter table t drop column b",),
    ("alter table t drop column b", "alter table t add column b varchar"),
    ("alter table t alter column b type bigint",),
    ("drop table t",),
]


@pytest.mark.parametrize("meanwhile", REDEFINED, ids=": ".join)
@pytest.mark.parametrize("before", ["", "select 1 from u"], ids=["unpinned", "pinned"])
def test_rows_go_into_no_other_topic_than_the_insert_meant(
    session: Client, connect: Connect, meanwhile: tuple[str, ...], before: str
) -> None:
    session.run("create table t (a int, b int)", "create table u (a int)", "begin", before)
    session.run("insert into t (a) values (1)")
    connect().run(*meanwhile)
    error = session.error("commit")
    assert error.code == "40001"
    assert str(session.gateway.config.data_dir) not in f"{error.message} {error.detail} {error.hint}"
    assert session.status == "I"
    if not before:  # else it is COMMIT itself that is refused
        assert session.files() == []
    for topic in session.catalog.relations.values():
        assert session.value(f"select count(*) from {topic.name}") == "0"


@pytest.mark.parametrize("before", ["", "select a from t"], ids=["unpinned", "pinned"])
def test_a_topic_that_is_renamed_keeps_its_rows_to_itself(
    session: Client, connect: Connect, before: str
) -> None:
    session.run("create table t (a int, b int)", "begin", before, "insert into t values (1, 2)")
    connect().run("alter table t rename to t_old", "create table t (b int, a int)")
    if before:  # its snapshot has the topic, which is there still
        session.run("commit")
    else:
        assert session.code("commit") == "40001"
    assert session.rows("select a, b from t_old") == ([("1", "2")] if before else [])
    assert session.rows("select a, b from t") == []


def test_another_definition_is_no_obstacle_for_an_insert(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "begin", "insert into t values (1)")
    connect().run("create table u (a int)", "comment on table t is 'c'")
    session.run("insert into t values (2)", "commit")
    assert session.rows("select a from t order by a") == [("1",), ("2",)]


def test_inserts_before_and_after_anothers_change_do_not_mix(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "begin", "insert into t values (1)")
    connect().run("alter table t add column b int")
    session.run("insert into t (b) values (2)")
    assert session.code("commit") == "40001"
    assert session.rows("select a, b from t") == []


@pytest.mark.parametrize("meanwhile", [REDEFINED[0], REDEFINED[2], REDEFINED[4], REDEFINED[6]], ids=": ".join)
def test_a_big_insert_goes_into_no_other_topic(
    session: Client, connect: Connect, monkeypatch: pytest.MonkeyPatch, meanwhile: tuple[str, ...]
) -> None:
    session.run("create table t (a bigint, b bigint)")
    other = connect()
    storage = session.gateway.databases.find(session.identity.database).lake.storage
    put = storage.put

    def at_the_first_segment(path: str, data: bytes) -> object:
        monkeypatch.undo()
        other.run(*meanwhile)
        return put(path, data)

    monkeypatch.setattr(storage, "put", at_the_first_segment)
    error = session.error("insert into t (a) select range from range(3000000)")
    assert error.code == "40001"
    assert session.files() == []
    assert session.value("select count(*) from t") == "0"


@pytest.mark.slow
def test_a_topic_made_anew_is_changed_by_one_at_a_time(session: Client, connect: Connect) -> None:
    """Even while another session's definition keeps the mirror from learning that it is a new one."""
    defining, second, third = connect(), connect(), connect()
    session.run("create table u (id bigint)", "create table base (a int)")
    session.run("create view v as select * from base")
    defining.run("begin", "create or replace view v as select 1 as a")
    session.run("alter table base add column b int", "drop table u")
    session.run("create table u as select i as id from range(10) r(i)", "delete from u where id = 0")
    second.run("begin", "select count(*) from u")
    third.run("delete from u where id = 1")
    defining.run("rollback")
    assert second.code("delete from u where id = 2") == "40001"
    second.run("rollback", "delete from u where id = 2")
    assert second.rows("select count(*), count(distinct id) from u") == [("7", "7")]


INSERTS = (
    "insert into t values (-1, 'a')",
    "insert into t select -1, 'a'",
    "create table fresh (a int); insert into t values (-1, 'a')",  # the engine's own
)
REDEFINED = (
    ("alter table t add check (a > 0)", "select count(*) from t where a < 0"),
    ("alter table t add constraint positive check (a > 0) not valid", "select count(*) from t where a < 0"),
    ("alter table t alter c set not null", "select count(*) from t where c is null"),
    ("alter type e rename value 'a' to 'z'", "select count(*) from t where b = 'z'"),
)


@pytest.mark.parametrize("insert", INSERTS)
@pytest.mark.parametrize(("definition", "broken"), REDEFINED)
def test_what_is_redefined_before_the_commit(
    session: Client, connect: Connect, insert: str, definition: str, broken: str
) -> None:
    """PostgreSQL lets the definition wait for the transaction; here the transaction is run again."""
    session.run("create type e as enum ('a', 'b')", "create table t (a int, b e, c int)")
    session.run("insert into t values (1, 'b', 1)")
    other = connect()
    other.run("begin", "select * from t")
    other.run(insert)
    session.run(definition)
    assert other.code("commit") == "40001"
    assert session.rows(broken) == [("0",)]
    assert session.rows("select a, b from t") == [("1", "b")]


def test_what_others_write_and_define_elsewhere_does_not_matter(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "create table u (a int)")
    other = connect()
    other.run("begin", "select * from t", "insert into t values (-1)")
    session.run("insert into t values (2)", "alter table u add check (a > 0)")
    other.run("commit")
    assert session.rows("select a from t order by a") == [("-1",), ("2",)]


def test_what_the_transaction_itself_redefines(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "create table u (a int)")
    other = connect()
    other.run(
        "begin", "insert into t values (1)", "alter table t add check (a > 0)", "insert into t values (2)"
    )
    session.run("insert into u values (2)", "alter table u add check (a > 0)")
    other.run("commit")
    assert session.rows("select a from t order by a") == [("1",), ("2",)]
