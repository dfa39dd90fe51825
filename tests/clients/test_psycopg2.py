"""
psycopg2: the simple protocol, every parameter a literal in the text.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import psycopg2
import psycopg2.extras
import pytest
from psycopg2 import errors, extensions

from tests.clients import values
from tests.clients.conftest import LONG_QUERY, cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server


@pytest.fixture
def connection(server: Server) -> Iterator[Any]:
    with closing(psycopg2.connect(server.dsn)) as connection:
        connection.autocommit = True
        yield connection


def rows(connection: Any, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def run(connection: Any, sql: str, parameters: tuple[Any, ...] | None = None) -> str:
    """The command tag."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return str(cursor.statusmessage)


def test_connect_with_scram_and_tls(pggate: Server) -> None:
    with closing(psycopg2.connect(pggate.dsn, sslmode="require")) as connection:
        assert connection.info.ssl_in_use
        assert connection.info.used_password
        assert connection.server_version == 150000
        assert rows(connection, "select 1") == [(1,)]


def test_every_type(connection: Any) -> None:
    """NULL first: psycopg2 writes an empty list as '{}', one of NULLs as '{NULL}', others as ARRAY[…]."""
    psycopg2.extras.register_uuid(conn_or_curs=connection)
    psycopg2.extras.register_default_json(connection)
    run(connection, values.CREATE)
    marks = ", ".join(["%s"] * values.WIDTH)
    for row in values.converted(values.ROWS, psycopg2.extras.Json, values.is_json):
        casts = ", ".join(f"{mark}::{column.type}" if column.type.endswith("[]") else mark for ...)
        assert run(connection, f"insert into samples values ({marks})", row) == "INSERT 0 1"
    assert values.differences(rows(connection, values.SELECT), values.ROWS) == []
