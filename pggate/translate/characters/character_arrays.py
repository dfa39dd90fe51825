"""
Arrays of character types that are more than text: varchar(3)[], char(3)[], name[], "char"[] and oid[]
(PostgreSQL 15, 8.3, 8.15).

A cast to one is a call whose name tells the type, around a list of what each element is cast to:

    CAST(x AS "~char_varchar"(3)[])   "~char_varchar[]"(list_transform(x, e -> "~char_varchar"(e, 3)), 3)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.arrays.nested_arrays import array_of, innermost, mapped
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.trees.nodes import Node

    Shown = tuple[str, int | None]

_BRACKETS: Final = "[]"
_UNNEST: Final = "unnest"
_AGGREGATES: Final = frozenset({"array_agg", "list"})
_JOINING: Final = frozenset({"||", "array_cat", "list_concat"})
KEEPING: Final = _JOINING | {"array_append", "list_append", "array_prepend", "list_prepend"}
"""What has all elements of its arguments, as they are."""
# Which argument is the array that the result is of the type of
_PASSING: Final = {
    **dict.fromkeys(("array_append", "list_append", "array_remove", "array_replace", "trim_array"), 0),
    **dict.fromkeys(("array_prepend", "list_prepend"), 1),
}
_BITS: Final = frozenset({"~char_bit", "~char_varbit"})
_PLAIN: Final = frozenset({"~char_varchar", "~char_bpchar"})
"""Without a length they are texts."""


def matters(name: str, length: int | None, is_shown: bool) -> bool:
    """
    Is an array of such elements another than DuckDB's, by pg_type's name of them and their length?
    """
    return length is not None or name == "bpchar" or is_shown


def element_name(cast_type: Node) -> str:
    """
    The name of a type that DuckDB's parser does not know, of which a cast makes an array; "" of all else.
    """
    element, dimensions = innermost(cast_type)
    return nodes.unbound_name(element) if dimensions else ""


def called(cast: Node, cast_element: Callable[[Node], Node]) -> Node:
    """
    The call that stands for a cast to an array of such a type.

    Args:
        cast: To an array of any number of dimensions.
        cast_element: The call for the cast of an element.

    """
    element, dimensions = innermost(cast["cast_type"])
    name = nodes.unbound_name(element)
    lengths = [nodes.constant(one["value"]) for one in element["type_info"]["user_type_modifiers"]]
    items = cast["child"]
    dimensions = max(dimensions, _written_dimensions(items))
    may_be_text = name in _PLAIN and not (lengths and _is_constructor(items))
    if nodes.is_constant(items) or nodes.is_parameter(items) or may_be_text or name in _BITS:
        as_read = plain("BIT" if name in _BITS else "VARCHAR")
        items = {**nodes.cast(items, ""), "cast_type": array_of(as_read, dimensions)}
    if name not in _PLAIN or lengths:
        items = mapped(
            items,
            dimensions,
            lambda item: cast_element({**nodes.cast(item, ""), "cast_type": element}),
        )
    call = nodes.function(
        name + _BRACKETS, [items, *lengths], catalog="~pg", schema="~catalog", at=cast["query_location"]
    )
    return {**call, "alias": cast["alias"]}


def pad_elements(node: Node, printed: Callable[[Node], Node]) -> None:
    """
    The elements of an array that is written out, as they are shown, in place.
    """
    if _is_constructor(node):
        node["children"] = [printed(child) for child in node["children"]]


def shown(item: dict[str, Any], type_of: Callable[[dict[str, Any]], Shown | None]) -> Shown | None:
    """
    pg_type's name of such an array, with brackets, or of an element of one, and the length; None of all else.

    Args:
        item: What is shown.
        type_of: The same of a part of it, of whatever type.

    """
    if _is_constructor(item):
        return _of_elements(item["children"], type_of)
    children = item.get("children") or []
    if item["class"] == "OPERATOR" and item["type"] in {"ARRAY_EXTRACT", "ARRAY_SLICE"}:
        of_array = type_of(children[0])
        if of_array is None or item["type"] == "ARRAY_SLICE":
            return of_array
        return of_array[0].removesuffix(_BRACKETS), of_array[1]
    return _of_call(item.get("function_name"), children, type_of)


def _of_call(
    name: str | None, arguments: Sequence[Node], type_of: Callable[[Node], Shown | None]
) -> Shown | None:
    if name == _UNNEST:
        of_array = _without_length(type_of(arguments[0]))
        return None if of_array is None else (of_array[0].removesuffix(_BRACKETS), None)
    if name in _AGGREGATES and len(arguments) == 1:
        return _without_length(_of_elements(arguments, type_of))
    if name in _JOINING:
        return _without_length(type_of(arguments[0]) or type_of(arguments[1]))
    return _without_length(type_of(arguments[_PASSING[name]])) if name in _PASSING else None


def _is_constructor(node: Node) -> bool:
    """The rows in ARRAY[['a'], ['b']] are calls to the parser."""
    return node.get("type") == "ARRAY_CONSTRUCTOR" or node.get("function_name") == "list_value"


def _written_dimensions(items: Node) -> int:
    """
    How many dimensions an array has as far as it is written out.
    """
    return 1 + max(map(_written_dimensions, items["children"]), default=0) if _is_constructor(items) else 0


def _of_elements(items: Sequence[Node], type_of: Callable[[Node], Shown | None]) -> Shown | None:
    """
    The type that the elements agree on; literals agree with every type, but have no length.
    """
    found = {type_of(item) for item in items if not nodes.is_constant(item)}
    names = {None if one is None else one[0] for one in found}
    if len(names) != 1 or (name := names.pop()) is None:
        return None
    has_length = len(found) == 1 and not any(map(nodes.is_constant, items))
    length = next(iter(found)) if has_length else None
    return name.removesuffix(_BRACKETS) + _BRACKETS, None if length is None else length[1]


def _without_length(of_array: Shown | None) -> Shown | None:
    is_array = of_array is not None and of_array[0].endswith(_BRACKETS)
    return (of_array[0], None) if of_array is not None and is_array else None
