"""
What was acknowledged is seen by every query that starts afterwards, whoever asks and however.

One ledger, many ways to write, many ways to read.  First one step at a time, where a count must be exact; then all
at once, where a count lies between what was acknowledged before the query and what was begun before its end.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import threading
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import asyncpg
import pyarrow as pa
import pytest

from pggate.wire import backend, frontend
from tests.durability.tools import Crew, Poster, Talk, rows, session, token_for
from tests.ingest.streams import stream

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    import psycopg

    from tests.fix_gateway import Gateway

    Write = Callable[[int, int], None]  # first key, how many
    Read = Callable[[], int]  # how many rows are seen

pytestmark = [pytest.mark.server, pytest.mark.slow]

STEPS = 300
READS_PER_STEP = 3
BUSY_WRITES = 40  # of each writer
MOST_ROWS = 30

COUNT = "select count(*) from t"


class Loop:
    """An event loop in a thread of its own, for asyncpg."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(60)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@pytest.fixture(scope="module")
def place(gateway: Gateway) -> Iterator[Place]:
    with ExitStack() as stack:
        yield Place(gateway, stack)


class Place:
    """
    A topic with views over it, and everybody who writes and reads it.
    """

    def __init__(self, gateway: Gateway, stack: ExitStack) -> None:
        self._gateway = gateway
        self._stack = stack
        with session(gateway) as connection:
            connection.execute("create table t (k bigint, v int)")
            connection.execute("create view plain as select k, v from t")
            connection.execute("create view counted as select count(*) as n from plain")
            connection.execute("create database elsewhere")
            self._token = token_for(connection, "public.t")
        loop = Loop()
        stack.callback(loop.close)
        self._loop = loop

    def connection(self, database: str = "pggate", **options: object) -> psycopg.Connection:
        return self._stack.enter_context(session(self._gateway, database, **options))

    def writers(self) -> dict[str, Write]:
        poster = Poster(self._gateway, self._token)
        self._stack.callback(poster.close)
        simple, binary, blocks, several = (self.connection() for _ in range(4))
        elsewhere = self.connection("elsewhere")
        talk = self._talk()

        def post(first: int, size: int) -> None:
            keys = pa.array(range(first, first + size), pa.int64())
            body = stream(pa.record_batch({"k": keys, "v": pa.nulls(size, pa.int32())}))
            answer = poster.post(body)
            assert (answer.status, answer.body["rows"]) == (200, size)

        def in_a_transaction(first: int, size: int) -> None:
            with blocks.transaction():
                blocks.execute("insert into t values (%s, 0)", [first])
                blocks.execute(selected(first + 1, size - 1))

        def in_one_message(first: int, size: int) -> None:
            several.execute(f"insert into t values ({first}, 0); {selected(first + 1, size - 1)}")

        def pipelined(first: int, size: int) -> None:
            talk.send(
                frontend.Parse("", selected(first, size), ()),
                frontend.Bind("", "", (), (), ()),
                frontend.Execute("", 0),
                frontend.Sync(),
            )
            replies = talk.until(backend.ReadyForQuery)
            assert backend.CommandComplete(f"INSERT 0 {size}") in replies, replies

        return {
            "post": post,
            "insert": lambda first, size: run(simple, selected(first, size)),
            "insert with parameters": lambda first, size: run(
                binary, "insert into t select i, 0 from range(%s, %s) r(i)", (first, first + size)
            ),
            "transaction": in_a_transaction,
            "several statements": in_one_message,
            "extended": pipelined,
            "from another database": lambda first, size: run(
                elsewhere, selected(first, size, "pggate.public.t")
            ),
        }

    def readers(self) -> dict[str, Read]:
        simple, view, views, prepared, blocks = (self.connection() for _ in range(5))
        elsewhere = self.connection("elsewhere")
        talk = self._talk()
        talk.send(frontend.Parse("counting", COUNT, ()), frontend.Sync())
        talk.until(backend.ReadyForQuery)
        login = self._gateway.login()
        pool = self._loop.run(asyncpg.connect(**login))
        self._stack.callback(lambda: self._loop.run(pool.close()))
        statement = self._loop.run(pool.prepare(COUNT))

        def in_a_transaction() -> int:
            with blocks.transaction():
                return int(rows(blocks, COUNT)[0][0])

        def by_name() -> int:
            talk.send(frontend.Bind("", "counting", (), (), ()), frontend.Execute("", 0), frontend.Sync())
            (found,) = [r for r in talk.until(backend.ReadyForQuery) if isinstance(r, backend.DataRows)]
            return int(found.cells()[0][0] or b"")

        def newcomer() -> int:
            with session(self._gateway) as connection:
                return int(rows(connection, COUNT)[0][0])

        return {
            "simple": lambda: int(rows(simple, COUNT)[0][0]),
            "all rows": lambda: len(rows(simple, "select k from t")),
            "view": lambda: int(rows(view, "select count(*) from plain")[0][0]),
            "view of a view": lambda: int(rows(views, "select n from counted")[0][0]),
            "prepared": lambda: int(prepared.execute(COUNT, prepare=True, binary=True).fetchall()[0][0]),
            "prepared by name": by_name,
            "asyncpg": lambda: int(self._loop.run(statement.fetchval())),
            "transaction": in_a_transaction,
            "from another database": lambda: int(
                rows(elsewhere, "select count(*) from pggate.public.t")[0][0]
            ),
            "a new session": newcomer,
        }

    def _talk(self) -> Talk:
        talk = Talk(self._gateway)
        self._stack.callback(talk.client.close)
        return talk


def run(connection: psycopg.Connection, sql: str, parameters: tuple[object, ...] | None = None) -> None:
    connection.execute(sql, parameters)


def selected(first: int, size: int, table: str = "t") -> str:
    return f"insert into {table} select i, 0 from range({first}, {first + size}) r(i)"


def test_one_step_at_a_time(place: Place) -> None:
    seed = random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    writers, readers = place.writers(), place.readers()
    there = readers["simple"]()
    used: Counter[str] = Counter()
    for _ in range(STEPS):
        size = chance.randint(2, MOST_ROWS)
        name = chance.choice(list(writers))
        writers[name](there, size)
        there += size
        for reader in chance.sample(list(readers), READS_PER_STEP):
            used[f"{name} → {reader}"] += 1
            seen = readers[reader]()
            assert seen == there, f"{reader} after {name}: {seen - there} rows"
    print(
        f"{STEPS} writes, {used.total()} reads, {len(used)} of {len(writers) * len(readers)} pairs, 0 misses"
    )


@dataclass
class Ledger:
    begun: int = 0
    acknowledged: int = 0
    finished: bool = False
    reads: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextlib.contextmanager
    def write(self, size: int) -> Iterator[int]:
        with self.lock:
            first = self.begun
            self.begun += size
        yield first
        with self.lock:
            self.acknowledged += size


def test_all_at_once(place: Place) -> None:
    writers, readers = place.writers(), place.readers()
    before = readers["simple"]()
    ledger = Ledger(before, before)
    writing, reading = Crew(), Crew()

    def write(one: Write, seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(BUSY_WRITES):
            size = chance.randint(2, MOST_ROWS)
            with ledger.write(size) as first:
                one(first, size)

    def read(names: list[str]) -> None:
        while not ledger.finished:
            for name in names:
                least = ledger.acknowledged
                seen = readers[name]()
                assert least <= seen <= ledger.begun, f"{name}: {seen}, {least} were acknowledged"
                ledger.reads[name] += 1

    for seed, one in enumerate(writers.values()):
        writing.start(write, one, seed)
    simple = ["simple", "all rows"]  # of one connection
    for names in [simple, *([name] for name in readers if name not in simple)]:
        reading.start(read, names)
    try:
        writing.join()
    finally:
        ledger.finished = True
    reading.join()
    print(f"{len(writers) * BUSY_WRITES} writes, {dict(ledger.reads)} reads, 0 misses")
    assert min(ledger.reads.values()) > 0
    assert {name: read() for name, read in readers.items()} == dict.fromkeys(readers, ledger.acknowledged)
    assert ledger.acknowledged == ledger.begun
