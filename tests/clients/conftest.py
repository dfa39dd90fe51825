"""
The server under a driver: the gateway, and beside it PostgreSQL, which says whether the test is right.
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.fix_gateway import Gateway, end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fix_gateway import Login
    from tests.fix_postgres import PostgresDatabase

WAIT_SECONDS = 30.0
LONG_QUERY = "select sum(a.n * b.n) from generate_series(1, 1000000) a(n), generate_series(1, 1000000) b(n)"
"""Hours on either server."""

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Server:
    """
    Where to connect, as whom, to a database that is this test's own.
    """

    is_postgres: bool
    login: Login

    @property
    def dsn(self) -> str:
        """For libpq."""
        from psycopg.conninfo import make_conninfo

        login = self.login
        return make_conninfo(
            host=login["host"],
            port=login["port"],
            user=login["user"],
            password=login["password"],
            dbname=login["database"],
        )

    @property
    def environ(self) -> dict[str, str]:
        """For programs that use libpq."""
        login = self.login
        return {
            "PGHOST": login["host"],
            "PGPORT": str(login["port"]),
            "PGUSER": login["user"],
            "PGDATABASE": login["database"],
            "PGPASSWORD": login["password"] or "",
            "PGCONNECT_TIMEOUT": "30",
        }


@pytest.fixture(scope="session")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """
    One for all drivers: each test has a database of its own.

    It merges no files: where a column has 0.0 and -0.0, a merge keeps one of them (docs/progress.md).
    """
    gateway = Gateway(tmp_path_factory.mktemp("gateway"), config={"compaction": {"enabled": False}})
    try:
        gateway.start()
        yield gateway
    finally:
        end(gateway)


@pytest.fixture(params=["pggate", "postgres"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Both, one after the other, with an empty database."""
    if request.param == "postgres":
        database: PostgresDatabase = request.getfixturevalue("postgres_database")
        where = database.server
        yield Server(True, {"host": where.host, "port": where.port, "user": "postgres", "password": None, "database": database.name})  # fmt: skip
        return
    with fresh_database(request.getfixturevalue("gateway")) as fresh:
        yield fresh


@pytest.fixture
def pggate(gateway: Gateway) -> Iterator[Server]:
    """The gateway alone, with an empty database."""
    with fresh_database(gateway) as fresh:
        yield fresh


@contextlib.contextmanager
def fresh_database(gateway: Gateway) -> Iterator[Server]:
    import psycopg

    name = f"test_{next(_numbers)}"
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute(f"create database {name}")
        try:
            yield Server(False, gateway.login(database=name))
        finally:
            connection.execute(f"drop database {name}")


def cancelled(run: Callable[[], object], cancel: Callable[[], object]) -> BaseException:
    """
    Run in a thread what takes for ever and cancel it until it ends; the exception that it ended with.

    A cancel that comes before the statement has reached the server does nothing: one is not enough.
    """
    raised: list[BaseException] = []

    def body() -> None:
        try:
            run()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=body, daemon=True)
    thread.start()
    for _ in range(int(WAIT_SECONDS / 0.05)):
        thread.join(0.05)
        if not thread.is_alive():
            break
        cancel()
    thread.join(0)
    assert not thread.is_alive(), f"not cancelled within {WAIT_SECONDS:g} s"
    assert raised, "it was not cancelled but came to its end"
    return raised[0]
