"""
Advisory locks (PostgreSQL 15, 13.3.5): the numbers that sessions of one database lock among each other.

Theory of operation.  One table under one lock.  A request is granted when no other session holds the key in a
mode that conflicts, and none that waits before it wants it in one; what a session holds already it gets again
at once.  Who has to wait looks first whether those it would wait for wait for it: the last one of a circle
fails with 40P01.  A session waits for one lock at a time, in the engine's call that asked for it.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.errors import DeadlockDetected, LockNotAvailable, QueryCanceled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOOK: Final = 0.1
"""Seconds between two looks of a waiting session at whether it was interrupted; it is told, too."""

EXCLUSIVE: Final = "ExclusiveLock"
SHARE: Final = "ShareLock"


class Key(NamedTuple):
    """
    What is locked, in pg_locks' words: two halves of a bigint (`objsubid` 1) or two integers (2), in the
    database of this OID.
    """

    database: int
    classid: int
    objid: int
    objsubid: int


@dataclass(slots=True)
class Waiter:
    """
    A session that waits.

    Args:
        since: Microseconds since 1970-01-01 UTC.

    """

    key: Key
    mode: str
    since: int


class Row(NamedTuple):
    """
    A row of pg_locks; `since` is when the session began to wait, None if it has the lock.
    """

    pid: int
    key: Key
    mode: str
    since: int | None


@dataclass(slots=True)
class _Held:
    """How often one session has a key in each mode, for itself and for its transaction."""

    session: Counter[str] = field(default_factory=Counter)
    transaction: Counter[str] = field(default_factory=Counter)

    def modes(self) -> set[str]:
        return {mode for mode, count in (self.session + self.transaction).items() if count}


class AdvisoryLocks:
    """
    Safe from any thread.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._held: dict[Key, dict[int, _Held]] = {}
        self._waiting: dict[int, Waiter] = {}  # in the order in which they came
        self._in_transaction: set[int] = set()

    def try_lock(self, pid: int, key: Key, mode: str, *, transaction: bool) -> bool:
        """
        Take the lock if that can be done at once; whether it was.
        """
        with self._changed:
            if any(self._ahead(pid, key, mode)):
                return False
            self._take(pid, key, mode, transaction=transaction)
            return True

    def lock(
        self,
        pid: int,
        key: Key,
        mode: str,
        *,
        transaction: bool,
        timeout: float,
        is_interrupted: Callable[[], bool],
    ) -> None:
        """
        Take the lock.

        Args:
            timeout: Seconds to wait; 0 for as long as it takes.

        Raises:
            DeadlockDetected: Those that it would wait for wait for this session.
            LockNotAvailable: It has waited for `timeout` seconds.
            QueryCanceled: It was interrupted.

        """
        with self._changed:
            if any(self._ahead(pid, key, mode)):
                self._waiting[pid] = Waiter(key, mode, time.time_ns() // 1000)
                try:
                    self._check_deadlock(pid)
                    self._wait(pid, key, mode, timeout, is_interrupted)
                finally:
                    del self._waiting[pid]
                    self._changed.notify_all()  # who came behind may be first now
            self._take(pid, key, mode, transaction=transaction)

    def unlock(self, pid: int, key: Key, mode: str) -> bool:
        """
        Give one of the session's own back; whether there was one.
        """
        with self._changed:
            held = self._held.get(key, {}).get(pid)
            if held is None or not held.session[mode]:
                return False
            held.session[mode] -= 1
            self._forget_free(pid, key)
            return True

    def end_transaction(self, pid: int) -> None:
        """What its transaction has locked is free."""
        if pid in self._in_transaction:
            with self._changed:
                self._in_transaction.discard(pid)
                for key in [key for key, held in self._held.items() if pid in held]:
                    self._held[key][pid].transaction.clear()
                    self._forget_free(pid, key)

    def unlock_all(self, pid: int) -> None:
        """What the session itself has locked is free."""
        with self._changed:
            for key in [key for key, held in self._held.items() if pid in held]:
                self._held[key][pid].session.clear()
                self._forget_free(pid, key)

    def end_session(self, pid: int) -> None:
        """It has ended."""
        self.end_transaction(pid)
        if any(pid in held for held in tuple(self._held.values())):
            self.unlock_all(pid)

    def wake(self) -> None:
        """Somebody was interrupted who may be waiting here."""
        if self._waiting:
            with self._changed:
                self._changed.notify_all()

    def rows(self) -> list[Row]:
        """What pg_locks shows."""
        with self._changed:
            found = [
                Row(pid, key, mode, None)
                for key, held in self._held.items()
                for pid, one in held.items()
                for mode in sorted(one.modes())
            ]
            return found + [Row(pid, w.key, w.mode, w.since) for pid, w in self._waiting.items()]

    def blockers(self, pid: int) -> list[int]:
        """The sessions that one waits for; none where it waits for nobody."""
        with self._changed:
            return list(dict.fromkeys(self._blockers(pid)))

    # -- with the lock

    def _blockers(self, pid: int) -> Iterator[int]:
        waiter = self._waiting.get(pid)
        if waiter is not None:
            yield from self._ahead(pid, waiter.key, waiter.mode)

    def _ahead(self, pid: int, key: Key, mode: str) -> Iterator[int]:
        """The sessions that have to give something back before this one can have the key."""
        held = self._held.get(key, {})
        if pid in held and mode in held[pid].modes():
            return
        for other, one in held.items():
            if other != pid and any(_conflict(mode, theirs) for theirs in one.modes()):
                yield other
        for other, waiter in self._waiting.items():
            if other == pid:
                return
            if waiter.key == key and _conflict(mode, waiter.mode) and pid not in held:
                yield other

    def _take(self, pid: int, key: Key, mode: str, *, transaction: bool) -> None:
        held = self._held.setdefault(key, {}).setdefault(pid, _Held())
        if transaction:
            held.transaction[mode] += 1
            self._in_transaction.add(pid)
        else:
            held.session[mode] += 1

    def _forget_free(self, pid: int, key: Key) -> None:
        if not self._held[key][pid].modes():
            del self._held[key][pid]
            if not self._held[key]:
                del self._held[key]
        self._changed.notify_all()

    def _wait(
        self, pid: int, key: Key, mode: str, timeout: float, is_interrupted: Callable[[], bool]
    ) -> None:
        ends = time.monotonic() + timeout
        while any(self._ahead(pid, key, mode)):
            if is_interrupted():
                raise QueryCanceled("canceling statement due to user request")
            left = ends - time.monotonic() if timeout else LOOK
            if left <= 0:
                raise LockNotAvailable("canceling statement due to lock timeout")
            self._changed.wait(min(left, LOOK))

    def _check_deadlock(self, pid: int) -> None:
        circle = self._circle(pid, pid, ())
        if circle is not None:
            raise DeadlockDetected(
                "deadlock detected",
                detail="\n".join(map(self._told, circle, (*circle[1:], pid))),
                hint="See server log for query details.",
            )

    def _circle(self, pid: int, first: int, before: tuple[int, ...]) -> tuple[int, ...] | None:
        """The sessions from this one on that wait for each other up to the first one."""
        for other in self._blockers(pid):
            if other == first:
                return (*before, pid)
            if other not in before:
                found = self._circle(other, first, (*before, pid))
                if found is not None:
                    return found
        return None

    def _told(self, pid: int, blocker: int) -> str:
        waiter = self._waiting[pid]
        return (
            f"Process {pid} waits for {waiter.mode} on advisory lock"
            f" [{','.join(map(str, waiter.key))}]; blocked by process {blocker}."
        )


def _conflict(one: str, other: str) -> bool:
    return EXCLUSIVE in (one, other)
