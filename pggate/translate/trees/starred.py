"""
Which item of a select list each column of its query comes from, where one of the items is a *.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

_STAR: Final = "STAR"


def items_of_columns(items: Sequence[Node], count: int | None) -> Sequence[Node | None]:
    """
    One for each of a query's columns: its item, None for the columns of a *; () where that cannot be told.

    Args:
        items: The select list.
        count: How many columns the query has; None is not known.

    """
    starred = [place for place, item in enumerate(items) if any(map(_is_star, nodes.walk(item)))]
    if not starred:
        return items if count in {None, len(items)} else ()
    place, *others = starred
    behind = len(items) - place - 1
    if others or not _is_star(items[place]) or count is None or count < place + behind:
        return ()
    return [*items[:place], *(None,) * (count - place - behind), *items[place + 1 :]]


def _is_star(node: Node) -> bool:
    return node.get("class") == _STAR
