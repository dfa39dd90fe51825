"""
IS NULL and IS NOT NULL of values of composite types (PostgreSQL 15, 9.2): they are asked of every field.

DuckDB asks whether the row itself is NULL.  Other STRUCTs are no rows of PostgreSQL's, and stay.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from pggate.translate.results.document_types import is_composite
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

TESTS: Final = frozenset({"OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL"})
_BOOLEAN: Final[Node] = {"id": "BOOLEAN", "type_info": None}


def asks(operator: Mapping[str, Any]) -> bool:
    """
    Is a bound operator one of them, and what it tests a STRUCT?
    """
    if operator["type"] not in TESTS:
        return False
    of_type = operator["children"][0].get("return_type")
    return bool(of_type) and of_type["id"] == "STRUCT"


def is_test(node: Node) -> bool:
    """
    May a node be one of them?  A column's name alone tells nothing.
    """
    return node["type"] in TESTS and node["class"] == "OPERATOR"


def tested(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    The test of all fields.
    """
    (row,) = node["children"]
    of_type = types[0]
    if of_type is None or not is_composite(of_type):
        return None
    tests = [
        {
            **node,
            "children": [nodes.function("struct_extract", [deepcopy(row), nodes.constant(field["first"])])],
        }
        for field in of_type["type_info"]["child_types"]
    ]
    return (tests[0] if len(tests) == 1 else nodes.conjunction("AND", tests)), _BOOLEAN
