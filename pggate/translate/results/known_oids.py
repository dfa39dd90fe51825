"""
Casts of OIDs to regclass and its kin.  The call that they have become (translate/types/regtypes.py) finds out
of the text of each value whether it is an OID or a name, and what has that name; of an OID nothing is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain
from pggate.translate.types import regtype_calls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

_OID: Final = plain("UINTEGER")
_TEXT: Final = plain("VARCHAR")
_TEXTS: Final = {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": plain("VARCHAR")}}
_OF_LISTS: Final = {"regclass_names": "~regclass_names_of", "regtype_names": "~regtype_names_of"}
"""What gives the names of what a list names -> the same of a list of OIDs."""


def asks_cast(cast: Mapping[str, object]) -> bool:
    """
    Is a bound cast one of an OID to text, as those calls' macros have it?
    """
    child = cast["child"]
    return cast["return_type"] == _TEXT and isinstance(child, dict) and child.get("return_type") == _OID


def is_wanted(node: Node) -> bool:
    """
    Is it a call of which an argument's text is asked?
    """
    if node["class"] != "FUNCTION" or node["catalog"] != "~pg":
        return False
    name, argument = node["function_name"], node["children"][0]
    return name in _OF_LISTS or (name in regtype_calls.TYPES and nodes.is_cast(argument))


def given(node: Node) -> Node:
    """
    What may be an OID, or a list of them.
    """
    argument: Node = node["children"][0]
    value: Node = argument if node["function_name"] in _OF_LISTS else argument["child"]
    return value


def as_it_is(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    of_list = _OF_LISTS.get(node["function_name"])
    if of_list is None:
        return (given(node), _OID) if types[0] == _OID else None
    if types[0] is None or nodes.element_type(types[0]) != _OID:
        return None
    return {**node, "function_name": of_list}, _TEXTS
