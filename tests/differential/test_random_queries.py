"""
Queries made at random, to PostgreSQL 15 and to pggate: the same types, rows and SQLSTATEs.

Numbers agree to fifteen digits, without the zeros at their end: a numeric's scale, which PostgreSQL has for each
value, is compared by the families.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest

from tests.differential.random_queries import SETUP, Queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway
    from tests.fix_postgres import PostgresDatabase

SEEDS: Final = range(3)
EACH: Final = 40
_NUMBERS: Final = frozenset({700, 701, 1700})


@pytest.fixture
def both(postgres_database: PostgresDatabase, gateway: Gateway) -> Iterator[list[psycopg.Connection]]:
    with (
        psycopg.connect(postgres_database.dsn, autocommit=True) as oracle,
        psycopg.connect(gateway.dsn(), autocommit=True) as ours,
    ):
        for connection in (oracle, ours):
            connection.execute("create schema if not exists random_queries")
            connection.execute("set search_path = random_queries")
            for statement in ("drop view if exists v", "drop table if exists a, b", *SETUP):
                connection.execute(statement)
        yield [oracle, ours]


@pytest.mark.server
@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_random_queries(seed: int, both: list[psycopg.Connection]) -> None:
    queries = Queries(random.Random(seed))
    asked = [queries.query(number % 3)[0] for number in range(EACH)]
    answers = [(query, *(_answer(connection, query) for connection in both)) for query in asked]
    apart = [one for one in answers if one[1] != one[2]]
    assert not apart, "\n".join(map(str, apart))


def _answer(connection: psycopg.Connection, query: str) -> tuple[Any, ...]:
    try:
        cursor = connection.execute(query)
    except psycopg.Error as error:
        return (error.sqlstate,)
    types = tuple(column.type_code for column in cursor.description or ())
    rows = [tuple(_rounded(cell, oid) for cell, oid in zip(row, types, strict=True)) for row in cursor]
    return types, sorted(rows, key=str)


def _rounded(cell: Any, oid: int) -> Any:
    return float(f"{float(cell):.13g}") if oid in _NUMBERS and cell is not None else cell
