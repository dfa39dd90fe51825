"""
The table of advisory locks; what SQL answers is in the transcript `advisory_locks`.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from pggate.errors import DeadlockDetected, LockNotAvailable, QueryCanceled
from pggate.session.live.advisory_locks import EXCLUSIVE, SHARE, AdvisoryLocks, Key
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

ONE, TWO = Key(5, 0, 1, 1), Key(5, 0, 2, 1)


def take(
    locks: AdvisoryLocks, pid: int, key: Key, mode: str = EXCLUSIVE, *, transaction: bool = False
) -> bool:
    return locks.try_lock(pid, key, mode, transaction=transaction)


def wait(
    locks: AdvisoryLocks,
    pid: int,
    key: Key,
    *,
    mode: str = EXCLUSIVE,
    timeout: float = 0,
    is_interrupted: Callable[[], bool] = lambda: False,
) -> None:
    locks.lock(pid, key, mode, transaction=False, timeout=timeout, is_interrupted=is_interrupted)


def waiting(locks: AdvisoryLocks, pid: int) -> None:
    """Until the session waits."""
    wait_until(lambda: bool(locks.blockers(pid)))


def test_modes() -> None:
    locks = AdvisoryLocks()
    assert take(locks, 1, ONE, SHARE)
    assert take(locks, 2, ONE, SHARE)
    assert not take(locks, 3, ONE)
    assert take(locks, 3, TWO)
    assert not take(locks, 1, TWO, SHARE)
    assert take(locks, 3, TWO, SHARE), "its own never hinder it"


def test_as_often_as_it_was_locked() -> None:
    locks = AdvisoryLocks()
    assert take(locks, 1, ONE)
    assert take(locks, 1, ONE)
    assert locks.unlock(1, ONE, EXCLUSIVE)
    assert not take(locks, 2, ONE)
    assert locks.unlock(1, ONE, EXCLUSIVE)
    assert not locks.unlock(1, ONE, EXCLUSIVE)
    assert take(locks, 2, ONE)
    assert not locks.unlock(2, ONE, SHARE)


def test_a_transaction_and_a_session_end() -> None:
    locks = AdvisoryLocks()
    assert take(locks, 1, ONE, transaction=True)
    assert take(locks, 1, TWO)
    assert not locks.unlock(1, ONE, EXCLUSIVE), "that of a transaction cannot be given back"
    locks.unlock_all(1)
    assert not take(locks, 2, ONE)
    assert take(locks, 1, TWO)
    locks.end_transaction(1)
    assert take(locks, 2, ONE)
    assert not take(locks, 2, TWO)
    locks.end_session(1)
    assert take(locks, 2, TWO)
    locks.end_session(2)
    assert locks.rows() == []


def test_who_came_first_is_first() -> None:
    locks = AdvisoryLocks()
    take(locks, 1, ONE, SHARE)
    waits = threading.Thread(target=wait, args=(locks, 2, ONE))
    waits.start()
    waiting(locks, 2)
    assert not take(locks, 3, ONE, SHARE), "it would come before the one that waits"
    assert take(locks, 1, ONE, SHARE)
    (row,) = [row for row in locks.rows() if row.since is not None]
    assert (row.pid, row.key, row.mode) == (2, ONE, EXCLUSIVE)
    assert locks.blockers(2) == [1]
    locks.end_session(1)
    waits.join(10)
    assert [(row.pid, row.since) for row in locks.rows()] == [(2, None)]


def test_a_circle() -> None:
    locks = AdvisoryLocks()
    take(locks, 1, ONE)
    take(locks, 2, TWO)
    waits = threading.Thread(target=wait, args=(locks, 1, TWO))
    waits.start()
    waiting(locks, 1)
    with pytest.raises(DeadlockDetected) as failed:
        wait(locks, 2, ONE)
    assert failed.value.detail == (
        "Process 2 waits for ExclusiveLock on advisory lock [5,0,1,1]; blocked by process 1.\n"
        "Process 1 waits for ExclusiveLock on advisory lock [5,0,2,1]; blocked by process 2."
    )
    locks.end_session(2)
    waits.join(10)
    assert not waits.is_alive()


def test_patience_and_interruption() -> None:
    locks = AdvisoryLocks()
    take(locks, 1, ONE)
    with pytest.raises(LockNotAvailable):
        wait(locks, 2, ONE, timeout=0.01)
    with pytest.raises(QueryCanceled):
        wait(locks, 2, ONE, is_interrupted=lambda: True)
    assert [row.pid for row in locks.rows()] == [1]
    locks.wake()
