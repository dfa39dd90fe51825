"""
The one function through which rows come from outside, blocking and for the event loop.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate import append as module
from pggate.append import Appending, append_blocking, conforms_at_once
from pggate.errors import DatatypeMismatch, LockNotAvailable, QueryCanceled
from pggate.lake.catalogs import FileCatalogs
from pggate.lake.local import LocalStorage
from pggate.lake.topics import Check
from pggate.lake.writer import Writer
from tests.lake.conftest import open_home, open_lake
from tests.lake.tools import batch, create, integers, rows
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.database import Engine
    from pggate.lake.lake import Lake
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic


NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def lake(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    path = tmp_path_factory.mktemp("append")
    with (
        open_home(engine, FileCatalogs(path)) as home,
        open_lake(home, LocalStorage(path / "data")) as lake,
    ):
        yield lake


@pytest.fixture
def writer(lake: Lake) -> Iterator[Writer]:
    writer = Writer(lake)
    yield writer
    writer.close()


@pytest.fixture
def topic(lake: Lake) -> Topic:
    """One of the test's own."""
    return create(lake, f"t{next(NUMBERS)}", "k integer")


def keys(lake: Lake, topic: Topic) -> list[int]:
    return [key for (key,) in rows(lake, f"select k from {topic.name} order by k")]


def test_when_it_returns_every_new_query_sees_the_rows(writer: Writer, topic: Topic) -> None:
    with contextlib.closing(writer.lake.engine.cursor()) as cursor:
        before = writer.lake.snapshot(cursor)
    commit = append_blocking(writer, topic, [batch(k=integers(1)), batch(k=integers(2))])
    assert (commit.snapshot, commit.rows) == (before + 1, 2)
    assert keys(writer.lake, topic) == [1, 2]
    with pytest.raises(DatatypeMismatch):
        append_blocking(writer, topic, [batch(k=["x"])])


def test_many_at_once_on_the_event_loop(writer: Writer, topic: Topic) -> None:
    async def posts() -> list[Receipt]:
        appending = Appending()
        return await asyncio.gather(
            *(appending.append(writer, topic, [batch(k=integers(n))]) for n in range(50))
        )

    commits = asyncio.run(posts())
    assert {commit.rows for commit in commits} == {1}
    assert len({commit.snapshot for commit in commits}) < 25
    assert keys(writer.lake, topic) == list(range(50))


def test_a_caller_that_is_cancelled_stops_waiting(writer: Writer, topic: Topic) -> None:
    writer.lake.gates.hold("somebody", topic.table_id, 1)

    async def cancelled() -> None:
        task = asyncio.create_task(Appending().append(writer, topic, [batch(k=integers(1))]))
        await asyncio.to_thread(wait_until, lambda: bool(writer.pipeline.waiting))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelled())
    writer.lake.gates.release("somebody")
    append_blocking(writer, topic, [batch(k=integers(2))])
    assert keys(writer.lake, topic) == [1, 2]


def test_an_interrupted_append_that_waits_is_withdrawn(writer: Writer, topic: Topic) -> None:
    writer.lake.gates.hold("somebody", topic.table_id, 1)
    with pytest.raises(QueryCanceled):
        append_blocking(writer, topic, [batch(k=integers(1))], lambda: True)
    writer.lake.gates.release("somebody")
    append_blocking(writer, topic, [batch(k=integers(2))])
    assert keys(writer.lake, topic) == [2]


def test_an_append_whose_commit_has_begun_is_not_interrupted(writer: Writer, topic: Topic) -> None:
    """What becomes of the commit is told, however late."""
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
    assert keys(writer.lake, topic) == [1]


def test_an_append_waits_as_long_as_its_caller_says(writer: Writer, topic: Topic) -> None:
    writer.lake.gates.hold("somebody", topic.table_id, 1)
    with pytest.raises(LockNotAvailable, match="canceling statement due to lock timeout"):
        append_blocking(writer, topic, [batch(k=integers(1))], lock_timeout=0.01)
    writer.lake.gates.release("somebody")
    assert keys(writer.lake, topic) == []


def test_an_append_does_not_wait_for_ever_behind_a_change(
    writer: Writer, topic: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "GATE_TIMEOUT", 0.05)
    writer.lake.gates.hold("somebody", topic.table_id, 1)
    for post in (
        lambda: append_blocking(writer, topic, [batch(k=integers(1))]),
        lambda: append_blocking(writer, topic, [batch(k=integers(1))], lock_timeout=9),
        lambda: asyncio.run(Appending().append(writer, topic, [batch(k=integers(1))])),
    ):
        with pytest.raises(LockNotAvailable, match="canceling statement due to lock timeout") as refused:
            post()
        assert refused.value.detail == "Another transaction has been changing the topic for 0.05 seconds."
    writer.lake.gates.release("somebody")
    append_blocking(writer, topic, [batch(k=integers(2))])
    assert keys(writer.lake, topic) == [2]


def test_what_needs_no_thread(lake: Lake) -> None:
    plain = create(lake, f"t{next(NUMBERS)}", "k integer, v integer")
    asking = create(lake, f"t{next(NUMBERS)}", "k integer, v integer default (1 + 1)")
    few, none = batch(k=integers(1, 2)), batch(k=integers())
    assert conforms_at_once(plain, [few])
    assert conforms_at_once(asking, [batch(k=integers(1), v=integers(1))]), "no default is wanted"
    assert not conforms_at_once(asking, [few])
    assert not conforms_at_once(replace(plain, checks=(Check("c", "k > 0"),)), [few])
    assert not conforms_at_once(plain, [none])
    assert not conforms_at_once(plain, [batch(k=integers(*range(module.AT_ONCE_BYTES)))])
