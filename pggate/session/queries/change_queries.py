"""
The expressions of an UPDATE or DELETE as the items of a query over its tables, whose tree can be edited, and
the statement put together again.

    UPDATE t SET a = e FROM s WHERE c   as   SELECT e, c FROM s, t
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind
from pggate.translate.trees import nodes
from pggate.translate.writing import changes

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.translate.trees.nodes import Node, Tree
    from pggate.translate.writing.changes import Change


def editable(text: str, kind: Kind) -> Change | None:
    """
    The parts of an UPDATE or DELETE each of whose expressions can be an item; None for any other statement.

    One with RETURNING comes again without it (session/clauses/clauses.py).
    """
    if kind not in (Kind.UPDATE, Kind.DELETE) or "returning" in {token.word for token in lexer.tokens(text)}:
        return None
    change = changes.update(text) if kind is Kind.UPDATE else changes.delete(text)
    plain = all(len(each.columns) == 1 and not each.is_default for each in change.assignments)
    return change if plain else None


def query(change: Change) -> str:
    """
    The query of its expressions: the values of columns, then the condition.  Its last table is the target.
    """
    condition = change.text(change.condition)
    expressions = [each.value for each in change.assignments] + ([condition] if condition else [])
    tables = [part for part in (change.text(change.sources), change.text(change.target)) if part]
    return f"{change.text(change.common)} SELECT {', '.join(expressions) or '1'} FROM {', '.join(tables)}"


def written(binder: BinderCursor, change: Change, tree: Tree) -> str:
    """
    The statement with what stands in the tree of its query, edited, in the places of its own parts.
    """
    node = tree["node"]
    texts = [binder.expression_text({**item, "alias": ""}) for item in node["select_list"]]
    settings = ", ".join(
        f"{quote_identifier(each.columns[0])} = {text}"
        for each, text in zip(change.assignments, texts, strict=False)
    )
    target = change.text(change.target)
    sources = sources_text(binder, node) if change.text(change.sources) else ""
    clauses = (
        common_text(binder, node),
        f"UPDATE {target} SET {settings}" if settings else f"DELETE FROM {target}",
        f"{'FROM' if settings else 'USING'} {sources}" if sources else "",
        f"WHERE {texts[-1]}" if change.text(change.condition) else "",
    )
    return " ".join(filter(None, clauses))


def sources_text(binder: BinderCursor, node: Node) -> str:
    """
    What stands before the last table of a query, which is the target.
    """
    item = nodes.constant(None)
    source = {"cte_map": {"map": []}, "from_table": node["from_table"]["left"]}
    return binder.text(nodes.select(item, source)).removeprefix("SELECT NULL FROM ")


def common_text(binder: BinderCursor, node: Node) -> str:
    """
    A query's WITH clause, "" without one.
    """
    if not node["cte_map"]["map"]:
        return ""
    written = binder.text(nodes.select(nodes.constant(None), {"cte_map": node["cte_map"]}))
    return written.rstrip().removesuffix("SELECT NULL").rstrip()
