"""
The one place where wrong is invisible: overlapping changes of rows, appends and compactions on a real lake.

duckdb 1.5.5 commits two overlapping DELETEs of one data file, and every row of it is then returned twice.
`test_without_the_gate_rows_are_doubled` shows the fault; the others show that with the gates it cannot happen,
whatever the threads do, on both kinds of catalog.
"""

from __future__ import annotations

import contextlib
import random
import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError, SerializationFailure
from pggate.lake.catalogs import PostgresCatalogs
from pggate.lake.damage import find_damage
from pggate.lake.gate import Kind
from pggate.lake.transactions import begin_change, commit, roll_back
from pggate.lake.writer import Writer
from tests.lake.tools import batch, create, integers, named, rows, run
from tests.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pggate.engine.cursor import Cursor
    from pggate.lake.catalogs import Catalogs
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

pytestmark = [pytest.mark.server, pytest.mark.slow]

KEYS = 1000
DELETING = 15  # rounds of nothing but deletes, which is where the engine goes wrong unnoticed …
ROUNDS = 40  # … then of everything at once, where it mostly notices: conflicts must be 40001


@dataclass
class Ledger:
    """What must be there at the end, kept outside the lake: key → value; only what was acknowledged counts."""

    rows: dict[int, int] = field(default_factory=dict)
    conflicts: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, change: Callable[[dict[int, int]], object]) -> None:
        with self.lock:
            change(self.rows)


@contextlib.contextmanager
def transaction(lake: Lake, topic: Topic, *, pinned: bool) -> Iterator[Cursor]:
    """
    A session's transaction that changes the topic: exactly what pggate's own sessions do.

    Args:
        pinned: Something was read before the first change, as in an explicit transaction.

    """
    owner = object()
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        try:
            if pinned:
                cursor.rows(f'select count(*) from "{lake.alias}".public.t')
            begin_change(lake, cursor, owner, named(topic), [topic.table_id], LONG)
            yield cursor
            commit(lake, cursor, [topic.table_id], owner, LONG)
        except BaseException:
            roll_back(cursor)
            raise
        finally:
            lake.gates.release(owner)


def change_rows(
    lake: Lake, topic: Topic, ledger: Ledger, seed: int, mixed: threading.Barrier, *, pinned: bool
) -> None:
    """One thread's deletes and updates, each of keys that are its own."""
    chance = random.Random(seed)
    own = [key for key in range(KEYS) if key % 4 == seed]
    table = f'"{lake.alias}".public.t'
    for number in range(ROUNDS):
        if number == DELETING:
            mixed.wait(LONG)
        key = chance.choice(own)
        try:
            with transaction(lake, topic, pinned=pinned) as cursor:
                if number < DELETING or chance.random() < 0.6:
                    deleted = cursor.run(f"delete from {table} where k = {key}").changed
                    assert deleted == (1 if key in ledger.rows else 0)
                    done = ("delete", 0)
                else:
                    cursor.run(f"update {table} set v = v + 1 where k = {key}")
                    done = ("update", 1)
        except SerializationFailure as error:
            ledger.conflicts[error.code] += 1
            continue
        if done[0] == "delete":
            ledger.note(lambda found, key=key: found.pop(key, None))
        elif key in ledger.rows:
            ledger.note(lambda found, key=key: found.__setitem__(key, found[key] + 1))


def append_rows(writer: Writer, topic: Topic, ledger: Ledger, first: int, mixed: threading.Barrier) -> None:
    mixed.wait(LONG)
    for key in range(first, first + 40):
        writer.submit(topic, [batch(k=integers(key), v=integers(0))]).result(LONG)
        ledger.note(lambda found, key=key: found.__setitem__(key, 0))


def compact(
    lake: Lake, topic: Topic, ledger: Ledger, mixed: threading.Barrier, stop: threading.Event
) -> None:
    """An occasional merge: its body outside the commit lock, its COMMIT inside."""
    mixed.wait(LONG)
    while not stop.wait(0.2):
        owner = object()
        with contextlib.closing(lake.engine.cursor()) as cursor:
            try:
                lake.gates.hold(owner, topic.table_id, LONG, Kind.COMPACT)
                cursor.begin()
                cursor.rows(f"call ducklake_merge_adjacent_files('{lake.alias}', 't', schema => 'public')")
                commit(lake, cursor, [topic.table_id], owner, LONG)
                ledger.conflicts["merged"] += 1
            except SerializationFailure:
                ledger.conflicts["merge lost"] += 1
                roll_back(cursor)
            finally:
                lake.gates.release(owner)


def filled(lake: Lake, writer: Writer) -> Topic:
    """A topic of several files, of which some have a delete file already: where the fault begins."""
    topic = create(lake, "t", "k integer, v integer")
    for first in range(0, KEYS, 250):
        keys = integers(*range(first, first + 250))
        writer.submit(topic, [batch(k=keys, v=integers(*[0] * 250))]).result(LONG)
    with transaction(lake, topic, pinned=False) as cursor:
        cursor.run(f'delete from "{lake.alias}".public.t where k in (0, 251)')
    return topic


def test_the_recipe_keeps_every_row_once(any_lake: Lake) -> None:
    writer = Writer(any_lake)
    topic = filled(any_lake, writer)
    ledger = Ledger({key: 0 for key in range(KEYS) if key not in (0, 251)})
    errors: list[BaseException] = []
    stop, mixed = threading.Event(), threading.Barrier(7)

    def guarded(job: Callable[..., None], *arguments: object, **options: object) -> threading.Thread:
        def body() -> None:
            try:
                job(*arguments, **options)
            except BaseException as error:
                errors.append(error)

        return threading.Thread(target=body)

    workers = [
        guarded(change_rows, any_lake, topic, ledger, 0, mixed, pinned=False),
        guarded(change_rows, any_lake, topic, ledger, 1, mixed, pinned=False),
        guarded(change_rows, any_lake, topic, ledger, 2, mixed, pinned=True),
        guarded(change_rows, any_lake, topic, ledger, 3, mixed, pinned=True),
        guarded(append_rows, writer, topic, ledger, 10_000, mixed),
        guarded(append_rows, writer, topic, ledger, 20_000, mixed),
    ]
    compaction = guarded(compact, any_lake, topic, ledger, mixed, stop)
    for thread in (*workers, compaction):
        thread.start()
    for thread in workers:
        thread.join(60)
    stop.set()
    compaction.join(LONG)
    writer.close()
    assert errors == []
    assert dict(rows(any_lake, "select k, v from t")) == ledger.rows
    assert rows(any_lake, "select count(*) from t") == [(len(ledger.rows),)]
    assert find_damage(any_lake) == []
    assert ledger.conflicts["merged"] > 0
    assert set(ledger.conflicts) <= {"40001", "merged", "merge lost"}
    assert any_lake.gates.gates == {}


def overlapping_deletes(lake: Lake) -> list[PgError]:
    """Two transactions without gates, one of them older than the other's COMMIT."""
    run(lake, "create table t as select range as k from range(10)", "delete from t where k = 0")
    refused = []
    with contextlib.closing(lake.engine.cursor()) as one, contextlib.closing(lake.engine.cursor()) as other:
        for cursor in (one, other):
            cursor.begin()
            cursor.rows(f'select count(*) from "{lake.alias}".public.t')
        for cursor, key in ((one, 1), (other, 2)):
            try:
                cursor.run(f'delete from "{lake.alias}".public.t where k = {key}')
                cursor.commit()
            except PgError as error:
                refused.append(error)
                roll_back(cursor)
    return refused


def test_without_the_gate_rows_are_doubled(lake: Lake) -> None:
    """If this fails the engine was mended: then the gates can be thought over."""
    assert overlapping_deletes(lake) == []
    assert rows(lake, "select count(*), count(distinct k) from t") == [(16, 9)]
    (fault,) = find_damage(lake)
    assert fault.startswith("public.t: data file")
    assert fault.endswith("has 2 live delete files, its rows are doubled")


def test_without_the_gate_postgresqls_index_stops_the_second(any_lake: Lake, catalogs: Catalogs) -> None:
    if not isinstance(catalogs, PostgresCatalogs):
        pytest.skip("the net below the gates is a unique index of PostgreSQL's")
    assert len(overlapping_deletes(any_lake)) == 1
    assert rows(any_lake, "select count(*), count(distinct k) from t") == [(8, 8)]
    assert find_damage(any_lake) == []


def test_with_the_gate_the_older_transaction_gets_40001(any_lake: Lake) -> None:
    topic = create(any_lake, "t", "k integer")
    run(any_lake, "insert into t select range from range(10)", "delete from t where k = 0")
    first, second = object(), object()
    with (
        contextlib.closing(any_lake.engine.cursor()) as one,
        contextlib.closing(any_lake.engine.cursor()) as other,
    ):
        for cursor in (one, other):
            cursor.begin()
            cursor.rows(f'select count(*) from "{any_lake.alias}".public.t')
        begin_change(any_lake, one, first, named(topic))
        one.run(f'delete from "{any_lake.alias}".public.t where k = 1')
        commit(any_lake, one, [topic.table_id], first)
        any_lake.gates.release(first)
        with pytest.raises(SerializationFailure, match="could not serialize access due to concurrent update"):
            begin_change(any_lake, other, second, named(topic))
        roll_back(other)
        any_lake.gates.release(second)
    assert rows(any_lake, "select count(*), count(distinct k) from t") == [(8, 8)]


def test_a_change_does_not_lose_against_appends_and_they_wait_for_it(any_lake: Lake) -> None:
    writer = Writer(any_lake)
    topic, other = create(any_lake, "t", "k integer"), create(any_lake, "u", "k integer")
    writer.submit(topic, [batch(k=integers(1, 2))]).result(LONG)
    with transaction(any_lake, topic, pinned=True) as cursor:
        cursor.run(f'delete from "{any_lake.alias}".public.t where k = 1')
        waiting = [writer.submit(topic, [batch(k=integers(3))]) for _ in range(3)]
        writer.submit(other, [batch(k=integers(1))]).result(LONG)  # another topic goes on
        assert not any(future.done() for future in waiting)
    assert {future.result(LONG).rows for future in waiting} == {1}
    assert sorted(rows(any_lake, "select k from t")) == [(2,), (3,), (3,), (3,)]
    writer.close()


def test_an_inserting_transaction_waits_for_a_change_at_its_commit(any_lake: Lake) -> None:
    topic = create(any_lake, "t", "k integer")
    run(any_lake, "insert into t values (1), (2)")
    done = threading.Event()

    def insert() -> None:
        with contextlib.closing(any_lake.engine.cursor()) as cursor:
            cursor.begin()
            cursor.run(f'insert into "{any_lake.alias}".public.t values (3)')
            with contextlib.suppress(SerializationFailure):  # DuckLake lets an INSERT lose against a DELETE
                commit(any_lake, cursor, [topic.table_id], object(), LONG)
            done.set()

    with transaction(any_lake, topic, pinned=False) as cursor:
        cursor.run(f'delete from "{any_lake.alias}".public.t where k = 1')
        thread = threading.Thread(target=insert)
        thread.start()
        assert not done.wait(0.3)
    thread.join(LONG)
    assert done.is_set()
    assert set(rows(any_lake, "select k from t")) in ({(2,)}, {(2,), (3,)})
    assert find_damage(any_lake) == []
