"""
The columns of recursive queries, whose types the first term tells (PostgreSQL 15, 7.8.2): where they are
numerics, each row keeps the decimals that it has.

    WITH RECURSIVE r(n, x) AS (SELECT 1, 1.5 UNION ALL SELECT n + 1, x * 1.1 FROM r WHERE n < 5) …
    WITH RECURSIVE r(n, x) AS (SELECT 1, CAST(1.5 AS DECIMAL(38,22)) UNION ALL SELECT …) …

In duckdb 1.5.5 a column has the scale of its first term, and what the second gives is rounded to it.  So the
first term gets as many decimals as the second gives, or, where that gives more of them with every round, as
many as leave sixteen digits before the point, of a product with itself twenty-five.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pggate.decimals import BARE_SCALE, MOST_DIGITS, PRODUCT_SCALES, QUOTIENT_SCALES
from pggate.translate.numbers.quotients import cast
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import decimal, exact, unconstrained_scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pggate.translate.trees.nodes import Node, Tree

OPERATOR: Final = "LOGICAL_RECURSIVE_CTE"
"""What a plan calls such a query (duckdb 1.5.5)."""

_NODE: Final = "RECURSIVE_CTE_NODE"
_MOST_DECIMALS: Final = PRODUCT_SCALES[1]
GROWING: Final = (PRODUCT_SCALES[1], PRODUCT_SCALES[0])
"""Scales for what gets more decimals with every round; the second if the first leaves no room to compute."""
_FIRST_TERM: Final = "~first"


class Column(NamedTuple):
    """
    A column of a recursive query, as a plan has it.

    Args:
        query: The name that WITH gives it.
        place: Which of its columns, from 0.
        names: Of all of its columns.
        first: The type that the first term gives.
        second: That of the second one.

    """

    query: str
    place: int
    names: tuple[str, ...]
    first: Node
    second: Node


def has_some(tree: Tree) -> bool:
    """
    Is there a recursive query?
    """
    return any(node.get("type") == _NODE for node in nodes.walk(tree))


def asks(operator: Any) -> bool:
    """
    Is what the second term of one gives, in a plan, made to what the first does?
    """
    term = operator["children"][1]
    return any(one["expression_class"] == "BOUND_CAST" for one in term.get("expressions", ()))


def edit(tree: Tree, columns: Iterable[Column], *, scale: int | None = None) -> bool:
    """
    Give first terms more decimals where second ones have more, in place; were there any?

    Args:
        columns: What the terms give.
        scale: So many decimals, where some have been given already, so that there are more with every round.

    """
    edited = False
    for column in columns:
        to = _wider(column.first, column.second, scale)
        found = [node for node in nodes.walk(tree) if _is_called(node, column.query)]
        if to is not None and len(found) == 1:
            _cast_first_term(found[0], column, to)
            edited = True
    return edited


def _is_called(node: Node, name: str) -> bool:
    return node.get("type") == _NODE and node["cte_name"].lower() == name.lower()


def _wider(first: Node, second: Node, scale: int | None) -> Node | None:
    """
    What the first has to be, None where it may stay.
    """
    elements = nodes.element_type(first), nodes.element_type(second)
    if elements[0] is not None and elements[1] is not None:
        to = _wider(elements[0], elements[1], scale)
        return None if to is None else {**first, "type_info": {**first["type_info"], "child_type": to}}
    sides = exact(first), exact(second)
    if sides[0] is None or sides[1] is None or not sides[0].is_numeric or sides[1].scale <= sides[0].scale:
        return None
    wanted = scale or _scale(first, second, sides[1].scale)
    return None if wanted <= sides[0].scale else decimal(MOST_DIGITS, wanted)


def _scale(first: Node, second: Node, scale: int) -> int:
    """
    A bare numeric shows what each value has, and a literal what all values have; a quotient is one already.
    """
    if unconstrained_scale(second) in QUOTIENT_SCALES:
        return scale
    is_bare = first["id"] != "DECIMAL" or unconstrained_scale(first) is not None
    if is_bare or scale == BARE_SCALE:
        return next((one for one in PRODUCT_SCALES if one >= scale), scale)
    return min(scale, _MOST_DECIMALS)


def _cast_first_term(node: Node, column: Column, to: Node) -> None:
    left = node["left"]
    items: Sequence[Node] = left.get("select_list", ())
    if len(items) != len(column.names) or any(item["class"] == "STAR" for item in items):
        left = node["left"] = _by_name(left, column.names)
        items = left["select_list"]
    item = items[column.place]
    alias = item["alias"]
    if item["class"] == "COLUMN_REF":
        alias = alias or item["column_names"][-1]
    made = cast({**item, "alias": ""}, to)
    item.clear()
    item.update(made, alias=alias)


def _by_name(query: Node, names: Sequence[str]) -> Node:
    """
    SELECT "~1" AS a, "~2" AS b FROM (query) AS "~first"("~1", "~2").
    """
    places = [f"~{number}" for number in range(1, len(names) + 1)]
    made: Node = nodes.select(nodes.star())["node"]
    made["select_list"] = [
        {**nodes.column(place), "alias": name} for place, name in zip(places, names, strict=True)
    ]
    made["from_table"] = {
        "type": "SUBQUERY",
        "alias": _FIRST_TERM,
        "sample": None,
        "query_location": nodes.NOWHERE,
        "subquery": {"node": query, "named_param_map": []},
        "column_name_alias": places,
    }
    return made
