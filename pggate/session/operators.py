"""
A statement that the engine refuses, or takes otherwise, for the types of an operator's operands, worded so
that it binds as PostgreSQL has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.engine.unbindable import NotBindable
from pggate.session.inference import type_of
from pggate.translate import changes, jsonb_casts, lexer, names, operator_types, queries
from pggate.translate.kinds import Kind

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.translate.changes import Change
    from pggate.translate.nodes import Node, Tree


def reworded(binder: BinderCursor, text: str, kind: Kind) -> str | None:
    """
    The statement's text with its operators edited; None where nothing is to be edited.
    """
    words = {token.word for token in lexer.tokens(text)}
    if operator_types.NAMES.isdisjoint(words):
        return None
    if kind in (Kind.UPDATE, Kind.DELETE) and "returning" in words:
        return None  # such a statement comes again without it
    if kind is Kind.UPDATE:
        return _reworded_change(binder, changes.update(text), "UPDATE")
    if kind is Kind.DELETE:
        return _reworded_change(binder, changes.delete(text), "DELETE FROM")
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


def _reworded_change(binder: BinderCursor, change: Change, verb: str) -> str | None:
    """
    The same, of a statement whose expressions are edited as the items of a query over its tables.
    """
    if any(len(each.columns) > 1 or each.is_default for each in change.assignments):
        return None
    condition = change.text(change.condition)
    expressions = [each.value for each in change.assignments] + ([condition] if condition else [])
    tables = [part for part in (change.text(change.target), change.text(change.sources)) if part]
    tree = _tree(
        binder, f"{change.text(change.common)} SELECT {', '.join(expressions)} FROM {', '.join(tables)}"
    )
    if tree is None or not _edit(binder, tree):
        return None
    jsonb_casts.edit(tree)
    written = [binder.expression_text({**item, "alias": ""}) for item in tree["node"]["select_list"]]
    settings = ", ".join(
        f"{quote_identifier(each.columns[0])} = {value}"
        for each, value in zip(change.assignments, written, strict=False)
    )
    joining = "FROM" if verb == "UPDATE" else "USING"
    clauses = (
        change.text(change.common),
        f"{verb} {change.text(change.target)}",
        f"SET {settings}" if settings else "",
        f"{joining} {change.text(change.sources)}" if change.text(change.sources) else "",
        f"WHERE {written[-1]}" if condition else "",
    )
    return " ".join(filter(None, clauses))
