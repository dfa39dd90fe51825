"""
What may not stand in RETURNING, nor where one row tells a value: aggregates, window functions and functions
that return sets (PostgreSQL 15, 4.2.7, 4.2.8; INSERT, "output_expression").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import PgError

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor

MAY_BE: Final = frozenset({"LOGICAL_AGGREGATE_AND_GROUP_BY", "LOGICAL_WINDOW", "LOGICAL_UNNEST"})
"""Without one of these in its plan a list has none; a query within the list may have them."""

REFUSED: Final = (
    # what DuckDB calls it  SQLSTATE  what PostgreSQL says
    ("aggregate",           "42803",  "aggregate functions are not allowed in {}"),
    ("window",              "42P20",  "window functions are not allowed in {}"),
    ("unnest",              "0A000",  "set-returning functions are not allowed in {}"),
)  # fmt: skip


def check_items(binder: BinderCursor, query: str, place: str = "RETURNING") -> None:
    """
    Args:
        query: Of which they are the items.
        place: Where they stand.

    Raises:
        PgError: 42803, 42P20, 0A000; its position is one in the query's text.

    """
    tree = binder.tree(query)
    node = tree["node"]
    items, node["select_list"] = node["select_list"], [ONE]
    for item in items:
        if item["class"] == "STAR":
            continue
        node["where_clause"] = {**IS_NULL, "children": [{**item, "alias": ""}]}
        try:
            binder.bind(binder.text(tree))
        except PgError as error:
            said = error.message.lower()
            for word, sqlstate, message in REFUSED:
                if word in said:
                    position = _position(query, item["query_location"])
                    raise PgError(message.format(place), sqlstate=sqlstate, position=position) from error


def _position(query: str, location: int) -> int:
    return len(query.encode()[:location].decode(errors="ignore")) + 1


IS_NULL: Final = {"class": "OPERATOR", "type": "OPERATOR_IS_NULL", "alias": "", "query_location": 2**64 - 1}
ONE: Final = {
    "class": "CONSTANT",
    "type": "VALUE_CONSTANT",
    "alias": "",
    "query_location": 2**64 - 1,
    "value": {"type": {"id": "INTEGER", "type_info": None}, "is_null": False, "value": 1},
}
