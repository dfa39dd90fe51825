"""
COPY FROM STDIN and the promise: acknowledged is there after SIGKILL, unfinished is nowhere; memory does not grow
with the rows; a client that dies leaves no rows, no segments and no gate.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from pggate.wire import backend, frontend
from tests.durability.test_backpressure import watched_memory
from tests.durability.tools import Talk, cancel, rows, session, until_killed, value
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = pytest.mark.server

LINES = 10_000
TEXT = "x" * 90

MANY_BYTES = 300 << 20
MOST_GROWTH = 128 << 20
"""The reader's and two segments' worth of rows, whatever the allocator keeps of them, and no more."""


def chunk(number: int) -> bytes:
    """A megabyte of rows."""
    first = number * LINES
    return "".join(f"{first + i}\t{TEXT}\n" for i in range(LINES)).encode()


def chunks(size: int) -> Iterator[bytes]:
    total = 0
    for number in itertools.count():
        if total >= size:
            return
        data = chunk(number)
        total += len(data)
        yield data


def files(gateway: Gateway) -> set[Path]:
    return set(Path(gateway.data_dir).rglob("*.parquet"))


def begun(gateway: Gateway, *before: str) -> Talk:
    """A connection in the middle of a COPY that has written segments already."""
    talk = Talk(gateway)
    for sql in before:
        talk.send(frontend.Query(sql))
        talk.until(backend.ReadyForQuery)
    there = files(gateway)
    talk.send(frontend.Query("copy t from stdin"))
    talk.until(backend.CopyInResponse)
    for data in chunks(40 << 20):
        talk.send(frontend.CopyData(data))
    wait_until(lambda: files(gateway) > there)
    return talk


@pytest.fixture
def small(new_gateway: NewGateway) -> Gateway:
    gateway = new_gateway("--https", "off")
    with session(gateway) as connection:
        connection.execute("create table t (a bigint, b text)")
    return gateway


def test_kill_in_the_middle_and_after(small: Gateway) -> None:
    with session(small) as connection:
        with connection.cursor().copy("copy t from stdin") as copy:
            for data in chunks(40 << 20):
                copy.write(data)
        expected = rows(connection, "select count(*), sum(a), max(length(b)) from t")
    assert expected[0][0] % LINES == 0
    talk = begun(small)
    small.kill()
    talk.until(backend.CommandComplete)  # the end of the connection
    talk.client.close()
    small.restart()
    with session(small) as connection:
        assert rows(connection, "select count(*), sum(a), max(length(b)) from t") == expected
        connection.execute("insert into t values (1, 'x')")


def test_a_few_rows_are_durable_when_they_are_acknowledged(small: Gateway) -> None:
    with until_killed(), session(small) as connection:
        with connection.cursor().copy("copy t from stdin") as copy:
            copy.write("1\tone\n2\ttwo\n")
        small.kill()
    small.restart()
    with session(small) as connection:
        assert rows(connection, "select a, b from t order by a") == [(1, "one"), (2, "two")]


@pytest.mark.parametrize("before", [(), ("begin", "insert into t values (0, 'before')")])
def test_a_client_that_dies_leaves_nothing(small: Gateway, before: tuple[str, ...]) -> None:
    talk = begun(small, *before)
    talk.vanish()
    wait_until(lambda: not files(small))
    with session(small) as connection:
        assert value(connection, "select count(*) from t") == 0
        connection.execute("update t set b = 'y'")  # nobody holds the gate
        connection.execute("drop table t")


def test_the_gate_of_a_client_that_dies_is_free(small: Gateway) -> None:
    talk = begun(small, "insert into t values (0, 'x')", "begin", "update t set b = 'z'")
    talk.vanish()
    with session(small) as connection:
        connection.execute("set statement_timeout = '20s'")
        connection.execute("update t set b = 'y'")
        assert rows(connection, "select a, b from t") == [(0, "y")]


def test_cancel_of_a_client_that_sends_nothing(small: Gateway) -> None:
    talk = begun(small)
    cancel(small, talk.key)
    answer: list[Any] = talk.until(backend.ReadyForQuery)
    assert isinstance(answer[0], backend.ErrorResponse)
    assert answer[0].error.code == "57014"
    talk.send(frontend.CopyData(b"1\tx\n"), frontend.CopyDone(), frontend.Query("select 1"))
    talk.until(backend.ReadyForQuery)
    talk.client.close()
    assert not files(small)


def test_statement_timeout_of_a_client_that_sends_nothing(small: Gateway) -> None:
    talk = Talk(small)
    talk.send(frontend.Query("set statement_timeout = 300"))
    talk.until(backend.ReadyForQuery)
    talk.send(frontend.Query("copy t from stdin"), frontend.CopyData(b"1\tx\n"))
    answer: list[Any] = talk.until(backend.ReadyForQuery)
    assert answer[1].error.message == "canceling statement due to statement timeout"
    talk.client.close()


def test_idle_copies_hold_up_nobody(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--https", "off")
    with session(gateway) as connection:
        connection.execute("create table t (a bigint, b text)")
    talks = []
    for _ in range(50):
        talk = Talk(gateway)
        talk.send(frontend.Query("copy t from stdin"), frontend.CopyData(b"1\tx\n"))
        talk.until(backend.CopyInResponse)
        talks.append(talk)
    with session(gateway) as connection:
        connection.execute("insert into t values (2, 'y')")
        assert value(connection, "select count(*) from t") == 1
    for talk in talks:
        talk.send(frontend.CopyDone())
    for talk in talks:
        (done, _) = talk.until(backend.ReadyForQuery)
        assert done == backend.CommandComplete("COPY 1")
        talk.client.close()
    with session(gateway) as connection:
        assert value(connection, "select count(*) from t") == 51


@pytest.mark.slow
@pytest.mark.parametrize(
    "before",
    [(), ("begin", "alter table t add column c int"), ("begin", "create table s.t (a bigint, b text)")],
    ids=["a topic", "altered in the transaction", "made in the transaction"],
)
def test_memory_does_not_grow_with_the_rows(small: Gateway, before: tuple[str, ...]) -> None:
    with session(small) as connection:
        connection.execute("create schema s")
        connection.execute("set search_path = s, public")
        for sql in before:
            connection.execute(sql)

        def copied(size: int) -> int:
            with connection.cursor() as cursor:
                with cursor.copy("copy t (a, b) from stdin") as copy:
                    for data in chunks(size):
                        copy.write(data)
                return cursor.rowcount

        copied(40 << 20)  # what the first segments cost once
        with watched_memory(small.pid) as growth:
            count = copied(MANY_BYTES)
        assert count >= MANY_BYTES // 110
        assert growth() < MOST_GROWTH, f"{growth() / 1e6:.0f} MB"
        print(f"{MANY_BYTES >> 20} MB, {count:,} rows: {growth() / 1e6:.0f} MB of memory")


@pytest.mark.slow
def test_copy_out_to_a_client_that_does_not_read(small: Gateway) -> None:
    with session(small) as connection:
        connection.execute(f"insert into t select range, '{TEXT}' from range(3000000)")
    talk = Talk(small, receive_buffer=1 << 16)
    with watched_memory(small.pid) as growth:
        talk.send(frontend.Query("copy t to stdout"))
        talk.until(backend.CopyOutResponse)
        with session(small) as connection:
            assert value(connection, "select count(*) from t") == 3_000_000
    assert growth() < MOST_GROWTH, f"{growth() / 1e6:.0f} MB"
    cancel(small, talk.key)
    with pytest.raises(psycopg.errors.QueryCanceled):
        for message in talk.until(backend.ReadyForQuery):
            if isinstance(message, backend.ErrorResponse):
                raise psycopg.errors.lookup(message.error.code)(message.error.message)
    talk.client.close()
