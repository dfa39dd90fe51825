"""
What names mean in a query of one relation, and which expressions a live view can hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.views import calls, refusals
from pggate.views.expressions import is_aggregate_call, rebuilt
from pggate.views.parts import Part
from pggate.views.stability import OF_SESSION, TIMES, VOLATILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.translate.trees.nodes import Node
    from pggate.views.written import Written

_HELD: Final = frozenset(
    {
        *("BETWEEN", "CASE", "CAST", "COLLATE", "COMPARISON", "CONJUNCTION", "CONSTANT"),
        *("COLUMN_REF", "FUNCTION", "LAMBDA", "OPERATOR"),
    }
)
"""The classes of expressions that a live view can hold."""

_REFUSED: Final[Mapping[str, str]] = {
    "WINDOW": "a window function",
    "SUBQUERY": "a sub-query in an expression",
    "PARAMETER": "a parameter",
    "STAR": "COLUMNS()",
    "POSITIONAL_REFERENCE": "an unknown column",
}

UNNEST: Final = "unnest"


@dataclass(frozen=True, slots=True)
class Scope:
    """
    Args:
        relation: The name of the relation in FROM; of a join, of the first one.
        columns: Its columns.
        aliases: What else a name can stand for, where no column has it: items of the select list.
        variables: Those of the lambdas around.
        named: All relations of a join.
        written: Is told what columns are called in full.

    """

    relation: str
    columns: tuple[str, ...]
    aliases: Mapping[str, Node] = field(default_factory=dict)
    variables: frozenset[str] = frozenset()
    named: tuple[Part, ...] = ()
    written: Written | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What can stand in front of its columns."""
        return self.named or (Part(self.relation, self.columns),)

    def with_aliases(self, aliases: Mapping[str, Node]) -> Scope:
        return replace(self, aliases=aliases)

    def understood(self, expression: Node) -> Node:
        """
        A copy of the expression with all columns as relation.column, and items of the select list in the
        places of their names.

        Raises:
            FeatureNotSupported: A live view cannot hold it.

        """
        understood: Node = rebuilt(expression, self._changed)
        return understood

    def _changed(self, node: Node) -> Node | None:
        of_class = node["class"]
        if of_class in _REFUSED:
            raise refusals.refusal(_REFUSED[of_class], node)
        if node["type"] == "GROUPING_FUNCTION":
            raise refusals.refusal("GROUPING()", node)
        if of_class not in _HELD:
            raise refusals.refusal("an expression", node, of_class.lower())
        match of_class:
            case "COLUMN_REF":
                return self._column(node)
            case "LAMBDA":
                return self._lambda(node)
            case "FUNCTION":
                _check_function(node)
        return None

    def _lambda(self, node: Node) -> Node:
        parameters = node["lhs"]
        listed = [parameters] if parameters["class"] == "COLUMN_REF" else parameters["children"]
        names = {each["column_names"][0].lower() for each in listed}
        inner = replace(self, variables=self.variables | names)
        return {**node, "expr": inner.understood(node["expr"])}

    def _column(self, node: Node) -> Node:
        names = node["column_names"]
        first = names[0].lower()
        if first in self.variables:
            return node
        place = self._place(names)
        if place is not None:
            if self.written is not None:
                self.written.columns[node["query_location"]] = place
            return {**node, "column_names": place}
        if first in self.aliases and len(names) == 1:
            return {**self.aliases[first], "alias": node["alias"]}
        if first in {part.name.lower() for part in self.parts}:
            raise refusals.refusal("a whole row", node, names[0])
        if len(names) == 1 and first in TIMES:
            return node
        if len(names) == 1 and first in OF_SESSION:
            raise refusals.refusal("a function of the session", node, first)
        raise refusals.refusal("an unknown column", node, ".".join(names))

    def _place(self, names: list[str]) -> list[str] | None:
        """
        Relation, column and fields: the column's name stands behind the relation's and its schema's, or
        first.
        """
        for at, (of, name) in enumerate(pairwise(names), 2):
            for part in self.parts:
                if part.name.lower() == of.lower() and (spelled := part.spelled(name)) is not None:
                    return [part.name, spelled, *names[at:]]
        first = names[0].lower()
        found = [
            (part.name, spelled)
            for part in self.parts
            if first not in part.merged and (spelled := part.spelled(first)) is not None
        ]
        return [*found[0], *names[1:]] if len(found) == 1 else None


def _check_function(node: Node) -> None:
    name = node["function_name"].lower()
    if name in VOLATILE:
        raise refusals.refusal("a volatile function", node, refusals.at_function(node))
    if name in OF_SESSION:
        raise refusals.refusal("a function of the session", node, refusals.at_function(node))
    if is_aggregate_call(node):
        calls.read(node)
