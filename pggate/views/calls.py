"""
What an aggregate's call takes, whichever way it is written: quantile_cont(x, 0.5) is also
percentile_cont(0.5) WITHIN GROUP (ORDER BY x), which DuckDB's parser makes quantile_cont(0.5 ORDER BY x).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.trees import nodes
from pggate.views import refusals
from pggate.views.aggregates import REFUSED, aggregate, canonical
from pggate.views.expressions import aggregate_calls

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node
    from pggate.views.aggregates import Aggregate

OF_ORDER: Final = frozenset({"mode", "quantile_cont", "quantile_disc"})
"""What can be of the values by which it is ordered."""

_OF_FRACTION: Final = frozenset({"quantile_cont", "quantile_disc", "approx_quantile"})

_DIRECTIONS: Final = {"ORDER_DEFAULT": "ASC", "ASCENDING": "ASC", "DESCENDING": "DESC"}


class Call(NamedTuple):
    """
    Args:
        known: The aggregate.
        values: What of each row it takes.
        fraction: The constant that is the same for all; None where it takes none.
        direction: In which the values are ordered, where they are.

    """

    known: Aggregate
    values: list[Node]
    fraction: Node | None = None
    direction: str = ""

    @property
    def is_backwards(self) -> bool:
        return self.direction == "DESC"


def read(node: Node) -> Call:
    """
    Raises FeatureNotSupported where an aggregate cannot be kept, or not of such arguments.
    """
    named = refusals.at_function(node)
    name = canonical(node["function_name"])
    if name in REFUSED:
        raise refusals.refusal(REFUSED[name], node, named)
    known = aggregate(name, is_distinct=node["distinct"])
    if known is None:
        raise refusals.refusal("DISTINCT in an aggregate", node, named)
    call = _arranged(node, name, known)
    is_fraction = not any(each.get("class") == "COLUMN_REF" for each in nodes.walk(call.fraction))
    if len(call.values) != known.arguments or node["export_state"] or not is_fraction:
        raise refusals.refusal("an aggregate with such arguments", node, named)
    for inner in aggregate_calls([node["children"], node["filter"], node["order_bys"]]):
        raise refusals.refusal("an aggregate below an aggregate", inner, refusals.at_function(inner))
    return call


def _arranged(node: Node, name: str, known: Aggregate) -> Call:
    """Its values, and the fraction by itself, which stands behind what they are, or before ORDER BY."""
    named = refusals.at_function(node)
    children, orders = list(node["children"]), node["order_bys"]["orders"]
    has_fraction = name in _OF_FRACTION
    if not orders:
        if name == "mode":  # among the most frequent it takes the one that comes first
            raise refusals.refusal("an aggregate that depends on order", node, named)
        fraction = children.pop() if has_fraction and children else None
        return Call(known, children, fraction)
    if name not in OF_ORDER or len(orders) != 1 or len(children) != int(has_fraction):
        raise refusals.refusal("an ordered aggregate", node, named)
    call = Call(
        known,
        [orders[0]["expression"]],
        children[0] if has_fraction else None,
        _DIRECTIONS[orders[0]["type"]],
    )
    if call.is_backwards and call.fraction is not None and not _is_number(call.fraction):
        raise refusals.refusal("an ordered aggregate", node, named)
    return call


def _is_number(fraction: Node) -> bool:
    """One that has a sign, as a list of several has not."""
    inner = fraction["child"] if nodes.is_cast(fraction) else fraction
    return nodes.is_constant(inner) and inner["value"]["type"]["id"] not in {"LIST", "ARRAY"}
