"""
Columns of VALUES, of which each has one type (PostgreSQL 15, 7.7, 10.5): NULLs alone are texts, a string
literal is of the others' type, a smallint and an integer that is written out are integers.

DuckDB makes integers of the NULLs, smallints of the integers, and refuses a text beside a number.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from pggate.translate.columns import common_types
from pggate.translate.numbers import integer_branches
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

_SMALL: Final = frozenset({"int2", "smallint"})
_BEFORE_CELL: Final = frozenset({"(", ","})
_BEHIND_CELL: Final = frozenset({")", ","})


def have_smallints(tokens: Tokens) -> bool:
    """
    May there be VALUES with smallints?
    """
    words = {token.word for token in tokens}
    return "values" in words and not words.isdisjoint(_SMALL)


def widen(tree: Tree) -> None:
    """
    Make integers of the numbers beside smallints, in place.
    """
    _edit(tree, _widened)


def are_untyped(tokens: Tokens) -> bool:
    """
    May there be VALUES with a NULL, or with string literals beside numbers?
    """
    words = {token.word for token in tokens}
    if "values" not in words:
        return False
    cells = {
        token.kind
        for i, token in enumerate(tokens)
        if word_at(tokens, i - 1) in _BEFORE_CELL and word_at(tokens, i + 1) in _BEHIND_CELL
    }
    return "null" in words or {Kind.STRING, Kind.NUMBER} <= cells


def give_types(tree: Tree) -> None:
    """
    Give string literals the type of what stands with them, NULLs that stand alone that of texts, in place.

    Raises:
        InvalidTextRepresentation: A literal beside numbers is none.

    """
    _edit(tree, _typed)


def _edit(tree: Tree, made: Callable[[Sequence[Node]], Sequence[Node] | None]) -> None:
    for source in nodes.walk(tree["node"]):
        if source.get("type") != "EXPRESSION_LIST":
            continue
        for column in zip(*source["values"], strict=True):
            for cell, of_type in zip(column, made(column) or (), strict=False):
                made_of = copy.deepcopy(of_type)
                cell.clear()
                cell.update(made_of)


def _widened(column: Sequence[Node]) -> Sequence[Node] | None:
    if not all(nodes.is_cast(cell) or nodes.is_constant(cell) for cell in column):
        return None
    types = [cell["cast_type"] if nodes.is_cast(cell) else None for cell in column]
    made = integer_branches.widened({"class": "VALUES", "type": "", "children": list(column)}, types)
    return made[0]["children"] if made else None


def _typed(column: Sequence[Node]) -> Sequence[Node] | None:
    if all(nodes.is_constant(cell, "NULL") for cell in column):
        return [nodes.cast(cell, "VARCHAR") for cell in column]
    types = [
        common_types.written_type(cell)
        for cell in column
        if not common_types.is_untyped(cell) and not nodes.is_constant(cell, "NULL")
    ]
    known = [of_type for of_type in types if of_type is not None]
    to = common_types.common_type(known) if len(known) == len(types) else None
    return None if to is None else [_as_type(cell, to) for cell in column]


def _as_type(cell: Node, to: Node) -> Node:
    return (common_types.as_type(cell, to) or cell) if common_types.is_untyped(cell) else cell
