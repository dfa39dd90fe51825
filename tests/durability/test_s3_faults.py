"""
Faults of S3 at every step of every way in: what passes is not seen by who writes, what lasts is told plainly and
in time, and leaves nothing behind.
"""

from __future__ import annotations

import itertools
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

import psycopg
import pytest

from tests.durability.test_kill import assert_undamaged
from tests.durability.tools import rows, session, token_for, value
from tests.durability.writes import (
    CREATE,
    WRITES,
    Place,
    Refused,
    batches,
    insert,
    insert_large,
    post,
    put_large,
)
from tests.fault_proxy import (
    ACCESS_DENIED,
    ANSWER_LOST,
    DAMAGED,
    INTERNAL_ERROR,
    NO_SUCH_BUCKET,
    RESET_AFTER_BODY,
    RESET_BEFORE_BODY,
    SILENT,
    SLOW_DOWN,
    TRUNCATED,
    WRONG_ETAG,
    late,
    slow_body,
)
from tests.fix_gateway import Gateway, end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fault_proxy import Fault
    from tests.fix_s3 import FaultyS3

pytestmark = [pytest.mark.server, pytest.mark.slow]

SEGMENTS: Final = r"\.parquet$"
AT_ONCE: Final = 5.0  # seconds
IN_TIME: Final = 20.0  # seconds to the end of all attempts, on a machine that does other things, too
READ_TIMEOUT: Final = 10.0  # seconds that one request may go unanswered

numbers = itertools.count()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, faulty_s3: FaultyS3) -> Iterator[Place]:
    config = {"lake": faulty_s3.config()}
    gateway = Gateway(tmp_path_factory.mktemp("gateway"), "--https", "off", config=config)
    try:
        gateway.start()
        with session(gateway) as connection:
            connection.execute(CREATE)
            connection.execute("create table r (k int)")
            token = token_for(connection, "t")
        yield Place(gateway, token)
        assert gateway.terminate() == 0
        assert_undamaged(gateway)
    finally:
        end(gateway)


@pytest.fixture(autouse=True)
def healed(faulty_s3: FaultyS3, place: Place) -> Iterator[None]:
    yield
    faulty_s3.proxy.heal()
    with session(place.gateway) as connection:
        connection.execute("truncate t")


def all_at_once(place: Place) -> dict[str, tuple[int, Refused | None, float]]:
    """Each way's batch, what it was told, and how many seconds that took."""

    def one(name: str) -> tuple[int, Refused | None, float]:
        number, began = next(numbers), time.monotonic()
        return number, WRITES[name](place, number), time.monotonic() - began

    with ThreadPoolExecutor(len(WRITES)) as pool:
        return dict(zip(WRITES, pool.map(one, WRITES), strict=True))


PASSING: Final[dict[str, Fault]] = {
    "slow down": SLOW_DOWN,
    "internal error": INTERNAL_ERROR,
    "reset before the body": RESET_BEFORE_BODY,
    "reset after the body": RESET_AFTER_BODY,
    "answer lost": ANSWER_LOST,
    "damaged": DAMAGED,
    "truncated": TRUNCATED,
    "late": late(0.2),
    "slow body": slow_body(200_000),
}
UNCHECKED: Final = {"damaged"}
"""What the engine reads has no checksum: TCP's and TLS's is all there is."""


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_is_not_seen(place: Place, faulty_s3: FaultyS3, name: str) -> None:
    """Once at each step: the segment's PUT, the engine's HEAD of it and its GET of the footer."""
    fault, proxy = PASSING[name], faulty_s3.proxy
    with session(place.gateway) as connection:
        before = batches(connection)
    written = set()
    for way, write in WRITES.items():
        if way == "large insert" and name == "slow body":
            continue
        steps = ["PUT"] if name in UNCHECKED else ["PUT", "HEAD", "GET"]
        plans = [proxy.plan(fault, method, SEGMENTS) for method in steps]
        number = next(numbers)
        assert write(place, number) is None, way
        assert all(plan.done == 1 for plan in plans), way
        written.add(number)
    with session(place.gateway) as connection:
        assert batches(connection) == before | written


LASTING: Final[dict[str, Fault]] = {
    "slow down": SLOW_DOWN,
    "reset": RESET_AFTER_BODY,
    "bucket gone": NO_SUCH_BUCKET,
    "denied": ACCESS_DENIED,
}


@pytest.mark.parametrize("step", ["PUT", "HEAD|GET"])
@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_is_told_and_leaves_nothing(
    place: Place, faulty_s3: FaultyS3, name: str, step: str
) -> None:
    proxy = faulty_s3.proxy
    with session(place.gateway) as connection:
        before = batches(connection)
    keys = faulty_s3.keys()
    proxy.plan(LASTING[name], step, SEGMENTS, times=None)
    for way, (_, told, seconds) in all_at_once(place).items():
        assert told is not None, way
        assert told.sqlstate == (None if way == "post" else "58030"), (way, told)
        assert '"exception_type"' not in told.message, (way, told)
        assert seconds < IN_TIME, way
    proxy.heal()
    with session(place.gateway) as connection:
        assert batches(connection) == before
    assert faulty_s3.keys() == keys
    began = time.monotonic()
    number = next(numbers)
    assert post(place, number) is insert(place, number + 1_000_000) is None
    assert time.monotonic() - began < AT_ONCE
    with session(place.gateway) as connection:
        assert batches(connection) == before | {number, number + 1_000_000}


def test_an_object_that_seems_to_change_is_an_error_of_s3(place: Place, faulty_s3: FaultyS3) -> None:
    """The engine quotes the file in its error, bytes that are no text included."""
    for write in (post, insert):  # a post that is told 503, not 400
        faulty_s3.proxy.plan(WRONG_ETAG, "HEAD", SEGMENTS)
        told = write(place, next(numbers))
        assert told is not None
        assert told.sqlstate == ("58030" if write is insert else None)
        assert "ETag" in told.message


@pytest.mark.parametrize("write", [insert_large, put_large], ids=["insert", "put"])
def test_a_second_segment_that_is_refused_takes_the_first_along(
    place: Place, faulty_s3: FaultyS3, write: Callable[[Place, int], Refused | None]
) -> None:
    with session(place.gateway) as connection:
        before, keys = batches(connection), faulty_s3.keys()
        plan = faulty_s3.proxy.plan(ACCESS_DENIED, "PUT", SEGMENTS, after=1)
        told = write(place, next(numbers))
        assert plan.done == 1
        assert told is not None
        assert told.sqlstate == "58030"
        assert batches(connection) == before
    assert faulty_s3.keys() == keys


@pytest.mark.parametrize("name", ["answer lost", "denied"])
def test_what_was_refused_is_sent_again_with_its_key(place: Place, faulty_s3: FaultyS3, name: str) -> None:
    """Also where the segment became durable and nobody heard of it."""
    fault, number = {**PASSING, **LASTING}[name], next(numbers)
    faulty_s3.proxy.plan(fault, "PUT", SEGMENTS, times=None)
    for _ in range(2):
        told = post(place, number, key=f"key-{number}")
        assert told is not None
        assert "could not write" in told.message
    faulty_s3.proxy.heal()
    with session(place.gateway) as connection:
        assert batches(connection) == set()
        for _ in range(2):
            assert post(place, number, key=f"key-{number}") is None
            assert batches(connection) == {number}


def test_a_transaction_goes_on_after_what_passes_and_not_after_what_lasts(
    place: Place, faulty_s3: FaultyS3
) -> None:
    with session(place.gateway) as connection:
        connection.execute("create or replace table u (k int)")
        connection.execute("begin")
        connection.execute("insert into u values (1)")
        faulty_s3.proxy.plan(SLOW_DOWN, "PUT", SEGMENTS)
        connection.execute("insert into u values (2)")
        assert rows(connection, "select k from u order by k") == [(1,), (2,)]
        faulty_s3.proxy.plan(ACCESS_DENIED, "PUT", SEGMENTS, times=None)
        connection.execute("insert into u values (3)")
        with pytest.raises(psycopg.errors.IoError):
            connection.execute("select count(*) from u")  # which needs what was inserted as a segment
        with pytest.raises(psycopg.errors.InFailedSqlTransaction):
            connection.execute("select 1")
        connection.execute("rollback")
        faulty_s3.proxy.heal()
        assert rows(connection, "select k from u") == []


def rewrite(connection: psycopg.Connection) -> None:
    """A segment of the engine's own, which it has not read yet."""
    connection.execute("delete from r")
    connection.execute("insert into r values (1), (2)")
    connection.execute("update r set k = k + 1")


@pytest.mark.parametrize("name", [name for name in PASSING if name not in UNCHECKED])
def test_a_read_tries_again(place: Place, faulty_s3: FaultyS3, name: str) -> None:
    with session(place.gateway) as connection:
        rewrite(connection)
        plan = faulty_s3.proxy.plan(PASSING[name], "GET", SEGMENTS)
        assert rows(connection, "select k from r order by k") == [(2,), (3,)]
        assert plan.done == 1


@pytest.mark.parametrize("name", LASTING)
def test_a_read_that_fails_says_so_and_the_next_one_is_right(
    place: Place, faulty_s3: FaultyS3, name: str
) -> None:
    with session(place.gateway) as connection:
        rewrite(connection)
        faulty_s3.proxy.plan(LASTING[name], "HEAD|GET", SEGMENTS, times=None)
        with pytest.raises(psycopg.errors.IoError):
            connection.execute("select k from r")
        faulty_s3.proxy.heal()
        assert rows(connection, "select k from r order by k") == [(2,), (3,)]


@pytest.mark.parametrize("step", ["PUT", "GET"])
def test_an_update_happens_once_or_not_at_all(place: Place, faulty_s3: FaultyS3, step: str) -> None:
    """Its files are the engine's, which reads them and writes them."""
    proxy = faulty_s3.proxy
    with session(place.gateway) as connection:
        rewrite(connection)
        for fault in (SLOW_DOWN, RESET_AFTER_BODY, ANSWER_LOST):
            before = value(connection, "select sum(k) from r") if step == "PUT" else None
            plan = proxy.plan(fault, step, SEGMENTS)
            connection.execute("update r set k = k + 1")
            assert plan.done == 1
            if before is not None:
                assert value(connection, "select sum(k) from r") == before + 2
        before = value(connection, "select sum(k) from r")
        connection.execute("update r set k = k + 0")
        for fault in LASTING.values():
            proxy.plan(fault, step, SEGMENTS, times=None)
            with pytest.raises(psycopg.errors.IoError):
                connection.execute("update r set k = k + 1")
            proxy.heal()
        assert value(connection, "select sum(k) from r") == before
        connection.execute("update r set k = k + 1")
        assert value(connection, "select sum(k) from r") == before + 2


def test_silence_ends(place: Place, faulty_s3: FaultyS3) -> None:
    """A request that nobody answers is sent again after ten seconds, of ours and of the engine's."""
    proxy = faulty_s3.proxy
    with session(place.gateway) as connection, ThreadPoolExecutor(2) as pool:
        rewrite(connection)
        plans = [proxy.plan(SILENT, method, SEGMENTS) for method in ("PUT", "GET")]
        began = time.monotonic()
        reading = pool.submit(rows, connection, "select k from r order by k")
        number = next(numbers)
        assert post(place, number) is None
        assert reading.result() == [(2,), (3,)]
        assert all(plan.done == 1 for plan in plans)
        assert READ_TIMEOUT - 1 < time.monotonic() - began < 2 * READ_TIMEOUT + AT_ONCE
        assert number in batches(connection)


def test_others_are_served_while_s3_is_silent(place: Place, faulty_s3: FaultyS3) -> None:
    """What needs no S3 goes on: catalogs, segments that were read before, statements without relations."""
    with session(place.gateway) as connection:
        connection.execute("create or replace table known (k int)")
        connection.execute("insert into known values (1)")
        assert rows(connection, "select k from known") == [(1,)]
        plan = faulty_s3.proxy.plan(SILENT, times=None)
        stuck = threading.Thread(target=insert, args=(place, next(numbers)))
        stuck.start()
        while not plan.done:
            stuck.join(0.01)
        began = time.monotonic()
        assert rows(connection, "select k from known") == [(1,)]
        assert rows(connection, "select relname from pg_class where relname = 'known'") == [("known",)]
        with session(place.gateway) as other:
            assert rows(other, "select 1") == [(1,)]
        assert time.monotonic() - began < AT_ONCE
        faulty_s3.proxy.heal()
        stuck.join()
