"""
The states that a grouped view keeps: columns of partials, each kept once, and the aggregates' values of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.views import calls
from pggate.views.aggregates import canonical
from pggate.views.expressions import likeness, sql

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node, Tree
    from pggate.views.aggregates import Aggregate, State
    from pggate.views.calls import Call


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
        self.aggregates.add(name)
        if name == "count_star" and call["filter"] is None:  # counted anyway
            self.finals.append('"~n"')
            return
        when = sql(call["filter"], self._text_of) if call["filter"] is not None else ""
        read = calls.read(call)
        words = {
            **dict(zip("xy", (sql(value, self._text_of) for value in read.values), strict=False)),
            "when": when or "true",
            "filter": f" FILTER (WHERE {when})" if when else "",
        }
        columns = self._columns(read.known, [state.partial.format(**words) for state in read.known.states])
        self.finals.append(
            read.known.final.format(*columns, fraction=self._fraction(read), direction=read.direction)
        )

    def _fraction(self, call: Call) -> str:
        """Of what is ordered backwards it is negative, to DuckDB."""
        if call.fraction is None:
            return ""
        fraction = sql(call.fraction, self._text_of)
        return f"-({fraction})" if call.is_backwards else fraction

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
