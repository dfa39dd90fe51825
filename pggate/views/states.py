"""
The states that a grouped view keeps: columns of partials, each kept once, and the aggregates' values of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.views.aggregates import aggregate, canonical
from pggate.views.expressions import likeness, sql

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node, Tree
    from pggate.views.aggregates import Aggregate, State


class States:
    """
    Args:
        text_of: A tree's text.

    """

    def __init__(self, text_of: Callable[[Tree], str]) -> None:
        self._text_of = text_of
        self._names: dict[str, str] = {}
        """By what is aggregated: the column that has the value."""
        self.partials: list[str] = []
        self.merges: list[str] = []
        self.negated: list[str] = []
        """What takes each back; empty where nothing does."""
        self.finals: list[str] = []
        self.sums: set[int] = set()
        self.aggregates: set[str] = set()

    @property
    def is_invertible(self) -> bool:
        return all(self.negated)

    def column(self, call: Node) -> str:
        """
        The name of the column that an aggregate's value has where the view is read.
        """
        like = likeness(
            {**call, "function_name": canonical(call["function_name"]), "schema": "", "catalog": ""}
        )
        if like not in self._names:
            self._names[like] = f"f{len(self._names)}"
            self._add(call)
        return self._names[like]

    def _add(self, call: Node) -> None:
        name = canonical(call["function_name"])
        known = aggregate(name, is_distinct=call["distinct"])
        assert known is not None  # noqa: S101 `Scope.understood` has refused others
        self.aggregates.add(name)
        if name == "count_star" and call["filter"] is None:  # counted anyway
            self.finals.append('"~n"')
            return
        when = sql(call["filter"], self._text_of) if call["filter"] is not None else ""
        arguments = [sql(child, self._text_of) for child in call["children"]]
        words = {
            **dict(zip("xy", arguments, strict=False)),
            "when": when or "true",
            "filter": f" FILTER (WHERE {when})" if when else "",
        }
        columns = self._columns(known, [state.partial.format(**words) for state in known.states])
        self.finals.append(known.final.format(*columns))

    def _columns(self, known: Aggregate, partials: list[str]) -> list[str]:
        """The names of an aggregate's states; one that another aggregate has already kept is the same."""
        new = [partial for partial in dict.fromkeys(partials) if partial not in self.partials]
        self.partials += new
        columns = [f"s{self.partials.index(partial)}" for partial in partials]
        for partial, state, name in zip(partials, known.states, columns, strict=True):
            if partial in new:
                self._keep(state, name, columns)
        return columns

    def _keep(self, state: State, name: str, columns: list[str]) -> None:
        if state.is_sum:
            self.sums.add(len(self.merges))
        self.merges.append(state.merge.format(*columns))
        self.negated.append(state.negated.format(s=name))
