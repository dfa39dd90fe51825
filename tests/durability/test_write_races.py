"""
ON CONFLICT and numbering between many writers, and over a SIGKILL.
"""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import psycopg
import pyarrow as pa
import pytest

from tests.durability.tools import Poster, session, token_for
from tests.ingest.streams import stream

if TYPE_CHECKING:
    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

KEYS = 3
UPSERT = "insert into c values (%s, 1) on conflict (id) do update set n = c.n + 1 returning n"


def test_every_upsert_counts_once_while_rows_are_posted(gateway: Gateway) -> None:
    with session(gateway) as connection:
        connection.execute("create table c (id int primary key, n int)")
        token = token_for(connection, "c")

        def upsert(_: int) -> Counter[int]:
            done: Counter[int] = Counter()
            with session(gateway) as mine:
                while done.total() < 10:
                    key = done.total() % KEYS
                    with suppress(psycopg.errors.SerializationFailure):
                        assert len(mine.execute(UPSERT, (key,)).fetchall()) == 1
                        done[key] += 1
            return done

        def post(_: int) -> Counter[int]:
            with closing(Poster(gateway, token)) as poster:
                for key in range(1000, 1010):
                    rows = {"id": pa.array([key], pa.int32()), "n": pa.array([1], pa.int32())}
                    assert poster.post(stream(pa.table(rows))).status == 200
            return Counter(range(1000, 1010))

        with ThreadPoolExecutor(5) as pool:
            parts = [pool.submit(work, 0) for work in (upsert, upsert, upsert, upsert, post)]
            expected = sum((part.result() for part in parts), Counter[int]())
        rows = connection.execute("select id, n from c order by id").fetchall()
        assert rows == sorted(expected.items())


def _changing(gateway: Gateway, change: str, times: int) -> list[tuple[int, int]]:
    """What two writers are returned who each succeed so often."""

    def write(_: int) -> list[tuple[int, int]]:
        mine: list[tuple[int, int]] = []
        done = 0
        with session(gateway) as writer:
            while done < times:
                with suppress(psycopg.errors.SerializationFailure):
                    mine += writer.execute(change).fetchall()
                    done += 1
        return mine

    with ThreadPoolExecutor(2) as pool:
        return [row for part in pool.map(write, range(2)) for row in part]


def test_each_number_is_returned_once(gateway: Gateway) -> None:
    """UPDATE ... RETURNING reads first; by the gate nobody writes between that and the change."""
    with session(gateway) as connection:
        connection.execute("create table r (id int, n int)")
        connection.execute("insert into r values (1, 0), (2, 100), (3, 200)")
        returned = _changing(gateway, "update r set n = n + 1 where id < 3 returning id, n", 10)
        assert sorted(returned) == [(row, 100 * (row - 1) + n) for row in (1, 2) for n in range(1, 21)]
        assert connection.execute("select n from r order by id").fetchall() == [(20,), (120,), (200,)]


def test_each_row_is_deleted_once(gateway: Gateway) -> None:
    with session(gateway) as connection:
        connection.execute("create table q (id int, n int)")
        connection.execute("insert into q select i, i * 10 from generate_series(1, 20) s(i)")
        taken = "delete from q where id = (select min(id) from q) returning id, n"
        assert sorted(_changing(gateway, taken, 8)) == [(row, row * 10) for row in range(1, 17)]
        assert connection.execute("select count(*), min(id) from q").fetchall() == [(4, 17)]


def test_no_number_comes_twice(new_gateway: NewGateway) -> None:
    gateway = new_gateway()
    given: list[int] = []
    with session(gateway) as connection:
        connection.execute("create table s (id serial primary key, v varchar(3))")

    def insert() -> None:
        with suppress(psycopg.OperationalError), session(gateway) as mine:
            while True:
                given.extend(n for (n,) in mine.execute("insert into s (v) values ('a'), ('b') returning id"))

    for _ in range(2):
        threads = [threading.Thread(target=insert) for _ in range(3)]
        before = len(given)
        for thread in threads:
            thread.start()
        while len(given) < before + 12:
            threads[0].join(0.05)
        gateway.kill()
        for thread in threads:
            thread.join()
        gateway.start()
    with session(gateway) as connection:
        stored = [number for (number,) in connection.execute("select id from s")]
        assert len(stored) == len(set(stored))
        assert len(given) == len(set(given))
        assert set(given) <= set(stored)
        with pytest.raises(psycopg.errors.StringDataRightTruncation):
            connection.execute("insert into s (v) values ('long')")
