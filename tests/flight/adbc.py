"""
ADBC's driver of Flight SQL, and a gateway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
from adbc_driver_flightsql import dbapi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway


def connect(gateway: Gateway, **options: str) -> dbapi.Connection:
    host, port = gateway.addresses["flight_sql"]
    login = {"username": "pggate", "password": gateway.password or ""} | options
    return dbapi.connect(f"grpc://{host}:{port}", db_kwargs=login, autocommit=True)


def connected(gateway: Gateway) -> Iterator[dbapi.Connection]:
    """Ends without topics."""
    with connect(gateway) as connection:
        yield connection
    with psycopg.connect(gateway.dsn(), autocommit=True) as sql:
        for (name,) in sql.execute("select name from pggate.topics").fetchall():
            sql.execute(f'drop table "{name}"')


def rows(connection: dbapi.Connection, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, *parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def run(connection: dbapi.Connection, sql: str, *parameters: Any) -> int:
    """How many rows there were."""
    with connection.cursor() as cursor:
        cursor.execute(sql, *parameters)
        return int(cursor.rowcount)
