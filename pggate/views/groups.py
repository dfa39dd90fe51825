"""
A view whose rows are made of groups of rows: their keys, the states of their aggregates, and what is computed
of both when the view is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported
from pggate.translate.trees import nodes
from pggate.views import reading, refusals, writing
from pggate.views.compiled import Compiled
from pggate.views.expressions import column, is_aggregate_call, is_column, likeness, rebuilt
from pggate.views.linear import check_of_one_row
from pggate.views.rows import Kept
from pggate.views.scope import UNNEST
from pggate.views.select import ordered
from pggate.views.stability import is_timed
from pggate.views.states import States

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node
    from pggate.views.select import Select
    from pggate.views.sources import Sources


class Grouping:
    """
    The keys and states of a view's groups.

    Args:
        keys: What it is grouped by, understood.
        states: The states, to which those of every aggregate are added that is met.

    """

    def __init__(self, keys: list[Node], states: States) -> None:
        self.kept = Kept("k")
        self._states = states
        self._keys: dict[str, Node] = {}
        for key in keys:
            check_of_one_row(key, "an aggregate here")
            _check_not_unnested(key)
            self._keys[likeness(key)] = self.kept.column(key)

    def finished(self, expression: Node) -> Node:
        """
        An expression over keys and aggregates, as one over the columns that the view is read of.

        Raises:
            FeatureNotSupported: It is about columns that are not grouped.

        """
        finished: Node = rebuilt(expression, self._part)
        return finished

    def _part(self, node: Node) -> Node | None:
        if node["class"] == "CONSTANT":
            return node
        key = self._keys.get(likeness(node))
        if key is not None:
            return {**key, "alias": node["alias"]}
        if is_aggregate_call(node):
            _check_argument(node)
            return {**column(reading.FINAL, self._states.column(node)), "alias": node["alias"]}
        _check_not_unnested(node)
        if is_column(node):
            raise refusals.refusal("a column that is not grouped", node, node["column_names"][-1])
        return None


def compiled(select: Select, sources: Sources) -> Compiled:
    """
    A view of groups.
    """
    states = States(sources.text_of)
    grouping = Grouping(select.groups or [], states)
    items = [grouping.finished(item) for item in select.items]
    conditions = [_of_keys(condition, grouping, select) for condition in select.timed]
    if select.having is not None:
        conditions.append(grouping.finished(select.having))
    modifiers = ordered(select.modifiers, grouping.finished, select.names)
    return _compiled(select, sources, grouping.kept, states, items, conditions, modifiers)


def _of_keys(condition: Node, grouping: Grouping, select: Select) -> Node:
    """A condition on rows that is the same for all rows of a group can be asked of the group."""
    if not select.groups:
        raise refusals.refusal("the current time here", condition)
    try:
        return grouping.finished(condition)
    except FeatureNotSupported as error:
        raise refusals.refusal("the current time here", condition) from error


def distinct(select: Select, sources: Sources) -> Compiled:
    """
    A view of rows that are different: each is a group.
    """
    kept = Kept("k")
    for item in select.items:
        for node in nodes.walk(item):
            if "class" in node:
                _check_not_unnested(node)
    items = [kept.column(item) for item in select.items]
    is_of_groups = not any(map(is_timed, items))
    known = len(kept.expressions)
    conditions = [kept.column(condition) for condition in select.timed]
    modifiers = ordered(select.modifiers, kept.column, select.names)
    if not kept.expressions:  # SELECT DISTINCT now()
        raise refusals.refusal("the current time here", select.items)
    if is_of_groups and len(kept.expressions) == known:  # else several groups make one row
        modifiers = [each for each in modifiers if each["type"] != "DISTINCT_MODIFIER"]
    return _compiled(select, sources, kept, States(sources.text_of), items, conditions, modifiers)


def _compiled(
    select: Select,
    sources: Sources,
    kept: Kept,
    states: States,
    items: list[Node],
    conditions: list[Node],
    modifiers: list[Node],
) -> Compiled:
    keys = kept.texts(sources.text_of)
    names = [f"k{number}" for number in range(len(keys))]
    finals = reading.each_group(names, states.finals)
    return Compiled(
        kind="groups",
        source=tuple(sources.topics),
        relations=sources.relations,
        terms=select.source.terms,
        joins=sources.joins,
        written=sources.written,
        partials=writing.partial_groups(keys, states, select, sources.text_of),
        keys=len(keys),
        states=len(states.partials),
        merged=writing.merged_groups(names, states),
        read=reading.text(finals, select.names, items, conditions, modifiers, sources.text_of),
        is_invertible=states.is_invertible,
        negated=writing.negated(names, states.negated) if states.is_invertible else "",
        sums=frozenset(states.sums),
        taken_back=frozenset(number for number, each in enumerate(states.negated) if each),
        aggregates=frozenset(states.aggregates),
        of_affected=_of_affected(select, sources, kept, states),
    )


def _of_affected(select: Select, sources: Sources, kept: Kept, states: States) -> str:
    """Empty where all is one group; with a collation, what is one group is not one in a table of its keys."""
    is_collated = any(node.get("class") == "COLLATE" for node in nodes.walk(kept.expressions))
    if is_collated or not kept.expressions or len(sources.relations) > 1:
        return ""
    return writing.partials_of_affected(kept.texts(sources.text_of), states, select, sources.text_of)


def _check_argument(call: Node) -> None:
    """What an aggregate takes is kept, whenever the view is read."""
    for part in (*call["children"], call["filter"]):
        if part is not None and is_timed(part):
            raise refusals.refusal("the current time here", part)


def _check_not_unnested(node: Node) -> None:
    if node["class"] == "FUNCTION" and node["function_name"].lower() == UNNEST:
        raise refusals.refusal("unnest() with GROUP BY", node)
