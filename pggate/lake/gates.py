"""
Write gates: who may change which topic of one lake, and who has to wait.

Why: duckdb 1.5.5 lets two overlapping transactions that DELETE from one data file both commit; the file
then has two live delete files and every row of it is returned twice.  A lock around COMMIT alone does not
help, since a transaction whose snapshot is merely older than the other's commit is enough.  And a DELETE,
UPDATE or MERGE loses against every append that is committed between its snapshot and its own COMMIT.

So each topic has a gate (gate.py), taken before the snapshot is read and kept until the transaction has
ended.

An owner (a session) waits for one gate at a time.  Two that wait for each other are found before the second
one sleeps, and the second one gets 40P01, as in PostgreSQL; everything else is bounded by the timeout.
Lock order: gates first, then the lake's commit lock; nobody asks for a gate while holding the commit lock.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Final

from pggate.errors import LockNotAvailable, PgError, QueryCanceled, SerializationFailure
from pggate.lake.gate import Gate, Kind, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable

MERGES: Final = 1024
"""How many snapshots that have merged files are known: more than come about in most transactions' time."""


class DeadlockDetected(PgError):  # noqa: N818 the name that PostgreSQL gives 40P01
    sqlstate = "40P01"


class Gates:
    """
    The gates of one lake's topics, and the snapshot of each topic's last write.  Safe from any thread.
    """

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.gates: dict[int, Gate] = {}
        self.waiting: dict[Hashable, tuple[Request, threading.Event]] = {}
        self.last_write: dict[int, int] = {}
        self.merges: deque[int] = deque(maxlen=MERGES)

    # -- sessions: they block

    def hold(
        self,
        owner: Hashable,
        topic_id: int,
        timeout: float,
        kind: Kind = Kind.CHANGE,
        is_interrupted: Callable[[], bool] = lambda: False,
    ) -> None:
        """
        Take the topic's gate and keep it until `release`; at once when the owner has it already.

        Args:
            timeout: Seconds to wait for others.
            is_interrupted: Was the owner told to stop before?  Then `cancel` found nobody to wake.

        Raises:
            LockNotAvailable: 55P03, the timeout passed.
            DeadlockDetected: 40P01, somebody who has to be waited for waits for this owner.
            QueryCanceled: 57014, the owner is interrupted, or `cancel` was called meanwhile.

        """
        event = threading.Event()
        request = Request(owner, topic_id, kind, event.set)
        with self.lock:
            if self.covers(owner, topic_id, kind):
                return
            gate = self.ask(request)
            if event.is_set():
                return
            if self.leads_to(owner, request):
                self.withdraw(gate, request)
                raise DeadlockDetected("deadlock detected", hint="Retry the transaction.")
            self.waiting[owner] = (request, event)
            if is_interrupted():
                request.canceled = True
                event.set()
        event.wait(timeout)
        with self.lock:
            del self.waiting[owner]
            if request in gate.holders and not request.canceled:
                return
            self.withdraw(gate, request)
        if request.canceled:
            raise QueryCanceled("canceling statement due to user request")
        raise LockNotAvailable(
            "canceling statement due to lock timeout",
            detail="Another transaction is changing rows of the same topic.",
        )

    def release(self, owner: Hashable, keeping: Collection[int] = ()) -> None:
        """
        Give up every gate of an owner, whether its transaction committed or not; but for some topics'.
        """
        with self.lock:
            for topic_id, gate in tuple(self.gates.items()):
                if topic_id not in keeping and any(holder.owner == owner for holder in gate.holders):
                    gate.holders = [holder for holder in gate.holders if holder.owner != owner]
                    self.settle(topic_id, gate)

    def release_kind(self, owner: Hashable, topic_id: int, kind: Kind) -> None:
        """
        Give up one hold; the owner's others stay.
        """
        with self.lock:
            if gate := self.gates.get(topic_id):
                gate.holders = [h for h in gate.holders if (h.owner, h.kind) != (owner, kind)]
                self.settle(topic_id, gate)

    def is_holding(self, owner: Hashable, kind: Kind = Kind.CHANGE) -> bool:
        """
        Does the owner hold any gate?  A session uses it to bound its idle time in a transaction.
        """
        with self.lock:
            return any(
                holder.owner == owner and holder.kind is kind
                for gate in self.gates.values()
                for holder in gate.holders
            )

    def cancel(self, owner: Hashable) -> None:
        """
        Wake an owner that waits: its `hold` raises 57014.
        """
        with self.lock:
            if found := self.waiting.get(owner):
                request, event = found
                request.canceled = True
                event.set()

    # -- the writer: it never blocks

    def request_append(self, owner: Hashable, topic_id: int, granted: Callable[[], None]) -> Request:
        """
        Ask for an append's pass; `granted` is called as soon as it is there, perhaps before this returns.
        """
        request = Request(owner, topic_id, Kind.APPEND, granted)
        with self.lock:
            self.ask(request)
        return request

    def finish(self, request: Request) -> None:
        """
        Give a pass back, or withdraw a request that was not granted yet.
        """
        with self.lock:
            self.withdraw(self.gates[request.topic_id], request)

    # -- what was written when

    def note_write(self, topic_ids: Iterable[int], snapshot: int) -> None:
        with self.lock:
            for topic_id in topic_ids:
                self.last_write[topic_id] = max(snapshot, self.last_write.get(topic_id, 0))

    def note_merge(self, snapshot: int) -> None:
        """
        That snapshot has other files, and the rows of the one before it.  Noted with the topic's gate held.
        """
        with self.lock:
            self.merges.append(snapshot)

    def have_same_rows(self, older: int, newer: int) -> bool:
        """
        Has nothing happened between two snapshots but merges of files?
        """
        with self.lock:
            return sum(older < snapshot <= newer for snapshot in self.merges) == newer - older

    def last_writes(self) -> dict[int, int]:
        """The snapshot of each topic's last write in this process."""
        with self.lock:
            return dict(self.last_write)

    def refuse_stale(self, topic_id: int, snapshot: int) -> None:
        """
        Raise 40001 when the topic was written after `snapshot`, the one that a transaction reads.

        Called with the gate held: from then on nobody else writes the topic.
        """
        with self.lock:
            written = self.last_write.get(topic_id, 0)
        if written > snapshot:
            raise SerializationFailure(
                "could not serialize access due to concurrent update", hint="Retry the transaction."
            )

    # -- under self.lock

    def covers(self, owner: Hashable, topic_id: int, kind: Kind) -> bool:
        gate = self.gates.get(topic_id)
        return gate is not None and any(
            holder.owner == owner and holder.kind in (kind, Kind.CHANGE) for holder in gate.holders
        )

    def ask(self, request: Request) -> Gate:
        gate = self.gates.setdefault(request.topic_id, Gate())
        gate.ask(request)
        return gate

    def withdraw(self, gate: Gate, request: Request) -> None:
        gate.withdraw(request)
        self.settle(request.topic_id, gate)

    def settle(self, topic_id: int, gate: Gate) -> None:
        gate.advance()
        if not gate.holders and not gate.queue and self.gates.get(topic_id) is gate:
            del self.gates[topic_id]

    def leads_to(self, owner: Hashable, request: Request) -> bool:
        """
        Does somebody whom `request` waits for wait, however indirectly, for `owner`?

        The writer's passes lead nowhere: it holds them for one commit and waits for no other gate meanwhile.
        """
        seen: set[Hashable] = set()
        open_requests = [request]
        while open_requests:
            waiting = open_requests.pop()
            for blocker in self.gates[waiting.topic_id].blockers(waiting):
                if blocker.owner == owner:
                    return True
                asked = self.asked(blocker.owner)
                if asked is not None and blocker.owner not in seen:
                    seen.add(blocker.owner)
                    open_requests.append(asked)
        return False

    def asked(self, owner: Hashable) -> Request | None:
        """
        What an owner really waits for; one that was let through may not have woken up yet.
        """
        request, _ = self.waiting.get(owner, (None, None))
        return request if request is not None and self.is_queued(request) else None

    def is_queued(self, request: Request) -> bool:
        gate = self.gates.get(request.topic_id)
        return gate is not None and request in gate.queue
