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
from tests.clients.drawn import DUCKDB, FURTHER, SAMPLES, TEXTS, round_trips
from tests.clients.test_duckdb import attach, extension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.clients.conftest import Server
    from tests.clients.drawn import Rows, Table
    from tests.clients.values import Sample

pytestmark = pytest.mark.server

TRIPS = [(peer, table) for table in (SAMPLES, FURTHER, DUCKDB, TEXTS) for peer in ("pggate", "postgres")]
EVERY = pytest.mark.parametrize(
    ("server", "table"),
    [
        pytest.param(peer, table, id=f"{peer}-{table.name}")
        for peer, table in TRIPS
        if (peer, table) != ("postgres", DUCKDB)
    ],
    indirect=["server"],
)


@EVERY
@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_psycopg(server: Server, table: Table, binary: bool) -> None:
    # A text that is sent in binary has the type text, which is no date; as text it has none.
    mark = "%b" if binary and not table.by_text else "%t"
    table = table.without(*NOT_IN_PSYCOPG) if not server.is_postgres else table
    insert = table.insert(lambda _number, _one: mark)
    with (
        psycopg.connect(server.dsn, autocommit=True) as connection,
        connection.cursor(binary=binary) as cursor,
    ):
        for statement in table.create:
            cursor.execute(statement.encode())

        def write(rows: Rows) -> None:
            cursor.executemany(insert.encode(), values.converted(rows, Json, values.is_json, table.columns))

        def read(query: str) -> Sequence[Sequence[Any]]:
            return cursor.execute(query.encode()).fetchall()

        round_trips(table, write, read)


NOT_IN_PSYCOPG: dict[str, str] = {
    "a_matrix": "it says that a list of lists is an int4[], which has one dimension here",
    "a_matrix_of_text": "as a_matrix",
}


@EVERY
def test_psycopg2(server: Server, table: Table) -> None:
    insert = table.insert(lambda _number, one: as_psycopg2_marks(one))
    with closing(psycopg2.connect(server.dsn)) as connection, connection.cursor() as cursor:
        connection.autocommit = True
        psycopg2.extras.register_uuid(conn_or_curs=connection)
        for statement in table.create:
            cursor.execute(statement)

        def write(rows: Rows) -> None:
            for row in values.converted(rows, psycopg2.extras.Json, values.is_json, table.columns):
                cursor.execute(insert, row)

        def read(query: str) -> Sequence[Sequence[Any]]:
            cursor.execute(query)
            return cursor.fetchall()

        round_trips(table, write, read, without_negative_zeros)


def as_psycopg2_marks(sample: Sample) -> str:
    """A list is ARRAY[…] of texts to it, where JSON is meant."""
    return f"%s::{sample.type}" if sample.type in {"json[]", "jsonb[]"} else as_document("%s", sample)


def as_document(mark: str, sample: Sample) -> str:
    """A text without a type is read for a STRUCT or a MAP as DuckDB writes these."""
    return f"{mark}::json" if sample.type == "json" and sample.declared else mark


def without_negative_zeros(value: Any) -> Any:
    """psycopg2 writes -0.0 as a literal, which is a numeric's zero."""
    if isinstance(value, list):
        return [without_negative_zeros(element) for element in value]
    return 0.0 if isinstance(value, float) and value == 0 else value


@EVERY
def test_pg8000(server: Server, table: Table) -> None:
    insert = table.insert(lambda number, one: as_document(f":p{number}", one))
    names = [f"p{number}" for number, _ in enumerate(table.names, 1)]
    with closing(pg8000.native.Connection(**server.login)) as connection:
        for statement in table.create:
            connection.run(statement)

        def write(rows: Rows) -> None:
            for row in values.converted(rows, json.dumps, values.is_json, table.columns):
                connection.run(insert, **dict(zip(names, row, strict=True)))

        def read(query: str) -> Sequence[Sequence[Any]]:
            return list(connection.run(query) or [])

        round_trips(table, write, read)


# What asyncpg is told to send and read as text, since datetime holds neither 24:00 nor years BC.
SPOKEN_AS_TEXT = ("date", "timestamp", "timestamptz", "time")


@EVERY
def test_asyncpg(server: Server, table: Table) -> None:
    with asyncio.Runner() as runner:
        connection = runner.run(asyncpg.connect(**server.login))
        for statement in table.create:
            runner.run(connection.execute(statement))
        if table.by_text:
            for name in SPOKEN_AS_TEXT:
                codec = {"encoder": str, "decoder": str, "format": "text", "schema": "pg_catalog"}
                runner.run(connection.set_type_codec(name, **codec))
        table = table.without(*NOT_IN_ASYNCPG)
        insert = table.insert(lambda number, one: as_document(f"${number}", one))

        def write(rows: Rows) -> None:
            sent = values.converted(rows, json.dumps, values.is_json, table.columns)
            runner.run(connection.executemany(insert, sent))

        def read(query: str) -> Sequence[Sequence[Any]]:
            found = runner.run(connection.fetch(query))
            return list(values.converted(found, json.loads, values.is_json, table.columns))

        round_trips(table, write, read)
        runner.run(connection.close())


NOT_IN_ASYNCPG: dict[str, str] = dict.fromkeys(
    ("dates", "timestamps", "times", "moods", "addresses", "an_address"),
    "it makes arrays and rows itself, and takes no texts of them",
)


@EVERY
def test_duckdb(server: Server, table: Table) -> None:
    """DuckDB is given and gives JSON as text."""
    if table.by_text:
        pytest.skip("DuckDB writes years BC, arrays and rows otherwise than PostgreSQL")
    table = table.without(*NOT_IN_DUCKDB)
    insert = table.insert(lambda _number, _one: "?").replace("into ", "into g.")
    with duckdb.connect(config={"allow_unsigned_extensions": "true"}) as connection:
        connection.execute(f"LOAD '{extension('postgres_scanner')}'")
        attach(connection, server, "g")
        for statement in table.create:
            connection.execute(f"call postgres_execute('g', $${statement}$$)")
        connection.execute("call pg_clear_cache()")

        def write(rows: Rows) -> None:
            connection.execute("begin")
            for row in values.converted(rows, json.dumps, values.is_json, table.columns):
                connection.execute(insert, row)
            connection.execute("commit")

        def read(query: str) -> Sequence[Sequence[Any]]:
            found = connection.execute(query.replace("from ", "from g.")).fetchall()
            return list(values.converted(found, json.loads, values.is_json, table.columns))

        round_trips(table, write, read, as_duckdb_sends_it)


NOT_IN_DUCKDB: dict[str, str] = {
    "a_free_numeric": "a numeric without a precision is a DOUBLE to it",
    "a_char": "it takes the blanks off a char(n)",
    "a_char_list": "as a_char",
    "a_matrix": "every array has one dimension in pg_attribute here",
    "a_matrix_of_text": "as a_matrix",
    "a_timestamp_s": "it is a timestamp[ms] of COPY's, which a column of seconds does not take",
    "a_timestamp_s_list": "as a_timestamp_s",
}


def as_duckdb_sends_it(value: Any) -> Any:
    """duckdb 1.5.5 makes NULL of NaN in a list that it is given, and of the text `null` in one that it sends."""
    if not isinstance(value, list):
        return value
    return [None if _is_lost(element) else element for element in value]


def _is_lost(element: Any) -> bool:
    if isinstance(element, str):
        return element.lower() == "null"
    return isinstance(element, float) and isnan(element)
