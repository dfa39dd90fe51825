"""
Files stay few, beside whatever else happens to the topics.
"""

from __future__ import annotations

import contextlib
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from pggate.errors import IoError, PgError
from pggate.lake.databases import Databases
from pggate.lake.registry import Registry
from pggate.lake.transactions import begin_change, commit
from pggate.lake.upkeep.compaction import Compacted, compact
from pggate.lake.upkeep.small_files import Sizes
from pggate.lake.upkeep.upkeep import RETRY, Upkeep
from tests.lake.tools import ONE, batch, create, held, integers, named, rows, run, table
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.lake import Home, Lake
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # real lakes, their fsyncs included

SIZES = Sizes(small_files=4, target=1 << 23)


@pytest.fixture
def databases(home: Home, storage: WatchedStorage) -> Iterator[Databases]:
    with contextlib.closing(home.engine.cursor()) as cursor:
        databases = Databases(home, Registry(cursor), storage)
        databases.create("sales")
        yield databases
        databases.close()


@pytest.fixture
def lake(databases: Databases) -> Lake:
    return databases.find("sales").lake


@pytest.fixture
def writer(databases: Databases) -> Writer:
    return databases.find("sales").writer


def upkeep_of(databases: Databases, **given: Any) -> Upkeep:
    return Upkeep(databases.home.engine, databases, SIZES, **given)


def one_round(upkeep: Upkeep, lake: Lake) -> bool:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return upkeep.round(cursor)


def append(writer: Writer, topic: Topic, files: int) -> None:
    for n in range(files):
        writer.submit(topic, [batch(k=integers(n))]).result(LONG)


def live(lake: Lake) -> int:
    ((count,),) = rows(
        lake, f"select count(*) from {lake.metadata}.ducklake_data_file where end_snapshot is null"
    )
    return int(count)


def test_a_round_merges_what_was_written(databases: Databases, lake: Lake, writer: Writer) -> None:
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases)
    append(writer, topic, 3)
    assert not one_round(upkeep, lake)
    append(writer, topic, 3)
    assert one_round(upkeep, lake)
    assert not one_round(upkeep, lake)
    assert (live(lake), rows(lake, "select count(*), sum(k) from t")) == (1, [(6, 6)])
    known = upkeep.history.find((lake.oid, topic.table_id))
    assert (known.steps, known.done.files, known.done.rows, known.error) == (1, 6, 6, None)


def test_what_an_earlier_process_has_left_is_merged(databases: Databases, lake: Lake) -> None:
    create(lake, "t", "k integer")
    run(lake, *(f"insert into t values ({n})" for n in range(5)))  # nothing that the gates have heard of
    upkeep = upkeep_of(databases)
    assert one_round(upkeep, lake)
    assert not one_round(upkeep, lake)
    assert live(lake) == 1


def test_where_nothing_was_written_nothing_is_asked(
    databases: Databases, lake: Lake, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases)
    append(writer, topic, 5)
    while one_round(upkeep, lake):
        pass
    monkeypatch.setattr("pggate.lake.upkeep.upkeep.find_work", lambda *_: pytest.fail("asked"))
    assert not one_round(upkeep, lake)


def test_a_topic_in_use_is_merged_later(databases: Databases, lake: Lake, writer: Writer) -> None:
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases)
    append(writer, topic, 5)
    with held(lake, topic):
        assert not one_round(upkeep, lake)
    assert one_round(upkeep, lake)
    assert live(lake) == 1


def test_what_fails_is_known_and_tried_again(
    databases: Databases, lake: Lake, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases, clock=lambda: now[0])
    append(writer, topic, 5)

    def fail() -> None:
        raise IoError("disk on fire")

    monkeypatch.setattr(lake.storage, "sync", fail)
    assert not one_round(upkeep, lake)
    assert upkeep.history.find((lake.oid, topic.table_id)).error == "disk on fire"
    monkeypatch.undo()
    assert not one_round(upkeep, lake)
    now[0] += RETRY
    assert one_round(upkeep, lake)
    assert upkeep.history.find((lake.oid, topic.table_id)).error is None


def test_who_asks_has_few_files_merged_too(databases: Databases, lake: Lake, writer: Writer) -> None:
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases)
    append(writer, topic, 2)
    done = upkeep.compact(lake, topic.table_id, lambda: False)
    assert (done.files, done.made, done.rows, live(lake)) == (2, 1, 2, 1)
    assert upkeep.compact(lake, topic.table_id, lambda: False).files == 0


def test_who_asks_waits_for_no_files_that_come_meanwhile(
    databases: Databases, lake: Lake, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases)
    append(writer, topic, 4)

    def merged_and_two_more(*arguments: Any) -> Compacted:
        done = compact(*arguments)
        append(writer, topic, 2)
        return done

    monkeypatch.setattr("pggate.lake.upkeep.upkeep.compact", merged_and_two_more)
    assert 8 <= upkeep.compact(lake, topic.table_id, lambda: False).files < 12


def test_a_dropped_database_is_forgotten(databases: Databases, lake: Lake, writer: Writer) -> None:
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases)
    append(writer, topic, 5)
    assert one_round(upkeep, lake)
    with contextlib.closing(lake.engine.cursor()) as cursor:
        databases.drop("sales")
        assert not upkeep.round(cursor)
    assert upkeep.history.find((lake.oid, topic.table_id)).steps == 0


def test_the_thread_ends_at_once_in_the_midst_of_a_merge(databases: Databases, lake: Lake) -> None:
    create(lake, "t", "k integer, v varchar")
    run(lake, *("insert into t select i, sha256(i::varchar) from range(400000) r(i)" for _ in range(5)))
    upkeep = Upkeep(lake.engine, databases, Sizes(2, 1 << 36), interval=0.01)
    upkeep.start()
    wait_until(lambda: bool(lake.gates.gates))
    began = time.monotonic()
    upkeep.close()
    assert time.monotonic() - began < 2
    assert not lake.gates.gates
    assert rows(lake, "select count(*) from t") == [(2000000,)]


def test_rows_are_exact_beside_appends_readers_and_deletes(
    databases: Databases, lake: Lake, writer: Writer
) -> None:
    """What no merge may do: lose a row, show one twice, or bring a deleted one back."""
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases, interval=0.01)
    upkeep.start()
    wrong: list[object] = []
    appended, deleted, over = [0], [0], threading.Event()
    turn = threading.Lock()  # so that what a reader is to see is known

    def appends() -> None:
        for n in range(150):
            writer.submit(topic, [batch(k=integers(n))]).result(LONG)
            appended[0] = n + 1

    def is_appended(n: int) -> bool:
        return appended[0] > n

    def deletes() -> None:
        for n in range(0, 150, 10):
            wait_until(partial(is_appended, n))
            with turn:
                delete(lake, topic, n)
                deleted[0] += 1

    def reads() -> None:
        while not over.is_set():
            with turn:
                least, gone = appended[0], deleted[0]
                ((count, keys, lowest),) = rows(lake, "select count(*), count(distinct k), min(k) from t")
            most = appended[0] + 1
            if count != keys or not least - gone <= count <= most - gone or (gone and lowest == 0):
                wrong.append((count, keys, least, most, gone, lowest))

    reader = threading.Thread(target=reads)
    others = [threading.Thread(target=target) for target in (appends, deletes)]
    for thread in (reader, *others):
        thread.start()
    for thread in others:
        thread.join(LONG)
    over.set()
    reader.join(LONG)
    wait_until(lambda: live(lake) <= SIZES.small_files * 2)
    upkeep.close()
    assert wrong == []
    expected = {n for n in range(150) if n % 10}
    assert sorted(k for (k,) in rows(lake, "select k from t")) == sorted(expected)
    assert upkeep.history.find((lake.oid, topic.table_id)).steps > 5


def delete(lake: Lake, topic: Topic, key: int) -> None:
    """As an autocommit DELETE does it."""
    owner = object()
    try:
        while True:
            with contextlib.closing(lake.engine.cursor()) as cursor, contextlib.suppress(PgError):
                lake.gates.hold(owner, topic.table_id, LONG)
                cursor.begin()
                begin_change(lake, cursor, owner, named(topic))
                cursor.run(f"delete from {table(lake)} where k = {key}")
                commit(lake, cursor, [topic.table_id], owner)
                return
    finally:
        lake.gates.release(owner)


def test_one_row_more_is_no_reason_to_look_again(databases: Databases, lake: Lake, writer: Writer) -> None:
    """What cannot be merged is not tried again until something is written: schemas differ here."""
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases)
    for n in range(4):
        writer.submit(topic, ONE).result(LONG)
        run(lake, f"alter table t add column c{n} integer")
        ((topic_now,),) = [list(lake.committed([topic.table_id]))]
        topic = topic_now
    assert not one_round(upkeep, lake)
    assert not one_round(upkeep, lake)
    assert upkeep.history.find((lake.oid, topic.table_id)).steps == 0


def test_a_fault_of_ours_does_not_end_the_thread(
    databases: Databases, lake: Lake, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases, interval=0.01)
    monkeypatch.setattr("pggate.lake.upkeep.upkeep.RETRY", 0.01)
    failed = threading.Event()

    def fail(*_: object) -> bool:
        failed.set()
        raise RuntimeError("a fault")

    with monkeypatch.context() as broken:
        broken.setattr(upkeep, "_look_after", fail)
        upkeep.start()
        assert failed.wait(LONG)
    append(writer, topic, 6)
    wait_until(lambda: live(lake) < 6)
    upkeep.close()


def test_without_merges_the_rest_is_done(databases: Databases, lake: Lake, writer: Writer) -> None:
    topic, upkeep = create(lake, "t", "k integer"), upkeep_of(databases, merges=False)
    append(writer, topic, 6)
    assert not one_round(upkeep, lake)
    assert live(lake) == 6
