"""
What tools ask the catalogs: the slowest statement of each, on a lake of a thousand topics.
"""

from __future__ import annotations

import asyncio
import statistics
from functools import partial
from typing import TYPE_CHECKING, Final

import asyncpg
import psycopg
from psycopg.conninfo import make_conninfo

from bench.client import Client
from bench.measuring import ROUNDS, Measured, seconds
from pggate.doctor import answers, examination, scripts
from pggate.doctor.scripts import with_oids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    """
    What `pggate doctor` sends, in the same session again and again; the first time it is analysed, too.

    Until the last byte of the answer is there: what a client makes of 30,000 rows is its own.
    """
    connect = _furnished(world)
    oids = asyncio.run(_oids(connect))
    host, port = world.gateway.addresses["pgwire"]
    for tool in scripts.names():
        with Client(host, port, "pggate", examination.DATABASE) as client:
            taken = _taken(client, scripts.steps(tool), oids)
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


async def _oids(connect: partial[asyncpg.Connection]) -> Mapping[str, int]:
    connection = await connect()
    try:
        return dict(await connection.fetch(answers.OIDS))
    finally:
        await connection.close()


def _taken(client: Client, steps: tuple[Step, ...], oids: Mapping[str, int]) -> dict[str, float]:
    """Milliseconds of each statement, the median: by what the user does, and its place."""
    return {
        f"{step.title}, {place}": statistics.median(_milliseconds(client, step, oids) for _ in range(ROUNDS))
        for place, step in enumerate(steps)
    }


def _milliseconds(client: Client, step: Step, oids: Mapping[str, int]) -> float:
    text, parameters = with_oids(step.text, oids), [with_oids(one, oids) for one in step.parameters]
    return seconds(lambda: client.query_binary(text, *parameters)) * 1000
