"""
What was acknowledged is seen by the next query, whoever asks, while everything goes on at once.

Each writer counts its rows: 0, 1, 2 …, some at a time, one way or another.  So one answer tells of every writer
whether the query has seen all that was acknowledged before it was sent, nothing twice, nothing that was not sent,
and no part of a batch.  Rows of the topic are changed and its files merged meanwhile.  The seed of every run
stands in the report.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter, defaultdict
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pytest

from tests.durability.tools import Crew, Poster, metric, rows, session, token_for
from tests.durability.writes import until_it_fits
from tests.flight.conftest import Flights
from tests.ingest.streams import stream
from tests.soaking import amount
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fix_gateway import Gateway, NewGateway

    Seen = dict[int, tuple[int, int]]  # writer → its last number, how many of its rows
    Write = Callable[[int, int, int], object]  # writer, first number, how many

pytestmark = [pytest.mark.server, pytest.mark.slow]

SECONDS: Final = amount(40, soaking=3600)  # at most
ENOUGH: Final = 10_000  # queries that are sent after another acknowledgement than the one before
LEAST: Final = amount(100, soaking=ENOUGH)
POSTERS: Final = 3
READERS: Final = 4
MOST_ROWS: Final = 6
AS_OF: Final = "as of a receipt"
PAUSE: Final = 0.05  # seconds at most, mostly much less

DEFINITIONS: Final = (
    "create table t (writer int, number bigint, v int)",
    "create view seen as select writer, number from t",
    "create view latest as select writer, max(number) as last, count(*) as many from seen group by writer",
)
ASKED: Final = "select writer, max(number), count(*) from {} group by writer"
CONFIG: Final = {"compaction": {"small_files": 4}, "log": {"level": "warning"}}


@dataclass
class Ledger:
    """
    What the clients know; of each writer, numbers of rows.
    """

    begun: Counter[int] = field(default_factory=Counter)
    acknowledged: Counter[int] = field(default_factory=Counter)
    wholes: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(lambda: {0}))
    """After each batch: so many are seen, or that of another one."""
    receipts: list[tuple[int, int, int]] = field(default_factory=list)
    """Snapshot, writer, and how many of its rows there were then."""
    acks: int = 0
    checked: Counter[str] = field(default_factory=Counter)  # queries, by way
    fresh: int = 0  # those of them that came after an acknowledgement which its reader had not checked
    pairs: int = 0  # of these acknowledgements and the queries
    lock: threading.Lock = field(default_factory=threading.Lock)
    over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def batch(self, writer: int, size: int) -> Iterator[int]:
        """Send a batch inside of this; leaving it is the acknowledgement."""
        first = self.begun[writer]
        self.wholes[writer].add(first + size)
        self.begun[writer] += size
        yield first
        with self.lock:
            self.acknowledged[writer] += size
            self.acks += 1

    def check(self, least: Counter[int], found: Seen, way: str) -> None:
        for writer, (last, many) in found.items():
            assert last == many - 1, f"{way}: writer {writer} has {many} rows, the last is {last}"
            assert many in self.wholes[writer], f"{way}: a part of a batch of writer {writer}: {many} rows"
            assert many <= self.begun[writer]
        for writer, many in least.items():
            _, seen = found.get(writer, (-1, 0))
            assert seen >= many, f"{way}: {many - seen} acknowledged rows of writer {writer} are not seen"


def selected(writer: int, numbers: range) -> str:
    """A query for the rows."""
    return f"select {writer}, i, 0 from range({numbers.start}, {numbers.stop}) r(i)"


# -- writers


def posting(gateway: Gateway, token: str, stack: ExitStack, ledger: Ledger) -> list[Write]:
    poster = Poster(gateway, token)
    stack.callback(poster.close)

    def post(writer: int, first: int, size: int) -> None:
        answer = poster.post(stream(arrow(writer, first, size)))
        assert (answer.status, answer.body.get("rows")) == (200, size), answer
        ledger.receipts.append((answer.body["snapshot"], writer, first + size))

    return [post]


def putting(gateway: Gateway, token: str, stack: ExitStack, _: Ledger) -> list[Write]:
    flights = Flights(gateway, f"Bearer {token}")
    stack.callback(flights.client.close)
    return [lambda writer, first, size: flights.put(("t",), arrow(writer, first, size))]


def arrow(writer: int, first: int, size: int) -> pa.RecordBatch:
    numbers = pa.array(range(first, first + size), pa.int64())
    return pa.record_batch({"writer": pa.array([writer] * size, pa.int32()), "number": numbers})


def inserting(gateway: Gateway, _token: str, stack: ExitStack, _: Ledger) -> list[Write]:
    connection = stack.enter_context(session(gateway))

    def several(writer: int, first: int, size: int) -> str:
        middle = first + size // 2
        parts = selected(writer, range(first, middle)), selected(writer, range(middle, first + size))
        return "; ".join(f"insert into t {part}" for part in parts)

    def in_a_transaction(writer: int, first: int, size: int) -> None:
        with connection.transaction():
            for statement in several(writer, first, size).split("; "):
                connection.execute(statement)

    return [
        lambda writer, first, size: connection.execute(
            f"insert into t {selected(writer, range(first, first + size))}"
        ),
        lambda writer, first, size: connection.execute(
            "insert into t select %s, i, 0 from range(%s, %s) r(i)", (writer, first, first + size)
        ),
        lambda writer, first, size: connection.execute(several(writer, first, size)),
        in_a_transaction,
    ]


def copying(gateway: Gateway, _token: str, stack: ExitStack, _: Ledger) -> list[Write]:
    connection = stack.enter_context(session(gateway))

    def copy(writer: int, first: int, size: int) -> None:
        with connection.cursor() as cursor, cursor.copy("copy t (writer, number) from stdin") as rows_in:
            for number in range(first, first + size):
                rows_in.write_row((writer, number))

    return [copy]


WRITERS: Final = (*[posting] * POSTERS, inserting, copying, putting)


def write(gateway: Gateway, token: str, ledger: Ledger, writer: int, chance: random.Random) -> None:
    with ExitStack() as stack:
        ways = WRITERS[writer](gateway, token, stack, ledger)
        while not ledger.over.is_set():
            size = chance.randint(2, MOST_ROWS)
            with ledger.batch(writer, size) as first:
                way = chance.choice(ways)
                until_it_fits(lambda way=way, first=first, size=size: way(writer, first, size))
            pause(chance)


def pause(chance: random.Random) -> None:
    time.sleep(PAUSE * chance.random() ** 4)


def change(gateway: Gateway, ledger: Ledger, chance: random.Random) -> None:
    """What is in no writer's columns."""
    with session(gateway) as connection:
        while not ledger.over.is_set():
            writer, tens = chance.randrange(len(WRITERS)), chance.randrange(10)
            sql = f"update t set v = coalesce(v, 0) + 1 where writer = {writer} and number % 10 = {tens}"
            until_it_fits(lambda sql=sql: connection.execute(sql))
            time.sleep(chance.uniform(0, 10 * PAUSE))


# -- readers


def told(answer: list[tuple[Any, ...]]) -> Seen:
    return {writer: (last, many) for writer, last, many in answer}


class Reader:
    """
    One who asks in every way, from sessions of its own.
    """

    def __init__(self, gateway: Gateway, stack: ExitStack) -> None:
        self._gateway = gateway
        self._one, self._blocks = (stack.enter_context(session(gateway)) for _ in range(2))
        flights = Flights(gateway)
        stack.callback(flights.client.close)
        _, bearer = flights.client.authenticate_basic_token("pggate", gateway.password)
        self._flights = Flights(gateway, bearer.decode())
        stack.callback(self._flights.client.close)
        self._ways: dict[str, Callable[[], Seen]] = {
            "simple": lambda: told(rows(self._one, ASKED.format("t"))),
            "extended": lambda: self._asked("select writer, max(number), count(*) from t group by 1", False),
            "prepared": lambda: self._asked(ASKED.format("t"), True),
            "view": lambda: told(rows(self._one, ASKED.format("seen"))),
            "view of a view": lambda: self._asked("select writer, last, many from latest", True),
            "all rows": self._all,
            "transaction": self._in_a_transaction,
            "cursor": self._by_cursor,
            "a new session": self._newcomer,
            "flight": lambda: told(
                list(zip(*self._flights.get(ASKED.format("t")).to_pydict().values(), strict=True))
            ),
        }

    def read(self, ledger: Ledger, chance: random.Random) -> None:
        checked = 0
        while not ledger.over.is_set():
            with ledger.lock:
                acks, least = ledger.acks, ledger.acknowledged.copy()
            way = chance.choice([*self._ways, "counts", AS_OF])
            if way == AS_OF:
                self._as_of(ledger, chance)
            elif way == "counts":
                self._counts(ledger, least, chance)
            else:
                ledger.check(least, self._ways[way](), way)
            with ledger.lock:
                ledger.checked[way] += 1
                if way != AS_OF:  # which looks back
                    ledger.fresh += acks > checked
                    ledger.pairs += acks - checked
                    checked = acks
            pause(chance)

    def _asked(self, sql: str, prepare: bool) -> Seen:
        return told(self._one.execute(sql, prepare=prepare, binary=True).fetchall())

    def _all(self) -> Seen:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for writer, number in rows(self._one, "select writer, number from t"):
            found[writer].append(number)
        return {writer: (max(numbers), len(numbers)) for writer, numbers in found.items()}

    def _in_a_transaction(self) -> Seen:
        with self._blocks.transaction():
            first = told(rows(self._blocks, ASKED.format("t")))
            assert told(rows(self._blocks, "select writer, last, many from latest")) == first
        return first

    def _by_cursor(self) -> Seen:
        with self._blocks.transaction(), self._blocks.cursor("c") as cursor:
            return told(cursor.execute(ASKED.format("t")).fetchall())

    def _newcomer(self) -> Seen:
        with session(self._gateway) as connection:
            return told(rows(connection, ASKED.format("t")))

    def _counts(self, ledger: Ledger, least: Counter[int], chance: random.Random) -> None:
        """Of one writer, and of all, by a statement whose plan is kept."""
        writer = chance.randrange(len(WRITERS))
        sql = "select coalesce(max(number), -1), count(*) from t where writer = %s"
        ((last, many),) = self._one.execute(sql, (writer,), prepare=True).fetchall()
        ledger.check(Counter({writer: least[writer]}), {writer: (last, many)}, "max and count")
        ((total,),) = rows(self._one, "select count(*) from t")
        assert least.total() <= total <= ledger.begun.total()

    def _as_of(self, ledger: Ledger, chance: random.Random) -> None:
        """The snapshot of a receipt holds all that its writer had been acknowledged then, and no more."""
        if ledger.receipts:
            snapshot, writer, many = chance.choice(ledger.receipts[-20:])
            found = told(rows(self._one, ASKED.format(f"t at (version => {snapshot})")))
            assert found[writer] == (many - 1, many), f"as of {snapshot}: {found[writer]}, not {many} rows"


def read(gateway: Gateway, ledger: Ledger, chance: random.Random) -> None:
    with ExitStack() as stack:
        Reader(gateway, stack).read(ledger, chance)


def test_whatever_order_it_comes_in(new_gateway: NewGateway) -> None:
    seed = random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}")
    chance, ledger, crew = random.Random(seed), Ledger(), Crew()
    gateway = new_gateway("--https", "off", config=CONFIG)
    with session(gateway) as connection:
        for definition in DEFINITIONS:
            connection.execute(definition)
        token, began = token_for(connection, "t"), time.monotonic()
        for writer in range(len(WRITERS)):
            crew.start(write, gateway, token, ledger, writer, random.Random(chance.random()))
        crew.start(change, gateway, ledger, random.Random(chance.random()))
        for _ in range(READERS):
            crew.start(read, gateway, ledger, random.Random(chance.random()))
        try:
            ends = began + SECONDS
            wait_until(
                lambda: ledger.fresh >= ENOUGH or bool(crew.errors) or time.monotonic() > ends, 2 * SECONDS
            )
        finally:
            ledger.over.set()
            crew.join()
        print(
            f"{ledger.acks} acknowledgements, {ledger.checked.total()} queries: {ledger.fresh} of them after another"
            f" acknowledgement, {ledger.pairs} pairs, 0 misses, {time.monotonic() - began:.0f} s;"
            f" {dict(ledger.checked)}"
        )
        ledger.check(ledger.begun, told(rows(connection, ASKED.format("t"))), "at the end")
    assert ledger.fresh >= LEAST
    assert min(ledger.checked.values()) > 0
    assert metric(gateway, "pggate_compactions_total", outcome="ok") > 0
