"""
A view whose rows are made of one row each: what of them is kept, and what is computed when they are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.trees import nodes
from pggate.views import reading, refusals, writing
from pggate.views.compiled import Compiled
from pggate.views.expressions import column, is_column, likeness, rebuilt, sql
from pggate.views.select import ordered
from pggate.views.stability import is_timed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node, Tree
    from pggate.views.select import Select
    from pggate.views.sources import Sources


class Kept:
    """
    The columns that are kept of each row.

    Args:
        letter: What their names begin with.

    """

    def __init__(self, letter: str) -> None:
        self.expressions: list[Node] = []
        self._letter = letter
        self._likenesses: list[str] = []

    def column(self, expression: Node) -> Node:
        """
        The column that an expression has when the view is read.  What the time is in is computed then, of the
        columns that it needs.

        Raises:
            FeatureNotSupported: The time is in a lambda.

        """
        if is_timed(expression):
            rebuilt_expression: Node = rebuilt(expression, self._part)
            return rebuilt_expression
        like = likeness(expression)
        if like not in self._likenesses:
            self._likenesses.append(like)
            self.expressions.append(expression)
        name = f"{self._letter}{self._likenesses.index(like)}"
        return {**column(reading.FINAL, name), "alias": expression["alias"]}

    def texts(self, text_of: Callable[[Tree], str]) -> list[str]:
        return [sql(expression, text_of) for expression in self.expressions]

    def _part(self, node: Node) -> Node | None:
        if node["class"] == "LAMBDA":
            raise refusals.refusal("the current time in a lambda", node)
        if not any(is_column(part) for part in nodes.walk(node)):
            return node
        return None if is_timed(node) else self.column(node)


def compiled(select: Select, sources: Sources) -> Compiled:
    """
    A view of rows.
    """
    kept = Kept("c")
    items = [kept.column(item) for item in select.items]
    conditions = [kept.column(condition) for condition in select.timed]
    modifiers = ordered(select.modifiers, kept.column, select.names)
    texts = kept.texts(sources.text_of)
    names = [f"c{number}" for number in range(len(texts))]
    return Compiled(
        kind="rows",
        source=tuple(sources.topics),
        relations=sources.relations,
        terms=select.source.terms,
        joins=sources.joins,
        written=sources.written,
        partials=writing.partial_rows(texts, select, sources.text_of),
        keys=len(names),
        states=0,
        merged=writing.merged_rows(names),
        read=reading.text(
            reading.each_time(names), select.names, items, conditions, modifiers, sources.text_of
        ),
        is_invertible=True,
        negated=writing.negated(names, ()),
    )
