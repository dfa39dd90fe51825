"""
CASE, COALESCE, greatest and least in a syntax tree: what is one of several (PostgreSQL 15, 9.18).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

COALESCE: Final = "OPERATOR_COALESCE"


def is_choice(node: Node) -> bool:
    """
    Is it a CASE or COALESCE? The others are calls.
    """
    return bool(node["class"] == "CASE" or node["type"] == COALESCE)


def branches(node: Node) -> list[Node]:
    """
    What it may be, of a CASE that of ELSE last.
    """
    if node["class"] == "CASE":
        return [*(check["then_expr"] for check in node["case_checks"]), node["else_expr"]]
    return list(node["children"])


def with_branches(node: Node, found: Sequence[Node]) -> Node:
    """
    The same with other branches, in the same order.
    """
    if node["class"] != "CASE":
        return {**node, "children": list(found)}
    checks = [
        {**check, "then_expr": branch} for check, branch in zip(node["case_checks"], found[:-1], strict=True)
    ]
    return {**node, "case_checks": checks, "else_expr": found[-1]}
