"""
Queries in FROM that make of each row rows by themselves, whatever other rows there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.views import refusals
from pggate.views.expressions import aggregate_calls
from pggate.views.stability import is_timed

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node

_STANDARD: Final = "STANDARD_HANDLING"


def check_of_one_row(expression: Node, construct: str) -> None:
    """
    Raises FeatureNotSupported where an expression takes more than one row, or the time.
    """
    for call in aggregate_calls(expression):
        raise refusals.refusal(construct, call, refusals.at_function(call))
    if is_timed(expression):
        raise refusals.refusal("the current time here", expression)


def check(query: Node) -> None:
    """
    Raises FeatureNotSupported where a query in FROM does more than that.
    """
    if query["type"] != "SELECT_NODE":
        construct = "WITH RECURSIVE" if query["type"] == "RECURSIVE_CTE_NODE" else "a relation in FROM"
        raise refusals.refusal(construct, query)
    if query["qualify"] is not None:
        raise refusals.refusal("QUALIFY", query["qualify"])
    if query["sample"] is not None:
        raise refusals.refusal("TABLESAMPLE", query["from_table"])
    if query["group_sets"] or query["having"] is not None or query["aggregate_handling"] != _STANDARD:
        raise refusals.refusal(
            "GROUP BY in a sub-query", query["group_expressions"] or query["having"] or query["select_list"]
        )
    for modifier in query["modifiers"]:  # without a limit, the order of its rows is nothing
        if modifier["type"] == "DISTINCT_MODIFIER":
            raise refusals.refusal("DISTINCT in a sub-query", query["select_list"])
        if modifier["type"] != "ORDER_MODIFIER":
            raise refusals.refusal("LIMIT in a sub-query", modifier)
