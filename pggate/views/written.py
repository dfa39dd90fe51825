"""
What the text of a query that joins leaves to the columns that its tables have: written out, it means the same
when one of them gets another column.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.translate.trees.nodes import Node, Tree


@dataclass(frozen=True, slots=True)
class Written:
    """
    By places in the text, in bytes.

    Args:
        using: The columns that NATURAL makes one.
        columns: The full names of columns.
        stars: The relations and columns that `*` stands for.

    """

    using: dict[int, list[str]] = field(default_factory=dict)
    columns: dict[int, list[str]] = field(default_factory=dict)
    stars: dict[int, Sequence[tuple[str, str]]] = field(default_factory=dict)


def written_out(tree: Tree, written: Written) -> Tree:
    """
    Args:
        tree: Of the text; edited in place.

    """
    for node in nodes.walk(tree):
        place = node.get("query_location", nodes.NOWHERE)
        if node.get("type") == "JOIN" and node["ref_type"] == "NATURAL":
            using = written.using[place]
            node.update(using_columns=using, ref_type="REGULAR" if using else "CROSS")
        elif node.get("class") == "COLUMN_REF" and place in written.columns:
            node["column_names"] = written.columns[place]
        elif node.get("type") == "SELECT_NODE":
            node["select_list"] = [one for item in node["select_list"] for one in _items(item, written)]
    return tree


def _items(item: Node, written: Written) -> Iterator[Node]:
    if item["class"] != "STAR" or item["query_location"] not in written.stars:
        yield item
        return
    for names in written.stars[item["query_location"]]:
        yield {**nodes.column(names[0]), "column_names": list(names)}
