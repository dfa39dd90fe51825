"""
What is one of several: CASE, COALESCE, greatest and least of a smallint and an integer that is written out
are integers (PostgreSQL 15, 10.5).  DuckDB takes such a number for a smallint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.choices import COALESCE, branches, with_branches
from pggate.translate.trees.number_types import SMALL, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

_CLASSES: Final = frozenset({"BOUND_CASE", "BOUND_OPERATOR"})


def is_small(of_type: Node) -> bool:
    return of_type["id"] in SMALL


def asks(expression: Mapping[str, Any]) -> bool:
    """
    Is a bound expression a choice that DuckDB took for a smallint?
    """
    if expression["expression_class"] not in _CLASSES or expression["type"] not in {"CASE_EXPR", COALESCE}:
        return False
    return is_small(expression["return_type"])


def widened(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    The choice with its numbers as integers; None if there is nothing else in it than smallints, or is.
    """
    integer = plain("INTEGER")
    found = branches(node)
    is_number = [nodes.is_constant(branch, "INTEGER") for branch in found]
    others = {
        of_type["id"] for of_type, number in zip(types, is_number, strict=True) if of_type and not number
    }
    if not any(is_number) or not others or not others <= SMALL:
        return None
    wide = [
        nodes.cast(branch, "INTEGER") if number else branch
        for branch, number in zip(found, is_number, strict=True)
    ]
    return with_branches(node, wide), integer
