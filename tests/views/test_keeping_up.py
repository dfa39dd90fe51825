"""
What this process appends reaches the views from memory, and whatever else happens all the same.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.lake import recent_appends
from pggate.views import catching_up, keeping_up
from tests.session.conftest import Client
from tests.views.test_live_views import stack, started
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import ExitStack
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.lake.changes import Changes
    from pggate.lake.lake import Lake

pytestmark = pytest.mark.server

__all__ = ["stack"]


class Asked:
    """
    How often the lake was asked for its changes.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.times = 0
        ask = catching_up.changes

        def counted(cursor: Cursor, lake: Lake, after: int, until: int) -> Changes:
            self.times += 1
            return ask(cursor, lake, after, until)

        patch.setattr(catching_up, "changes", counted)

    @contextmanager
    def nothing(self, client: Client) -> Iterator[None]:
        """Not once, when what has happened until now is done."""
        lake = client.gateway.databases.find("pggate").lake
        follower = client.gateway.live_views.of(lake)
        with closing(lake.engine.cursor()) as cursor:
            newest = lake.last_committed(cursor)
        wait_until(
            lambda: not (follower._woken or follower._is_thorough) and follower._keeping_up.at == newest
        )
        before = self.times
        yield
        assert self.times == before


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    return Asked(monkeypatch)


@pytest.fixture
def client(asked: Asked, tmp_path: Path, stack: ExitStack) -> Client:
    client = Client(started(tmp_path, stack), "pggate")
    stack.callback(client.close)
    client.run("create table t (g text, v int)", "create table other (v int)")
    client.run("create materialized view m as select g, sum(v) as s from t group by g")
    client.run("insert into t values ('a', 1)")
    assert client.rows("select * from m") == [("a", "1")]
    return client


def test_appends_are_taken_from_memory(client: Client, asked: Asked) -> None:
    client.run("create materialized view n as select count(*) as c from t", "insert into t values ('a', 0)")
    assert client.rows("select * from n") == [("2",)]
    with asked.nothing(client):
        for v in range(2, 6):
            client.run(f"insert into t values ('a', {v}), (null, {v})", f"insert into other values ({v})")
            assert client.rows("select s, (select c from n) from m where g = 'a'") == [
                (str(v * (v + 1) // 2), str(2 * v))
            ]
    assert client.rows("select * from m order by g") == [("a", "15"), (None, "14")]


def test_whatever_else_happens_is_asked_for(client: Client, asked: Asked) -> None:
    before = asked.times
    client.run("insert into t values ('b', 7)", "update t set v = v + 1", "insert into t values ('a', 10)")
    assert client.rows("select * from m order by g") == [("a", "12"), ("b", "8")]
    assert asked.times > before
    client.run("begin", "insert into t values ('a', 100)", "insert into t values ('c', 1)", "commit")
    assert client.rows("select * from m order by g") == [("a", "112"), ("b", "8"), ("c", "1")]
    with asked.nothing(client):
        client.run("insert into t values ('c', 1)")
        assert client.rows("select s from m where g = 'c'") == [("2",)]


def test_rows_for_which_there_is_no_room(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    lake = client.gateway.databases.find("pggate").lake
    monkeypatch.setattr(lake.recent_appends, "_most", 1)
    client.run("insert into t values ('a', 10)")
    assert client.rows("select * from m") == [("a", "11")]
    monkeypatch.setattr(lake.recent_appends, "_most", recent_appends.MOST)
    client.run("insert into t values ('a', 100)", "insert into t values ('a', 1000)")
    assert client.rows("select * from m") == [("a", "1111")]


def test_a_view_that_cannot_take_them_fails_alone(client: Client, asked: Asked) -> None:
    client.run("create materialized view numbers as select g::int as n from t where g <> 'a'")
    client.run("insert into t values ('5', 1)")
    assert client.rows("select * from numbers") == [("5",)]
    with asked.nothing(client):
        client.run("insert into t values ('x', 1)")
        assert client.rows("select s from m where g = 'x'") == [("1",)]
        assert client.code("select * from numbers") == "55000"
        client.run("insert into t values ('6', 1)")
        assert client.rows("select s from m where g = '6'") == [("1",)]
    client.run("delete from t where g = 'x'", "refresh materialized view numbers")
    assert client.rows("select * from numbers order by 1") == [("5",), ("6",)]
    client.run("insert into t values ('7', 1)")
    assert client.rows("select * from numbers order by 1") == [("5",), ("6",), ("7",)]


def test_the_state_says_how_far_a_view_is_that_has_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (catching_up, keeping_up):
        monkeypatch.setattr(module, "FAR", 4)
    lake = client.gateway.databases.find("pggate").lake
    for v in range(9):
        client.run(f"insert into other values ({v})")
        assert client.rows("select * from m") == [("a", "1")]
    oldest = lake.kept_snapshots.oldest()
    assert oldest is not None
    with closing(lake.engine.cursor()) as cursor:
        assert lake.last_committed(cursor) - oldest <= 4


TYPES = {
    "bool": "true", "smallint": "-3", "bigint": "1 << 40", "real": "'nan'", "float8": "-0.0",
    "numeric(30,4)": "1.5", "text": "'é'", "char(3)": "'a'", "bytea": "'\\x00ff'", "date": "'infinity'",
    "time": "'23:59:59.5'", "timestamp": "'-infinity'", "timestamptz": "'2024-01-01 12:00+03'",
    "uuid": "'6f3c9a52-1d0e-4a57-9f37-3a4b9f7f0c11'", "json": "'{\"a\": 1}'", "jsonb": "'{\"a\": 1}'",
    "int[]": "'{1,null}'", "text[]": "'{a,\"b c\"}'",
}  # fmt: skip


def test_values_of_any_type_are_the_same(client: Client, asked: Asked) -> None:
    columns = ", ".join(f"c{number} {of_type}" for number, of_type in enumerate(TYPES))
    client.run(f"create table wide ({columns})")
    client.run("create materialized view same as select * from wide")
    client.run(f"insert into wide values ({', '.join(['null'] * len(TYPES))})")
    assert client.rows("select * from same") == [(None,) * len(TYPES)]
    with asked.nothing(client):
        client.run(f"insert into wide values ({', '.join(TYPES.values())})")
        assert client.rows("select * from same order by c0") == client.rows("select * from wide order by c0")


def test_arrow_of_another_layout(client: Client, asked: Asked) -> None:
    database = client.gateway.databases.find("pggate")
    topic = client.gateway.mirror.catalog.relation("pggate", "public", "t").topic
    assert topic is not None
    batch = pa.record_batch(
        {"v": pa.array([5, None], pa.int16()), "g": pa.array(["a", "z"]).dictionary_encode()}
    )
    with asked.nothing(client):
        database.writer.submit(topic, [batch]).result()
        assert client.rows("select * from m order by g") == [("a", "6"), ("z", None)]
