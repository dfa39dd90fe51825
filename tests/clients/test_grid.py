"""
The acceptance grid through psql, asyncpg and DuckDB's ATTACH (TYPE postgres): 26 types, 260 rows, every cell right.

A type that a topic does not store comes from a view, where it must arrive whole.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import struct
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import asyncpg
import duckdb
import psycopg
import pytest

from tests.clients.conftest import fresh_database
from tests.clients.grid import GRID, MOODS
from tests.clients.test_duckdb import attach, extension
from tests.clients.test_psql import PSQL, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server
    from tests.clients.grid import Cell, Column
    from tests.fix_gateway import Gateway

pytestmark = pytest.mark.server

NULL = "~"
ROWS = 10


@pytest.fixture(scope="module")
def grid(gateway: Gateway) -> Iterator[Server]:
    """A database with a topic or a view for every column of the grid."""
    with fresh_database(gateway) as server:
        with psycopg.connect(server.dsn, autocommit=True) as connection:
            labels = ", ".join("'" + mood.replace("'", "''") + "'" for mood in MOODS)
            connection.execute(f"create type mood as enum ({labels})")
            for column in GRID:
                for statement in definition(column):
                    connection.execute(statement)
        yield server


def definition(column: Column) -> list[str]:
    """The statements that make a relation of n and val."""
    rows = ", ".join(f"({n}, {cell.sql})" for n, cell in enumerate(column.cells))
    if not column.is_stored:
        return [f"create view {column.name} as select n, val from (values {rows}) v(n, val)"]
    return [
        f"create table {column.name} (n int, val {column.type})",
        f"insert into {column.name} values {rows}",
    ]


def test_the_grid_is_whole() -> None:
    assert len(GRID) == 26
    assert all(len(column.cells) == ROWS for column in GRID)
    assert sum(len(column.cells) for column in GRID) == 260


@pytest.mark.skipif(PSQL is None, reason="psql, the client program of PostgreSQL, is not installed")
def test_psql(grid: Server) -> None:
    queries = "\n".join(f"select val from {column.name} order by n;\n\\echo ---" for column in GRID)
    done = run(grid, "-At", "-P", f"null={NULL}", "-v", "ON_ERROR_STOP=1", script=queries)
    assert (done.returncode, done.stderr) == (0, "")
    printed = done.stdout.split("---\n")[:-1]
    for column, rows in zip(GRID, printed, strict=True):
        expected = [NULL if cell.text is None else cell.text for cell in column.cells]
        assert rows.splitlines() == expected, column.name


def test_asyncpg(grid: Server) -> None:
    async def read() -> list[list[Any]]:
        connection = await asyncpg.connect(**grid.login)
        try:
            return [
                [value for (value,) in await connection.fetch(f"select val from {column.name} order by n")]
                for column in GRID
            ]
        finally:
            await connection.close()

    for column, got in zip(GRID, asyncio.run(read()), strict=True):
        assert shown(got) == shown([cell.value for cell in column.cells]), column.name


def test_duckdb(grid: Server) -> None:
    with duckdb.connect(config={"allow_unsigned_extensions": "true"}) as connection:
        connection.execute(f"LOAD '{extension('postgres_scanner')}'")
        attach(connection, grid, "g")
        for column in GRID:
            got = [
                value
                for (value,) in connection.execute(f"select val from g.{column.name} order by n").fetchall()
            ]
            assert shown(got) == shown([in_duckdb(connection, column, cell) for cell in column.cells]), (
                column.name
            )


def test_duckdb_has_whole_numbers_exactly_by_a_query(grid: Server) -> None:
    """A numeric without a precision is a DOUBLE to DuckDB, and a text or a numeric(38,0) is what it is."""
    (column,) = (column for column in GRID if column.name == "hugeints")
    with duckdb.connect(config={"allow_unsigned_extensions": "true"}) as connection:
        connection.execute(f"LOAD '{extension('postgres_scanner')}'")
        attach(connection, grid, "g")
        query = (
            "select val::text, case when abs(val) < 1e38 then val::numeric(38,0) end from hugeints order by n"
        )
        found = connection.execute(f"select * from postgres_query('g', '{query}')").fetchall()
    texts = [cell.text for cell in column.cells]
    assert [text for text, _ in found] == texts
    fitting = [number for text, number in found if number is not None]
    assert fitting == [Decimal(text) for text in texts if text is not None and len(text.lstrip("-")) <= 38]
    assert fitting


def in_duckdb(connection: duckdb.DuckDBPyConnection, column: Column, cell: Cell) -> Any:
    """A value as DuckDB reads it: a numeric without a precision is a DOUBLE to it."""
    match column.name:
        case "hugeints" if cell.value is not None:
            return float(cell.value)
        case "intervals":  # Python's have no months: its months have another length here
            (value,) = connection.execute(f"select {cell.sql}").fetchone() or ()
            return value
        case _:
            return cell.value


def shown(values: list[Any]) -> list[str]:
    """Values as text that tells apart all that should be: zeros by their sign, numbers by their scale."""
    return [one_shown(value) for value in values]


def one_shown(value: Any) -> str:
    match value:
        case float():
            return struct.pack("d", value).hex()
        case dt.datetime() if value.tzinfo is not None:
            return repr(value.astimezone(dt.UTC))
        case dt.timedelta() | dt.datetime() | dt.date() | dt.time():
            return repr(value)
        case None | bool() | int() | list():
            return repr(value)
        case Decimal():
            return format(value, "f")  # asyncpg's may have an exponent
        case bytes() | memoryview() | bytearray():
            return bytes(value).hex()
        case _:
            return str(value)
