"""
What a view's query says when a relation that it reads, or a column, is called otherwise: PostgreSQL keeps a
query by what it reads, the lake by its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pggate.engine.names import qualified, quote_identifier
from pggate.translate.syntax.quoting import quote

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.engine.definitions import Relation

    Node = dict[str, Any]


def with_relation_renamed(binder: BinderCursor, query: str, relation: Relation, new: str) -> str:
    """
    The query over the relation's new name, which it calls by its old one.
    """
    tree = binder.tree(query)
    for table in _tables(tree, relation):
        table["alias"] = table["alias"] or table["table_name"]
        table["table_name"] = new
    return binder.text(tree)


def with_column_renamed(binder: BinderCursor, query: str, relation: Relation, old: str, new: str) -> str:
    """
    The query over the relation with its column called as it was.
    """
    tree = binder.tree(query)
    name = qualified(relation.schema, relation.name)
    renamed = f"{quote_identifier(new)} AS {quote_identifier(old)}"
    for table in list(_tables(tree, relation)):
        alias = quote(table["alias"] or table["table_name"])
        inner = f"SELECT * FROM (SELECT * RENAME ({renamed}) FROM {name}) AS {alias}"
        source = binder.tree(inner)["node"]["from_table"]
        called = table["column_name_alias"]
        table.clear()
        table.update(source, column_name_alias=called)
    return binder.text(tree)


def _tables(node: object, relation: Relation) -> list[Node]:
    """The places where a query reads it, whose schema is always written out (qualifying.py)."""
    if isinstance(node, list):
        return [found for child in node for found in _tables(child, relation)]
    if not isinstance(node, dict):
        return []
    found = [each for child in node.values() for each in _tables(child, relation)]
    if node.get("type") == "BASE_TABLE" and _is_it(node, relation):
        found.append(node)
    return found


def _is_it(table: Node, relation: Relation) -> bool:
    catalog = table.get("catalog_name") or relation.catalog
    return (catalog, table["schema_name"], table["table_name"]) == (
        relation.catalog,
        relation.schema,
        relation.name,
    )
