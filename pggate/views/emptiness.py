"""
Why a live view that is as it should be has no rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.translate.trees.nodes import walk
from pggate.views.expressions import conjuncts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node


@dataclass(frozen=True, slots=True)
class Emptiness:
    """
    Of a view whose topics have rows.

    Args:
        query: The view's, as a tree's node.
        read: What reads it of what is merged, as another.
        topics: How many it reads.
        unit: What is kept of them: "rows" or "groups".
        kept: How many of these there are.

    """

    query: Node
    read: Node
    topics: int
    unit: str
    kept: int

    def sentence(self, is_cut: Callable[[], bool]) -> str:
        """
        Args:
            is_cut: Are there rows without LIMIT and OFFSET?

        """
        if not self.kept:
            return f"No row of its {'topics' if self.topics > 1 else 'topic'} {self._passes()}."
        if self._limits() and is_cut():
            return "LIMIT and OFFSET leave none of its rows."
        causes = [*self._having(), *self._timed()]
        verb = "keeps" if len(causes) == 1 else "keep"
        return f"{' and '.join(causes) or 'Its query'} {verb} none of its {self.kept} {self._units()}."

    def _units(self) -> str:
        return self.unit.removesuffix("s") if self.kept == 1 else self.unit

    def _passes(self) -> str:
        nodes = list(walk(self.query))
        steps = ["its joins"] if any(node.get("type") == "JOIN" for node in nodes) else []
        steps += ["WHERE"] if any(node.get("where_clause") is not None for node in nodes) else []
        return f"passes {' and '.join(steps)}" if steps else "makes a row of the view"

    def _limits(self) -> bool:
        return any(each["type"] == "LIMIT_MODIFIER" for each in self.read["modifiers"])

    def _having(self) -> list[str]:
        return ["HAVING"] if self.query.get("having") is not None else []

    def _timed(self) -> list[str]:
        """Conditions on rows that the time makes others are asked beside HAVING when the view is read."""
        having, asked = conjuncts(self.query.get("having")), conjuncts(self.read["where_clause"])
        return ["WHERE over the current time"] if len(asked) > len(having) else []


def without_limit(query: Node) -> list[Node]:
    """
    The modifiers of a query but LIMIT and OFFSET.
    """
    return [each for each in query["modifiers"] if each["type"] != "LIMIT_MODIFIER"]
