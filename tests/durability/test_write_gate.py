"""
Changes of rows, appends and transactions at once, as their clients see them over the wire.

duckdb 1.5.5 commits two overlapping DELETEs of one data file and doubles its rows, and answers OK to the COMMIT of
a transaction that it has aborted: nobody would be told.  So the ledger of what was acknowledged lies here.
"""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import asyncpg
import psycopg
import pyarrow as pa
import pytest

from pggate.wire import backend, frontend
from tests.durability.test_kill import assert_undamaged
from tests.durability.tools import (
    Crew,
    Poster,
    Talk,
    cancel,
    metric,
    rows,
    session,
    token_for,
    value,
)
from tests.ingest.streams import stream
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

KEYS = 800
ROUNDS = 40
POSTS = 60
IDLE_SECONDS = 1
PATIENCE = 10.0


@dataclass
class Ledger:
    """Key → value, of what was acknowledged."""

    rows: dict[int, int]
    conflicts: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, name: str, change: Callable[[dict[int, int]], object]) -> None:
        with self.lock:
            change(self.rows)
            self.done[name] += 1


def body(*keys: int) -> bytes:
    return stream(
        pa.record_batch({"k": pa.array(keys, pa.int64()), "v": pa.array([0] * len(keys), pa.int32())})
    )


def post(gateway: Gateway, token: str, *keys: int) -> None:
    with closing(Poster(gateway, token)) as poster:
        answer = poster.post(body(*keys))
        assert (answer.status, answer.body.get("rows")) == (200, len(keys)), answer


def filled(gateway: Gateway) -> str:
    """A topic of several files, of which some have a delete file already; its token."""
    with session(gateway) as connection:
        connection.execute("create table t (k bigint, v int)")
        token = token_for(connection, "public.t")
        for first in range(0, KEYS, KEYS // 4):
            post(gateway, token, *range(first, first + KEYS // 4))
        connection.execute(f"delete from t where k in (0, {KEYS // 4})")
    return token


def some_change(chance: random.Random, keys: list[int]) -> tuple[str, Callable[[dict[int, int]], object]]:
    """A statement, and what it does to the ledger."""
    chosen = chance.sample(keys, 3)
    among = f"k in ({', '.join(map(str, chosen))})"

    def delete(found: dict[int, int]) -> None:
        for key in chosen:
            found.pop(key, None)

    def add(found: dict[int, int]) -> None:
        for key in chosen:
            if key in found:
                found[key] += 1

    return chance.choice(
        [
            (f"delete from t where {among}", delete),
            (f"update t set v = v + 1 where {among}", add),
            (
                (
                    f"merge into t using (select k from t where {among}) as s on t.k = s.k"
                    " when matched then update set v = v + 1"
                ),
                add,
            ),
        ]
    )


def change_alone(gateway: Gateway, ledger: Ledger, seed: int) -> None:
    """Autocommit: waits for its turn and never loses."""
    chance, own = random.Random(seed), [key for key in range(KEYS) if key % 4 == seed]
    with session(gateway) as connection:
        for _ in range(ROUNDS):
            sql, effect = some_change(chance, own)
            connection.execute(sql)
            ledger.note("alone", effect)


def change_in_transactions(gateway: Gateway, ledger: Ledger, seed: int) -> None:
    """A transaction reads, changes twice and adds a row: it may be too late, and is told so."""
    chance, own = random.Random(seed), [key for key in range(KEYS) if key % 4 == seed]
    with session(gateway) as connection:
        for number in range(ROUNDS):
            (one, first), (other, second) = some_change(chance, own), some_change(chance, own)
            new = 1_000_000 * (seed + 1) + number
            try:
                with connection.transaction():
                    if chance.random() < 0.7:
                        rows(connection, "select count(*) from t")  # the snapshot is pinned
                    connection.execute(one)
                    connection.execute(f"insert into t values ({new}, 0)")
                    connection.execute(other)
            except psycopg.errors.SerializationFailure as error:
                ledger.conflicts[error.sqlstate or ""] += 1
                continue

            def effect(
                found: dict[int, int], first: Any = first, second: Any = second, new: int = new
            ) -> None:
                first(found)
                second(found)
                found[new] = 0

            ledger.note("transaction", effect)


def append(gateway: Gateway, token: str, ledger: Ledger, first: int) -> None:
    with closing(Poster(gateway, token)) as poster:
        for key in range(first, first + POSTS):
            assert poster.post(body(key)).status == 200
            ledger.note("post", lambda found, key=key: found.__setitem__(key, 0))


def test_every_row_is_there_once(new_gateway: NewGateway) -> None:
    check_every_row_is_there_once(new_gateway("--https", "off"))


def test_every_row_is_there_once_on_a_postgresql_catalog(new_gateway: NewGateway, postgres_url: str) -> None:
    lake = {"catalog": postgres_url}
    check_every_row_is_there_once(new_gateway("--https", "off", config={"lake": lake}))


def check_every_row_is_there_once(gateway: Gateway) -> None:
    token = filled(gateway)
    ledger = Ledger({key: 0 for key in range(KEYS) if key not in (0, KEYS // 4)})
    crew = Crew()
    for seed in (0, 1):
        crew.start(change_alone, gateway, ledger, seed)
    for seed in (2, 3):
        crew.start(change_in_transactions, gateway, ledger, seed)
    for first in (10_000, 20_000):
        crew.start(append, gateway, token, ledger, first)
    crew.join(120)
    print(f"{dict(ledger.done)}, conflicts {dict(ledger.conflicts)}")
    with session(gateway) as connection:
        found = dict(rows(connection, "select k, v from t"))
        wrong = {k: (found.get(k), ledger.rows.get(k)) for k in found.keys() | ledger.rows.keys()}
        assert {k: pair for k, pair in wrong.items() if pair[0] != pair[1]} == {}
        assert value(connection, "select count(*) from t") == len(ledger.rows)
    assert ledger.done["alone"] == 2 * ROUNDS
    assert ledger.done["transaction"] + ledger.conflicts.total() == 2 * ROUNDS
    assert ledger.done["transaction"] > 0
    assert set(ledger.conflicts) <= {"40001"}
    assert gateway.terminate() == 0
    assert_undamaged(gateway)


@pytest.fixture
def impatient(new_gateway: NewGateway) -> Gateway:
    return new_gateway(
        "--https", "off", config={"limits": {"gate_idle_seconds": IDLE_SECONDS}, "log": {"level": "warning"}}
    )


@pytest.mark.parametrize("savepoint", [False, True], ids=["", "after a savepoint"])
@pytest.mark.parametrize(
    "change", ["update t set v = v + 1", "delete from t where k = 1", "alter table t add column w int"]
)
def test_an_idle_holder_of_the_gate_is_rolled_back(impatient: Gateway, change: str, savepoint: bool) -> None:
    token = filled(impatient)
    with session(impatient) as connection:
        before = value(connection, "select sum(k) from t")
        connection.execute("begin")
        connection.execute("insert into t values (-1, -1)")
        if savepoint:
            connection.execute("savepoint here")
        connection.execute(change)
        began = time.monotonic()
        post(impatient, token, 5000)
        assert IDLE_SECONDS * 0.9 <= time.monotonic() - began <= IDLE_SECONDS + PATIENCE
        with pytest.raises(psycopg.errors.IdleInTransactionSessionTimeout):
            connection.execute("select 1")
        with pytest.raises(psycopg.errors.InFailedSqlTransaction):
            connection.execute("select 1")
        assert connection.execute("commit").statusmessage == "ROLLBACK"
        assert value(connection, "select sum(k) from t") == before + 5000
        assert value(connection, "select sum(v) from t") == 0
        connection.execute("update t set v = v + 1 where k = 5000")
        assert value(connection, "select sum(v) from t") == 1


def test_commit_after_the_idle_holder_was_rolled_back_is_no_commit(impatient: Gateway) -> None:
    token = filled(impatient)
    with session(impatient) as connection:
        connection.execute("begin")
        connection.execute("delete from t")
        post(impatient, token, 5000)
        assert connection.execute("commit").statusmessage == "ROLLBACK"
        assert value(connection, "select count(*) from t") == KEYS - 2 + 1


def test_an_idle_holder_without_begin_is_rolled_back(impatient: Gateway) -> None:
    """A pipeline without its Sync is a transaction, too."""
    token = filled(impatient)
    talk = Talk(impatient)
    with closing(talk.client):
        talk.send(
            frontend.Parse("", "delete from t where k < 10", ()),
            frontend.Bind("", "", (), (), ()),
            frontend.Execute("", 0),
            frontend.Flush(),
        )
        talk.until(backend.CommandComplete)
        post(impatient, token, 5000)
        with session(impatient) as connection:
            assert value(connection, "select count(*) from t") == KEYS - 2 + 1
        talk.send(frontend.Sync())
        refused, ready = talk.until(backend.ReadyForQuery)
        assert refused.error.code == "25P03"
        assert ready == backend.ReadyForQuery("I")


def test_a_busy_holder_keeps_the_gate(impatient: Gateway) -> None:
    token = filled(impatient)
    with session(impatient) as connection:
        with connection.transaction():
            connection.execute("delete from t where k < 10")
            crew = Crew()
            crew.start(post, impatient, token, 5000)
            until = time.monotonic() + 2 * IDLE_SECONDS
            while time.monotonic() < until:
                assert value(connection, "select count(*) from t where k = 5000") == 0
            connection.execute("insert into t values (6000, 0)")
        crew.join()
        assert value(connection, "select count(*) from t where k in (5000, 6000)") == 2
        assert value(connection, "select count(*) from t where k < 10") == 0


def test_a_holder_that_does_not_read_is_rolled_back(impatient: Gateway) -> None:
    token = filled(impatient)
    talk = Talk(impatient)
    with closing(talk.client):
        talk.send(
            frontend.Query("begin"),
            frontend.Query("delete from t where k < 10"),
            frontend.Query("select repeat('x', 1000) from range(100_000_000)"),
            frontend.Query("select 1"),
        )
        talk.until(backend.DataRows)
        post(impatient, token, 5000)
        with session(impatient) as connection:
            assert value(connection, "select count(*) from t") == KEYS - 2 + 1
        *_, refused = talk.until(backend.ErrorResponse)
        assert refused.error.code == "25P03"
        assert talk.until(backend.ReadyForQuery)[-1] == backend.ReadyForQuery("E")


@pytest.mark.parametrize("define", ["", "create table beside (a int)"], ids=["", "that also defines"])
def test_an_inserting_transaction_waits_for_the_gate(gateway: Gateway, define: str) -> None:
    """So that the change, which would lose against it, does not."""
    with session(gateway) as changing, session(gateway) as inserting:
        changing.execute("create or replace table t as select i as k from range(10) r(i)")
        changing.execute("drop table if exists beside")
        inserting.execute("begin")
        if define:
            inserting.execute(define)
        inserting.execute("insert into t values (100)")
        crew, answers, answered = Crew(), list[str](), threading.Event()

        def commit() -> None:
            try:
                answers.append(inserting.execute("commit").statusmessage or "")
            except psycopg.errors.SerializationFailure as error:
                answers.append(error.sqlstate or "")  # that is DuckLake's: it lets an INSERT lose, too
            answered.set()

        with changing.transaction():
            changing.execute("delete from t where k = 1")
            crew.start(commit)
            assert not answered.wait(0.5)
        crew.join()
        committed = answers == ["COMMIT"]
        assert committed or answers == ["40001"]
        assert value(changing, "select count(*) from t") == 9 + committed


def test_crosswise_gates_are_a_deadlock(gateway: Gateway) -> None:
    with session(gateway) as connection:
        for name in ("left_one", "right_one"):
            connection.execute(f"create table {name} as select i as k, 0 as v from range(10) r(i)")
    both, outcomes = threading.Barrier(2), list[str]()

    def work(first: str, second: str) -> None:
        with session(gateway) as connection:
            try:
                with connection.transaction():
                    connection.execute(f"update {first} set v = v + 1")
                    both.wait(PATIENCE)
                    connection.execute(f"update {second} set v = v + 1")
                outcomes.append("committed")
            except psycopg.errors.DeadlockDetected as error:
                outcomes.append(error.sqlstate or "")

    crew, began = Crew(), time.monotonic()
    crew.start(work, "left_one", "right_one")
    crew.start(work, "right_one", "left_one")
    crew.join()
    assert sorted(outcomes) == ["40P01", "committed"]
    assert time.monotonic() - began < PATIENCE
    with session(gateway) as connection:
        assert value(connection, "select sum(v) from left_one") == 10
        assert value(connection, "select sum(v) from right_one") == 10


def test_waiting_for_the_gate_can_be_canceled(gateway: Gateway) -> None:
    with session(gateway) as holder:
        holder.execute("create or replace table held as select i as k from range(10) r(i)")
        talk = Talk(gateway)
        with closing(talk.client), holder.transaction():
            holder.execute("delete from held where k = 1")
            talk.send(frontend.Query("delete from held where k = 2"))
            crew = Crew()
            crew.start(cancel_until_it_ends, gateway, talk)
            (error,) = [m.error for m in talk.until(backend.ReadyForQuery) if hasattr(m, "error")]
            assert error.code == "57014"
            crew.join()
        assert value(holder, "select count(*) from held") == 9


def cancel_until_it_ends(gateway: Gateway, talk: Talk) -> None:
    before = metric(gateway, "pggate_queries_total", outcome="canceled")

    def ended() -> bool:
        cancel(gateway, talk.key)
        return metric(gateway, "pggate_queries_total", outcome="canceled") > before

    wait_until(ended)


# --- several portals of one transaction


def portal(name: str, sql: str) -> tuple[frontend.Frontend, ...]:
    return frontend.Parse(name, sql, ()), frontend.Bind(name, name, (), (), ())


def taken(talk: Talk) -> list[int]:
    """The first column of the rows up to the end of an Execute."""
    found: list[int] = []
    while True:
        match talk.client.receive():
            case backend.DataRows() as block:
                found += [int(cells[0] or b"") for cells in block.cells()]
            case backend.PortalSuspended() | backend.CommandComplete():
                return found
            case backend.ErrorResponse(error):
                raise error


def test_interleaved_portals_lose_no_row(gateway: Gateway) -> None:
    """duckdb 1.5.5: whatever runs on a cursor silently ends its open result."""
    size = 50_000
    with session(gateway) as connection:
        connection.execute(f"create or replace table many as select i as k from range({size}) r(i)")
    talk = Talk(gateway)
    with closing(talk.client):
        talk.send(frontend.Query("begin"))
        talk.until(backend.ReadyForQuery)
        talk.send(*portal("one", "select k from many"), *portal("two", "select -k from many where k >= 100"))
        found: dict[str, list[int]] = {"one": [], "two": [], "late": []}
        chance, inserted = random.Random(7), 0
        while len(found["one"]) < size or len(found["two"]) < size - 100:
            name = chance.choice(["one", "two"])
            talk.send(frontend.Execute(name, chance.randint(1, 7000)), frontend.Flush())
            found[name] += taken(talk)
            if chance.random() < 0.3:
                key = size + inserted
                talk.send(*portal("", f"insert into many values ({key})"), frontend.Execute("", 0))
                talk.send(frontend.Flush())
                assert taken(talk) == []
                inserted += 1
        talk.send(*portal("late", "select k from many"), frontend.Execute("late", 0), frontend.Flush())
        found["late"] = taken(talk)
        talk.send(frontend.Sync())
        talk.until(backend.ReadyForQuery)
        talk.send(frontend.Query("commit"))
        talk.until(backend.ReadyForQuery)
    assert sorted(found["one"]) == list(range(size))
    assert sorted(found["two"]) == sorted(-k for k in range(100, size))
    assert sorted(found["late"]) == list(range(size + inserted))
    assert inserted > 0
    with session(gateway) as connection:
        assert value(connection, "select count(*) from many") == size + inserted


def test_interleaved_cursors_of_asyncpg(gateway: Gateway) -> None:
    size = 30_000
    with session(gateway) as connection:
        connection.execute(f"create or replace table many as select i as k from range({size}) r(i)")

    async def read() -> tuple[list[int], list[int], list[int]]:
        connection = await asyncpg.connect(**gateway.login())
        try:
            async with connection.transaction():
                one = await connection.cursor("select k from many where k % 2 = $1", 0)
                other = await connection.cursor("select k from many where k % 2 = $1", 1)
                even: list[int] = []
                odd: list[int] = []
                between: list[int] = []
                while len(even) + len(odd) < size:
                    even += [record["k"] for record in await one.fetch(1000)]
                    between.append(await connection.fetchval("select count(*) from many"))
                    odd += [record["k"] for record in await other.fetch(700)]
                return even, odd, between
        finally:
            await connection.close()

    even, odd, between = asyncio.run(read())
    assert sorted(even) == list(range(0, size, 2))
    assert sorted(odd) == list(range(1, size, 2))
    assert set(between) == {size}


# --- COMMIT


def late_error(talk: Talk) -> None:
    """An error that the engine meets while it sets a portal aside: no reader hears of it."""
    bad = "select cast(case when i = 4000000 then 'x' else '1' end as int) from range(5000000) r(i)"
    talk.send(*portal("bad", bad), frontend.Execute("bad", 1), frontend.Flush())
    taken(talk)


def failing_statement(talk: Talk) -> None:
    talk.send(frontend.Query("select cast('x' as int)"))
    talk.until(backend.ReadyForQuery)


def failing_read(talk: Talk) -> None:
    talk.send(*portal("bad", "select cast(k || 'x' as int) from t"), frontend.Execute("bad", 0))
    talk.send(frontend.Sync())
    talk.until(backend.ReadyForQuery)


@pytest.mark.parametrize("spoil", [late_error, failing_statement, failing_read])
@pytest.mark.parametrize(
    "write",
    [
        "insert into t values (1, 1)",
        "insert into t select i, 1 from range(1) r(i), t limit 1",
        "update t set v = 1",
        "create table new_one (a int)",
    ],
)
def test_a_transaction_that_was_aborted_is_not_committed(
    gateway: Gateway, spoil: Callable[[Talk], None], write: str
) -> None:
    with session(gateway) as connection:
        connection.execute("create or replace table t as select 0::bigint as k, 0 as v")
        connection.execute("drop table if exists new_one")
        talk = Talk(gateway)
        with closing(talk.client):
            talk.send(frontend.Query(f"begin; {write}"))
            assert talk.until(backend.ReadyForQuery)[-1] == backend.ReadyForQuery("T")
            spoil(talk)
            talk.send(*portal("", "select 1"), frontend.Execute("", 0), frontend.Sync())
            talk.until(backend.ReadyForQuery)
            talk.send(frontend.Query("commit"))
            said = talk.until(backend.ReadyForQuery)
        committed = backend.CommandComplete("COMMIT") in said
        there = rows(connection, "select k, v from t") != [(0, 0)] or bool(
            rows(connection, "select 1 from pg_class where relname = 'new_one'")
        )
        assert there == committed, said
        assert not committed


@pytest.mark.parametrize("write", ["insert into t values (1)", "update t set k = k + 1", "delete from t"])
def test_a_cancel_at_any_moment_of_a_commit(gateway: Gateway, write: str) -> None:
    """Whatever was answered is what has happened."""
    chance = random.Random(11)
    with session(gateway) as connection:
        talk = Talk(gateway)
        answers: Counter[str] = Counter()
        with closing(talk.client):
            for _ in range(40):
                connection.execute("create or replace table t as select 0::bigint as k")
                talk.send(frontend.Query(f"begin; {write}"))
                assert talk.until(backend.ReadyForQuery)[-1] == backend.ReadyForQuery("T")
                talk.send(frontend.Query("commit"))
                time.sleep(chance.uniform(0, 0.02))  # anywhere in it
                cancel(gateway, talk.key)
                said = talk.until(backend.ReadyForQuery)
                committed = backend.CommandComplete("COMMIT") in said
                answers["committed" if committed else "canceled"] += 1
                changed = rows(connection, "select k from t") != [(0,)]
                assert changed == committed, said
                assert said[-1] == backend.ReadyForQuery("I")
    print(f"{write}: {dict(answers)}")


def test_a_lost_connection_rolls_back(gateway: Gateway) -> None:
    with session(gateway) as connection:
        connection.execute("create or replace table t as select 0::bigint as k")
        for how in ("close", "terminate"):
            talk = Talk(gateway)
            talk.send(frontend.Query("begin; insert into t values (1); update t set k = 5"))
            talk.until(backend.ReadyForQuery)
            if how == "terminate":
                talk.send(frontend.Terminate())
            with suppress(OSError):
                talk.vanish()
            connection.execute("update t set k = 0")  # waits until the gate is free
            assert rows(connection, "select k from t") == [(0,)]
