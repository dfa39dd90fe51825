"""
What a statement finds in live views: everything that was acknowledged before it, and what its topics have.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from pggate.errors import DiskFull
from pggate.session.queries.fresh_views import FreshViews
from pggate.views import catching_up
from pggate.views.state import State
from tests.session.conftest import Client, copied, rows_of

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from pggate.engine.cursor import Cursor
    from pggate.session.statement.analysed import Analysed
    from pggate.views.state import Delta
    from pggate.views.state_file import Entry
    from tests.session.conftest import Connect

pytestmark = pytest.mark.server


@pytest.fixture
def followed(session: Client) -> Client:
    session.run("create table t (g text, v int)", "create table u (v int)", "insert into t values ('a', 1)")
    session.run(
        "create materialized view m as select g, sum(v) as s, count(*) as n from t group by g",
        "create materialized view k as select v from t where v > 0",
        "create view over_m as select sum(n) as n from m",
        "create view over_over as select n from over_m",
    )
    return session


def test_acknowledged_is_seen(followed: Client, connect: Connect) -> None:
    other = connect()
    for n in range(2, 30):
        followed.run(f"insert into t values ('a', {n})")
        reads = ("m", "over_m", "over_over", "(select n from m) x", "k where v = 1")
        for read in reads[:3]:
            assert other.value(f"select sum(n) from {read}") == str(n), read
        assert other.value("select count(*) from k") == str(n)


def test_every_way_to_ask(followed: Client, connect: Connect) -> None:
    other = connect()
    asks = (
        "select sum(n) from m",
        "with x as (select * from m) select sum(n) from x",
        "create table c{n} as select * from m; select sum(n) from c{n}",
        "begin; declare c cursor for select sum(n) from m; fetch c; rollback",
        "prepare p{n} as select sum(n) from m; execute p{n}",
        "insert into u select sum(n) from m returning v",
        "begin; insert into u values (0); select sum(n) from m; commit",
        "select sum(n) from over_over",
    )
    for n, ask in enumerate(asks, 2):
        followed.run(f"insert into t values ('b', {n})")
        found = [row for row in other.rows(ask.replace("{n}", str(n))) if row]
        assert found == [(str(n),)], ask


def test_parameters_and_descriptions(followed: Client) -> None:
    _, columns = followed.described("select g, s from m where g = $1")
    assert [name for name, _ in columns] == ["g", "s"]
    followed.run("insert into t values ('b', 5)")
    assert rows_of(followed.extended("select s from m where g = $1", ["b"])) == [("5",)]


def test_a_topic_and_its_views_agree_in_one_statement(followed: Client, connect: Connect) -> None:
    """While somebody writes, without a pause."""
    other, writer = connect(), connect()
    stopped = threading.Event()

    def write() -> None:
        n = 2
        while not stopped.is_set():
            writer.run(f"insert into t values ('b', {n})")
            n += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for _ in range(40):
            ((topic, sums, count, rows),) = other.rows(
                "select (select count(*) from t), (select sum(n) from m), (select n from over_m),"
                " (select count(*) from k)"
            )
            assert topic == sums == count == rows
            ((sums, rows),) = other.rows("select (select sum(n) from m), (select count(*) from k)")
            assert sums == rows
    finally:
        stopped.set()
        thread.join()


def test_a_transaction_has_one_snapshot_of_both(followed: Client, connect: Connect) -> None:
    other = connect()
    other.run("begin", "select count(*) from t")
    followed.run("insert into t values ('a', 2)", "update t set v = v + 1")
    assert other.rows("select s, n, (select count(*) from t) from m") == [("1", "1", "1")]
    assert other.rows("select v from k") == [("1",)]
    other.run("commit")
    assert other.rows("select s, n, (select count(*) from t) from m") == [("5", "2", "2")]


def test_a_transaction_finds_in_every_view_what_its_snapshot_has(
    followed: Client, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in one that got it after the transaction has read another."""
    followed.run("create materialized view pairs as select a.v, b.v as w from t a join t b on a.g = b.g")
    be_slow(monkeypatch, 0.5)
    other = connect()
    for n in range(2, 4):
        followed.run(f"insert into t values ('a', {n})")
        other.run("begin")
        assert other.value("select sum(n) from m") == str(n)
        assert other.value("select count(*) from pairs") == str(n * n)
        other.run("commit")


def test_views_agree_that_are_brought_up_one_after_the_other(
    followed: Client, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed.run(
        "create materialized view pairs as select a.v, b.v as w from t a join t b on a.g = b.g",
        "create materialized view greatest as select max(v) as v from t",
    )
    be_slow(monkeypatch, 0.4)
    wait = FreshViews.wait

    def wait_long(self: FreshViews, analysed: Analysed) -> None:
        wait(self, analysed)
        time.sleep(0.2)

    monkeypatch.setattr(FreshViews, "wait", wait_long)
    writer, other = connect(), connect()
    stopped = threading.Event()

    def write() -> None:
        n = 2
        while not stopped.is_set():
            writer.run(f"insert into t values ('a', {n})")
            n += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for _ in range(6):
            ((n, pairs, greatest),) = other.rows(
                "select (select sum(n) from m), (select count(*) from pairs), (select v from greatest)"
            )
            assert (int(pairs or 0), greatest) == (int(n or 0) ** 2, n)
    finally:
        stopped.set()
        thread.join()


def be_slow(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Views that join get what has come so much later than others."""
    append = State.append

    def slowly(
        self: State, cursor: Cursor, deltas: list[Delta], entries: Iterable[Entry], until: int
    ) -> Counter[int]:
        if any(not one.compiled.is_linear for one in deltas):
            time.sleep(seconds)
        return append(self, cursor, deltas, entries, until)

    monkeypatch.setattr(State, "append", slowly)


def test_a_view_that_is_newer_than_the_transaction(followed: Client, connect: Connect) -> None:
    other = connect()
    other.run("begin", "select count(*) from t")
    followed.run("insert into t values ('a', 2)", "create materialized view fresh as select v from t")
    assert other.code("select * from fresh") == "40001"
    other.run("rollback")
    assert other.value("select count(*) from fresh") == "2"


def test_views_of_another_database(followed: Client) -> None:
    other = f"{followed.identity.database}_other"
    followed.run(f"create database {other}", "insert into t values ('a', 2)")
    client = Client(followed.gateway, other)
    assert client.value(f"select sum(n) from {followed.identity.database}.public.m") == "2"
    client.close()
    followed.run(f"drop database {other}")


def test_a_database_with_live_views_can_be_dropped(followed: Client) -> None:
    other = f"{followed.identity.database}_gone"
    for _ in range(2):
        followed.run(f"create database {other}")
        client = Client(followed.gateway, other)
        client.run("create table t (v int)", "create materialized view m as select sum(v) as s from t")
        client.run("insert into t values (3)")
        assert client.rows("select s from m") == [("3",)]
        client.close()
        followed.run(f"drop database {other}")


def test_copy_and_arrow(followed: Client, connect: Connect) -> None:
    other = connect()
    both = "select (select sum(n) from m) as n, (select count(*) from t) as rows"
    for n, sql in enumerate(("select sum(n) from m", both), 2):
        followed.run(f"insert into t values ('b', {n})")
        assert copied(other.query(f"copy ({sql}) to stdout")).startswith(str(n).encode())
        answer = list(other.session.run_arrow(sql))
        assert str(n) in str(answer[-1].to_pylist())
        assert other.status == "I"


def test_who_does_not_wait(followed: Client, connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    hasty, strict = connect(), connect()
    hasty.run("set pggate.view_consistency = 'latest'")
    strict.run("set statement_timeout = '300ms'")
    both = "select (select sum(n) from m), (select count(*) from t)"

    def refuse(*_: object) -> None:
        raise DiskFull("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(catching_up, "changes", refuse)
        followed.run("begin", "insert into t values ('b', 5)", "commit")  # not taken from memory
        assert hasty.value("select sum(n) from m") == "1"
        assert hasty.rows(both) == [("1", "2")]
        assert strict.code("select sum(n) from m") == "57014"
    strict.run("reset statement_timeout")
    assert strict.value("select sum(n) from m") == "2"
    assert hasty.code("set pggate.view_consistency = 'never'") == "22023"
