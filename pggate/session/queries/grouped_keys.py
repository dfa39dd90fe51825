"""
A query that the engine refuses for columns that follow from a primary key in GROUP BY, worded so that it does
not.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pggate.session.queries import known_relations
from pggate.translate.columns import names
from pggate.translate.rows import grouped_keys
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.translate.texts.kinds import Kind


def reworded(gateway: Gateway, cursors: Cursors, text: str, kind: Kind) -> str | None:
    """
    The statement's text that groups by such columns, too; None where there are none.
    """
    inner = queries.inner(text, kind)
    if inner is None:
        return None
    binder = cursors.binder
    tree = binder.tree(inner.query)
    names.name_columns(tree, inner.query, outermost=True)
    columns = partial(known_relations.columns, binder)
    key_of = partial(known_relations.primary_key, gateway, cursors)
    return inner.replaced(binder.text(tree)) if grouped_keys.edit(tree, columns, key_of) else None
