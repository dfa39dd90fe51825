"""
A client that reads slowly holds back the engine and not the memory; one that goes away stops its statement.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg
import pytest

from pggate.wire import backend, frontend
from tests.durability.tools import Crew, Talk, memory, metric, rows, session
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

ROWS = 10_000_000
RATE = 1 << 20  # bytes a second
SECONDS = 20.0
GROWTH = 64 << 20  # bytes
PROMPTLY = 1.0  # seconds from a client's end to the end of its statement
WINDOW = 1 << 18  # receive buffer of the slow client: the kernel's would take megabytes

WIDE = f"select i, i * 2 as twice, 'row number ' || i as text from range({ROWS}) r(i)"
LONG_AGGREGATE = "select sum(hash(i)) from range(100000000000) r(i)"


@pytest.fixture(scope="module")
def filled(gateway: Gateway) -> Gateway:
    """A gateway with a topic of ten million rows, and none of the memory that making it took."""
    with session(gateway) as connection:
        connection.execute(f"create table big as {WIDE}")
        assert rows(connection, "select count(*) from big") == [(ROWS,)]
    gateway.restart()
    return gateway


def canceled(gateway: Gateway) -> float:
    return metric(gateway, "pggate_queries_total", outcome="canceled")


def connections(gateway: Gateway) -> float:
    return metric(gateway, "pggate_connections")


def simply(sql: str) -> tuple[frontend.Frontend, ...]:
    return (frontend.Query(sql),)


def extended(sql: str) -> tuple[frontend.Frontend, ...]:
    return (
        frontend.Parse("", sql, ()),
        frontend.Bind("", "", (), (), (1,)),
        frontend.Describe("P", ""),
        frontend.Execute("", 0),
        frontend.Sync(),
    )


def read_slowly(talk: Talk, seconds: float) -> int:
    """Take RATE bytes a second; how many there were."""
    taken, began = 0, time.monotonic()
    while (passed := time.monotonic() - began) < seconds:
        if taken < passed * RATE:
            data = talk.socket.recv(1 << 14)
            assert data
            taken += len(data)
        else:
            time.sleep(0.005)  # this is the client's slowness itself
    return taken


@contextlib.contextmanager
def watched_memory(pid: int) -> Iterator[Callable[[], int]]:
    """The most that a process has grown by inside of this."""
    before = most = memory(pid)
    done = False

    def watch() -> None:
        nonlocal most
        while not done:
            most = max(most, memory(pid))
            time.sleep(0.02)

    crew = Crew()
    crew.start(watch)
    try:
        yield lambda: most - before
    finally:
        done = True
        crew.join()


@pytest.mark.parametrize(
    ("how", "sql", "tls", "seconds"),
    [
        (simply, "select * from big", False, SECONDS),
        (extended, "select * from big", False, SECONDS / 4),
        (simply, "select * from big", True, SECONDS / 4),
        (extended, WIDE, False, SECONDS / 4),
    ],
    ids=["simple", "extended", "tls", "no topic"],
)
def test_a_slow_reader(
    filled: Gateway,
    how: Callable[[str], tuple[frontend.Frontend, ...]],
    sql: str,
    tls: bool,
    seconds: float,
) -> None:
    gateway = filled
    with session(gateway) as other:
        rows(other, f"select * from ({sql}) q limit 100000")  # what the first use of everything takes
        stopped, alive = canceled(gateway), connections(gateway)
        talk = Talk(gateway, tls=tls, receive_buffer=WINDOW)
        with watched_memory(gateway.pid) as growth:
            talk.send(*how(sql))
            with ThreadPoolExecutor(1) as pool:
                reading = pool.submit(read_slowly, talk, seconds)
                answers = 0
                while not reading.done():
                    assert rows(other, "select count(*) from big where i < 1000") == [(1000,)]
                    answers += 1
                taken = reading.result()
            assert canceled(gateway) == stopped
            talk.vanish()
            took = wait_until(lambda: canceled(gateway) == stopped + 1)
            wait_until(lambda: connections(gateway) == alive)
        print(
            f"{taken / 1e6:.1f} MB in {seconds:.0f} s, {growth() / 1e6:.1f} MB of memory,"
            f" stopped after {took * 1000:.0f} ms, {answers} other queries meanwhile"
        )
        assert taken >= 0.9 * seconds * RATE
        assert growth() <= GROWTH
        assert took <= PROMPTLY
        assert answers > seconds
        assert rows(other, "select count(*) from big") == [(ROWS,)]


def half_close(talk: Talk) -> None:
    talk.socket.shutdown(socket.SHUT_WR)


def reset(talk: Talk) -> None:
    talk.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    talk.vanish()


@pytest.mark.parametrize("leave", [half_close, Talk.vanish, reset])
@pytest.mark.parametrize("how", [simply, extended])
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_a_client_that_leaves_during_an_aggregate(
    gateway: Gateway,
    leave: Callable[[Talk], None],
    how: Callable[[str], tuple[frontend.Frontend, ...]],
    tls: bool,
) -> None:
    stopped, alive = canceled(gateway), connections(gateway)
    talk = Talk(gateway, tls=tls)
    with contextlib.closing(talk.client):
        talk.send(*how(LONG_AGGREGATE))
        with session(gateway) as other:
            assert rows(other, "select 1") == [(1,)]
            wait_until(lambda: running(gateway))
        leave(talk)
        took = wait_until(lambda: canceled(gateway) == stopped + 1)
        assert took <= PROMPTLY
        wait_until(lambda: connections(gateway) == alive)
        if leave is half_close and not tls:
            told = talk.until(backend.ReadyForQuery)
            (error,) = [message.error for message in told if isinstance(message, backend.ErrorResponse)]
            assert error.code == "57014"


def running(gateway: Gateway) -> bool:
    """Has the engine's work begun?  More than half a core's worth of it."""
    before, began = cpu(gateway), time.monotonic()
    time.sleep(0.05)
    return cpu(gateway) - before > 0.5 * (time.monotonic() - began)


def cpu(gateway: Gateway) -> float:
    return metric(gateway, "process_cpu_seconds_total")


def test_a_transaction_whose_client_leaves_is_rolled_back(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--https", "off")
    with session(gateway) as connection:
        connection.execute("create table t as select i as a from range(10) r(i)")
        alive = connections(gateway)
        talk = Talk(gateway)
        talk.send(frontend.Query("begin; delete from t where a < 5; insert into t values (100)"))
        talk.until(backend.ReadyForQuery)
        talk.send(frontend.Query(LONG_AGGREGATE))
        talk.vanish()
        wait_until(lambda: connections(gateway) == alive)
        connection.execute("delete from t where a = 9")  # the gate is free
        assert rows(connection, "select count(*), sum(a) from t") == [(9, 36)]


def test_a_timeout_of_any_length_stops_the_statement(gateway: Gateway) -> None:
    """Also one that has passed before the engine was asked."""
    with session(gateway) as connection:
        for milliseconds in range(1, 30):
            connection.execute(f"set statement_timeout = {milliseconds}")
            began = time.monotonic()
            with pytest.raises(psycopg.errors.QueryCanceled, match="statement timeout"):
                connection.execute(LONG_AGGREGATE)
            assert time.monotonic() - began <= PROMPTLY
