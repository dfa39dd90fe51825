"""
The parts of the view's query, understood: what its rows are made of, and what is done with all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.translate.trees import nodes
from pggate.views import refusals
from pggate.views.expressions import aggregate_calls, conjuncts
from pggate.views.relations import subquery
from pggate.views.stability import is_timed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.translate.trees.nodes import Node
    from pggate.views.relations import Source
    from pggate.views.scope import Scope
    from pggate.views.sources import Common, Sources


@dataclass(frozen=True, slots=True)
class Select:
    """
    Args:
        source: What it selects from.
        names: What its columns are called.
        items: What they are.
        where: Conditions on rows that are the same at any time.
        timed: Those that the time makes others.
        groups: The keys of its groups; None where it does not group.
        having: Conditions on groups.
        modifiers: DISTINCT, ORDER BY and LIMIT, understood.

    """

    source: Source
    names: tuple[str, ...]
    items: list[Node]
    where: list[Node]
    timed: list[Node]
    groups: list[Node] | None
    having: Node | None
    modifiers: list[Node]

    @property
    def is_distinct(self) -> bool:
        return any(each["type"] == "DISTINCT_MODIFIER" for each in self.modifiers)


def understood(query: Node, sources: Sources) -> Select:
    """
    The view's query.

    Raises:
        FeatureNotSupported: It does what a live view cannot.

    """
    if query["type"] == "SET_OPERATION_NODE":
        query = _selecting_all(query)
    if query["type"] != "SELECT_NODE":
        raise refusals.refusal(
            "WITH RECURSIVE" if "RECURSIVE" in query["type"] else "a relation in FROM", query
        )
    common: Mapping[str, Common] = sources.common(query, {})
    source = sources.source(query["from_table"], common)
    if query["sample"] is not None:
        raise refusals.refusal("TABLESAMPLE", query["from_table"])
    if query["qualify"] is not None:
        raise refusals.refusal("QUALIFY", query["qualify"])
    if len(query["group_sets"]) > 1:
        raise refusals.refusal("GROUPING SETS", query["group_expressions"])
    scope = source.scope
    names, items = sources.items(query["select_list"], scope)
    outer = scope.with_aliases({name.lower(): item for name, item in zip(names, items, strict=True)})
    where = [outer.understood(each) for each in conjuncts(query["where_clause"])]
    for call in aggregate_calls(where):
        raise refusals.refusal("an aggregate here", call, refusals.at_function(call))
    having = None if query["having"] is None else outer.understood(query["having"])
    modifiers = [_modifier(each, outer, names) for each in query["modifiers"]]
    is_grouped = (
        bool(query["group_sets"])
        or query["aggregate_handling"] != "STANDARD_HANDLING"
        or having is not None
        or any(aggregate_calls([items, modifiers]))
    )
    return Select(
        source=source,
        names=names,
        items=items,
        where=[each for each in where if not is_timed(each)],
        timed=[each for each in where if is_timed(each)],
        groups=_groups(query, outer, items) if is_grouped else None,
        having=having,
        modifiers=modifiers,
    )


def _selecting_all(query: Node) -> Node:
    """A set operation as what is selected from it, so that the rest of its clauses is about one SELECT."""
    inner = {**query, "modifiers": [], "cte_map": {"map": []}}
    return {
        **nodes.select(nodes.star())["node"],
        "cte_map": query["cte_map"],
        "from_table": subquery("~union", inner),
        "modifiers": query["modifiers"],
    }


def _groups(query: Node, scope: Scope, items: list[Node]) -> list[Node]:
    """The keys of the groups; a number is that item of the select list."""
    if query["aggregate_handling"] != "STANDARD_HANDLING":
        return [item for item in items if not any(aggregate_calls(item))]
    groups = []
    for each in query["group_expressions"]:
        number = _ordinal(each)
        if number is not None and not 1 <= number <= len(items):
            raise refusals.refusal("an unknown column", each, str(number))
        groups.append(scope.understood(each) if number is None else items[number - 1])
    return groups


def _ordinal(expression: Node) -> int | None:
    if nodes.is_constant(expression, "INTEGER") and not expression["value"]["is_null"]:
        return int(expression["value"]["value"])
    return None


def _modifier(modifier: Node, scope: Scope, names: tuple[str, ...]) -> Node:
    match modifier["type"]:
        case "ORDER_MODIFIER":
            orders = [
                {**order, "expression": _order(order["expression"], scope, names)}
                for order in modifier["orders"]
            ]
            return {**modifier, "orders": orders}
        case "DISTINCT_MODIFIER":
            if modifier["distinct_on_targets"]:
                raise refusals.refusal("DISTINCT ON", modifier)
        case "LIMIT_MODIFIER":
            for limit in (modifier["limit"], modifier["offset"]):
                _check_number(limit)
        case _:
            raise refusals.refusal("LIMIT in percent", modifier)
    return modifier


def _order(expression: Node, scope: Scope, names: tuple[str, ...]) -> Node:
    """A number or the name of an item stays what it is: they are the same of the view's columns."""
    is_all = expression["class"] == "STAR" and expression["columns"] and expression["expr"] is None
    if is_all or _ordinal(expression) is not None or is_item(expression, names):
        return expression
    return scope.understood(expression)


def is_item(expression: Node, names: tuple[str, ...]) -> bool:
    """
    Is it the bare name of an item of the select list?
    """
    named: list[str] = expression["column_names"] if expression["class"] == "COLUMN_REF" else []
    return len(named) == 1 and named[0].lower() in {name.lower() for name in names}


def _check_number(limit: Node | None) -> None:
    if limit is None or nodes.is_constant(limit):
        return
    if limit["class"] in {"PARAMETER", "SUBQUERY"}:
        construct = "a parameter" if limit["class"] == "PARAMETER" else "a sub-query in an expression"
        raise refusals.refusal(construct, limit)
    if limit["class"] != "CAST":
        raise refusals.refusal("LIMIT that is no number", limit)
    _check_number(limit["child"])


def ordered(modifiers: list[Node], change: Callable[[Node], Node], names: tuple[str, ...]) -> list[Node]:
    """
    The modifiers, with what is ordered by changed where it is an expression.
    """
    changed = []
    for modifier in modifiers:
        orders = [
            {**order, "expression": _changed(order["expression"], change, names)}
            for order in modifier.get("orders", ())
        ]
        changed.append({**modifier, "orders": orders} if orders else modifier)
    return changed


def _changed(expression: Node, change: Callable[[Node], Node], names: tuple[str, ...]) -> Node:
    stays = expression["class"] == "STAR" or _ordinal(expression) is not None or is_item(expression, names)
    return expression if stays else change(expression)
