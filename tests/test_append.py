"""
The one function through which rows come from outside, blocking and for the event loop.
"""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pggate import append as module
from pggate.append import append, append_blocking
from pggate.errors import DatatypeMismatch, LockNotAvailable, QueryCanceled
from pggate.lake.appends import Commit
from pggate.lake.catalogs import FileCatalogs
from pggate.lake.local import LocalStorage
from pggate.lake.writer import Writer
from tests.lake.conftest import open_home, open_lake
from tests.lake.tools import LONG, batch, create, integers, rows, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.engine.database import Engine


@pytest.fixture
def writer(engine: Engine, tmp_path: Path) -> Iterator[Writer]:
    with (
        open_home(engine, FileCatalogs(tmp_path)) as home,
        open_lake(home, LocalStorage(tmp_path / "data")) as lake,
    ):
        writer = Writer(lake)
        yield writer
        writer.close()


def test_when_it_returns_every_new_query_sees_the_rows(writer: Writer) -> None:
    topic = create(writer.lake, "t", "k integer")
    assert append_blocking(writer, topic, [batch(k=integers(1)), batch(k=integers(2))]) == Commit(3, 2)
    assert rows(writer.lake, "select k from t order by k") == [(1,), (2,)]
    with pytest.raises(DatatypeMismatch):
        append_blocking(writer, topic, [batch(k=["x"])])


def test_many_at_once_on_the_event_loop(writer: Writer) -> None:
    topic = create(writer.lake, "t", "k integer")

    async def posts() -> list[Commit]:
        return await asyncio.gather(*(append(writer, topic, [batch(k=integers(n))]) for n in range(50)))

    commits = asyncio.run(posts())
    assert {commit.rows for commit in commits} == {1}
    assert len({commit.snapshot for commit in commits}) < 25
    assert rows(writer.lake, "select count(*), count(distinct k) from t") == [(50, 50)]


def test_a_caller_that_is_cancelled_stops_waiting(writer: Writer) -> None:
    topic = create(writer.lake, "t", "k integer")
    writer.lake.gates.hold("somebody", topic.table_id, 1)

    async def cancelled() -> None:
        task = asyncio.create_task(append(writer, topic, [batch(k=integers(1))]))
        await asyncio.to_thread(wait_until, lambda: bool(writer.pipeline.waiting))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelled())
    writer.lake.gates.release("somebody")
    append_blocking(writer, topic, [batch(k=integers(2))])
    assert rows(writer.lake, "select k from t order by k") == [(1,), (2,)]


def test_an_interrupted_append_that_waits_is_withdrawn(writer: Writer) -> None:
    topic = create(writer.lake, "t", "k integer")
    writer.lake.gates.hold("somebody", topic.table_id, 1)
    with pytest.raises(QueryCanceled):
        append_blocking(writer, topic, [batch(k=integers(1))], lambda: True)
    writer.lake.gates.release("somebody")
    append_blocking(writer, topic, [batch(k=integers(2))])
    assert rows(writer.lake, "select k from t") == [(2,)]


def test_an_append_whose_commit_has_begun_is_not_interrupted(writer: Writer) -> None:
    """What becomes of the commit is told, however late."""
    topic = create(writer.lake, "t", "k integer")
    told = threading.Event()

    def is_interrupted() -> bool:
        if not writer.pipeline.waiting:  # the committer has it
            told.set()
        return told.is_set()

    with ThreadPoolExecutor(1) as pool:
        with writer.lake.commit_lock:
            commit = pool.submit(append_blocking, writer, topic, [batch(k=integers(1))], is_interrupted)
            assert told.wait(LONG)
        assert commit.result(LONG).rows == 1
    assert rows(writer.lake, "select k from t") == [(1,)]


def test_an_append_waits_as_long_as_its_caller_says(writer: Writer) -> None:
    topic = create(writer.lake, "t", "k integer")
    writer.lake.gates.hold("somebody", topic.table_id, 1)
    with pytest.raises(LockNotAvailable, match="canceling statement due to lock timeout"):
        append_blocking(writer, topic, [batch(k=integers(1))], lock_timeout=0.01)
    writer.lake.gates.release("somebody")
    assert rows(writer.lake, "select k from t") == []


def test_an_append_does_not_wait_for_ever_behind_a_change(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "GATE_TIMEOUT", 0.05)
    topic = create(writer.lake, "t", "k integer")
    writer.lake.gates.hold("somebody", topic.table_id, 1)
    for post in (
        lambda: append_blocking(writer, topic, [batch(k=integers(1))]),
        lambda: append_blocking(writer, topic, [batch(k=integers(1))], lock_timeout=9),
        lambda: asyncio.run(append(writer, topic, [batch(k=integers(1))])),
    ):
        with pytest.raises(LockNotAvailable, match="canceling statement due to lock timeout") as refused:
            post()
        assert refused.value.detail == "Another transaction has been changing the topic for 0.05 seconds."
    writer.lake.gates.release("somebody")
    append_blocking(writer, topic, [batch(k=integers(2))])
    assert rows(writer.lake, "select k from t") == [(2,)]
