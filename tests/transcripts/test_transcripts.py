"""
Every transcript of this directory, against PostgreSQL 15 and against pggate.

The same answers are expected of both; where pggate's is another one, the transcript says which and why, and no
longer than it is true.
"""

from __future__ import annotations

import itertools
import os
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.fix_postgres import Unavailable, temporary_server
from tests.transcripts.player import Server, lines, play, told
from tests.transcripts.transcript import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway
    from tests.fix_postgres import PostgresServer

pytestmark = pytest.mark.server

DIRECTORY = Path(__file__).parent
TRANSCRIPTS = sorted(file.stem for file in DIRECTORY.glob("*.pt"))

HOST_BASED = "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n"


@contextmanager
def postgresql() -> Iterator[PostgresServer]:
    """PostgreSQL 15, which asks everybody but its superuser for a password."""
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as rules:
        rules.write(HOST_BASED)
        rules.flush()
        os.fchmod(rules.fileno(), 0o644)  # the server runs as somebody else where we are root
        with temporary_server({"hba_file": rules.name}) as server:
            yield server


@pytest.fixture(scope="module")
def oracle() -> Iterator[PostgresServer]:
    with ExitStack() as stack:
        try:
            server = stack.enter_context(postgresql())
        except Unavailable as reason:
            pytest.skip(str(reason))
        yield server


@contextmanager
def fresh_database(dsn: str) -> Iterator[str]:
    name = f"transcript_{next(_numbers)}"
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(f"create database {name}")
        yield name
        connection.execute(f"drop database {name}")


_numbers = itertools.count(1)


@pytest.fixture
def postgres(oracle: PostgresServer) -> Iterator[Server]:
    with fresh_database(oracle.dsn()) as name:
        yield login(oracle, name)


def login(server: PostgresServer, database: str) -> Server:
    return Server(server.host, server.port, "postgres", database)


@pytest.fixture
def pggate(gateway: Gateway) -> Iterator[Server]:
    with fresh_database(gateway.dsn()) as name:
        yield Server(**gateway.login(database=name))


@pytest.mark.server
@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_postgres(name: str, postgres: Server) -> None:
    for command, answer in play(read(DIRECTORY / f"{name}.pt", postgres.values), postgres):
        assert told(answer, command.expected) == lines(command.expected), f"line {command.line}"


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_pggate(name: str, pggate: Server) -> None:
    for command, answer in play(read(DIRECTORY / f"{name}.pt", pggate.values), pggate):
        if command.reason is None:
            assert told(answer, command.expected) == lines(command.expected), f"line {command.line}"
        else:
            assert told(answer, command.different) == lines(command.different), f"line {command.line}"
            assert told(answer, command.expected) != lines(command.expected), (
                f"line {command.line} is the same"
            )
