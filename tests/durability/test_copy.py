"""
COPY FROM STDIN and the promise, in every format: acknowledged is there after SIGKILL, unfinished is nowhere;
memory does not grow with the rows; a client that dies leaves no rows, no segments and no gate.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest

from pggate.types.copy_tuples import SIGNATURE
from pggate.wire import backend, frontend
from tests.durability.test_backpressure import watched_memory
from tests.durability.tools import Talk, cancel, rows, session, until_killed, value
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = pytest.mark.server

LINES = 10_000
TEXT = "x" * 90

SEGMENTS = 40 << 20
"""Bytes of rows that are several segments."""

MANY_BYTES = 300 << 20
MOST_GROWTH = 128 << 20
"""The reader's and two segments' worth of rows, whatever the allocator keeps of them, and no more."""


@dataclass(frozen=True, slots=True)
class Format:
    """
    A format of COPY: its option, a row of topic t, and what stands around all rows.
    """

    option: str
    row: Callable[[int, str], bytes]
    head: bytes = b""
    tail: bytes = b""


def text_row(a: int, b: str) -> bytes:
    return f"{a}\t{b}\n".encode()


def csv_row(a: int, b: str) -> bytes:
    return f'{a},"{b}"\n'.encode()


def binary_row(a: int, b: str) -> bytes:
    data = b.encode()
    return pack("!hiqi", 2, 8, a, len(data)) + data


AS_TEXT: Final = Format("", text_row)
AS_CSV: Final = Format("(format csv)", csv_row)
AS_BINARY: Final = Format("(format binary)", binary_row, SIGNATURE + bytes(8), pack("!h", -1))

in_every_format = pytest.mark.parametrize("form", [AS_TEXT, AS_CSV, AS_BINARY], ids=["text", "csv", "binary"])


def chunk(number: int, form: Format) -> bytes:
    """A megabyte of rows."""
    first = number * LINES
    return b"".join(form.row(first + i, TEXT) for i in range(LINES))


def chunks(size: int, form: Format) -> Iterator[bytes]:
    """Rows of so many bytes, and what stands before them."""
    total = 0
    for number in itertools.count():
        if total >= size:
            return
        data = chunk(number, form)
        total += len(data)
        yield data if number else form.head + data


def copied(connection: psycopg.Connection, sql: str, size: int, form: Format) -> int:
    """COPY so many bytes of rows; how many rows there were."""
    with connection.cursor() as cursor:
        with cursor.copy(f"{sql} {form.option}") as copy:
            for data in chunks(size, form):
                copy.write(data)
            copy.write(form.tail)
        return cursor.rowcount


def files(gateway: Gateway) -> set[Path]:
    return set(Path(gateway.data_dir).rglob("*.parquet"))


def begun(gateway: Gateway, form: Format, *before: str) -> Talk:
    """A connection in the middle of a COPY that has written segments already."""
    talk = Talk(gateway)
    for sql in before:
        talk.send(frontend.Query(sql))
        talk.until(backend.ReadyForQuery)
    there = files(gateway)
    talk.send(frontend.Query(f"copy t from stdin {form.option}"))
    talk.until(backend.CopyInResponse)
    for data in chunks(SEGMENTS, form):
        talk.send(frontend.CopyData(data))
    wait_until(lambda: files(gateway) > there)
    return talk


@pytest.fixture
def small(new_gateway: NewGateway) -> Gateway:
    gateway = new_gateway("--https", "off")
    with session(gateway) as connection:
        connection.execute("create table t (a bigint, b text)")
    return gateway


@in_every_format
def test_kill_in_the_middle_and_after(small: Gateway, form: Format) -> None:
    with session(small) as connection:
        copied(connection, "copy t from stdin", SEGMENTS, form)
        expected = rows(connection, "select count(*), sum(a), max(length(b)) from t")
    assert expected[0][0] % LINES == 0
    talk = begun(small, form)
    small.kill()
    talk.until(backend.CommandComplete)  # the end of the connection
    talk.client.close()
    small.restart()
    with session(small) as connection:
        assert rows(connection, "select count(*), sum(a), max(length(b)) from t") == expected
        connection.execute("insert into t values (1, 'x')")


@in_every_format
def test_a_few_rows_are_durable_when_they_are_acknowledged(small: Gateway, form: Format) -> None:
    with until_killed(), session(small) as connection:
        with connection.cursor().copy(f"copy t from stdin {form.option}") as copy:
            copy.write(form.head + form.row(1, "one") + form.row(2, "two") + form.tail)
        small.kill()
    small.restart()
    with session(small) as connection:
        assert rows(connection, "select a, b from t order by a") == [(1, "one"), (2, "two")]


@in_every_format
@pytest.mark.parametrize("before", [(), ("begin", "insert into t values (0, 'before')")])
def test_a_client_that_dies_leaves_nothing(small: Gateway, before: tuple[str, ...], form: Format) -> None:
    talk = begun(small, form, *before)
    talk.vanish()
    wait_until(lambda: not files(small))
    with session(small) as connection:
        assert value(connection, "select count(*) from t") == 0
        connection.execute("update t set b = 'y'")  # nobody holds the gate
        connection.execute("drop table t")


def test_the_gate_of_a_client_that_dies_is_free(small: Gateway) -> None:
    talk = begun(small, AS_TEXT, "insert into t values (0, 'x')", "begin", "update t set b = 'z'")
    talk.vanish()
    with session(small) as connection:
        connection.execute("set statement_timeout = '20s'")
        connection.execute("update t set b = 'y'")
        assert rows(connection, "select a, b from t") == [(0, "y")]


@in_every_format
def test_cancel_of_a_client_that_sends_nothing(small: Gateway, form: Format) -> None:
    talk = begun(small, form)
    cancel(small, talk.key)
    answer: list[Any] = talk.until(backend.ReadyForQuery)
    assert isinstance(answer[0], backend.ErrorResponse)
    assert answer[0].error.code == "57014"
    talk.send(frontend.CopyData(form.row(1, "x")), frontend.CopyDone(), frontend.Query("select 1"))
    talk.until(backend.ReadyForQuery)
    talk.client.close()
    assert not files(small)


@in_every_format
def test_what_the_client_gives_up_is_nowhere(small: Gateway, form: Format) -> None:
    talk = begun(small, form)
    talk.send(frontend.CopyFail("no more"), frontend.Query("select count(*) from t"))
    failed, _ = talk.until(backend.ReadyForQuery)
    assert (failed.error.code, failed.error.message) == ("57014", "COPY from stdin failed: no more")
    assert backend.DataRows.of([(b"0",)]) in talk.until(backend.ReadyForQuery)
    talk.client.close()
    assert not files(small)


def test_a_wrong_signature_fails_the_transaction(small: Gateway) -> None:
    """What it has copied before goes, too, with its segments and the gate."""
    talk = Talk(small)
    talk.send(frontend.Query("begin"), frontend.Query("copy t from stdin"))
    talk.until(backend.CopyInResponse)
    for data in chunks(SEGMENTS, AS_TEXT):
        talk.send(frontend.CopyData(data))
    talk.send(frontend.CopyDone())
    assert talk.until(backend.ReadyForQuery)[-1] == backend.ReadyForQuery("T")
    assert files(small)
    talk.send(frontend.Query("copy t from stdin (format binary)"))
    talk.send(frontend.CopyData(b"PGCOPY\n\xfe\r\n\0" + bytes(8)), frontend.CopyDone())
    _, failed, ready = talk.until(backend.ReadyForQuery)
    assert (failed.error.code, failed.error.message) == ("22P04", "COPY file signature not recognized")
    assert ready == backend.ReadyForQuery("E")
    talk.send(frontend.Query("select 1"))
    failed, _ = talk.until(backend.ReadyForQuery)
    assert failed.error.code == "25P02"
    talk.send(frontend.Query("commit"))
    assert talk.until(backend.ReadyForQuery) == [
        backend.CommandComplete("ROLLBACK"),
        backend.ReadyForQuery("I"),
    ]
    assert not files(small)
    talk.send(frontend.Query("insert into t values (1, 'x')"), frontend.Query("select a from t"))
    talk.until(backend.ReadyForQuery)
    assert backend.DataRows.of([(b"1",)]) in talk.until(backend.ReadyForQuery)
    talk.client.close()


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
    ("form", "before"),
    [
        (AS_TEXT, ()),
        (AS_CSV, ()),
        (AS_BINARY, ()),
        (AS_TEXT, ("begin", "alter table t add column c int")),
        (AS_TEXT, ("begin", "create table s.t (a bigint, b text)")),
    ],
    ids=["text", "csv", "binary", "altered in the transaction", "made in the transaction"],
)
def test_memory_does_not_grow_with_the_rows(small: Gateway, form: Format, before: tuple[str, ...]) -> None:
    with session(small) as connection:
        connection.execute("create schema s")
        connection.execute("set search_path = s, public")
        for sql in before:
            connection.execute(sql)
        copied(connection, "copy t (a, b) from stdin", SEGMENTS, form)  # what the first segments cost once
        with watched_memory(small.pid) as growth:
            count = copied(connection, "copy t (a, b) from stdin", MANY_BYTES, form)
        assert count >= MANY_BYTES // 110
        assert growth() < MOST_GROWTH, f"{growth() / 1e6:.0f} MB"
        print(f"{MANY_BYTES >> 20} MB, {count:,} rows: {growth() / 1e6:.0f} MB of memory")


@pytest.mark.slow
@in_every_format
def test_copy_out_to_a_client_that_does_not_read(small: Gateway, form: Format) -> None:
    with session(small) as connection:
        connection.execute(f"insert into t select range, '{TEXT}' from range(3000000)")
    talk = Talk(small, receive_buffer=1 << 16)
    with watched_memory(small.pid) as growth:
        talk.send(frontend.Query(f"copy t to stdout {form.option}"))
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
