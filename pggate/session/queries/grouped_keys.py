"""
A query that the engine refuses for columns that follow from a primary key in GROUP BY, worded so that it does
not.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from pggate.session.queries import change_queries, known_relations, merge_queries
from pggate.translate.columns import names
from pggate.translate.rows import grouped_keys
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import merges, queries

if TYPE_CHECKING:
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.translate.trees.nodes import Tree


REFUSED_INSIDE: Final = "missing FROM-clause entry"
"""What duckdb 1.5.5 says of such a column in the HAVING of a query inside of another."""


def reworded(gateway: Gateway, cursors: Cursors, text: str, kind: Kind) -> str | None:
    """
    The statement's text that groups by such columns, too; None where there are none.
    """
    binder = cursors.binder
    columns = partial(known_relations.columns, binder)
    key_of = partial(known_relations.primary_key, gateway, cursors)

    def edited(query: str) -> Tree | None:
        tree = binder.tree(query)
        names.name_columns(tree, query, outermost=True)
        return tree if grouped_keys.edit(tree, columns, key_of) else None

    if kind is Kind.MERGE:
        merge = merges.parse(text)
        tree = None if merge is None else edited(merge_queries.query(merge))
        return None if merge is None or tree is None else merge_queries.written(binder, merge, tree)
    change = change_queries.editable(text, kind)
    if change is not None:
        tree = edited(change_queries.query(change))
        return None if tree is None else change_queries.written(binder, change, tree)
    inner = queries.inner(text, kind)
    tree = None if inner is None else edited(inner.query)
    return None if inner is None or tree is None else inner.replaced(binder.text(tree))
