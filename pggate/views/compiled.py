"""
What the compiler makes of a live view's query: SQL over relations that have to be put under these names.

    "~delta"     rows of a topic: its columns as they were when the view was created, and "~seq"; those of
                 another one, or another part of the query, are "~delta 1", and so on
    "~affected"  keys of groups, k0…
    "~partials"  what `partials` gives
    "~state"     partials of any snapshots, merged or not, without "~seq"
    "~merged"    what `merged` gives
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pggate.engine.names import quote_identifier
from pggate.views.aggregates import EXPORTED, FINALIZED
from pggate.views.written import Written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DELTA: Final = "~delta"
SEQ: Final = "~seq"
"""The snapshot that a row came with, BIGINT."""

APPROXIMATE: Final = frozenset({"FLOAT", "DOUBLE"})


class Role(enum.Enum):
    """
    What one relation of rows has when what came, or went, with a snapshot is computed: that, or all rows of
    its topic before the snapshot, or after it.
    """

    DELTA = "delta"
    BEFORE = "before"
    AFTER = "after"


Term: TypeAlias = "Mapping[str, Role]"
"""A part of what a snapshot makes of a view's rows, by the relations' names; those not in it have no rows."""


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
        source: The topics whose rows it is about.
        partials: From "~delta" and its like, what is appended.
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
        of_affected: From "~delta" and "~affected", `partials` of those groups alone; empty where they cannot
            be computed by themselves.
        relations: What "~delta" and its like are to have the rows of, by its place in `source`.
        terms: What comes with a snapshot is what all of these make together; so is what goes.  Where there
            is one, in which all have their deltas, the snapshots need not be taken one by one.
        joins: How many there are, all of them inner ones.
        written: What the text of a query that joins leaves to the columns that there are.

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
    of_affected: str = ""
    relations: Mapping[str, int] = field(default_factory=lambda: {DELTA: 0})
    terms: tuple[Term, ...] = ({DELTA: Role.DELTA},)
    joins: int = 0
    written: Written = field(default_factory=Written)

    @property
    def is_linear(self) -> bool:
        """Is what comes of several snapshots what comes of them together?"""
        return len(self.terms) == 1

    def partials_of(self, rows: Mapping[str, str]) -> str:
        """
        The partials.

        Args:
            rows: The query of the rows that each of `relations` has.

        """
        given = ", ".join(f"{quote_identifier(name)} AS ({query})" for name, query in rows.items())
        return f"WITH {given} SELECT * FROM ({self.partials})"

    @property
    def key_names(self) -> tuple[str, ...]:
        letter = "c" if self.kind == "rows" else "k"
        return tuple(f"{letter}{number}" for number in range(self.keys))

    @property
    def state_names(self) -> tuple[str, ...]:
        return tuple(f"s{number}" for number in range(self.states))

    @property
    def planned(self) -> tuple[str, str]:
        """
        `partials` and `read` as DuckDB can tell their plans, which it cannot where states of its own are in
        them: those are values here.
        """
        return self.partials.replace(EXPORTED, ""), self.read.replace(FINALIZED, "(")

    def takes_back(self, types: Sequence[str]) -> bool:
        """
        Whether negated partials are exact: of floating point numbers, what was added does not go by being
        subtracted (1e300 + 1 - 1e300 is 0, and inf - inf is NaN).

        Args:
            types: DuckDB's types of s0….

        """
        return self.is_invertible and not any(types[number] in APPROXIMATE for number in self.sums)
