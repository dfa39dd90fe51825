"""
What one session knows of sequences that no other does: the numbers it was given, its temporary sequences, and
those that its open transaction has made, changed, dropped or restarted.

A restart holds for the session alone until its transaction commits: a number that rows have, which a ROLLBACK
brings back, must not be given again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.lake.numbering import Numbering

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from pggate.lake.lake import Lake
    from pggate.lake.sequences import Sequence


class SessionNumbers:
    """
    Used by the session's own statements alone.
    """

    def __init__(self) -> None:
        self._given: dict[int, int] = {}
        self.own: dict[int, tuple[Lake, Sequence | None]] = {}
        """By OID: the sequence as the open transaction has it, None if it is dropped there."""
        self.temporary: Mapping[int, Sequence] = {}
        """By OID: those that go with the session, and whose numbers nobody has to find again."""
        self._counters = Numbering(0, None)
        self._restarted: dict[int, tuple[Lake | None, Sequence, Numbering]] = {}

    def give(self, oid: int, number: int) -> int:
        """The session gets this number of a sequence."""
        self._given.pop(oid, None)  # what comes last is what lastval() gives
        self._given[oid] = number
        return number

    def current(self, oid: int) -> int | None:
        """What currval() gives."""
        return self._given.get(oid)

    def last(self) -> int | None:
        """What lastval() gives."""
        return next(reversed(self._given.values()), None)

    def discard(self) -> None:
        """DISCARD SEQUENCES."""
        self._given.clear()

    def restart(self, lake: Lake | None, sequence: Sequence, first: int) -> None:
        """
        Numbers begin anew, for this session until the transaction commits.

        Args:
            lake: Where the sequence is; None for a temporary one.

        """
        own = Numbering(lake.oid if lake is not None else 0, None)
        own.set(sequence, first, is_called=False)
        self._restarted[sequence.oid] = lake, sequence, own

    def numbering(self, lake: Lake | None, sequence: Sequence) -> Numbering:
        """What gives the session its numbers of a sequence."""
        found = self._restarted.get(sequence.oid)
        return self._numbering(lake) if found is None else found[2]

    def _numbering(self, lake: Lake | None) -> Numbering:
        return self._counters if lake is None else lake.numbering

    def take(self, lake: Lake, sequence: Sequence, count: int, duckdb_type: str) -> pa.Array:
        """The next `count` numbers of a sequence."""
        found = self.numbering(lake, sequence).take(sequence, count, duckdb_type)
        if count:
            self.give(sequence.oid, found[-1].as_py())
        return found

    def leave_transaction(self, *, committed: bool) -> None:
        """What it has defined everybody knows now, or nobody."""
        for lake, sequence, own in self._restarted.values() if committed else ():
            last, is_called = own.state(sequence)
            self._numbering(lake).set(sequence, last, is_called=is_called)
        self._restarted.clear()
        self.own.clear()
