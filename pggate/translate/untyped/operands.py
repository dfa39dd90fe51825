"""
What an expression says about the parameters that are its operands, by PostgreSQL's rules (PostgreSQL 15, 10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.untyped.arguments import settle_arguments
from pggate.translate.untyped.evidence import TEXT, alike, first_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node
    from pggate.translate.untyped.evidence import Found


def settle_operands(node: Node, found: Found) -> None:
    """
    Settle the parameters directly below one node, as far as it says something about them.
    """
    rule = _RULES.get(node.get("class", ""))
    if rule is not None:
        rule(node, found)


def _of_cast(node: Node, found: Found) -> None:
    """
    A cast says it of what is cast; one of ARRAY[$1, ...] of the elements.
    """
    child, to = node["child"], node["cast_type"]
    found.settle(child, nodes.type_text(to))
    element = nodes.element_type(to)
    if element is not None and child.get("type") == "ARRAY_CONSTRUCTOR":
        for item in child["children"]:
            found.settle(item, nodes.type_text(element))


def _of_window(node: Node, found: Found) -> None:
    """
    The offset of lag(x, 2, y) is an integer, as are the counts of others, and y is of x's type.

    RANGE $1 PRECEDING is what the rows are ordered by, or of moments an interval.
    """
    for position, child in enumerate(node["children"]):
        if position == _COUNTS.get(node["function_name"]):
            found.settle(child, "INTEGER")
    if node["offset_expr"]:
        found.settle(node["offset_expr"], "INTEGER")
    if node["default_expr"]:
        alike((node["children"][0], node["default_expr"]), found)
    for edge in ("start", "end"):
        offset = node[f"{edge}_expr"]
        if offset and node["orders"] and node[edge].endswith("_RANGE"):
            ordered = found.type(node["orders"][0]["expression"]) or ""
            found.settle(offset, "INTERVAL" if ordered.split(" ")[0] in _MOMENTS else ordered or None)


# Where a window function has a count among its arguments
_COUNTS: Final = {"ntile": 0, "nth_value": 1}


_MOMENTS: Final = frozenset({"DATE", "TIME", "TIMESTAMP", "INTERVAL"})


def _of_comparison(node: Node, found: Found) -> None:
    left, right = node["left"], node["right"]
    if _is_row(left) and _is_row(right):
        for pair in zip(left["children"], right["children"], strict=False):
            alike(pair, found)
        return
    alike((left, right), found)


def _is_row(node: Node) -> bool:
    return node.get("class") == "FUNCTION" and node["function_name"] == "row"


def _of_between(node: Node, found: Found) -> None:
    alike((node["input"], node["lower"], node["upper"]), found)


def _of_conjunction(node: Node, found: Found) -> None:
    for child in node["children"]:
        found.settle(child, "BOOLEAN")


def _of_case(node: Node, found: Found) -> None:
    alike([*(check["then_expr"] for check in node["case_checks"]), node["else_expr"]], found)
    for check in node["case_checks"]:
        found.settle(check["when_expr"], "BOOLEAN")


def _of_operator(node: Node, found: Found) -> None:
    children = node["children"]
    match node["type"]:
        case "COMPARE_IN" | "COMPARE_NOT_IN":
            if all(map(_is_row, children)):
                for column in zip(*(child["children"] for child in children), strict=False):
                    alike(column, found)
            else:
                alike(children, found)
        case "OPERATOR_COALESCE" | "ARRAY_CONSTRUCTOR":
            alike(children, found)
        case "OPERATOR_NOT":
            found.settle(children[0], "BOOLEAN")
        case "ARRAY_EXTRACT" | "ARRAY_SLICE":
            for subscript in children[1:]:
                found.settle(subscript, "INTEGER")


def _of_subquery(node: Node, found: Found) -> None:
    """
    x = ANY($1) takes an array of x's type; $1 IN (SELECT y ...) is of y's.
    """
    child = node.get("child")
    queries = list(nodes.selects(node["subquery"]["node"]))
    if child is None or not queries or len(queries[0]["select_list"]) != 1:
        return
    item = queries[0]["select_list"][0]
    if item.get("function_name") == "unnest" and nodes.is_parameter(item["children"][0]):
        element = found.type(child)
        found.settle(item["children"][0], None if element is None else f"{element}[]")
    elif nodes.is_parameter(item):
        found.settle(item, found.type(child))
    else:
        found.settle(child, first_type(queries, 0, found))


def _of_lambda(node: Node, found: Found) -> None:
    found.settle(node["expr"], TEXT)  # outside a function's arguments this is json -> key


_RULES: Final[dict[str, Callable[[Node, Found], None]]] = {
    "CAST": _of_cast,
    "COMPARISON": _of_comparison,
    "BETWEEN": _of_between,
    "CONJUNCTION": _of_conjunction,
    "CASE": _of_case,
    "OPERATOR": _of_operator,
    "SUBQUERY": _of_subquery,
    "LAMBDA": _of_lambda,
    "FUNCTION": settle_arguments,
    "WINDOW": _of_window,
}
