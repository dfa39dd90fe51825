"""
What tools ask the catalogs: the slowest statement of each, on a lake of a thousand topics.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from functools import partial
from typing import TYPE_CHECKING, Final

import asyncpg
import psycopg
from psycopg.conninfo import make_conninfo

from bench.measuring import ROUNDS, Measured
from pggate.doctor import answers, examination, scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.servers import World
    from pggate.doctor.scripts import Step

TOPICS: Final = 1000
COLUMNS: Final = 30
TYPES: Final = (
    "integer",
    "bigint",
    "text",
    "varchar(20)",
    "numeric(10,2)",
    "timestamptz",
    "boolean",
    "text[]",
)
LIMIT: Final = 50.0
"""Milliseconds: DBeaver and Power BI send dozens of them for a click."""


def statements(world: World) -> Iterator[Measured]:
    """What `pggate doctor` sends, in the same session again and again; the first time it is analysed, too."""
    connect = _furnished(world)
    for tool in scripts.names():
        taken = asyncio.run(_taken(connect, scripts.steps(tool)))
        title, slowest = max(taken.items(), key=lambda one: one[1])
        yield Measured(f"{tool}: {title}", slowest, LIMIT, "limit", "ms", 1)


def _furnished(world: World) -> partial[asyncpg.Connection]:
    """The reference's relations beside the thousand topics, in a database of their own."""
    host, port = world.gateway.addresses["pgwire"]
    world.run(f"CREATE DATABASE {examination.DATABASE}")
    connect = partial(
        asyncpg.connect, host=host, port=port, user="pggate", database=examination.DATABASE, ssl=False
    )
    asyncio.run(examination.furnish(connect))
    columns = ", ".join(f"column_{n} {TYPES[n % len(TYPES)]}" for n in range(COLUMNS))
    dsn = make_conninfo(world.gateway.dsn(), dbname=examination.DATABASE)
    with psycopg.connect(dsn) as connection:
        connection.execute("create schema many")
        for number in range(TOPICS):
            connection.execute(f"create table many.topic_{number} ({columns})")
    return connect


async def _taken(connect: partial[asyncpg.Connection], steps: tuple[Step, ...]) -> dict[str, float]:
    """Milliseconds of each statement, the median: by what the user does, and its place."""
    connection = await connect()
    try:
        oids = dict(await connection.fetch(answers.OIDS))
        return {
            f"{step.title}, {place}": statistics.median(
                [await _milliseconds(connection, step, oids) for _ in range(ROUNDS)]
            )
            for place, step in enumerate(steps)
        }
    finally:
        await connection.close()


async def _milliseconds(connection: asyncpg.Connection, step: Step, oids: dict[str, int]) -> float:
    started = time.perf_counter()
    await answers.ask(connection, step, oids)
    return (time.perf_counter() - started) * 1000
