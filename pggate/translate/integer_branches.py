"""
What is one of several: CASE, COALESCE, greatest, least and a column of VALUES of a smallint and an integer
that is written out are integers (PostgreSQL 15, 10.5).  DuckDB takes such a number for a smallint.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final

from pggate.translate import nodes
from pggate.translate.number_types import SMALL, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.looking import Tokens
    from pggate.translate.nodes import Node, Tree

COALESCE: Final = "OPERATOR_COALESCE"
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


def is_choice(node: Node) -> bool:
    """
    Is it a CASE or COALESCE?
    """
    return bool(node["class"] == "CASE" or node["type"] == COALESCE)


def is_wanted(node: Node) -> bool:
    """
    Is it one with a number that is written out?
    """
    return is_choice(node) and any(nodes.is_constant(branch, "INTEGER") for branch in branches(node))


def branches(node: Node) -> list[Node]:
    """
    What it may be, of a CASE that of ELSE last.
    """
    if node["class"] == "CASE":
        return [*(check["then_expr"] for check in node["case_checks"]), node["else_expr"]]
    return list(node["children"])


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
    if node["class"] != "CASE":
        return {**node, "children": wide}, integer
    checks = [
        {**check, "then_expr": branch} for check, branch in zip(node["case_checks"], wide[:-1], strict=True)
    ]
    return {**node, "case_checks": checks, "else_expr": wide[-1]}, integer


def values_stand_free(tokens: Tokens) -> bool:
    """
    May VALUES have a smallint in them?
    """
    words = {token.word for token in tokens}
    return "values" in words and not words.isdisjoint({"int2", "smallint"})


def edit_values(tree: Tree) -> None:
    """
    The same of a column of VALUES, in place.
    """
    for source in nodes.walk(tree["node"]):
        if source.get("type") != "EXPRESSION_LIST":
            continue
        for column in zip(*source["values"], strict=True):
            types = [value["cast_type"] if nodes.is_cast(value) else None for value in column]
            is_plain = all(nodes.is_cast(value) or nodes.is_constant(value) for value in column)
            made = (
                widened({"class": "VALUES", "type": "", "children": list(column)}, types)
                if is_plain
                else None
            )
            for value, wide in zip(column, made[0]["children"] if made else (), strict=False):
                made_of = copy.deepcopy(wide)
                value.clear()
                value.update(made_of)
