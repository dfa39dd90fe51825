"""
What a name in front of columns stands for: a relation in FROM, or one side of a join.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Place: TypeAlias = "tuple[str, str]"
"""Where a column is found: the name of a relation in FROM, and its own in that."""


@dataclass(frozen=True, slots=True)
class Part:
    """
    Args:
        name: As the query calls it.
        columns: What they are called, and where they are.
        merged: Those that USING has made one with columns of the side before; in small letters.

    """

    name: str
    columns: tuple[tuple[str, Place], ...]
    merged: frozenset[str] = frozenset()

    def place(self, name: str) -> Place | None:
        """Of the column of that name, as it is declared, so that what is the same looks the same."""
        return next((place for own, place in self.columns if own.lower() == name.lower()), None)

    def shown_place(self, name: str) -> Place | None:
        """The same of a name alone."""
        return None if name.lower() in self.merged else self.place(name)

    def shown(self) -> Iterator[tuple[str, Place]]:
        """What `*` stands for, and what a name alone can be."""
        return ((own, place) for own, place in self.columns if own.lower() not in self.merged)


def part_of(relation: str, columns: tuple[str, ...]) -> Part:
    """
    A relation as it stands in FROM.
    """
    return Part(relation, tuple((name, (relation, name)) for name in columns))
