"""
A statement that the engine refuses, or takes otherwise, for the types of an operator's operands, worded so
that it binds as PostgreSQL has it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pggate.engine.unbindable import NotBindable
from pggate.session.queries import change_queries
from pggate.session.statement.inference import type_of
from pggate.session.statement.parameter_types import castable
from pggate.translate.columns import names
from pggate.translate.json import jsonb_casts
from pggate.translate.results import operator_types
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind
from pggate.translate.untyped import parameters
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.binding import BinderCursor
    from pggate.translate.trees.nodes import Node, Tree


def reworded(
    binder: BinderCursor, text: str, kind: Kind, types: Mapping[int, str] = MappingProxyType({})
) -> str | None:
    """
    The statement's text with its operators edited; None where nothing is to be edited.

    Args:
        types: DuckDB's types of its parameters, as far as they are known.

    """
    text = parameters.cast_parameters(text, castable(types)).text
    words = {token.word for token in lexer.tokens(text)}
    if operator_types.NAMES.isdisjoint(words):
        return None
    if kind in (Kind.UPDATE, Kind.DELETE):
        return _reworded_change(binder, text, kind)
    inner = queries.inner(text, kind)
    tree = None if inner is None else _tree(binder, inner.query)
    if inner is None or tree is None:
        return None
    names.name_columns(tree, inner.query, outermost=True)
    return inner.replaced(binder.text(tree)) if _edit(binder, tree) else None


def _tree(binder: BinderCursor, query: str) -> Tree | None:
    try:
        return binder.tree(query)
    except NotBindable:
        return None


def _edit(binder: BinderCursor, tree: Tree) -> bool:
    def parsed(expression: str) -> Node:
        node: Node = binder.tree(f"SELECT {expression}")["node"]["select_list"][0]
        return node

    return operator_types.edit(tree, lambda part: type_of(binder, part), parsed)


def _reworded_change(binder: BinderCursor, text: str, kind: Kind) -> str | None:
    """
    The same, of a statement whose expressions are edited as the items of a query over its tables.
    """
    change = change_queries.editable(text, kind)
    tree = None if change is None else _tree(binder, change_queries.query(change))
    if change is None or tree is None or not _edit(binder, tree):
        return None
    jsonb_casts.edit(tree)
    return change_queries.written(binder, change, tree)
