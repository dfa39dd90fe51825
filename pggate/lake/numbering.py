"""
The numbers of serial and identity columns and of sequences: each is handed out once, also after a crash.

Numbers are taken from the registry in blocks, and a block is durable there before its first number is used;
so a process that dies leaves a gap, never a number that comes twice.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.errors import SequenceGeneratorLimitExceeded
from pggate.types.arrow import arrow_type

if TYPE_CHECKING:
    from pggate.lake.declared import Sequence
    from pggate.lake.registry import Registry

BLOCK: Final = 1000
"""How many numbers are made durable at once: a crash skips at most as many."""

LARGEST: Final = {"SMALLINT": 2**15 - 1, "INTEGER": 2**31 - 1, "BIGINT": 2**63 - 1}


@dataclass(slots=True)
class Block:
    """
    The numbers [following, stop) in steps are durable and unused.
    """

    following: int
    stop: int


class Numbering:
    """
    The counters of one lake.  Safe from any thread.
    """

    def __init__(self, lake: int, registry: Registry | None) -> None:
        self._lake = lake
        self._registry = registry
        self._lock = threading.Lock()
        self._blocks: dict[int, Block] = {}
        self.announced: dict[int, Sequence] = {}
        """Those of transactions that have yet to commit."""

    def announce(self, sequence: Sequence) -> None:
        """A sequence is made, or changed, by a transaction that is open."""
        self.announced[sequence.oid] = sequence

    def take(self, sequence: Sequence, count: int, duckdb_type: str = "BIGINT") -> pa.Array:
        """
        The next `count` numbers.  Raises SequenceGeneratorLimitExceeded 2200H.
        """
        first = self.next(sequence, count)
        step = sequence.increment
        return pa.array(range(first, first + count * step, step), pa.int64()).cast(arrow_type(duckdb_type))

    def next(self, sequence: Sequence, count: int = 1) -> int:
        """
        The first of the next `count` numbers, which nobody else gets.
        """
        step = sequence.increment
        with self._lock:
            block = self._blocks.get(sequence.oid)
            if block is None:
                known = self._registry.number(self._lake, sequence.oid) if self._registry else None
                following = sequence.start if known is None else known
                block = self._blocks[sequence.oid] = Block(following, following)
            first, following = block.following, block.following + count * step
            self._refuse_exhausted(sequence, following - step)
            if (following - block.stop) * step > 0:
                self._keep(sequence, following + BLOCK * step)
                block.stop = following + BLOCK * step
            block.following = following
        return first

    def set(self, sequence: Sequence, value: int, *, is_called: bool = True) -> None:
        """
        setval(): what nextval() gives is what comes after `value`, or `value` itself.
        """
        following = value + sequence.increment if is_called else value
        with self._lock:
            self._keep(sequence, following)
            self._blocks[sequence.oid] = Block(following, following)

    def release(self) -> None:
        """Give back what was not handed out: nobody takes numbers any more."""
        with self._lock:
            for oid, block in self._blocks.items():
                if self._registry is not None and block.following != block.stop:
                    self._registry.keep_number(self._lake, oid, block.following)
            self._blocks.clear()

    def _keep(self, sequence: Sequence, following: int) -> None:
        if self._registry is not None:
            self._registry.keep_number(self._lake, sequence.oid, following)

    def _refuse_exhausted(self, sequence: Sequence, last: int) -> None:
        if sequence.increment > 0 and last > sequence.maximum:
            raise SequenceGeneratorLimitExceeded(
                f'nextval: reached maximum value of sequence "{sequence.name}" ({sequence.maximum})'
            )
        if sequence.increment < 0 and last < sequence.minimum:
            raise SequenceGeneratorLimitExceeded(
                f'nextval: reached minimum value of sequence "{sequence.name}" ({sequence.minimum})'
            )
