"""
Queries in WITH that change rows, as they run; what PostgreSQL answers is in the transcript
`data_modifying_with`.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.waiting import LONG

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

MOVE = "with d as (delete from q where id in (select id from q order by id limit 1) returning *) insert into a select * from d"


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table q (id int, v text)", "create table a (id int, v text)")
    session.run("insert into q select g, 'v' || g from generate_series(1, 20) g")
    return session


def test_nothing_is_left_behind(client: Client) -> None:
    assert client.tag(MOVE) == "INSERT 0 1"
    assert client.rows("select count(*) from duckdb_tables() where temporary") == [("0",)]
    assert client.code("with d as (delete from q returning *) select 1 / (id - id) from d") == "22012"
    assert client.rows("select count(*) from duckdb_tables() where temporary") == [("0",)]
    assert client.rows("select count(*) from q") == [("19",)]


def test_one_row_is_not_changed_twice(client: Client) -> None:
    twice = "with d as (delete from q where id = {} returning *) update q set v = 'x' where id = 2"
    assert client.code(twice.format(2)) == "0A000"
    assert client.rows("select v from q where id = 2") == [("v2",)]
    assert client.tag(twice.format(1)) == "UPDATE 1"
    assert client.rows("select * from q where id < 3") == [("2", "x")]


def test_what_the_transaction_has_written_before(client: Client) -> None:
    client.run("begin", "insert into q values (0, 'own')", "create table n (id int, v text)")
    assert client.tag(MOVE) == "INSERT 0 1"
    assert client.rows("select * from a") == [("0", "own")]
    into = MOVE.replace("into a", "into n")
    assert client.rows(into + " returning id") == [("1",)]
    client.run("commit")
    assert client.rows("select v from n") == [("v1",)]


def test_rows_larger_than_a_segment(client: Client) -> None:
    client.run("insert into q select g, repeat('x', 1000) from generate_series(100, 40099) g")
    moved = "with d as (delete from q where id >= 100 returning *), i as (insert into a select * from d returning id)"
    assert client.rows(f"{moved} select count(*), sum(id) from i") == [("40000", "803980000")]
    assert client.rows("select (select count(*) from q), (select count(*) from a)") == [("20", "40000")]


def test_queue_workers(client: Client, connect: Connect) -> None:
    """Each row of the queue goes to one of them, though nobody's rows are locked."""

    def work(worker: Client) -> int:
        moved = 0
        while rows := worker.rows(MOVE + " returning id"):
            moved += len(rows)
        return moved

    workers = [connect() for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(work, workers, timeout=LONG)) == 20
    assert client.rows("select count(*), count(distinct id) from a") == [("20", "20")]
    assert client.rows("select count(*) from q") == [("0",)]


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("delete from k where id = 1", "0A000"),  # PostgreSQL finds its key free
        ("update k set id = 7 where id = 1", "0A000"),  # and this one's taken
        ("update k set id = 1 where id = 2", "0A000"),
        ("delete from k where id = 3", None),  # there is no such row
        ("update k set v = 'y' where id = 3", None),
    ],
)
def test_keys_that_another_part_changes(client: Client, part: str, code: str | None) -> None:
    client.run("create table k (id int primary key, v text)", "insert into k values (1, 'a'), (2, 'b')")
    sql = f"with c as ({part} returning *) insert into k values (1, 'new') on conflict (id) do nothing"
    with_update = sql.replace("nothing", "update set v = 'new' where k.id = 9")
    assert [client.code(one) if code else client.tag(one) for one in (sql, with_update)] == 2 * [
        code or "INSERT 0 0"
    ]
    assert client.rows("select * from k order by id") == [("1", "a"), ("2", "b")]


def test_a_row_that_is_not_put_back(client: Client) -> None:
    client.run("create table k (id int primary key, v text)", "insert into k values (1, 'a'), (2, 'b')")
    put = "with d as (delete from k where id = 1 returning *) insert into k select id{}, v from d on conflict (id) do nothing"
    assert client.code(put.format("")) == "0A000"
    assert client.rows("select * from k order by id") == [("1", "a"), ("2", "b")]
    assert client.tag(put.format(" + 2")) == "INSERT 0 1"
    assert client.rows("select * from k order by id") == [("2", "b"), ("3", "a")]
