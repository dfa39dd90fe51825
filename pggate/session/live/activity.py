"""
What a session does now, as pg_stat_activity and pg_locks tell (PostgreSQL 15, 28.2.3, 54.12).

Written by the session's own thread, a few plain assignments a message; read by whoever asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Relation
    from pggate.session.statement.block import Status

ACTIVE: Final = "active"
IDLE: Final[dict[Status, str]] = {
    "I": "idle",
    "T": "idle in transaction",
    "E": "idle in transaction (aborted)",
}

READS: Final = "AccessShareLock"
WRITES: Final = "RowExclusiveLock"
DEFINES: Final = "AccessExclusiveLock"
_LOCKS: Final = {
    **dict.fromkeys((Kind.INSERT, Kind.UPDATE, Kind.DELETE, Kind.MERGE, Kind.COPY), WRITES),
    Kind.CREATE_INDEX: "ShareLock",
}
"""What a statement of the kind takes of the relation that it changes (13.3.1); all others: DEFINES."""


class Activity:
    """
    Of one session.  All times are microseconds since 1970-01-01 UTC; None before there is one.

    Args:
        began: When the session was let in.

    """

    __slots__ = (
        "began",
        "commits",
        "failed",
        "is_aborted",
        "locks",
        "query",
        "query_began",
        "rollbacks",
        "state",
        "state_changed",
        "transaction_began",
        "transactions",
    )

    def __init__(self, began: int) -> None:
        self.began = began
        self.query = ""
        self.query_began: int | None = None
        self.transaction_began: int | None = None
        self.state = IDLE["I"]
        self.state_changed = began
        self.transactions = 1
        """Counts what pg_locks calls virtual transactions, the current one included."""
        self.is_aborted = False
        """Does a block wait for its ROLLBACK?"""
        self.failed = False
        """Has a statement failed since the client's last turn?"""
        self.commits = 0
        self.rollbacks = 0
        self.locks: dict[tuple[Relation, str], None] = {}
        """What the open transaction has used, and how, in that order."""

    @property
    def is_active(self) -> bool:
        """Is a message being answered?"""
        return self.state == ACTIVE

    def run(self, query: str, asked_at: int) -> None:
        """A message with this text is being answered."""
        self.query = query
        self.query_began = self.state_changed = asked_at
        self.state = ACTIVE
        if self.transaction_began is None and not self.is_aborted:
            self.transaction_began = asked_at

    def use(self, kind: Kind, bound: Bound | None) -> None:
        """The statement is about to read and change these."""
        if bound is None:
            return
        for relation in bound.relations:
            self.locks[relation, READS] = None
        for target in bound.targets:
            self.locks[target.relation, _LOCKS.get(kind, DEFINES)] = None

    def rest(self, status: Status, now: int) -> None:
        """It is the client's turn."""
        if status != "T" and self.transaction_began is not None:
            self._leave_transaction(committed=status == "I" and not self.failed)
        self.failed = False
        self.is_aborted = status == "E"
        self.state = IDLE[status]
        self.state_changed = now

    def _leave_transaction(self, *, committed: bool) -> None:
        self.transaction_began = None
        self.transactions += 1
        self.locks.clear()
        if committed:
            self.commits += 1
        else:
            self.rollbacks += 1
