"""
What the compiler makes of a live view's query: SQL over relations that have to be put under these names.

    "~delta"     rows of the topic: its columns as they were when the view was created, and "~seq"
    "~partials"  what `partials` gives
    "~state"     partials of any snapshots, merged or not, without "~seq"
    "~merged"    what `merged` gives
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

DELTA: Final = "~delta"
SEQ: Final = "~seq"
"""The snapshot that a row came with, BIGINT."""

APPROXIMATE: Final = frozenset({"FLOAT", "DOUBLE"})


@dataclass(frozen=True, slots=True)
class Topic:
    """
    A table of the lake as the query names it; catalog and schema are empty where it names none.
    """

    catalog: str
    schema: str
    name: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """
    A live view.

    Args:
        kind: Of "groups", a row of partials stands for the rows of one snapshot and group: "~seq", k0…, "~n",
            s0…, where "~n" counts them.  Of "rows" it stands for one row: "~seq", c0…, "~n", which is 1.
        source: The topics whose rows it is about; one, as yet.
        partials: From "~delta", what is appended.
        keys: How many columns k0… or c0… there are.
        states: How many columns s0….
        merged: From "~state", the same columns without "~seq", and of every group one row.  What it gives
            can be merged again.  A group (or row) without rows vanishes, so what is merged has to begin at
            the view's beginning; a global aggregate always has its one row.
        read: From "~merged", the view's rows under the names that the query gives its columns.
        is_invertible: Whether rows that were deleted are taken back by partials of theirs, negated.
        negated: From "~partials", those; empty where that cannot be.
        sums: Which of s0… are taken back by subtracting (see `takes_back`).
        taken_back: Which of them have something that takes them back.
        aggregates: The query's aggregate functions, for the veto.

    """

    kind: Literal["rows", "groups"]
    source: tuple[Topic, ...]
    partials: str
    keys: int
    states: int
    merged: str
    read: str
    is_invertible: bool
    negated: str = ""
    sums: frozenset[int] = frozenset()
    taken_back: frozenset[int] = frozenset()
    aggregates: frozenset[str] = frozenset()

    @property
    def key_names(self) -> tuple[str, ...]:
        letter = "c" if self.kind == "rows" else "k"
        return tuple(f"{letter}{number}" for number in range(self.keys))

    @property
    def state_names(self) -> tuple[str, ...]:
        return tuple(f"s{number}" for number in range(self.states))

    def takes_back(self, types: Sequence[str]) -> bool:
        """
        Whether negated partials are exact: of floating point numbers, what was added does not go by being
        subtracted (1e300 + 1 - 1e300 is 0, and inf - inf is NaN).

        Args:
            types: DuckDB's types of s0….

        """
        return self.is_invertible and not any(types[number] in APPROXIMATE for number in self.sums)
