from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest

from pggate.errors import AdminShutdown, PgError, QueryCanceled, UndefinedTable
from pggate.metrics import Metrics
from pggate.session.live.watch import TIMED_OUT, Watch
from pggate.session.statement.identity import Identity
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from collections.abc import Callable

(SELECT,) = split("select 'secret'")
SHUTDOWN = AdminShutdown("terminating connection due to administrator command")


class Alarm:
    """A clock that rings when the test says so."""

    def __init__(self) -> None:
        self.set: list[float] = []
        self.ring: Callable[[], None] | None = None

    def __call__(self, seconds: float, action: Callable[[], None]) -> Callable[[], None]:
        self.set.append(seconds)
        self.ring = action
        return self.call_off

    def call_off(self) -> None:
        self.ring = None


class Watched:
    """A watch and what it does."""

    def __init__(self, slow_ms: int | None = None) -> None:
        self.metrics = Metrics("0")
        self.alarm = Alarm()
        self.stops = 0
        identity = Identity("ann", "sales", 7, superuser=True)
        self.watch = Watch(identity, self.metrics.queries, self.alarm, self.stop, slow_ms)

    def stop(self) -> None:
        self.stops += 1

    def outcomes(self) -> list[tuple[str, str]]:
        counted = r'^pggate_queries_total\{kind="(\w+)",outcome="(\w+)"\} 1\.0$'
        return re.findall(counted, self.metrics.render().decode(), re.MULTILINE)


def test_where_nothing_runs_nothing_is_stopped() -> None:
    watched = Watched()
    watched.watch.interrupt(SHUTDOWN)
    with watched.watch.busy():
        watched.watch.check()
    watched.watch.interrupt(SHUTDOWN)
    assert watched.stops == 0
    with watched.watch.busy(), watched.watch.statement(SELECT, 0):
        pass
    assert watched.outcomes() == [("select", "ok")]


def test_an_interrupt_is_for_the_message_that_is_handled_then() -> None:
    watched = Watched()
    with watched.watch.busy():
        watched.watch.interrupt(SHUTDOWN)
        assert watched.stops == 1
        with pytest.raises(QueryCanceled, match=SHUTDOWN.message):
            watched.watch.check()
    with watched.watch.busy():
        watched.watch.check()


def test_a_statement_that_begins_after_the_interrupt_does_not_run() -> None:
    watched = Watched()
    ran = False
    with watched.watch.busy():
        watched.watch.interrupt(SHUTDOWN)
        with pytest.raises(QueryCanceled), watched.watch.statement(SELECT, 0):
            ran = True
    assert not ran
    assert watched.outcomes() == [("select", "canceled")]


@pytest.mark.parametrize(
    ("interrupted", "error", "told"),
    [
        (SHUTDOWN, QueryCanceled("engine"), SHUTDOWN),
        (None, QueryCanceled("engine"), None),
        (SHUTDOWN, UndefinedTable("t"), None),  # it failed by itself before it was stopped
    ],
)
def test_the_reason(interrupted: PgError | None, error: PgError, told: PgError | None) -> None:
    watched = Watched()
    with watched.watch.busy():
        if interrupted is not None:
            watched.watch.interrupt(interrupted)
        assert watched.watch.reason(error) is (told or error)
        assert watched.watch.reason(error) is error  # told once


def test_timeout() -> None:
    watched = Watched()
    with watched.watch.busy():
        with pytest.raises(QueryCanceled) as caught, watched.watch.statement(SELECT, 0.25):
            assert watched.alarm.ring is not None
            watched.alarm.ring()
            watched.watch.check()
        assert watched.watch.reason(caught.value).message == TIMED_OUT
    assert (watched.alarm.set, watched.alarm.ring, watched.stops) == ([0.25], None, 1)
    assert watched.outcomes() == [("select", "canceled")]


def test_no_timeout_sets_no_alarm() -> None:
    watched = Watched()
    with watched.watch.busy(), watched.watch.statement(SELECT, 0):
        pass
    assert watched.alarm.set == []


@pytest.mark.parametrize(
    ("error", "outcome"),
    [(UndefinedTable("t"), "error"), (QueryCanceled("c"), "canceled"), (GeneratorExit(), "canceled")],
)
def test_failures_are_counted_and_the_alarm_is_called_off(error: BaseException, outcome: str) -> None:
    watched = Watched()
    with pytest.raises(type(error)), watched.watch.busy(), watched.watch.statement(SELECT, 1):
        raise error
    assert watched.alarm.ring is None
    assert watched.outcomes() == [("select", outcome)]


def test_idle_since_the_last_message() -> None:
    watched = Watched()
    before = watched.watch.idle_since
    with watched.watch.busy():
        middle = watched.watch.idle_since
        assert middle > before, "of a reply: the client has yet to take what there is of it"
    assert watched.watch.idle_since >= before


@pytest.mark.parametrize(("slow_ms", "lines"), [(None, 0), (0, 1), (60_000, 0)])
def test_slow_statements_are_logged_without_their_text(
    caplog: pytest.LogCaptureFixture, slow_ms: int | None, lines: int
) -> None:
    watched = Watched(slow_ms)
    caplog.set_level(logging.INFO, "pggate.session")
    with watched.watch.busy(), watched.watch.statement(SELECT, 0):
        pass
    assert [record.message for record in caplog.records] == ["slow_query"] * lines
    for record in caplog.records:
        assert record.fields.keys() == {"pid", "user", "kind", "seconds"}
        assert (record.fields["pid"], record.fields["kind"]) == (7, "select")


def test_what_is_only_prepared_counts_when_that_fails() -> None:
    watched = Watched()
    with watched.watch.preparation(SELECT, 0):
        pass
    assert watched.outcomes() == []
    with pytest.raises(UndefinedTable), watched.watch.preparation(SELECT, 0):
        raise UndefinedTable("no")
    with pytest.raises(QueryCanceled), watched.watch.preparation(SELECT, 0):
        raise QueryCanceled("no")
    assert watched.outcomes() == [("select", "error"), ("select", "canceled")]


@pytest.mark.parametrize("prepares", [True, False])
def test_an_alarm_that_rings_late_is_not_heard(prepares: bool) -> None:
    watched = Watched()
    ring = None
    with watched.watch.busy():
        context = watched.watch.preparation if prepares else watched.watch.statement
        with context(SELECT, 1):
            ring = watched.alarm.ring
        with watched.watch.statement(SELECT, 1):
            assert ring is not None
            ring()
            watched.watch.check()
    assert watched.stops == 0


def test_an_alarm_that_nobody_noticed_is_forgotten() -> None:
    watched = Watched()
    with watched.watch.busy():
        with watched.watch.statement(SELECT, 1):
            assert watched.alarm.ring is not None
            watched.alarm.ring()  # and the last thing that blocks has just ended
        with watched.watch.statement(SELECT, 0):
            pass
    assert [outcome for _, outcome in watched.outcomes()] == []  # twice the same
    assert b'outcome="ok"} 2.0' in watched.metrics.render()


def test_what_is_only_prepared_has_a_timeout_too() -> None:
    watched = Watched()
    with watched.watch.busy():
        with pytest.raises(QueryCanceled) as caught, watched.watch.preparation(SELECT, 0.25):
            assert watched.alarm.ring is not None
            watched.alarm.ring()
        assert watched.watch.reason(caught.value).message == TIMED_OUT
    assert (watched.alarm.set, watched.alarm.ring) == ([0.25], None)
