"""
Casts of OIDs to regclass and its kin.  The call that they have become (translate/types/regtypes.py) finds out
of the text of each value whether it is an OID or a name, and what has that name; of an OID nothing is asked.

Nothing asks for types because of them alone: that takes longer than what it saves of one run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain
from pggate.translate.types import regtype_calls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

_OID: Final = plain("UINTEGER")


def is_wanted(node: Node) -> bool:
    """
    Is it a call of which an argument's text is asked?
    """
    if node["class"] != "FUNCTION" or node["catalog"] != "~pg":
        return False
    return node["function_name"] in regtype_calls.TYPES and nodes.is_cast(node["children"][0])


def given(node: Node) -> Node:
    """
    What is cast to text for the call.
    """
    value: Node = node["children"][0]["child"]
    return value


def as_it_is(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    return (given(node), _OID) if types[0] == _OID else None
