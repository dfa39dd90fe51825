"""
Gates by themselves: who waits for whom, in which order, and what ends a wait.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pggate.errors import LockNotAvailable, QueryCanceled, SerializationFailure
from pggate.lake.gate import Kind, Request
from pggate.lake.gates import DeadlockDetected, Gates
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

T, U = 7, 8
SHORT = 0.05


@pytest.fixture
def gates() -> Gates:
    return Gates()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(16) as pool:
        yield pool


def passes(gates: Gates, topic_id: int = T) -> list[str]:
    """Ask for an append's pass; the list is filled when it is granted."""
    granted: list[str] = []
    gates.request_append("writer", topic_id, lambda: granted.append("granted"))
    return granted


def blocked(
    gates: Gates, pool: ThreadPoolExecutor, owner: str, topic_id: int = T, kind: Kind = Kind.CHANGE
) -> Future[None]:
    """A hold that has to wait, running in a thread of its own."""
    future = pool.submit(gates.hold, owner, topic_id, LONG, kind)
    wait_until(lambda: owner in gates.waiting)
    return future


def test_each_topic_has_its_own_gate(gates: Gates) -> None:
    gates.hold("a", T, SHORT)
    gates.hold("b", U, SHORT)
    gates.hold("a", 9, SHORT, Kind.APPEND)
    gates.hold("b", 9, SHORT, Kind.COMPACT)
    assert gates.is_holding("a", Kind.APPEND)
    assert not gates.is_holding("b", Kind.APPEND)


def test_an_owner_holds_a_gate_once_and_releases_it_once(gates: Gates) -> None:
    for _ in range(3):
        gates.hold("a", T, SHORT)
    gates.hold("a", T, SHORT, Kind.APPEND)  # a change covers an append
    assert gates.is_holding("a")
    gates.release("a")
    assert not gates.is_holding("a")
    gates.hold("b", T, SHORT)
    gates.release("b")
    gates.release("nobody")
    assert gates.gates == {}


def test_a_waiter_gets_the_gate_when_it_is_released(gates: Gates, pool: ThreadPoolExecutor) -> None:
    gates.hold("a", T, SHORT)
    second = blocked(gates, pool, "b")
    gates.release("a")
    second.result(LONG)
    assert gates.is_holding("b")


def test_a_timed_out_waiter_leaves_no_trace(gates: Gates) -> None:
    gates.hold("a", T, SHORT)
    with pytest.raises(LockNotAvailable) as caught:
        gates.hold("b", T, SHORT)
    assert caught.value.code == "55P03"
    gates.release("a")
    assert gates.gates == {}
    assert gates.waiting == {}


def test_cancel_wakes_a_waiter(gates: Gates, pool: ThreadPoolExecutor) -> None:
    gates.hold("a", T, SHORT)
    second = blocked(gates, pool, "b")
    gates.cancel("b")
    with pytest.raises(QueryCanceled):
        second.result(LONG)
    gates.cancel("b")  # nobody waits any more
    gates.release("a")
    assert gates.gates == {}


def test_who_was_interrupted_before_does_not_wait(gates: Gates) -> None:
    gates.hold("b", U, SHORT, is_interrupted=lambda: True)  # nobody to wait for
    gates.hold("a", T, SHORT)
    gates.cancel("b")  # finds nobody who waits
    with pytest.raises(QueryCanceled):
        gates.hold("b", T, LONG, is_interrupted=lambda: True)
    assert gates.waiting == {}
    gates.release("a")
    gates.release("b")
    assert gates.gates == {}


def test_appends_wait_for_a_change_and_other_topics_go_on(gates: Gates) -> None:
    gates.hold("a", T, SHORT)
    waiting, going = passes(gates, T), passes(gates, U)
    assert (waiting, going) == ([], ["granted"])
    gates.release("a")
    assert waiting == ["granted"]


def test_a_stream_of_appends_does_not_starve_a_change(gates: Gates, pool: ThreadPoolExecutor) -> None:
    first: list[str] = []
    request = gates.request_append("writer", T, lambda: first.append("granted"))
    change = blocked(gates, pool, "a")
    later = passes(gates)
    assert later == []  # it came after the change
    gates.finish(request)
    change.result(LONG)
    assert later == []
    gates.release("a")
    assert later == ["granted"]


def test_a_row_of_changes_does_not_starve_an_append(gates: Gates, pool: ThreadPoolExecutor) -> None:
    gates.hold("a", T, SHORT)
    second = blocked(gates, pool, "b")
    granted: list[str] = []
    request = gates.request_append("writer", T, lambda: granted.append("granted"))
    third = blocked(gates, pool, "c")
    gates.release("a")
    second.result(LONG)
    assert granted == []
    gates.release("b")
    assert granted == ["granted"]
    assert not third.done()
    gates.finish(request)
    third.result(LONG)


def test_appends_pass_a_compaction_even_when_a_change_waits_for_it(
    gates: Gates, pool: ThreadPoolExecutor
) -> None:
    gates.hold("compaction", T, SHORT, Kind.COMPACT)
    change = blocked(gates, pool, "a")
    granted: list[str] = []
    request = gates.request_append("writer", T, lambda: granted.append("granted"))
    assert granted == ["granted"]
    gates.release("compaction")
    assert not change.done()  # the append that passed is still going on
    later = passes(gates)
    assert later == []  # without a compaction nobody overtakes
    gates.finish(request)
    change.result(LONG)


def test_a_pass_that_was_not_granted_can_be_withdrawn(gates: Gates) -> None:
    gates.hold("a", T, SHORT)
    granted: list[str] = []
    request = gates.request_append("writer", T, lambda: granted.append("granted"))
    gates.finish(request)
    gates.release("a")
    assert granted == []


def test_two_transactions_that_wait_crosswise_are_a_deadlock(gates: Gates, pool: ThreadPoolExecutor) -> None:
    gates.hold("a", T, SHORT)
    gates.hold("b", U, SHORT)
    first = blocked(gates, pool, "a", U)
    with pytest.raises(DeadlockDetected) as caught:
        gates.hold("b", T, LONG)
    assert caught.value.code == "40P01"
    gates.release("b")  # the victim rolls back
    first.result(LONG)


def test_a_deadlock_over_three_owners_and_a_queue(gates: Gates, pool: ThreadPoolExecutor) -> None:
    gates.hold("a", 1, SHORT)
    gates.hold("b", 2, SHORT)
    gates.hold("c", 3, SHORT)
    blocked(gates, pool, "a", 2)
    blocked(gates, pool, "b", 3)
    with pytest.raises(DeadlockDetected):
        gates.hold("c", 1, LONG, Kind.APPEND)
    gates.release("c")
    gates.release("b")
    gates.release("a")


def test_an_append_behind_a_change_is_no_deadlock(gates: Gates, pool: ThreadPoolExecutor) -> None:
    gates.hold("a", T, SHORT)
    request = gates.request_append("writer", T, lambda: None)
    second = blocked(gates, pool, "b")
    gates.hold("a", U, SHORT)
    gates.release("a")
    assert not second.done()  # the writer's pass came first
    gates.finish(request)
    second.result(LONG)


def test_a_snapshot_older_than_the_last_write_is_refused(gates: Gates) -> None:
    gates.note_write([T], 5)
    gates.note_write([T], 4)  # a late note does not go back
    gates.refuse_stale(T, 5)
    gates.refuse_stale(U, 0)
    with pytest.raises(SerializationFailure) as caught:
        gates.refuse_stale(T, 4)
    assert caught.value.code == "40001"
    assert caught.value.message == "could not serialize access due to concurrent update"


def test_one_hold_given_up_leaves_the_others(gates: Gates) -> None:
    gates.hold("a", T, SHORT)
    gates.hold("a", U, SHORT, Kind.APPEND)
    gates.release_kind("a", U, Kind.APPEND)
    gates.release_kind("a", 99, Kind.APPEND)
    assert gates.is_holding("a")
    assert set(gates.gates) == {T}


def test_under_load_at_most_one_owner_changes_a_topic(gates: Gates) -> None:
    inside: list[str] = []
    overlaps: list[tuple[str, ...]] = []
    rounds = 60

    def change(owner: str) -> None:
        for _ in range(rounds):
            gates.hold(owner, T, LONG)
            inside.append(owner)
            if len(inside) > 1:
                overlaps.append(tuple(inside))
            inside.remove(owner)
            gates.release(owner)

    def append() -> None:
        for _ in range(rounds):
            event = threading.Event()
            request = gates.request_append("writer", T, event.set)
            assert event.wait(LONG)
            inside.append("writer")
            if len(inside) > 1:
                overlaps.append(tuple(inside))
            inside.remove("writer")
            gates.finish(request)

    threads = [threading.Thread(target=change, args=(name,)) for name in "abcd"]
    threads.append(threading.Thread(target=append))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG)
    assert overlaps == []
    assert gates.gates == {}


def test_an_owner_that_was_let_through_but_sleeps_still_is_no_deadlock(gates: Gates) -> None:
    request = Request("a", T, Kind.CHANGE, lambda: None)
    with gates.lock:
        gates.waiting["a"] = (request, threading.Event())  # granted, its thread not yet awake
        gates.ask(request)
    with pytest.raises(LockNotAvailable):
        gates.hold("b", T, SHORT)


def test_between_which_snapshots_there_were_merges_alone(gates: Gates) -> None:
    for merge in (3, 4, 6):
        gates.note_merge(merge)
    assert [gates.have_same_rows(2, newer) for newer in (2, 3, 4, 5, 6)] == [True, True, True, False, False]
    assert gates.have_same_rows(5, 6)
    assert not gates.have_same_rows(1, 3)
