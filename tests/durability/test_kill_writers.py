"""
SIGKILL while rows come in every way, again and again: on a disk, and on S3 in bad weather.

As in test_kill.py; and who was not answered sends the same post again with its key, after which it is there once.
All that keeps files few is at work meanwhile, with ages of seconds (hasty.py): files are merged, rows that are too
old go, snapshots expire, what nobody needs any more is removed, and so is what the kills have left.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pytest
from pyarrow import flight

from tests.durability import hasty
from tests.durability.test_kill import Ledger, assert_undamaged, seeded, settle, update
from tests.durability.tidying import KEEPING, UPKEEP, count, fade, is_tidy, touch, watch
from tests.durability.tools import (
    Crew,
    Poster,
    computed,
    rows,
    session,
    token_for,
    until_killed,
    value,
)
from tests.durability.writes import (
    CREATE,
    LARGE,
    SMALL,
    SQL_WRITES,
    Place,
    record_batch,
    until_it_fits,
)
from tests.fault_proxy import ANSWER_LOST, RESET_AFTER_BODY, RESET_BEFORE_BODY, SLOW_DOWN, lognormal
from tests.flight.conftest import Flights
from tests.ingest.streams import stream
from tests.soaking import amount, times
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg

    from tests.durability.tidying import Stored
    from tests.fault_proxy import Exchange, Fault
    from tests.fix_gateway import NewGateway
    from tests.fix_s3 import FaultyS3

pytestmark = [pytest.mark.server, pytest.mark.slow]

LOCAL_KILLS: Final = times(4, soaking=60)
S3_KILLS: Final = times(3, soaking=60)
LEAST_ACKS: Final = amount(30, soaking=60)  # before each kill
POSTERS: Final = 4
TIDYING: Final = 120.0
RAMP: Final = 180.0  # seconds to LEAST_ACKS acknowledgements
MOST_ROWS: Final = 40
AGAIN: Final = 5.0  # seconds until it answers again

CONFIG: Final = {"compaction": {"small_files": 4, "interval_seconds": 2}, "log": {"level": "warning"}}


@dataclass
class Keyed:
    """
    Posts that have keys: batch → rows.
    """

    posts: dict[int, int] = field(default_factory=dict)

    def send(self, poster: Poster, number: int) -> None:
        size = self.posts[number]
        answer = poster.post(stream(record_batch(number, size)), f"batch-{number}")
        assert (answer.status, answer.body.get("rows")) == (200, size), answer


def post(place: Place, ledger: Ledger, keyed: Keyed, seed: float) -> None:
    chance = random.Random(seed)
    with until_killed(), closing(Poster(place.gateway, place.token)) as poster:
        while True:
            size = chance.randint(1, MOST_ROWS)
            with ledger.post(size) as number:
                keyed.posts[number] = size
                keyed.send(poster, number)


def put(place: Place, ledger: Ledger) -> None:
    flights = Flights(place.gateway, f"Bearer {place.token}")
    with closing(flights.client):
        try:
            while True:
                with ledger.batch(2 * SMALL) as number:
                    whole = record_batch(number, 2 * SMALL)
                    until_it_fits(lambda w=whole: flights.put(("t",), w.slice(0, SMALL), w.slice(SMALL)))
        except flight.FlightError as error:
            if error.extra_info:  # the server's own answer
                raise


def write(place: Place, ledger: Ledger, way: str, size: int) -> None:
    with until_killed(), session(place.gateway) as connection:
        while True:
            with ledger.batch(size) as number:
                until_it_fits(lambda n=number: SQL_WRITES[way](connection, n))


def loaded(
    place: Place, ledger: Ledger, keyed: Keyed, chance: random.Random, upkeep: Counter[str]
) -> set[int]:
    """Load until a random moment, kill; the keyed posts that were in flight just then."""
    crew = Crew()
    for _ in range(POSTERS):
        crew.start(post, place, ledger, keyed, chance.random())
    crew.start(put, place, ledger)
    for way in SQL_WRITES:
        crew.start(write, place, ledger, way, LARGE if way == "large insert" else SMALL)
    crew.start(update, place.gateway, ledger, 0)
    crew.start(fade, place, random.Random(chance.random()))
    crew.start(touch, place, ledger, random.Random(chance.random()))
    crew.start(watch, place, ledger)
    wanted = ledger.acks + LEAST_ACKS + chance.randrange(30)
    wait_until(lambda: ledger.acks >= wanted or bool(crew.errors), RAMP)
    count(place, upkeep)
    time.sleep(chance.uniform(0, 0.05))  # anywhere in a commit
    place.gateway.kill()
    crew.join()
    return ledger.flying.keys() & keyed.posts.keys()


def settled(place: Place, ledger: Ledger, connection: psycopg.Connection) -> None:
    """As `settle`, once the rows that are too old have gone."""
    wait_until(lambda: value(connection, "select count(*) from t where at is not null") == 0)
    settle(ledger, connection)


def send_again(place: Place, ledger: Ledger, keyed: Keyed, numbers: set[int], chance: random.Random) -> None:
    """What was not answered, and some of what was."""
    answered = chance.sample(sorted(keyed.posts.keys() & ledger.there.keys()), 3)
    with closing(Poster(place.gateway, place.token)) as poster:
        for number in [*numbers, *answered]:
            keyed.send(poster, number)
            ledger.gone.discard(number)
            ledger.there[number] = keyed.posts[number]


def kill_and_compare(
    new_gateway: NewGateway, lake: Mapping[str, object], stored: Stored, record: str, kills: int
) -> None:
    chance = seeded()
    config = CONFIG | {"lake": dict(lake)}
    gateway = new_gateway("--https", "off", config=config, environ=hasty.ENVIRON, module=hasty.__name__)
    with session(gateway) as connection:
        connection.execute(CREATE)
        for statement in KEEPING:
            connection.execute(statement)
        connection.execute("create table counter (n int)")
        connection.execute("insert into counter values (0)")
        place = Place(gateway, token_for(connection, "t"))
    ledger, keyed, again, upkeep = Ledger(), Keyed(), 0, Counter[str]()
    waited, computing = [], []
    try:
        for _ in range(kills):
            unanswered = loaded(place, ledger, keyed, chance, upkeep)
            began = time.monotonic()
            gateway.restart()
            with session(gateway) as connection:
                rows(connection, "select count(*) from t")
                waited.append(time.monotonic() - began)
                computing.append(computed(gateway.pid))
                settled(place, ledger, connection)
                send_again(place, ledger, keyed, unanswered, chance)
                settle(ledger, connection)
            again += len(unanswered)
        wait_until(lambda: is_tidy(place, stored), TIDYING)
        count(place, upkeep)
    finally:
        print(
            f"{record}: {len(waited)} kills, {ledger.acks} acknowledgements, {ledger.updates} updates,"
            f" {again} posts sent again, {len(ledger.gone)} batches not committed; answered again after"
            f" {min(waited, default=0):.1f} to {max(waited, default=0):.1f} s, computing"
            f" {min(computing, default=0):.1f} to {max(computing, default=0):.1f} s; {dict(upkeep)}"
        )
    assert again
    assert upkeep.keys() == UPKEEP.keys()
    assert all(upkeep.values())
    # What else the machine does slows its start, and not the server.
    assert sorted(map(min, waited, computing))[kills // 2] < AGAIN
    assert gateway.terminate() == 0
    assert_undamaged(gateway)


def test_on_a_local_lake(new_gateway: NewGateway) -> None:
    def stored(place: Place) -> list[str]:
        return [str(file) for file in place.gateway.data_dir.rglob("*.parquet")]

    kill_and_compare(new_gateway, {}, stored, "local", LOCAL_KILLS)


WEATHER: Final[tuple[Fault, ...]] = (SLOW_DOWN, RESET_BEFORE_BODY, RESET_AFTER_BODY, ANSWER_LOST)


def weather(chance: random.Random) -> Fault:
    """
    The latency of an object store, and one request of fifty that fails in one way or another.
    """
    latency = lognormal(0.03, 0.5, chance)

    async def fault(exchange: Exchange) -> None:
        await (chance.choice(WEATHER) if chance.random() < 0.02 else latency)(exchange)

    return fault


def test_on_s3(new_gateway: NewGateway, faulty_s3: FaultyS3) -> None:
    faulty_s3.proxy.plan(weather(random.Random(7)), times=None)
    kill_and_compare(new_gateway, faulty_s3.config(), lambda _: list(faulty_s3.keys()), "S3", S3_KILLS)
