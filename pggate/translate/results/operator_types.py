"""
Operators that DuckDB has not for the types of their operands: those of jsonb, `||` of an array and an
element (PostgreSQL 15, 9.16, table 9.46; 9.19, table 9.53), arithmetic with a string literal, and moments
that are string literals.

Asked for a query that DuckDB has refused.  What stands in an operator's place binds whatever its operands are
inside of, so that it goes on from the inside to the outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidTextRepresentation
from pggate.translate.arrays import nested_arrays, quantified_operands, subscripts
from pggate.translate.arrays.nested_arrays import depth
from pggate.translate.dates import time_intervals, untyped_moments
from pggate.translate.numbers import untyped_operands
from pggate.translate.results import refused_calls
from pggate.translate.syntax import in_strings
from pggate.translate.trees import nodes, probes
from pggate.translate.types.enum_casts import cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node, Tree
    from pggate.translate.untyped.evidence import TypeOf

JSON_CALLS: Final = {
    "||": "~jsonb_concat",
    "-": "~jsonb_delete",
    "@>": "~jsonb_contains",
    "<@": "~jsonb_contains",
}
_ON_LISTS: Final = frozenset({"||", "array_cat", "list_concat"})
_CALLS: Final = (
    JSON_CALLS.keys()
    | _ON_LISTS
    | untyped_operands.NAMES
    | untyped_moments.CALLS
    | nested_arrays.NAMES
    | refused_calls.NAMES
)
# Which argument is the element, and not the array
_ELEMENTS: Final = {"array_append": 1, "array_prepend": 0}
NAMES: Final = (
    _CALLS | quantified_operands.WORDS | refused_calls.WORDS | untyped_moments.WORDS | frozenset({"["})
)
"""Without any of these words there is nothing to edit in a text."""


def edit(tree: Tree, type_of: TypeOf, parsed: Callable[[str], Node]) -> bool:
    """
    Replace such operators, in place; were there any?

    Args:
        tree: Of the query.
        type_of: Asks the binder for the type of the only column of a query made of parts of this one.
        parsed: The node of an expression's text.

    """
    edited = False
    for scope in probes.scopes(tree, _is_wanted):
        for node in scope.found:
            made = _made(node, _source(scope), type_of, parsed)
            if made is not None:
                alias, place = node["alias"], node["query_location"]
                node.clear()
                node.update(made, alias=alias, query_location=place)
                edited = True
    return edited


def _is_wanted(node: Node) -> bool:
    return (
        node.get("function_name") in _CALLS
        or quantified_operands.is_wanted(node)
        or subscripts.is_subscript(node)
    )


def _source(scope: probes.Scope) -> Node | None:
    """
    What an expression of the query is read from: its FROM clause, and all that WITH defines for it.
    """
    if scope.query["type"] != "SELECT_NODE":
        return None
    return {**scope.query, "cte_map": {"map": list(scope.common)}}


def _made(node: Node, source: Node | None, type_of: TypeOf, parsed: Callable[[str], Node]) -> Node | None:
    if quantified_operands.is_wanted(node):
        return quantified_operands.compared(node, lambda operand: _type(operand, source, type_of))
    if subscripts.is_subscript(node):
        return _outside(node, _type(subscripts.parts(node)[0], source, type_of), parsed)
    if node["function_name"] in refused_calls.NAMES:
        return refused_calls.called(node, lambda argument: _type(argument, source, type_of))
    types = [_type(child, source, type_of) for child in node["children"]]
    for names, called in _BY_TYPES:
        if node["function_name"] in names and (made := called(node, types)):
            return made
    return _call(node, types, parsed) if len(types) == 2 else None


_BY_TYPES: Final = (
    (untyped_moments.CALLS, untyped_moments.called),
    (nested_arrays.NAMES, nested_arrays.called),
    (time_intervals.NAMES, time_intervals.added),
)


def _type(operand: Node, source: Node | None, type_of: TypeOf) -> str:
    if nodes.is_constant(operand) or nodes.is_parameter(operand):
        return ""
    question = nodes.select({**operand, "alias": ""}, source)
    if any(nodes.is_parameter(node) for node in nodes.walk(question)):
        question = {**nodes.without_parameters(question), "named_param_map": []}
    return type_of(question) or ""


def _call(node: Node, types: list[str], parsed: Callable[[str], Node]) -> Node | None:
    name, (left, right) = node["function_name"], node["children"]
    if name in JSON_CALLS and "JSON" in (types[:1] if name == "-" else types):
        return json_call(name, left, right)
    if name in _ON_LISTS:
        return _joined(left, right, types, parsed)
    if name in _ELEMENTS:
        return _extended(node, types, parsed)
    if name in {"+", "-"} and "INTERVAL" in types:
        return _with_interval(node)
    if name in untyped_operands.NAMES:
        return untyped_operands.typed(node, types) or untyped_moments.typed(node, types)
    return None


def _outside(node: Node, of_type: str, parsed: Callable[[str], Node]) -> Node | None:
    """
    An element by more subscripts than the array has dimensions is NULL.
    """
    dimensions = depth(of_type)
    if not dimensions or subscripts.count(node) <= dimensions:
        return None
    return parsed(f"NULL::{of_type.partition('[')[0]}")


def _with_interval(node: Node) -> Node | None:
    """
    A NULL or a literal without a type beside an interval is one (10.2, rule 2a).
    """
    operands = [
        nodes.cast(operand, "INTERVAL")
        if nodes.is_constant(operand, "NULL") or nodes.is_constant(operand, "VARCHAR")
        else operand
        for operand in node["children"]
    ]
    return {**node, "children": operands} if operands != node["children"] else None


def json_call(operator: str, left: Node, right: Node) -> Node:
    """
    The call that stands for an operator of jsonb.
    """
    if operator == "<@":
        left, right = right, left
    if operator != "-":
        right = _normal(right)
    return nodes.function(JSON_CALLS[operator], [_normal(left), right])


def _normal(node: Node) -> Node:
    is_already = str(node.get("function_name", "")).startswith("~jsonb")
    return node if is_already else nodes.function("~jsonb", [node])


def _joined(left: Node, right: Node, types: list[str], parsed: Callable[[str], Node]) -> Node | None:
    """
    An array and an element of it, or an array with one dimension less, which is an element too.

    Raises:
        InvalidTextRepresentation: A literal beside an array is to be one (10.2), and is none.
        PgError: 22000, an element beside an array of several dimensions.

    """
    depths = [depth(of_type) for of_type in types]
    if not any(depths):
        return None
    for operand, literal, at in ((left, right, 1), (right, left, 0)):
        if depths[1 - at] and _is_array_literal(literal):
            array = parsed(cast(str(in_strings.constructor(literal["value"]["value"])), types[1 - at]))
            return nodes.function("list_concat", [operand, array] if at else [array, operand])
        if depths[1 - at] and nodes.is_constant(literal, "VARCHAR"):
            text = literal["value"]["value"]
            raise InvalidTextRepresentation(f'malformed array literal: "{text}"')
    if any(nodes.is_constant(side, "NULL") or nodes.is_parameter(side) for side in (left, right)):
        return None
    if 0 in depths and max(depths) > 1:
        raise nested_arrays.one_dimensional()
    if depths[0] > depths[1]:
        return nodes.function("list_append", [left, right])
    if depths[1] > depths[0]:
        return nodes.function("list_prepend", [left, right])
    return None


def _extended(node: Node, types: list[str], parsed: Callable[[str], Node]) -> Node | None:
    """
    array_append('{1,2}', 3): the literal is an array of what the element is.
    """
    at = _ELEMENTS[node["function_name"]]
    literal, element = node["children"][1 - at], node["children"][at]
    of_type = types[at]
    if nodes.is_constant(element) and not nodes.is_constant(element, "VARCHAR"):
        of_type = nodes.type_text(element["value"]["type"]) or ""
    if not of_type or not _is_array_literal(literal):
        return None
    array = parsed(cast(str(in_strings.constructor(literal["value"]["value"])), f"{of_type}[]"))
    return {**node, "children": [element, array] if at == 0 else [array, element]}


def _is_array_literal(node: Node) -> bool:
    return (
        nodes.is_constant(node, "VARCHAR")
        and in_strings.constructor(str(node["value"].get("value", ""))) is not None
    )
