"""
SIGKILL under load, again and again: what was acknowledged is there, once and whole; the ledger lies with us.

Rows come as batches, each with a number of its own that all its rows carry.  A batch is one POST, one INSERT,
or one transaction of several INSERTs.  After every restart

    an acknowledged batch     is there, every row of it once
    one that was in flight    is there as a whole or not at all, and stays so over all later kills
    an UPDATE                 has happened as often as it was acknowledged, or once more if one was in flight

The seed of every run stands in the report.
"""

from __future__ import annotations

import contextlib
import itertools
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from tests.durability.tools import Crew, Poster, rows, session, token_for, until_killed
from tests.ingest.streams import stream
from tests.soaking import amount, times
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import psycopg

    from tests.fix_gateway import Gateway, NewGateway
    from tests.fix_s3 import MotoS3

pytestmark = [pytest.mark.server, pytest.mark.slow]

KILLS = times(4, soaking=40)
LEAST_ACKS = amount(150, soaking=500)  # before each kill
POSTERS = 12
INSERTERS = 2
TRANSACTIONS = 1
CLIENTS = POSTERS + INSERTERS + TRANSACTIONS
MOST_ROWS = 40
RAMP = 60.0  # seconds to LEAST_ACKS acknowledgements

FEW_ACKS = 30  # before the one kill with nothing but keys and locks on the disk

DEFINED = (
    "create database sales",
    "create table sales.public.kept as select i as a from range(1, 4) r(i)",
    "alter table sales.public.kept add column b int",
    "update sales.public.kept set b = 7 where a = 2",
    "delete from sales.public.kept where a = 1",
    "create view seen as select n from counter",
)

BATCHES = """
    select batch, size, count(*), count(distinct number), min(number), max(number)
    from t group by batch, size
"""


@dataclass
class Ledger:
    """
    What the clients know, kept outside the server.
    """

    numbers: Iterator[int] = field(default_factory=itertools.count)
    flying: dict[int, int] = field(default_factory=dict)  # batch → rows: sent, not answered
    posts: set[int] = field(default_factory=set)  # those of the flying that are on their way over HTTP
    there: dict[int, int] = field(default_factory=dict)  # batch → rows: acknowledged, or found after a kill
    gone: set[int] = field(default_factory=set)  # in flight at a kill and not found afterwards
    acks: int = 0
    updates: int = 0  # acknowledged
    update_flies: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextlib.contextmanager
    def batch(self, size: int) -> Iterator[int]:
        """Send a batch inside of this; leaving it without an error is the acknowledgement."""
        with self.lock:
            number = next(self.numbers)
            self.flying[number] = size
        yield number
        with self.lock:
            self.there[number] = self.flying.pop(number)
            self.acks += 1

    @contextlib.contextmanager
    def post(self, size: int) -> Iterator[int]:
        """The same of a post."""
        with self.batch(size) as number:
            self.posts.add(number)
            yield number
            self.posts.discard(number)

    @contextlib.contextmanager
    def update(self) -> Iterator[None]:
        self.update_flies = True
        yield
        self.updates += 1
        self.update_flies = False


def post(gateway: Gateway, token: str, ledger: Ledger, seed: int) -> None:
    chance = random.Random(seed)
    poster = Poster(gateway, token)
    with until_killed(), contextlib.closing(poster):
        while True:
            size = chance.randint(1, MOST_ROWS)
            with ledger.post(size) as number:
                answer = poster.post(body(number, size))
                assert (answer.status, answer.body.get("rows")) == (200, size), answer


def body(number: int, size: int) -> bytes:
    columns = {
        "batch": pa.array([number] * size, pa.int64()),
        "number": pa.array(range(size), pa.int32()),
        "size": pa.array([size] * size, pa.int32()),
    }
    return stream(pa.record_batch(columns))


def values(number: int, size: int, which: range) -> str:
    return "insert into t values " + ", ".join(f"({number}, {row}, {size})" for row in which)


def insert(gateway: Gateway, ledger: Ledger, seed: int) -> None:
    chance = random.Random(seed)
    with until_killed(), session(gateway) as connection:
        while True:
            size = chance.randint(1, MOST_ROWS)
            with ledger.batch(size) as number:
                connection.execute(values(number, size, range(size)))


def insert_in_transactions(gateway: Gateway, ledger: Ledger, seed: int) -> None:
    """A batch is a transaction of two INSERTs, between which it sometimes reads, so that both are written."""
    chance = random.Random(seed)
    with until_killed(), session(gateway) as connection:
        while True:
            size = chance.randint(2, MOST_ROWS)
            middle = chance.randint(1, size - 1)
            with ledger.batch(size) as number, connection.transaction():
                connection.execute(values(number, size, range(middle)))
                if chance.random() < 0.5:
                    found = rows(connection, f"select count(*) from t where batch = {number}")
                    assert found == [(middle,)]
                connection.execute(values(number, size, range(middle, size)))


def update(gateway: Gateway, ledger: Ledger, _seed: int) -> None:
    with until_killed(), session(gateway) as connection:
        while True:
            with ledger.update():
                connection.execute("update counter set n = n + 1")


def settle(ledger: Ledger, connection: psycopg.Connection) -> None:
    """After a restart: compare, and from now on what was in flight is either there or gone."""
    found = {}
    for batch, size, count, distinct, first, last in rows(connection, BATCHES):
        assert batch not in found
        assert (count, distinct, first, last) == (size, size, 0, size - 1), f"batch {batch} is not whole"
        found[batch] = size
    missing = ledger.there.keys() - found.keys()
    assert not missing, f"{len(missing)} acknowledged batches are lost: {sorted(missing)[:5]}"
    assert not found.keys() & ledger.gone, "what was not there after a kill has appeared later"
    assert found.items() <= (ledger.there | ledger.flying).items(), "batches that nobody has sent"
    ledger.gone |= ledger.flying.keys() - found.keys()
    ledger.there, ledger.flying, ledger.posts = found, {}, set()
    ((updates,),) = rows(connection, "select n from counter")
    assert updates in range(ledger.updates, ledger.updates + ledger.update_flies + 1)
    ledger.updates, ledger.update_flies = updates, False


def loaded(
    gateway: Gateway, token: str, ledger: Ledger, chance: random.Random, acks: int = LEAST_ACKS
) -> tuple[int, int]:
    """Load until a random moment, kill; how many batches, and how many posts of them, were in flight just then."""
    crew = Crew()
    for _ in range(POSTERS):
        crew.start(post, gateway, token, ledger, chance.random())
    for _ in range(INSERTERS):
        crew.start(insert, gateway, ledger, chance.random())
    for _ in range(TRANSACTIONS):
        crew.start(insert_in_transactions, gateway, ledger, chance.random())
    crew.start(update, gateway, ledger, chance.random())
    sent = acks + chance.randrange(50)
    wanted = ledger.acks + sent
    seconds = wait_until(lambda: ledger.acks >= wanted or bool(crew.errors), RAMP)
    time.sleep(
        chance.uniform(0, CLIENTS * seconds / sent)
    )  # anywhere in a commit, however long one takes here
    in_flight = len(ledger.flying), len(ledger.posts)
    gateway.kill()
    crew.join()
    return in_flight


def seeded() -> random.Random:
    seed = random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}")
    return random.Random(seed)


def started(new_gateway: NewGateway, lake: Mapping[str, object]) -> tuple[Gateway, str]:
    """A gateway with the tables that everybody writes, and a token for the first of them."""
    gateway = new_gateway("--https", "off", config={"lake": dict(lake), "log": {"level": "warning"}})
    with session(gateway) as connection:
        connection.execute("create table t (batch bigint, number int, size int)")
        connection.execute("create table counter (n int)")
        connection.execute("insert into counter values (0)")
        return gateway, token_for(connection, "public.t")


def kill_and_compare(new_gateway: NewGateway, lake: Mapping[str, object], record: str) -> None:
    chance = seeded()
    gateway, token = started(new_gateway, lake)
    ledger, began, in_flight = Ledger(), time.monotonic(), []
    for _ in range(KILLS):
        in_flight.append(loaded(gateway, token, ledger, chance))
        gateway.restart()
        with session(gateway) as connection:
            settle(ledger, connection)
    seconds = time.monotonic() - began
    print(
        f"{record}: {KILLS} kills, {ledger.acks} acknowledgements, {ledger.updates} updates,"
        f" {sum(batches for batches, _ in in_flight)} batches, {sum(posts for _, posts in in_flight)} of them posts,"
        f" in flight at the kills, {len(ledger.gone)} not committed, {seconds:.0f} s"
    )
    assert all(posts for _, posts in in_flight)
    assert ledger.acks >= KILLS * LEAST_ACKS
    assert gateway.terminate() == 0
    assert_undamaged(gateway)


def assert_undamaged(gateway: Gateway) -> None:
    """No data file has two live delete files."""
    command = [sys.executable, "-m", "pggate", "check", "--lake", "--data-dir", str(gateway.data_dir)]
    command += ["--config", str(gateway.directory / "config.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_on_a_local_lake(new_gateway: NewGateway) -> None:
    kill_and_compare(new_gateway, {}, "local")


def test_on_s3(new_gateway: NewGateway, moto_s3: MotoS3) -> None:
    kill_and_compare(new_gateway, moto_s3.config(), "moto")


def test_on_s3_with_a_postgresql_catalog(
    new_gateway: NewGateway, moto_s3: MotoS3, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing but keys and locks is in the data directory; the keys of S3 are those of the usual AWS chain."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", moto_s3.access_key)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", moto_s3.secret_key)
    monkeypatch.setenv("AWS_DEFAULT_REGION", moto_s3.region)
    s3 = {"endpoint": moto_s3.endpoint, "url_style": "path"}
    lake = {"storage": moto_s3.storage, "catalog": postgres_url, "s3": s3}
    chance, ledger = seeded(), Ledger()
    gateway, token = started(new_gateway, lake)
    with session(gateway) as connection:
        for statement in DEFINED:
            connection.execute(statement)
    _, posts = loaded(gateway, token, ledger, chance, FEW_ACKS)
    assert posts
    gateway.restart()
    with session(gateway) as connection:
        settle(ledger, connection)
        assert rows(connection, "select a, b from sales.public.kept order by a") == [(2, 7), (3, None)]
        assert rows(connection, "select n from seen") == rows(connection, "select n from counter")
        connection.execute(
            "merge into t using (select 0 as batch) s on t.batch = s.batch when matched then delete"
        )
        connection.execute("drop database sales")
        assert rows(connection, "select datname from pg_database") == [("pggate",)]
        assert rows(connection, "select count(*) from t where batch = 0") == [(0,)]
    assert gateway.terminate() == 0
    assert_undamaged(gateway)
