"""
Moving rows: results out, COPY in both directions, and what drivers make of them.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

import asyncpg
import psycopg
import psycopg2

from bench import tables
from bench.measuring import Measured, interleaved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.servers import World

SELECT = "select * from mixed"


def results(world: World) -> Iterator[Measured]:
    """A million rows to a client that only drains."""
    tables.mixed(world)
    tables.mixed_in_buenavista(world)
    ours, theirs, neighbour = world.to_gateway(), world.to_postgres(), world.to_buenavista()
    text = interleaved(
        {
            "pggate": partial(ours.query, SELECT),
            "PostgreSQL 15": partial(theirs.query, SELECT),
            "a tenth by buenavista": partial(neighbour.query, f"{SELECT} limit {tables.ROWS // 10}"),
        },
        rounds=3,
    )
    yield _line("SELECT, 1M rows x 7 columns, text", text, 1.5)
    slow = text["a tenth by buenavista"] * 10  # all of it would take half a minute
    yield Measured("SELECT, 1M rows x 7 columns, text", text["pggate"], slow, "buenavista", "s", 100)
    binary = interleaved(
        {"pggate": partial(ours.query_binary, SELECT), "PostgreSQL 15": partial(theirs.query_binary, SELECT)}
    )
    yield _line("SELECT, 1M rows x 7 columns, binary", binary, 1.5)


def copies(world: World) -> Iterator[Measured]:
    """COPY out and in; in is until the rows are durable."""
    tables.mixed(world)
    ours, theirs = world.to_gateway(), world.to_postgres()
    for name, options, goal in (("text", "", 1.5), ("binary", " (format binary)", 2)):
        sql = f"copy mixed to stdout{options}"
        yield _line(
            f"COPY TO STDOUT, {name}",
            interleaved({"pggate": partial(ours.query, sql), "PostgreSQL 15": partial(theirs.query, sql)}),
            goal,
        )
    for create in (world.run, world.run_in_postgres):
        create("drop table if exists copied", f"create table copied ({tables.COLUMNS['mixed']})")
    for name, options in (("text", ""), ("binary", " (format binary)")):
        pieces = _pieces(world, f"copy mixed to stdout{options}")
        sql = f"copy copied from stdin{options}"
        taken = interleaved(
            {
                "pggate": partial(ours.copy_in, sql, pieces),
                "PostgreSQL 15": partial(theirs.copy_in, sql, pieces),
            },
            rounds=3,
        )
        yield _line(f"COPY FROM STDIN, {name}, 1M rows until durable", taken, 1)


def drivers(world: World) -> Iterator[Measured]:
    """The same SELECT fetched whole by drivers, and copied into a DuckDB over ATTACH."""
    tables.mixed(world)
    for name, fetch in FETCHES.items():
        ours, theirs = world.gateway.dsn(), world.postgres.dsn()
        taken = interleaved(
            {"pggate": partial(fetch, ours), "PostgreSQL 15": partial(fetch, theirs)}, rounds=3
        )
        yield _line(f"SELECT, 1M rows, {name}", taken, 1)
    client = world.duckdb_client()
    client.execute(f"ATTACH '{world.gateway.dsn()}' AS gateway (TYPE postgres)")
    client.execute(f"ATTACH '{world.postgres.dsn()}' AS postgres (TYPE postgres)")

    def attach(name: str) -> Callable[[], object]:
        return lambda: client.execute(f"create or replace table taken as select * from {name}.public.mixed")

    taken = interleaved({"pggate": attach("gateway"), "PostgreSQL 15": attach("postgres")})
    yield _line("DuckDB, CREATE TABLE AS over ATTACH", taken, 1.3)


def _line(name: str, taken: dict[str, float], goal: float) -> Measured:
    return Measured(name, taken["pggate"], taken["PostgreSQL 15"], "PostgreSQL 15", "s", goal)


def _pieces(world: World, sql: str) -> list[bytes]:
    """COPY data in messages of a usual size."""
    with psycopg.connect(world.postgres.dsn()) as connection, connection.cursor().copy(sql) as copy:
        data = b"".join(bytes(piece) for piece in copy)
    size = 64 * 1024
    return [data[at : at + size] for at in range(0, len(data), size)]


def _psycopg(dsn: str, *, binary: bool) -> None:
    with psycopg.connect(dsn) as connection:
        assert len(connection.execute(SELECT, binary=binary).fetchall()) == tables.ROWS


def _psycopg2(dsn: str) -> None:
    connection = psycopg2.connect(dsn)
    cursor = connection.cursor()
    cursor.execute(SELECT)
    assert len(cursor.fetchall()) == tables.ROWS
    connection.close()


def _asyncpg(dsn: str) -> None:
    async def fetch() -> None:
        parameters: dict[str, Any] = psycopg.conninfo.conninfo_to_dict(dsn)
        parameters["database"] = parameters.pop("dbname")
        connection = await asyncpg.connect(**parameters)
        assert len(await connection.fetch(SELECT)) == tables.ROWS
        await connection.close()

    asyncio.run(fetch())


FETCHES: dict[str, Callable[[str], None]] = {
    "psycopg, text": lambda dsn: _psycopg(dsn, binary=False),
    "psycopg, binary": lambda dsn: _psycopg(dsn, binary=True),
    "psycopg2": _psycopg2,
    "asyncpg": _asyncpg,
}
