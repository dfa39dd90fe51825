"""
Connections: how long one takes, what an idle one costs, and what a slow reader may cost.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg

from bench.measuring import Measured, allow_files, kilobytes, resident, seconds
from tests.fix_gateway import Gateway

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.client import Client
    from bench.servers import World

IDLE: Final = 5000
SLOW_SECONDS: Final = 4
SLOW_BYTES: Final = 1_000_000
SLOW_AT: Final = (0, 190_000_000, 380_000_000)
"""The places of the slow reader's stretches, in bytes of an answer of 398 MB."""


def costs(world: World) -> Iterator[Measured]:
    """Against limits, not peers."""
    yield _connecting(world)
    yield from _idle(world)
    yield _slow_reader(world)


def _connecting(world: World) -> Measured:
    """TCP, SCRAM, the first query."""
    directory = world.directory / "scram"
    directory.mkdir()
    gateway = Gateway(directory, "--https", "off", "--http", "off", "--metrics", "off")
    gateway.start()
    try:
        dsn = gateway.dsn()

        def connect() -> None:
            with psycopg.connect(dsn, sslmode="disable") as connection:
                connection.execute("select 1").fetchone()

        connect()
        taken = statistics.median(seconds(connect) for _ in range(50))
    finally:
        gateway.stop()
    return Measured("connect, SCRAM, first query, p50", taken * 1000, 10, "the limit", "ms", 1)


def _idle(world: World) -> Iterator[Measured]:
    allow_files(IDLE + 500)
    asked = world.to_gateway()
    alone, before = _median_query(asked), resident(world.gateway.pid)
    clients = [world.to_gateway() for _ in range(IDLE)]
    each = (resident(world.gateway.pid) - before) / IDLE
    yield Measured(f"{IDLE:,} idle connections, memory of each", each, 64, "the limit", "KB", 1)
    yield Measured(
        "a query among them, p50", _median_query(asked) * 1000, alone * 1000, "one connection", "ms", 1 / 1.2
    )
    for client in clients:
        client.__exit__()


def _median_query(client: Client) -> float:
    return statistics.median(seconds(lambda: client.query("select 1")) for _ in range(200))


def _slow_reader(world: World) -> Measured:
    """Ten million rows to a client that begins, goes on in the middle and ends at a megabyte a second."""
    pid, reader = world.gateway.pid, world.to_gateway()
    before = resident(pid)
    Path(f"/proc/{pid}/clear_refs").write_text("5")  # proc(5): the peak begins anew with what there is
    reader.send("select i, 'row number ' || i as text from range(10000000) t(i)")
    taken = 0
    for place in SLOW_AT:
        while taken < place:
            taken += reader.read(place - taken)
        taken += _read_slowly(reader)
    reader.drain()
    growth = kilobytes(pid, "VmHWM") - before
    return Measured("10M rows to a slow reader, growth", growth / 1024, 64, "the limit", "MB", 1)


def _read_slowly(reader: Client) -> int:
    taken, ends = 0, time.monotonic() + SLOW_SECONDS
    while time.monotonic() < ends:
        taken += reader.read(SLOW_BYTES // 10)
        time.sleep(0.1)  # this is the client's slowness itself
    return taken
