"""
Open cursors over more rows than there is memory or disk for them: what they cost the server, and for how long.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.durability.tools import memory
from tests.waiting import wait_until

if TYPE_CHECKING:
    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

MANY = 100_000_000
MB = 1024 * 1024
GROWTH = 128 * MB
"""Of the server, engine included.  The rows would be 1.6 GB of Arrow."""
SPOOL = 64 * MB
AT_ONCE = 5.0
"""Seconds; a hundred times less than the rows take."""

QUERY = f"select n, n * 2 as twice from generate_series(1, {MANY}) as s(n)"


@pytest.fixture
def gateway(new_gateway: NewGateway) -> Gateway:
    return new_gateway("--auth", "trust", config={"engine": {"spool_bytes": SPOOL}})


def set_aside(gateway: Gateway) -> int:
    """Bytes of the server's files without a name where results are set aside."""
    size = 0
    for descriptor in Path(f"/proc/{gateway.pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            if "/results/" in str(descriptor.readlink()):
                size += descriptor.stat().st_size
    return size


def test_a_cursor_over_many_rows_costs_little(gateway: Gateway) -> None:
    with psycopg.connect(gateway.dsn()) as connection:
        connection.execute("select count(*) from generate_series(1, 1000)")
        before = most = memory(gateway.pid)
        began = time.monotonic()
        connection.execute(f"declare c cursor for {QUERY}")
        for start in range(1, 200_000, 10_000):
            rows = connection.execute("fetch 10000 from c").fetchall()
            assert (rows[0], len(rows)) == ((start, 2 * start), 10_000)
            most = max(most, memory(gateway.pid))
        assert connection.execute("move 1000000 in c").statusmessage == "MOVE 1000000"
        most = max(most, memory(gateway.pid))
        assert most - before < GROWTH
        assert set_aside(gateway) == 0  # nothing else has needed the engine
        began = time.monotonic()
        connection.execute("close c")
        assert connection.execute("select 1").fetchone() == (1,)
        assert time.monotonic() - began < AT_ONCE


def test_what_does_not_fit_into_the_spool_is_refused(gateway: Gateway) -> None:
    """The statement that would have it set aside fails; as everywhere, its transaction with it."""
    with psycopg.connect(gateway.dsn()) as connection:
        before = memory(gateway.pid)
        connection.execute(f"declare c cursor for {QUERY}")
        connection.execute("fetch 10 from c")
        with pytest.raises(psycopg.errors.ConfigurationLimitExceeded, match="too large to be set aside"):
            connection.execute("select count(*) from generate_series(1, 10)")
        assert memory(gateway.pid) - before < GROWTH
        assert set_aside(gateway) == 0
        connection.rollback()
        assert connection.execute("select 1").fetchone() == (1,)


@pytest.mark.parametrize("options", ["scroll cursor", "cursor with hold"])
def test_what_cannot_be_kept_is_refused(gateway: Gateway, options: str) -> None:
    with psycopg.connect(gateway.dsn()) as connection:
        before = memory(gateway.pid)
        connection.execute(f"declare c {options} for {QUERY}")
        connection.execute("fetch 10 from c")
        with pytest.raises(psycopg.errors.ConfigurationLimitExceeded, match="too many to be kept"):
            connection.execute("move last from c" if "scroll" in options else "commit")
        assert memory(gateway.pid) - before < GROWTH
        assert set_aside(gateway) == 0
        connection.rollback()
        assert connection.execute("select 1").fetchone() == (1,)


def test_a_client_that_goes_leaves_nothing(gateway: Gateway) -> None:
    connection = psycopg.connect(gateway.dsn())
    connection.execute(
        "declare c scroll cursor with hold for select n from generate_series(1, 1000000) as s(n)"
    )
    connection.execute("fetch 500000 from c")
    connection.execute("commit")
    assert set_aside(gateway) > 1_000_000
    connection.close()
    wait_until(lambda: not set_aside(gateway))


def test_the_rows_of_a_large_fetch_come_as_they_are_read(gateway: Gateway) -> None:
    """One FETCH of everything is as lazy as a query: a client that leaves it stops the engine."""
    with psycopg.connect(gateway.dsn()) as connection:
        connection.execute(f"declare c cursor for {QUERY}")
        before = memory(gateway.pid)
        with connection.cursor() as cursor:
            rows = cursor.stream("fetch all from c")
            assert [next(rows) for _ in range(3)] == [(1, 2), (2, 4), (3, 6)]
            assert memory(gateway.pid) - before < GROWTH
            connection.cancel_safe()
            with pytest.raises(psycopg.errors.QueryCanceled):
                for _ in rows:
                    pass
        connection.rollback()
        assert connection.execute("select 1").fetchone() == (1,)
