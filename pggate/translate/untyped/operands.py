"""
What an expression says about the parameters that are its operands, by PostgreSQL's rules (PostgreSQL 15, 10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.untyped.evidence import TEXT, common_type, first_type
from pggate.translate.untyped.signatures import signature

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.trees.nodes import Node
    from pggate.translate.untyped.evidence import Found


def settle_operands(node: Node, found: Found) -> None:
    """
    Settle the parameters directly below one node, as far as it says something about them.
    """
    rule = _RULES.get(node.get("class", ""))
    if rule is not None:
        rule(node, found)


def _alike(operands: Sequence[Node], found: Found) -> None:
    """
    All of one type: comparisons, IN, BETWEEN, CASE branches, COALESCE.
    """
    if not any(nodes.is_parameter(operand) for operand in operands):
        return
    of_type = common_type(operands, found)
    for operand in operands:
        found.settle(operand, of_type)


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
    """
    for position, child in enumerate(node["children"]):
        if position == _COUNTS.get(node["function_name"]):
            found.settle(child, "INTEGER")
    if node["offset_expr"]:
        found.settle(node["offset_expr"], "INTEGER")
    if node["default_expr"]:
        _alike((node["children"][0], node["default_expr"]), found)


# Where a window function has a count among its arguments
_COUNTS: Final = {"ntile": 0, "nth_value": 1}


def _of_comparison(node: Node, found: Found) -> None:
    left, right = node["left"], node["right"]
    if _is_row(left) and _is_row(right):
        for pair in zip(left["children"], right["children"], strict=False):
            _alike(pair, found)
        return
    _alike((left, right), found)


def _is_row(node: Node) -> bool:
    return node.get("class") == "FUNCTION" and node["function_name"] == "row"


def _of_between(node: Node, found: Found) -> None:
    _alike((node["input"], node["lower"], node["upper"]), found)


def _of_conjunction(node: Node, found: Found) -> None:
    for child in node["children"]:
        found.settle(child, "BOOLEAN")


def _of_case(node: Node, found: Found) -> None:
    _alike([*(check["then_expr"] for check in node["case_checks"]), node["else_expr"]], found)
    for check in node["case_checks"]:
        found.settle(check["when_expr"], "BOOLEAN")


def _of_operator(node: Node, found: Found) -> None:
    children = node["children"]
    match node["type"]:
        case "COMPARE_IN" | "COMPARE_NOT_IN":
            if all(map(_is_row, children)):
                for column in zip(*(child["children"] for child in children), strict=False):
                    _alike(column, found)
            else:
                _alike(children, found)
        case "OPERATOR_COALESCE" | "ARRAY_CONSTRUCTOR":
            _alike(children, found)
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


def _of_function(node: Node, found: Found) -> None:
    children = node["children"]
    if not any(nodes.is_parameter(child) for child in children):
        return
    name = node["function_name"]
    if name == "-" and len(children) == 1:
        found.settle(children[0], "DOUBLE")
    elif name in _ARITHMETIC and len(children) == 2:
        _of_arithmetic(name, children, found)
    elif name == "||":
        arrays = [of_type for of_type in map(found.type, children) if of_type and of_type.endswith("[]")]
        for child in children:
            found.settle(child, arrays[0] if arrays else TEXT)
    elif name in _ARRAYS:
        _of_array_and_elements(children, _ARRAYS[name], found)
    elif name in _ALIKE or (name in _POWERS and (common_type(children, found) or "").startswith("DECIMAL")):
        _alike(children, found)
    else:
        for child, of_type in zip(children, signature(name, len(children)), strict=True):
            found.settle(child, of_type)


_ARITHMETIC: Final = frozenset("+-*/%^")
_ALIKE: Final = frozenset(
    {"nullif", "greatest", "least", "list_value", "generate_series", "range", "@>", "<@", "&&", "ifnull"}
    | {"mod", "gcd", "lcm", "array_cat", "list_concat"}
)
# Which argument is the array that the others are elements of (9.19)
_ARRAYS: Final = {"array_append": 0, "array_prepend": 1, "array_remove": 0, "array_replace": 0}


def _of_array_and_elements(children: Sequence[Node], at: int, found: Found) -> None:
    array, elements = children[at : at + 1], [*children[:at], *children[at + 1 :]]
    of_type = found.type(array[0]) if array else None
    element = of_type.removesuffix("[]") if of_type else common_type(elements, found)
    if element is not None and array:
        found.settle(array[0], f"{element}[]")
        for one in elements:
            found.settle(one, element)


_POWERS: Final = frozenset({"power", "pow", "log"})
"""Of floats, unless something is numeric."""


def _of_arithmetic(operator: str, children: Sequence[Node], found: Found) -> None:
    """
    The other operand's type (PostgreSQL 15, 10.2, rule 2a), but what is added to a moment is an interval.
    """
    for mine, other in (children, reversed(children)):
        if not nodes.is_parameter(mine):
            continue
        of_type = found.type(other)
        if of_type is None:
            continue
        found.settle(mine, _OPERANDS.get((operator, of_type.split("(")[0]), of_type))


# duckdb types; `date - $1` is `date - date`, as PostgreSQL has it
_OPERANDS: Final = {
    ("+", "DATE"): "INTEGER",
    ("+", "TIMESTAMP"): "INTERVAL",
    ("+", "TIMESTAMP WITH TIME ZONE"): "INTERVAL",
    ("+", "TIME"): "INTERVAL",
    ("*", "INTERVAL"): "DOUBLE",
    ("/", "INTERVAL"): "DOUBLE",
    ("+", "VARCHAR"): "BIGINT",
}

_RULES: Final[dict[str, Callable[[Node, Found], None]]] = {
    "CAST": _of_cast,
    "COMPARISON": _of_comparison,
    "BETWEEN": _of_between,
    "CONJUNCTION": _of_conjunction,
    "CASE": _of_case,
    "OPERATOR": _of_operator,
    "SUBQUERY": _of_subquery,
    "LAMBDA": _of_lambda,
    "FUNCTION": _of_function,
    "WINDOW": _of_window,
}
