"""
Which character types the columns of an edited query are cast to (character_calls.py): a client is told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pggate.translate.characters import character_arrays
from pggate.translate.characters.character_types import MARK
from pggate.translate.syntax.lexer import words
from pggate.translate.trees import nodes
from pggate.translate.trees.starred import items_of_columns
from pggate.translate.trees.unnested import with_unnested

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node, Tree


class Shown(NamedTuple):
    """
    What a column is that comes of such a cast: pg_type's name, and the length; None: it has none.
    """

    name: str
    length: int | None


NAMING: Final = {
    **dict.fromkeys(
        words(
            "current_catalog current_database current_role current_schema current_user session_user"
            " getdatabaseencoding pg_client_encoding pg_encoding_to_char pg_get_userbyid"
        ),
        "name",
    ),
    "current_schemas": "name[]",
    **dict.fromkeys(words("inet_client_addr inet_server_addr"), "inet"),
}
"""Functions of PostgreSQL's that return names and addresses (15, 9.26), which DuckDB has as texts."""
_WITHOUT_CALL: Final = words("current_catalog current_role current_schema current_user session_user")
"""Those that are called without parentheses; but not `user`, since the tree does not tell it from "user"."""


def of_columns(tree: Tree, count: int) -> Sequence[Shown | None]:
    """
    For each column of an edited query what it is cast to; () where that cannot be told.

    Args:
        count: How many columns there are.

    """
    lists = [with_unnested(query, count) for query in nodes.selects(tree["node"])]
    if not all(lists):
        return ()
    return [_common(column) for column in zip(*lists, strict=True)]


def casts_of(tree: Tree, count: int | None = None) -> frozenset[int]:
    """
    The places of an edited query's columns that are casts to a text or to one of these types.

    Args:
        count: How many columns there are, if that is known.

    """
    items = items_of_columns(tree["node"].get("select_list", ()), count)
    return frozenset(place for place, item in enumerate(items) if item is not None and _is_cast_item(item))


def _is_cast_item(item: Node) -> bool:
    if nodes.is_cast(item):
        return bool(item["cast_type"]["id"] == "VARCHAR")
    if str(item.get("function_name", "")).startswith(MARK):
        return True
    is_array = item["type"] == "ARRAY_CONSTRUCTOR" or item.get("function_name") in _OF_FIRST
    if is_array and item["children"]:
        return _is_cast_item(item["children"][0])
    orders = item["order_bys"]["orders"] if item.get("function_name") in _OF_ORDER else []
    return bool(orders) and _is_cast_item(orders[0]["expression"])


_OF_FIRST: Final = frozenset(
    {
        *("array_agg", "list_value", "array_extract", "max", "min"),
        *("first_value", "last_value", "nth_value", "lag", "lead"),
    }
)
"""What is of its first argument's type, or an array of it."""
_OF_ORDER: Final = frozenset({"mode", "quantile_disc"})
"""What is of the type by which it is ordered."""


def _common(items: Sequence[Node | None]) -> Shown | None:
    """
    The type of items that agree on one; literals agree with every type, and of a * nothing is known.
    """
    found = {
        None if item is None else _shown_type(item)
        for item in items
        if item is None or not nodes.is_constant(item)
    }
    return found.pop() if len(found) == 1 else None


def _shown_type(item: dict[str, Any]) -> Shown | None:
    if item["class"] == "CASE":
        return _common([*(check["then_expr"] for check in item["case_checks"]), item["else_expr"]])
    if item["class"] == "OPERATOR" and item["type"] == "OPERATOR_COALESCE":
        return _common(item["children"])
    if (of_array := character_arrays.shown(item, _shown_type)) is not None:
        return Shown(*of_array)
    name = _called(item)
    if name in NAMING or not name.startswith(MARK):
        return Shown(NAMING[name], None) if name in NAMING else None
    lengths = [child["value"]["value"] for child in item["children"][1:] if nodes.is_constant(child)]
    name = name.removeprefix(MARK)
    return Shown({"padded": "bpchar"}.get(name, name), lengths[0] if lengths else None)


def _called(item: dict[str, Any]) -> str:
    if item["class"] == "COLUMN_REF" and item["column_names"][0] in _WITHOUT_CALL:
        return str(item["column_names"][0])
    return str(item["function_name"]) if item["class"] == "FUNCTION" else ""
