"""
Value → INSERT by parameter → SELECT: every type that a topic has, by every driver, in text and in binary.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from math import isnan
from typing import TYPE_CHECKING, Any

import asyncpg
import duckdb
import pg8000.native
import psycopg
import psycopg2
import psycopg2.extras
import pytest
from psycopg.types.json import Json

from tests.clients import values
from tests.clients.drawn import BETWEEN, round_trips
from tests.clients.test_duckdb import attach, extension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.clients.conftest import Server
    from tests.clients.drawn import Rows

pytestmark = pytest.mark.server


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_psycopg(server: Server, binary: bool) -> None:
    mark = "%b" if binary else "%t"
    insert = f"insert into samples values ({', '.join([mark] * values.WIDTH)})"
    with (
        psycopg.connect(server.dsn, autocommit=True) as connection,
        connection.cursor(binary=binary) as cursor,
    ):
        cursor.execute(values.CREATE.encode())

        def write(rows: Rows) -> None:
            cursor.executemany(insert.encode(), values.converted(rows, Json, values.is_json))

        def read(first: int, end: int) -> Sequence[Sequence[Any]]:
            return cursor.execute(BETWEEN.format(first, end).encode()).fetchall()

        round_trips(write, read)


def test_psycopg2(server: Server) -> None:
    marks = ["%s", *("%s::json[]" if one.type == "json[]" else "%s" for one in values.COLUMNS)]
    insert = f"insert into samples values ({', '.join(marks)})"
    with closing(psycopg2.connect(server.dsn)) as connection, connection.cursor() as cursor:
        connection.autocommit = True
        psycopg2.extras.register_uuid(conn_or_curs=connection)
        cursor.execute(values.CREATE)

        def write(rows: Rows) -> None:
            for row in values.converted(rows, psycopg2.extras.Json, values.is_json):
                cursor.execute(insert, row)

        def read(first: int, end: int) -> Sequence[Sequence[Any]]:
            cursor.execute(BETWEEN.format(first, end))
            return cursor.fetchall()

        round_trips(write, read, without_negative_zeros)


def without_negative_zeros(value: Any) -> Any:
    """psycopg2 writes -0.0 as a literal, which is a numeric's zero."""
    if isinstance(value, list):
        return [without_negative_zeros(element) for element in value]
    return 0.0 if isinstance(value, float) and value == 0 else value


def test_pg8000(server: Server) -> None:
    names = [f"p{n}" for n in range(values.WIDTH)]
    insert = f"insert into samples values ({', '.join(f':{name}' for name in names)})"
    with closing(pg8000.native.Connection(**server.login)) as connection:
        connection.run(values.CREATE)

        def write(rows: Rows) -> None:
            for row in values.converted(rows, json.dumps, values.is_json):
                connection.run(insert, **dict(zip(names, row, strict=True)))

        def read(first: int, end: int) -> Sequence[Sequence[Any]]:
            return list(connection.run(BETWEEN.format(first, end)) or [])

        round_trips(write, read)


def test_asyncpg(server: Server) -> None:
    marks = ", ".join(f"${n}" for n in range(1, values.WIDTH + 1))
    with asyncio.Runner() as runner:
        connection = runner.run(asyncpg.connect(**server.login))
        runner.run(connection.execute(values.CREATE))

        def write(rows: Rows) -> None:
            sent = values.converted(rows, json.dumps, values.is_json)
            runner.run(connection.executemany(f"insert into samples values ({marks})", sent))

        def read(first: int, end: int) -> Sequence[Sequence[Any]]:
            found = runner.run(connection.fetch(BETWEEN.format(first, end)))
            return list(values.converted(found, json.loads, values.is_json))

        round_trips(write, read)
        runner.run(connection.close())


def test_duckdb(server: Server) -> None:
    """DuckDB is given and gives JSON as text."""
    insert = f"insert into g.samples values ({', '.join(['?'] * values.WIDTH)})"
    with duckdb.connect(config={"allow_unsigned_extensions": "true"}) as connection:
        connection.execute(f"LOAD '{extension('postgres_scanner')}'")
        attach(connection, server, "g")
        connection.execute(f"call postgres_execute('g', '{values.CREATE}')")
        connection.execute("call pg_clear_cache()")

        def write(rows: Rows) -> None:
            connection.execute("begin")
            for row in values.converted(rows, json.dumps, values.is_json):
                connection.execute(insert, row)
            connection.execute("commit")

        def read(first: int, end: int) -> Sequence[Sequence[Any]]:
            found = connection.execute(BETWEEN.format(first, end).replace("samples", "g.samples")).fetchall()
            return list(values.converted(found, json.loads, values.is_json))

        round_trips(write, read, as_duckdb_sends_it)


def as_duckdb_sends_it(value: Any) -> Any:
    """duckdb 1.5.5 makes NULL of NaN in a list that it is given, and of the text `null` in one that it sends."""
    if not isinstance(value, list):
        return value
    return [None if _is_lost(element) else element for element in value]


def _is_lost(element: Any) -> bool:
    if isinstance(element, str):
        return element.lower() == "null"
    return isinstance(element, float) and isnan(element)
