"""
The options of topics as clients meet them: what is posted, what a SELECT finds next, what a restart leaves.
"""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from tests.durability.tools import Poster, rows, session, token_for, value
from tests.ingest.streams import stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

    from tests.durability.tools import Answer
    from tests.fix_gateway import Gateway, NewGateway

pytestmark = pytest.mark.server

COLUMNS = "select attname from pg_attribute where attrelid = '{}'::regclass and attnum > 0 order by attnum"


@pytest.fixture
def connection(gateway: Gateway) -> Iterator[psycopg.Connection]:
    with session(gateway) as connection:
        yield connection
        for (name,) in rows(connection, "select relname from pg_class where relkind = 'r' and oid >= 16384"):
            connection.execute(f'drop table "{name}" cascade')


def post(gateway: Gateway, connection: psycopg.Connection, topic: str, **columns: Any) -> Answer:
    with closing(Poster(gateway, token_for(connection, topic))) as poster:
        return poster.post(stream(pa.table(columns)))


def test_columns_that_come_with_rows(gateway: Gateway, connection: psycopg.Connection) -> None:
    connection.execute("create table e (id int, s text) with (evolve = 'add_columns')")
    connection.execute("create view ev as select * from e")
    assert post(gateway, connection, "e", id=pa.array([1], pa.int32()), none=pa.nulls(1)).status == 200
    assert rows(connection, COLUMNS.format("e")) == [("id",), ("s",)]
    answer = post(
        gateway, connection, "e", id=[2**40], x=[7], l=[["a"]], d=pa.array(["z"]).dictionary_encode()
    )
    assert answer.status == 200, answer.body
    assert rows(connection, COLUMNS.format("e")) == [("id",), ("s",), ("x",), ("l",), ("d",)]
    assert rows(connection, "select * from e order by id") == [
        (1, None, None, None, None),
        (2**40, None, 7, ["a"], "z"),
    ]
    assert rows(connection, "select id from e where x is null") == [(1,)]
    assert rows(connection, "select id from ev where id < 2") == [(1,)]
    assert (
        value(connection, "select atttypid::regtype::text from pg_attribute where attname = 'x'") == "bigint"
    )
    connection.execute("insert into e (id, x) values (3, 8)")
    assert value(connection, "select sum(x) from e") == 15


@pytest.mark.parametrize(
    ("column", "told"),
    [
        (pa.array(["a"]), 'column "id" is of type INTEGER'),
        (pa.array([0.5]), 'column "id" is of type INTEGER'),
    ],
)
def test_everything_else_is_refused(
    gateway: Gateway, connection: psycopg.Connection, column: pa.Array, told: str
) -> None:
    connection.execute("create table e (id int) with (evolve = 'add_columns')")
    answer = post(gateway, connection, "e", id=column)
    assert (answer.status, told in answer.body["error"]) == (400, True), answer.body
    answer = post(gateway, connection, "e", iv=pa.array([(1, 2, 3)], pa.month_day_nano_interval()))
    assert (answer.status, 'column "iv"' in answer.body["error"]) == (400, True), answer.body
    connection.execute("alter table e reset (evolve)")
    answer = post(gateway, connection, "e", x=[1])
    assert (answer.status, 'column "x"' in answer.body["error"]) == (400, True), answer.body
    assert rows(connection, COLUMNS.format("e")) == [("id",)]
    connection.execute("alter table e set (evolve = add_columns)")
    assert post(gateway, connection, "e", x=[1]).status == 200


def test_many_at_once(gateway: Gateway, connection: psycopg.Connection) -> None:
    connection.execute("create table e (id bigint) with (evolve = 'add_columns')")
    token, statuses = token_for(connection, "e"), []

    def go(number: int) -> None:
        columns = {"id": [number], "x": pa.array([number], (pa.int32(), pa.int64())[number % 2])}
        with closing(Poster(gateway, token)) as poster:
            statuses.append(poster.post(stream(pa.table(columns | {f"c{number % 3}": ["a"]}))).status)

    threads = [threading.Thread(target=go, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 12
    assert rows(connection, "select count(*), sum(x), count(c0), count(c1), count(c2) from e") == [
        (12, 66, 4, 4, 4)
    ]


def test_the_time_of_ingest(gateway: Gateway, connection: psycopg.Connection) -> None:
    connection.execute("create table i (id int) with (ingested_at)")
    ids = pa.array([1, 2], pa.int32())
    assert post(gateway, connection, "i", id=ids).status == 200
    ((count, moment),) = rows(connection, "select count(*), max(__ingested_at) from i group by __ingested_at")
    assert (count, isinstance(moment, datetime)) == (2, True)
    answer = post(gateway, connection, "i", id=ids, __ingested_at=pa.array([0, 0], pa.timestamp("us", "UTC")))
    assert (answer.status, "filled by the server" in answer.body["error"]) == (400, True), answer.body
    assert value(connection, "select count(*) from i") == 2


def test_partitions(gateway: Gateway, connection: psycopg.Connection) -> None:
    connection.execute("create table p (ts timestamptz, c text) with (partition_by = 'day(ts), c')")
    days = pa.array([0, 86_400_000_000, None, -1], pa.timestamp("us", "UTC"))
    answer = post(gateway, connection, "p", ts=days, c=["a/b", None, "", "a/b"])
    assert (answer.status, len(answer.body["segments"])) == (200, 4), answer.body
    assert rows(connection, "select c from p where ts >= '1970-01-02 00:00+00'") == [(None,)]
    assert value(connection, "select count(*) from p where c = 'a/b'") == 2
    answer = post(gateway, connection, "p", c=["null"])
    assert (answer.status, "bucket(16, c)" in answer.body["error"]) == (400, True), answer.body
    many = pa.array([day * 86_400_000_000 for day in range(101)], pa.timestamp("us", "UTC"))
    answer = post(gateway, connection, "p", ts=many, c=["x"] * 101)
    assert (answer.status, "101 partitions" in answer.body["error"]) == (413, True), answer.body
    connection.execute("alter table p reset (partition_by)")
    assert post(gateway, connection, "p", ts=many, c=["null"] * 101).status == 200
    assert value(connection, "select count(*) from p") == 105


def test_a_restart_keeps_them(new_gateway: NewGateway) -> None:
    gateway = new_gateway()
    with session(gateway) as connection:
        connection.execute(
            "create table k (id int, ts timestamptz) with (evolve = add_columns, partition_by = 'day(ts)',"
            " retention = '30 days', ingested_at = true)"
        )
        moments = pa.array([0], pa.timestamp("us", "UTC"))
        assert post(gateway, connection, "k", id=pa.array([1], pa.int32()), ts=moments).status == 200
        assert post(gateway, connection, "k", id=[2**40], ts=moments, x=[1]).status == 200
    gateway.kill()
    gateway.restart()
    with session(gateway) as connection:
        shown = "select partition_by, retention, evolve, ingested_at from pggate.topics where name = 'k'"
        assert rows(connection, shown) == [("day(ts)", "30 days", "add_columns", True)]
        assert post(gateway, connection, "k", id=[3], x=[2], y=["new"]).status == 200
        found = rows(connection, "select id, x, y, __ingested_at is null from k order by id")
        assert found == [(1, None, None, False), (3, 2, "new", False), (2**40, 1, None, False)]
