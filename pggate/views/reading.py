"""
The SQL that reads a view of what has been merged: whatever is about all of its rows, and whatever needs the
time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.views.expressions import all_of
from pggate.views.relations import relation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.trees.nodes import Node, Tree

FINAL: Final = "~final"
"""The relation of merged rows, or of groups and their aggregates' values, that the view is made of."""

COUNT: Final = '"~n"'


def each_time(columns: Sequence[str]) -> str:
    """
    Every row as often as it is there; nearly always that is once, and to ask so is ten times faster.
    """
    listed = ", ".join(columns or [COUNT])
    several = f'SELECT {listed}, unnest(range("~n")) FROM "~merged" WHERE "~n" > 1'
    return f'SELECT {listed} FROM "~merged" WHERE "~n" = 1 UNION ALL SELECT {listed} FROM ({several})'


def each_group(keys: Sequence[str], finals: Sequence[str]) -> str:
    """
    Every group, with what its aggregates come to.
    """
    listed = [*keys, *(f"{final} AS f{number}" for number, final in enumerate(finals))]
    return f'SELECT {", ".join(listed or [COUNT])} FROM "~merged"'


def text(
    final: str,
    names: Sequence[str],
    items: Sequence[Node],
    conditions: list[Node],
    modifiers: list[Node],
    text_of: Callable[[Tree], str],
) -> str:
    """
    The query of the view's rows.

    Args:
        final: The query of what it is made of, from "~merged".
        names: What the view's columns are called.
        items: What they are.
        conditions: Which rows are the view's.
        modifiers: DISTINCT, ORDER BY, LIMIT.
        text_of: A tree's text.

    """
    everything = nodes.select(nodes.star())["node"]
    distinct = [each for each in modifiers if each["type"] == "DISTINCT_MODIFIER"]
    listed = [{**item, "alias": name} for name, item in zip(names, items, strict=True)]
    head = {**everything, "select_list": listed, "modifiers": distinct}
    tail = {
        **everything,
        "from_table": relation(FINAL),
        "where_clause": all_of(conditions),
        "modifiers": [each for each in modifiers if each not in distinct],
    }
    before, after = (text_of({"node": node, "named_param_map": []}) for node in (head, tail))
    return f'{before} FROM ({final}) AS "{FINAL}"{after.removeprefix(_ALL)}'


_ALL: Final = f'SELECT * FROM "{FINAL}"'
