"""
psycopg 3: text and binary, client and server-side parameters, pipelines, nested transactions, cancel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, LiteralString, cast

import psycopg
import pytest
from psycopg import errors, pq
from psycopg.types.json import Json

from tests.clients import values
from tests.clients.conftest import LONG_QUERY, cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]


@pytest.fixture
def connection(server: Server) -> Iterator[Connection]:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        yield connection


def sql(text: str) -> LiteralString:
    return cast("LiteralString", text)


def test_connect_with_scram_and_tls(pggate: Server) -> None:
    with psycopg.connect(pggate.dsn, sslmode="require") as connection:
        assert connection.pgconn.ssl_in_use
        assert connection.pgconn.used_password
        assert connection.info.server_version == 150000
        assert connection.execute("select 1").fetchall() == [(1,)]


def test_wrong_password(pggate: Server) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed for user"):
        psycopg.connect(pggate.dsn, password="wrong")


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
@pytest.mark.parametrize("sends_binary", [False, True], ids=["sends text", "sends binary"])
def test_every_type(connection: Connection, binary: bool, sends_binary: bool) -> None:
    connection.execute(sql(values.CREATE))
    mark = "%b" if sends_binary else "%t"
    insert = f"insert into samples values ({', '.join([mark] * values.WIDTH)})"
    with connection.cursor(binary=binary) as cursor:
        for row in values.converted(values.ROWS, Json, values.is_json):
            cursor.execute(sql(insert), row)
            assert cursor.statusmessage == "INSERT 0 1"
        cursor.execute(values.SELECT)
        assert values.differences(cursor, values.ROWS) == []
        assert cursor.description is not None
        assert tuple(column.name for column in cursor.description) == values.NAMES
