"""
Calls that change each item of an array, which is what a cast to timestamp(3)[], varchar(3)[] or bit(3)[] is:

    modified(list_transform(x::timestamp[], "~1" -> rounded("~1", 3)), 3)

PostgreSQL has one type for arrays of any dimensions, and the text tells nothing of those that x has.  So
where types are known such a call goes down to the items (result_types).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.arrays.nested_arrays import array_of, innermost, mapped
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None

_BIT: Final = "BIT"
_NO_BITS: Final = frozenset(
    {"BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "FLOAT", "DOUBLE", "BLOB"}
)
"""What DuckDB casts to bits as PostgreSQL does not: the last ones of an integer count, others have none."""
# What the items are that such a call gives; None of those that stay what they are
_ELEMENTS: Final = {
    "modified": None,
    "~char_varchar[]": "VARCHAR",
    "~char_bpchar[]": "VARCHAR",
    "~char_name[]": "VARCHAR",
    "~char_char[]": "VARCHAR",
    "~char_oid[]": "UINTEGER",
    "~char_bit[]": _BIT,
    "~char_varbit[]": _BIT,
}
NAMES: Final = frozenset(_ELEMENTS)


def around(call: str, item: str, dimensions: int = 1, modifier: str = "") -> tuple[str, str]:
    """
    What stands before the array and behind it in the text of such a call.

    Args:
        call: The function.
        item: What is made of the item "~1".
        dimensions: As many as the type is written with.
        modifier: The function's last argument; "" of none.

    """
    for number in range(1, dimensions):
        item = f'list_transform("~{number + 1}", lambda "~{number}": {item})'
    return f"{call}(list_transform(", f', lambda "~{dimensions}": {item}){modifier and ", "}{modifier})'


def inside(tree: Tree) -> dict[int, Node]:
    """
    What stands in the lambdas of such calls, by id: nothing of it is of another type than it says.
    """
    bodies = (node["children"][0]["children"][1] for node in nodes.walk(tree["node"]) if is_call(node))
    return {id(part): part for body in bodies for part in nodes.walk(body)}


def is_call(node: Node) -> bool:
    """
    Is it such a call?
    """
    return node.get("function_name") in NAMES and _is_transformed(node["children"][0])


def asks_cast(cast: Mapping[str, Any]) -> bool:
    """
    Is a bound cast one to an array of bits, that goes otherwise?
    """
    to, of_type = innermost(cast["return_type"]), innermost(cast["child"].get("return_type") or plain("ANY"))
    return to[1] > 0 and to[0]["id"] == _BIT and of_type[0]["id"] in _NO_BITS


def array(call: Node) -> Node:
    """
    The array whose type tells; a cast of it to bits is none of PostgreSQL's.
    """
    items: Node = call["children"][0]["children"][0]
    is_bits = _ELEMENTS[call["function_name"]] == _BIT and nodes.is_cast(items)
    return items["child"] if is_bits else items


def deepened(call: Node, types: Types) -> Made:
    """
    The call with as many dimensions as the array has, and its type.
    """
    of_array = types[0]
    if of_array is None:
        return None
    element, dimensions = innermost(of_array)
    transformed = call["children"][0]
    items, written, body = transformed["children"][0], 0, transformed
    while _is_transformed(body):
        body, written = body["children"][1]["expr"], written + 1
    if element["id"] in _NO_BITS and array(call) is not items:
        items = array(call)
    elif dimensions <= written:
        return None
    made = _ELEMENTS[call["function_name"]]
    of_items = array_of(element if made is None else plain(made), max(dimensions, written))
    changed = mapped(items, max(dimensions, written), lambda _: body)
    return {**call, "children": [changed, *call["children"][1:]]}, of_items


def _is_transformed(node: Node) -> bool:
    """Of a lambda of our own, whose item is called as no client would."""
    if node.get("function_name") != "list_transform":
        return False
    items = node["children"][1].get("lhs") or {}
    return str(items.get("column_names", [""])[-1]).startswith("~")
