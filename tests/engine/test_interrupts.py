from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING

import duckdb
import pytest

from pggate.engine.interrupts import Interrupts
from pggate.errors import InternalError, PgError, QueryCanceled
from tests.engine.attaching import attach
from tests.engine.results import NUMBERS, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

ENDLESS = "SELECT count(*) FROM range(100000000000) a(x) WHERE x % 3 = 5"


@contextlib.contextmanager
def interrupted(cursor: Cursor, after: float = 0.02) -> Iterator[None]:
    """What begins inside is cancelled when it has been running for a while."""
    ended = threading.Event()

    def cancel() -> None:
        while not ended.wait(after) and not cursor.interrupt():
            pass  # nothing runs yet

    thread = threading.Thread(target=cancel)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def test_cancelling_what_runs(cursor: Cursor) -> None:
    start = time.monotonic()
    with interrupted(cursor), pytest.raises(QueryCanceled) as caught:
        cursor.rows(ENDLESS)
    assert caught.value.code == "57014"
    assert caught.value.message == "canceling statement due to user request"
    assert time.monotonic() - start < 5
    assert cursor.rows("SELECT 1") == [(1,)]


def test_cancelling_what_acts(cursor: Cursor) -> None:
    cursor.run("CREATE TEMP TABLE big (a BIGINT)")
    with interrupted(cursor), pytest.raises(QueryCanceled):
        cursor.run("INSERT INTO big SELECT x FROM range(100000000000) a(x) WHERE x % 3 = 5")
    assert cursor.rows("SELECT count(*) FROM big") == [(0,)]


def test_cancelling_a_stream(cursor: Cursor) -> None:
    result = cursor.run("SELECT * FROM range(100000000000)")
    with interrupted(cursor), pytest.raises(QueryCanceled):
        count(result)
    assert result.next_batch() is None
    assert cursor.rows("SELECT 1") == [(1,)]


def test_cancelling_between_two_batches(cursor: Cursor) -> None:
    result = cursor.run("SELECT * FROM range(100000000)")
    assert result.next_batch() is not None
    assert cursor.interrupt()
    with pytest.raises(QueryCanceled):
        result.next_batch()
    assert cursor.rows("SELECT 1") == [(1,)]


def test_cancelling_a_waiting_result_is_not_for_the_next_statement(cursor: Cursor) -> None:
    result = cursor.run("SELECT * FROM range(100000000)")
    assert cursor.interrupt()
    assert cursor.rows("SELECT 1") == [(1,)]
    with pytest.raises(QueryCanceled):
        result.next_batch()


def test_cancelling_while_a_result_is_set_aside(cursor: Cursor) -> None:
    result = cursor.run("SELECT * FROM range(100000000000)")
    with interrupted(cursor), pytest.raises(QueryCanceled):
        cursor.run("SELECT 1")
    with pytest.raises(QueryCanceled):
        count(result)
    assert cursor.rows("SELECT 1") == [(1,)]


def test_cancelling_nothing(cursor: Cursor) -> None:
    assert not cursor.interrupt()
    assert cursor.rows("SELECT 1") == [(1,)]
    result = cursor.run("SELECT 1")
    assert count(result) == 1
    assert not cursor.interrupt()
    result = cursor.run(NUMBERS.format(100_001))
    result.close()
    assert not cursor.interrupt()
    assert count(cursor.run(NUMBERS.format(100_001))) == 100_000


def test_cancelling_before_it_runs(engine: Engine) -> None:
    canceled = True
    with contextlib.closing(engine.cursor(lambda: canceled)) as cursor:
        for call in (lambda: cursor.run("SELECT 1"), cursor.begin):
            with pytest.raises(QueryCanceled):
                call()
        canceled = False
        cursor.begin()
        result = cursor.run("SELECT * FROM range(100000)")
        canceled = True
        with pytest.raises(QueryCanceled):
            result.next_batch()
        cursor.rollback()  # that nothing cancels
        canceled = False
        assert cursor.rows("SELECT 1") == [(1,)]


def test_a_storm_of_cancels_never_denies_a_commit(engine: Engine, cursor: Cursor) -> None:
    """duckdb 1.5.5: a COMMIT that is interrupted fails, and may have happened."""
    attach(engine, "kept")
    cursor.run("CREATE TABLE kept.t (a INTEGER)")
    stop, committed = threading.Event(), 0

    def storm() -> None:
        while not stop.wait(0.0002):
            cursor.interrupt()

    thread = threading.Thread(target=storm)
    thread.start()
    for _ in range(150):
        try:
            cursor.begin()
            cursor.run("INSERT INTO kept.t VALUES (1)")
        except QueryCanceled:
            with contextlib.suppress(PgError):
                cursor.rollback()
            continue
        with cursor.shielded():
            cursor.commit()
            assert cursor.rows("SELECT 1") == [(1,)]
        committed += 1
    stop.set()
    thread.join()
    cursor.interrupt()
    assert cursor.rows("SELECT count(*) FROM kept.t") == [(committed,)]
    cursor.close()
    engine.detach("kept")


def test_a_storm_of_cancels_never_breaks_a_cursor(cursor: Cursor) -> None:
    stop = threading.Event()

    def storm() -> None:
        while not stop.wait(0.0005):
            cursor.interrupt()

    thread = threading.Thread(target=storm)
    thread.start()
    outcomes = set()
    for _ in range(300):
        try:
            outcomes.add(count(cursor.run(NUMBERS.format(20_001))))
        except QueryCanceled:
            outcomes.add(-1)
    stop.set()
    thread.join()
    assert outcomes <= {20_000, -1}
    assert cursor.rows("SELECT 1") == [(1,)]


def test_an_interrupt_that_nobody_asked_for_is_no_cancel(engine: Engine) -> None:
    def fails() -> None:
        raise duckdb.InterruptException("INTERRUPT Error: Interrupted!")

    interrupts = Interrupts(engine.cursor()._connection, lambda: False)
    with interrupts.busy(), pytest.raises(InternalError):
        interrupts.call("SELECT 1", fails)
    interrupts = Interrupts(engine.cursor()._connection, lambda: True)
    with interrupts.busy(), pytest.raises(QueryCanceled):
        interrupts.call("SELECT 1", fails)


def test_an_interrupt_that_comes_before_the_engine_has_begun_is_not_forgotten() -> None:
    """duckdb 1.5.5 forgets it: a query begins by forgetting what it was interrupted for before."""
    connection = duckdb.connect()
    interrupts = Interrupts(connection, lambda: False)

    def interrupted_too_early() -> list[tuple[int]]:
        assert interrupts.interrupt()
        return connection.execute(ENDLESS).fetchall()

    begun = time.monotonic()
    with interrupts.busy(), pytest.raises(QueryCanceled):
        interrupts.call(ENDLESS, interrupted_too_early)
    assert time.monotonic() - begun < 5
    assert connection.execute("SELECT 1").fetchall() == [(1,)]
