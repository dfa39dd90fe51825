"""
Where a portal stands: as PostgreSQL 15 does, over long walks without a plan.
"""

from __future__ import annotations

import random
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import psycopg
import pyarrow as pa
import pytest

from pggate.engine.store import Store
from pggate.errors import ObjectNotInPrerequisiteState
from pggate.session.statement.reading import Reading
from pggate.translate.commands.cursors import fetch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fix_postgres import PostgresDatabase

DIRECTIONS = ("next", "prior", "first", "last", "all", "forward", "backward", "forward all", "backward all")
COUNTED = ("", "forward", "backward", "absolute", "relative")


def source(rows: int) -> Callable[[], pa.RecordBatch | None]:
    """Batches of three of the numbers from 1 on."""
    table = pa.table({"n": pa.array(range(1, rows + 1), pa.int64())})
    batches = iter(table.to_batches(max_chunksize=3))
    return lambda: next(batches, None)


@pytest.fixture
def make_store(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    with ExitStack() as stack:

        def make() -> Store:
            store = Store(tmp_path, 1 << 20)
            stack.callback(store.close)
            return store

        yield make


def fetched(of: Reading, sql: str) -> list[int]:
    return [n for batch in of.fetch(fetch(sql)) for n in batch["n"].to_pylist()]


def gone(of: Reading, sql: str) -> int:
    """Over how many rows."""
    return of.move(fetch(sql)) if "move" in sql else len(fetched(of, sql))


def answer(connection: psycopg.Connection[Any], sql: str) -> int | psycopg.Error:
    """How many rows PostgreSQL counts, or that it refuses."""
    try:
        return connection.execute(sql).rowcount
    except psycopg.errors.ObjectNotInPrerequisiteState as error:
        return error


def steps(seed: int, count: int) -> list[str]:
    """Commands at random, small steps more often than large ones."""
    chance = random.Random(seed)
    texts = []
    for _ in range(count):
        way = chance.choice(DIRECTIONS)
        if chance.random() < 0.7:
            way = f"{chance.choice(COUNTED)} {round(chance.gauss(0, 4))}"
        texts.append(f"{chance.choice(('fetch', 'fetch', 'move'))} {way} from c")
    return texts


@pytest.mark.server
@pytest.mark.parametrize("rows", [0, 1, 10])
def test_walks_as_postgresql_goes_them(
    make_store: Callable[[], Store], postgres_database: PostgresDatabase, rows: int
) -> None:
    server, name = postgres_database.server, postgres_database.name
    with psycopg.connect(server.dsn(name)) as connection:
        for seed in range(5):
            mine = Reading(source(rows), make_store())
            connection.execute(
                f"declare c scroll cursor for select n from generate_series(1, {rows}) as s (n)"
            )
            trail: list[str] = []
            for text in steps(seed, 120):
                trail.append(text)
                theirs = connection.execute(text)
                found: Any = mine.move(fetch(text)) if "move" in text else fetched(mine, text)
                expected = theirs.rowcount if "move" in text else [n for (n,) in theirs]
                assert found == expected, trail
            connection.execute("close c")
            mine.close()


@pytest.mark.server
def test_forward_only_refuses_where_postgresql_does(postgres_database: PostgresDatabase) -> None:
    server, name = postgres_database.server, postgres_database.name
    with psycopg.connect(server.dsn(name)) as connection:
        for seed in range(60):
            mine = Reading(source(10))
            connection.execute("declare c no scroll cursor for select n from generate_series(1, 10) as s (n)")
            for text in steps(seed, 12):
                expected = answer(connection, text)
                if isinstance(expected, psycopg.Error):
                    with pytest.raises(ObjectNotInPrerequisiteState) as caught:
                        gone(mine, text)
                    told = expected.diag
                    assert (caught.value.message, caught.value.hint) == (
                        told.message_primary,
                        told.message_hint,
                    )
                    break
                assert gone(mine, text) == expected, text
            connection.rollback()


def test_rows_come_when_they_are_asked_for(make_store: Callable[[], Store]) -> None:
    pulled: list[int] = []

    def pull() -> pa.RecordBatch:
        pulled.append(len(pulled))
        return pa.record_batch({"n": [len(pulled)]})

    mine = Reading(pull, make_store())
    assert pulled == []
    assert fetched(mine, "fetch 2 from c") == [1, 2]
    assert fetched(mine, "fetch -1 from c") == [1]
    assert fetched(mine, "fetch from c") == [2]
    assert pulled == [0, 1]


@pytest.mark.parametrize("scrolls", [True, False])
def test_what_is_held_needs_no_source(make_store: Callable[[], Store], scrolls: bool) -> None:
    calls: list[int] = []
    pull = source(10)

    def counted() -> pa.RecordBatch | None:
        calls.append(len(calls))
        return pull()

    mine = Reading(counted, make_store() if scrolls else None)
    assert fetched(mine, "fetch 4 from c") == [1, 2, 3, 4]
    mine.hold(make_store)
    asked = len(calls)
    assert fetched(mine, "fetch 3 from c") == [5, 6, 7]
    if scrolls:
        assert fetched(mine, "fetch backward all from c") == [6, 5, 4, 3, 2, 1]
    else:
        assert fetched(mine, "fetch all from c") == [8, 9, 10]
        with pytest.raises(ObjectNotInPrerequisiteState):
            fetched(mine, "fetch prior from c")
    assert len(calls) == asked


def test_a_closed_one_is_at_its_end(make_store: Callable[[], Store]) -> None:
    mine = Reading(source(10), make_store())
    fetched(mine, "fetch 4 from c")
    mine.close()
    assert fetched(mine, "fetch all from c") == []
