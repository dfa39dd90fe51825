"""
A live view's query, made into what is kept of every batch, how it is merged, and how it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported
from pggate.views import groups, refusals, rows
from pggate.views.select import understood
from pggate.views.sources import Sources, no_view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.trees.nodes import Node, Tree
    from pggate.views.compiled import Compiled
    from pggate.views.sources import Common


def compile_view(
    tree: Tree,
    is_topic: Callable[[Node], bool],
    text_of: Callable[[Tree], str],
    columns_of: Callable[[Node], Sequence[str]],
    text: str = "",
    view_of: Callable[[Node], Common | None] = no_view,
) -> Compiled:
    """
    What keeps a view up to date.

    Args:
        tree: DuckDB's syntax tree of the query, as a session runs it.
        is_topic: Whether a table in FROM (a BASE_TABLE of the tree) is a topic.
        text_of: The SQL of a tree.
        columns_of: The columns of a table that is a topic, in their order.  `*` stands for them for good.
        text: What the tree is of; places in it are told in characters, without it in bytes.
        view_of: The query of a table in FROM that is a view, whose text is another.

    Raises:
        FeatureNotSupported: 0A000, naming what it is that cannot be kept up to date, where it stands, and
            what can be done instead.

    """
    sources = Sources(is_topic, columns_of, text_of, view_of)
    try:
        select = understood(tree["node"], sources)
        if select.groups is not None:
            return groups.compiled(select, sources)
        if select.is_distinct:
            return groups.distinct(select, sources)
        return rows.compiled(select, sources)
    except FeatureNotSupported as error:
        error.position = refusals.in_characters(error.position, text) if text else error.position
        raise
