"""
SIGKILL in the middle of a definition: after the restart all of it is there, and usable, or nothing of it.

On a local lake the moments are random.  On a PostgreSQL catalog and on S3 a relay counts the gateway's requests
and freezes at each of them in turn, with the request unsent or its answer withheld, so that every step of a
definition is met.
"""

from __future__ import annotations

import contextlib
import random
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pyarrow as pa
import pytest

from tests.durability.relay import relay_to
from tests.durability.tools import Crew, Poster, rows, session, token_for, until_killed
from tests.ingest.streams import stream
from tests.soaking import times

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg

    from tests.durability.relay import Relay, When
    from tests.fix_gateway import Gateway, NewGateway
    from tests.fix_s3 import MotoS3

pytestmark = [pytest.mark.server, pytest.mark.slow]

RANDOM_KILLS = times(2, soaking=20)  # of each case
STEPS = times(3, soaking=100)  # of each case: that many of its requests, the first and the last among them

CONFIG = {"log": {"level": "warning"}}


@dataclass(frozen=True)
class Case:
    """
    A definition, what it needs, what is undone after it, and what it does to the state that `seen` describes.

    `seen` maps each relation that is there to its columns and number of rows.
    """

    name: str
    statements: tuple[str, ...]
    before: tuple[str, ...] = ()
    undo: tuple[str, ...] = ()
    old: object = None
    new: object = None
    database: str = "pggate"


ONE = ("a",)
CASES = [
    Case(
        "create database",
        ("create database sales",),
        undo=("drop database if exists sales",),
        old=None,
        new={},
        database="sales",
    ),
    Case(
        "drop database",
        ("drop database sales",),
        before=(
            "create database if not exists sales",
            "create table if not exists sales.public.t (a int)",
            "delete from sales.public.t",
            "insert into sales.public.t values (1), (2)",
        ),
        undo=("drop database if exists sales",),
        old={"t": (ONE, 2)},
        new=None,
        database="sales",
    ),
    Case(
        "create table",
        ("create table t (a int, b text)",),
        undo=("drop table if exists t",),
        old={},
        new={"t": (("a", "b"), 0)},
    ),
    Case(
        "create table as",
        ("create table t as select i as a from range(1000) r(i)",),
        undo=("drop table if exists t",),
        old={},
        new={"t": (ONE, 1000)},
    ),
    Case(
        "alter table",
        ("alter table t add column b int default 7",),
        before=("create or replace table t as select i as a from range(10) r(i)",),
        undo=("drop table if exists t",),
        old={"t": (ONE, 10)},
        new={"t": (("a", "b"), 10)},
    ),
    Case(
        "drop table",
        ("drop table t",),
        before=("create or replace table t as select i as a from range(10) r(i)",),
        undo=("drop table if exists t",),
        old={"t": (ONE, 10)},
        new={},
    ),
    Case(
        "a transaction",
        (
            "begin",
            "create table t (a int)",
            "insert into u values (3)",
            "insert into t values (1), (2)",
            "alter table t add column b int",
            "commit",
        ),
        before=("create or replace table u (a int)",),
        undo=("drop table if exists t", "drop table if exists u"),
        old={"u": (ONE, 0)},
        new={"t": (("a", "b"), 2), "u": (ONE, 1)},
    ),
]


def prepare(gateway: Gateway, case: Case) -> None:
    with session(gateway) as connection:
        for statement in case.before:
            connection.execute(statement)
    assert seen(gateway, case.database) == case.old


def seen(gateway: Gateway, database: str) -> dict[str, tuple[tuple[str, ...], int]] | None:
    """What is there of the database, None if it does not exist."""
    with session(gateway) as connection:
        if not rows(connection, f"select 1 from pg_database where datname = '{database}'"):
            return None
    with session(gateway, database) as connection:
        columns = rows(
            connection,
            "select table_name, array_agg(column_name order by ordinal_position)"
            " from information_schema.columns where table_schema = 'public' group by table_name",
        )
        return {
            name: (tuple(names), rows(connection, f"select count(*) from {name}")[0][0])
            for name, names in columns
        }


def assert_usable(gateway: Gateway, database: str) -> None:
    """What there is takes rows; what there is not can be made."""
    found = seen(gateway, database)
    with session(gateway) as connection:
        if found is None:
            connection.execute(f"create database {database}")
    with session(gateway, database) as connection:
        if "t" not in (found or {}):
            connection.execute("create table t (a int)")
        before = rows(connection, "select count(*) from t")[0][0]
        connection.execute("insert into t (a) values (1)")
        one = stream(pa.record_batch({"a": pa.array([1], pa.int64() if before >= 10 else pa.int32())}))
        with contextlib.closing(Poster(gateway, token_for(connection, "public.t"))) as poster:
            assert poster.post(one).status == 200
        assert rows(connection, "select count(*) from t") == [(before + 2,)]


def run(connection: psycopg.Connection, case: Case, acknowledged: threading.Event) -> None:
    with until_killed():
        for statement in case.statements:
            connection.execute(statement)
        acknowledged.set()


def killed(gateway: Gateway, case: Case, wait: Callable[[threading.Event], None]) -> bool:
    """
    Run a case, kill the gateway when `wait` returns, start it again and compare; whether it was acknowledged.

    Args:
        wait: Called while the case runs, with the event of its acknowledgement.

    """
    prepare(gateway, case)
    acknowledged, crew = threading.Event(), Crew()
    with until_killed(), session(gateway) as connection:
        crew.start(run, connection, case, acknowledged)
        wait(acknowledged)
        gateway.kill()
        crew.join()
    return acknowledged.is_set()


def compare(gateway: Gateway, case: Case, *, acknowledged: bool) -> bool:
    """After the restart; whether the definition has happened."""
    found = seen(gateway, case.database)
    assert found in ([case.new] if acknowledged else [case.old, case.new])
    assert_usable(gateway, case.database)
    with session(gateway) as connection:
        for statement in case.undo:
            connection.execute(statement)
    return found == case.new


def cost(gateway: Gateway, case: Case, measure: Callable[[], float]) -> float:
    """By how much a measure grows while a case runs undisturbed."""
    prepare(gateway, case)
    with session(gateway) as connection:
        before = measure()
        run(connection, case, threading.Event())
        grown = measure() - before
    assert compare(gateway, case, acknowledged=True)
    return grown


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_at_random_moments(new_gateway: NewGateway, case: Case) -> None:
    seed = random.SystemRandom().randrange(1 << 32)
    chance = random.Random(seed)
    print(f"seed {seed}")
    gateway = new_gateway("--https", "off", config=CONFIG)
    takes = cost(gateway, case, time.monotonic)
    happened = []
    for _ in range(RANDOM_KILLS):
        moment = chance.uniform(0, 1.2 * takes)
        acknowledged = killed(gateway, case, lambda _, moment=moment: time.sleep(moment))
        gateway.start()
        happened.append(compare(gateway, case, acknowledged=acknowledged))
    print(f"{case.name}, {takes * 1000:.0f} ms: {sum(happened)} of {len(happened)} had happened")


def chosen(requests: int) -> list[int]:
    """The first request, the last one, and others by chance."""
    between = range(2, requests)
    some = random.SystemRandom().sample(between, min(STEPS - 2, len(between)))
    return sorted({1, *some, requests})


def step_by_step(gateway: Gateway, relay: Relay, case: Case) -> None:
    """Kill at requests all over the case; the relay stands between the gateway and what it depends on."""
    requests = int(cost(gateway, case, lambda: relay.requests))
    assert requests
    happened = {}
    for number in chosen(requests):
        when: When = "unsent" if number % 2 else "unanswered"

        def reached(done: threading.Event, number: int = number, when: When = when) -> None:
            relay.arm(number, when)
            while not (relay.frozen.wait(0.01) or done.is_set()):
                pass

        acknowledged = killed(gateway, case, reached)
        relay.reset()
        gateway.start()
        print(f"{case.name}, {when} {number} of {requests}")
        happened[number] = compare(gateway, case, acknowledged=acknowledged)
    print(f"{case.name}, {requests} requests: {happened}")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_at_every_step_on_a_postgresql_catalog(
    new_gateway: NewGateway, postgres_url: str, case: Case
) -> None:
    place = urlsplit(postgres_url)
    assert place.hostname
    assert place.port
    with relay_to(place.hostname, place.port) as relay:
        url = postgres_url.replace(f":{place.port}", f":{relay.port}", 1)
        gateway = new_gateway("--https", "off", config=CONFIG | {"lake": {"catalog": url}})
        step_by_step(gateway, relay, case)


@pytest.mark.parametrize("case", [case for case in CASES if case.name in ("drop database", "a transaction")])
def test_at_every_step_on_s3(new_gateway: NewGateway, moto_s3: MotoS3, case: Case) -> None:
    place = urlsplit(moto_s3.endpoint)
    assert place.hostname
    assert place.port
    with relay_to(place.hostname, place.port) as relay:
        lake = moto_s3.config()
        lake["s3"] = dict(lake["s3"]) | {"endpoint": f"http://127.0.0.1:{relay.port}"}  # type: ignore[call-overload]
        gateway = new_gateway("--https", "off", config=CONFIG | {"lake": lake})
        step_by_step(gateway, relay, case)
