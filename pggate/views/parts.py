"""
What a name in front of columns stands for: a relation in FROM, or one side of a join.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """
    Args:
        name: As the query calls it.
        columns: What they are called.
        merged: Those that USING has made one with columns of the side before; in small letters.

    """

    name: str
    columns: tuple[str, ...]
    merged: frozenset[str] = frozenset()

    def spelled(self, name: str) -> str | None:
        """A column's name as it is declared, so that what is the same looks the same."""
        return next((own for own in self.columns if own.lower() == name.lower()), None)

    def shown(self) -> list[str]:
        """What `*` stands for, and what a name alone can be."""
        return [own for own in self.columns if own.lower() not in self.merged]
