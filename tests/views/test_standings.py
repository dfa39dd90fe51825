"""
Who waits for which snapshot, and what ends a wait.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from pggate.errors import InternalError, ObjectNotInPrerequisiteState, QueryCanceled, SerializationFailure
from pggate.lake.live_views import LiveView
from pggate.views.standings import UNKNOWN, Standing, Standings
from tests.waiting import LONG

V, W = (LiveView(oid, "public", name, "", "", (), (), "UTC") for oid, name in ((7, "v"), (8, "w")))
SHORT = 0.02


@pytest.fixture
def standings() -> Standings:
    return Standings(lambda _: None)


def never() -> bool:
    return False


def test_who_has_the_snapshot_is_not_waited_for(standings: Standings) -> None:
    standings.note(V.oid, Standing(3, 5))
    standings.wait([V], 5, 0, never)
    standings.wait([V], 4, 0, never, 4)
    standings.wait([], 99, 0, never)
    assert standings.of(W.oid) is UNKNOWN


def test_all_of_them_are_waited_for() -> None:
    asked: list[int] = []
    woken = threading.Event()
    standings = Standings(lambda snapshot: (asked.append(snapshot), woken.set())[1])
    standings.note(V.oid, Standing(1, 9))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(standings.wait, [V, W], 7, LONG, never)
        assert woken.wait(LONG)
        assert asked == [7]
        standings.note(W.oid, Standing(1, 6))
        assert not waiting.done()
        standings.note(W.oid, Standing(1, 7))
        waiting.result(LONG)


def test_it_says_what_it_waited_for(standings: Standings) -> None:
    with pytest.raises(QueryCanceled, match='live view "v" to have snapshot 7') as caught:
        standings.wait([V], 7, SHORT, never)
    assert (caught.value.code, caught.value.detail, caught.value.hint) == ("57014", "It is being made.", None)
    standings.note(V.oid, Standing(1, 3))
    standings.trouble = InternalError("the disk is full")
    with pytest.raises(QueryCanceled) as caught:
        standings.wait([V], 7, SHORT, never)
    assert caught.value.detail == "It has snapshot 3."
    assert "the disk is full" in (caught.value.hint or "")


def test_who_is_interrupted_waits_no_longer(standings: Standings) -> None:
    interrupted = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(standings.wait, [V], 7, LONG, interrupted.is_set)
        interrupted.set()
        with pytest.raises(QueryCanceled, match="due to user request"):
            waiting.result(LONG)


def test_a_view_that_cannot_go_on_is_not_waited_for(standings: Standings) -> None:
    standings.note(V.oid, Standing(1, 3, 4, "division by zero"))
    with pytest.raises(ObjectNotInPrerequisiteState, match="snapshot 4: division by zero") as caught:
        standings.wait([V, W], 9, LONG, never)
    assert "REFRESH MATERIALIZED VIEW v" in (caught.value.hint or "").replace('"', "")


def test_what_was_before_its_base_cannot_be_told_apart(standings: Standings) -> None:
    standings.note(V.oid, Standing(5, 9))
    standings.wait([V], 4, 0, never)
    with pytest.raises(SerializationFailure):
        standings.wait([V], 4, 0, never, 4)


def test_what_is_forgotten_is_waited_for_again(standings: Standings) -> None:
    standings.note(V.oid, Standing(1, 9))
    standings.forget(V.oid)
    standings.forget(V.oid)
    with pytest.raises(QueryCanceled):
        standings.wait([V], 1, 0, never)
