"""
The numbers of serial and identity columns and of sequences: each is handed out once, also after a crash.

Numbers are taken from the registry in blocks, and a block is durable there before its first number is used;
so a process that dies leaves a gap, never a number that comes twice.  Only CYCLE begins again.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from pggate.errors import SequenceGeneratorLimitExceeded
from pggate.types.arrow import arrow_type

if TYPE_CHECKING:
    from pggate.lake.registry import Registry
    from pggate.lake.sequences import Sequence

BLOCK: Final = 1000
"""How many numbers are made durable at once: a crash skips at most as many."""
SHARE: Final = 1000
"""And no more than such a part of those that are left: crashes do not exhaust a short sequence."""


@dataclass(slots=True)
class Place:
    """
    Where a sequence is.

    Args:
        last: The number that was handed out last or, unless `is_called`, the one that comes next.
        stop: The first number that is not durable.

    """

    last: int
    is_called: bool
    stop: int

    def following(self, sequence: Sequence) -> int:
        """What comes next, were there no end."""
        return self.last + sequence.increment if self.is_called else self.last


class Numbering:
    """
    The counters of one lake.  Safe from any thread.
    """

    def __init__(self, lake: int, registry: Registry | None) -> None:
        self._lake = lake
        self._registry = registry
        self._lock = threading.Lock()
        self._places: dict[int, Place] = {}
        self._used: dict[int, Sequence] = {}

    def take(self, sequence: Sequence, count: int, duckdb_type: str = "BIGINT") -> pa.Array:
        """
        The next `count` numbers.  Raises SequenceGeneratorLimitExceeded 2200H.
        """
        runs = [np.empty(0, np.int64)]
        with self._lock:
            while count > 0:
                run = self._run(sequence, count)
                runs.append(run.start + run.step * np.arange(len(run)))
                count -= len(run)
        return pa.array(np.concatenate(runs)).cast(arrow_type(duckdb_type))

    def next(self, sequence: Sequence) -> int:
        """
        The next number, which nobody else gets.  Raises SequenceGeneratorLimitExceeded 2200H.
        """
        with self._lock:
            return self._run(sequence, 1)[0]

    def set(self, sequence: Sequence, value: int, *, is_called: bool = True) -> None:
        """
        setval(): what nextval() gives is what comes after `value`, or `value` itself.
        """
        with self._lock:
            place = Place(value, is_called, 0)
            place.stop = place.following(sequence)
            self._keep(sequence, place.stop)
            self._places[sequence.oid] = place
            self._used[sequence.oid] = sequence

    def state(self, sequence: Sequence) -> tuple[int, bool]:
        """last_value and is_called, as a sequence shows them when it is read like a table."""
        with self._lock:
            place = self._place(sequence)
            return place.last, place.is_called

    def release(self) -> None:
        """Give back what was not handed out: nobody takes numbers any more."""
        with self._lock:
            for oid, place in self._places.items():
                following = place.following(self._used[oid])
                if following != place.stop:
                    self._keep(self._used[oid], following)
            self._places.clear()

    def _place(self, sequence: Sequence) -> Place:
        self._used[sequence.oid] = sequence
        found = self._places.get(sequence.oid)
        if found is None:
            known = self._registry.number(self._lake, sequence.oid) if self._registry else None
            if known is None or known == sequence.start:
                found = Place(sequence.start, False, sequence.start)
            else:
                found = Place(known - sequence.increment, True, known)
            self._places[sequence.oid] = found
        return found

    def _run(self, sequence: Sequence, count: int) -> range:
        """At most `count` numbers, up to where the sequence ends or begins again."""
        place, step = self._place(sequence), sequence.increment
        first, end = place.following(sequence), sequence.maximum if step > 0 else sequence.minimum
        room = max((end - first) // step + 1, 0)
        if room < count and not sequence.cycles:
            raise self._exhausted(sequence)
        if room == 0:
            first = place.stop = sequence.minimum if step > 0 else sequence.maximum
            room = (end - first) // step + 1
        following = first + min(room, count) * step
        if (following - place.stop) * step > 0:
            left = (end - following) // step + 1
            place.stop = following + min(BLOCK, left // SHARE) * step
            self._keep(sequence, place.stop)
        place.last, place.is_called = following - step, True
        return range(first, following, step)

    def _keep(self, sequence: Sequence, following: int) -> None:
        if self._registry is not None:
            self._registry.keep_number(self._lake, sequence.oid, following)

    def _exhausted(self, sequence: Sequence) -> SequenceGeneratorLimitExceeded:
        which, end = (
            ("maximum", sequence.maximum) if sequence.increment > 0 else ("minimum", sequence.minimum)
        )
        return SequenceGeneratorLimitExceeded(
            f'nextval: reached {which} value of sequence "{sequence.name}" ({end})'
        )
