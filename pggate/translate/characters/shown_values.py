"""
Which values a query shows inside of something else: in one text of several, in documents, arrays and rows,
and to what looks at them byte by byte or by a pattern.  A char(n) has its blanks there (PostgreSQL 15, 8.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.characters.character_types import MARK
from pggate.translate.trees import choices, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.translate.trees.nodes import Node

UNPADDED: Final = f"{MARK}bpchar"
PADDED: Final = f"{MARK}padded"
"""What a cast to char(n) is, without its blanks and with them."""
_UNPADDED_ITEMS: Final = f"{UNPADDED}[]"

_ALL: Final = frozenset(
    {
        *("concat", "concat_ws", "~format", "~format_of", "array_to_string"),
        *("to_json", "to_jsonb", "row_to_json", "array_to_json"),
        *("~json_agg_of", "~jsonb_agg_of"),
    }
)
"""Functions that show what they are given."""
_FIRST: Final = frozenset(
    {
        *("octet_length", "~~", "!~~", "~~*", "!~~*", "~*", "!~*", "regexp_full_match"),
        *("like_escape", "not_like_escape", "ilike_escape", "not_ilike_escape"),
        *("~any_like", "~any_ilike", "~any_match", "~any_imatch"),
        *("~all_like", "~all_ilike", "~all_match", "~all_imatch"),
    }
)
"""Those that look at the first argument as it is shown."""
_OBJECTS: Final = frozenset({"json_build_object", "jsonb_build_object"})
_PAIRS: Final = frozenset({"~json_object_agg_of", "~jsonb_object_agg_of"})
"""Of keys, which the token rules cast to texts (translate/json/json_calls.py), and values."""
_GATHERED: Final = "array_agg"
_ROWS: Final = frozenset({"row", "struct_pack"})
_NESTED: Final = _ROWS | {"list_value", _GATHERED}
_MADE: Final = _NESTED | {"greatest", "least"}
"""What has its arguments for its parts."""


class Shown(NamedTuple):
    """
    An expression that is shown.

    Args:
        in_parts: Only as an array or a row: the text of a char(n) itself is without its blanks.
        leader: What decides on the type of several (10.5), where it is one of them: they are what it is.

    """

    node: Node
    in_parts: bool = False
    leader: Node | None = None


def shows(node: Node) -> bool:
    """
    May it show values?
    """
    if nodes.is_cast(node):
        return node["cast_type"]["id"] in {"BLOB", "VARCHAR"}
    return node.get("function_name") in _ALL | _FIRST | _OBJECTS | _PAIRS


def shown_by(node: Node) -> Iterator[Shown]:
    """
    The values that such a node shows.
    """
    if nodes.is_cast(node):
        if node["cast_type"]["id"] == "BLOB" or _is_nested(node["child"]):
            yield from _parts(node["child"])
        elif node["child"]["class"] == "COLUMN_REF" or node["child"].get("function_name") == _UNPADDED_ITEMS:
            yield Shown(node["child"], in_parts=True)
        return
    name, children = node["function_name"], node["children"]
    if name in _OBJECTS:
        children = [_uncast(key) for key in children[::2]]
    elif name in _PAIRS:
        children = [_uncast(part) for pair in _pairs(children[0]) for part in pair["children"]]
    for child in children[:1] if name in _FIRST else children:
        yield from _parts(child)


def shown_items(tree: Node) -> Iterator[tuple[Node, Shown]]:
    """
    What the items of the query show that have no blanks of their own: the parts of what is made of several,
    and whole rows; not those of UNION, which compares them.  Each with its SELECT.
    """
    for query in result_queries(tree):
        for item in query["select_list"]:
            if _is_made(item):
                yield from ((query, part) for part in _parts(item))
            elif _is_row(item, query):
                yield query, Shown(item, in_parts=True)


def result_queries(tree: Node) -> list[Node]:
    """
    The SELECTs whose items a client sees as they are.
    """
    is_whole = "select_list" in tree or bool(tree.get("setop_all"))
    return [query for query in nodes.selects(tree) if "select_list" in query] if is_whole else []


def _pairs(array: Node) -> Iterator[Node]:
    if array.get("function_name") == _GATHERED:
        yield from (child for child in array["children"] if child.get("function_name") == "struct_pack")


def _uncast(key: Node) -> Node:
    """A key, without the cast of a token rule's, but not without one of the client's."""
    is_own = nodes.is_cast(key) and key["cast_type"]["id"] == "VARCHAR" and not nodes.is_cast(key["child"])
    child: Node = key["child"] if is_own else key
    return child


def _is_row(item: Node, query: Node) -> bool:
    """Is it a whole row of what stands in FROM?"""
    if item["class"] != "COLUMN_REF":
        return False
    tables = {
        (table.get("alias") or table.get("table_name") or "").lower()
        for table in nodes.walk(query["from_table"])
        if str(table.get("type")) in {"BASE_TABLE", "SUBQUERY"}
    }
    return item["column_names"][-1].lower() in tables


def _is_made(node: Node) -> bool:
    """
    Is it made of other values, each of which has to have its blanks?
    """
    is_chosen = choices.is_choice(node) or node.get("function_name") in _MADE
    return is_chosen or _is_nested(node) or _is_unmeasured(node)


def _is_nested(node: Node) -> bool:
    """Is it an array or a row that is written out?"""
    return node["type"] == "ARRAY_CONSTRUCTOR" or node.get("function_name") in _NESTED


def _is_unmeasured(node: Node) -> bool:
    """Is it x::bpchar, which stays as long as it is?"""
    return node.get("function_name") == PADDED and len(node["children"]) == 1


def _parts(node: Node, leader: Node | None = None) -> Iterator[Shown]:
    if not _is_made(node):
        if not nodes.is_constant(node) and not nodes.is_parameter(node) and node["class"] != "LAMBDA":
            yield Shown(node, leader=leader)
        return
    parts, leader = _parts_of(node), None
    if node.get("function_name") not in _ROWS:  # whose fields are each of a type of its own
        ordered = [parts[-1], *parts[:-1]] if node["class"] == "CASE" else parts
        first = next((one for part in ordered for one in _parts(part)), None)
        leader = None if first is None else first.leader or first.node
    for part in parts:
        yield from _parts(part, leader)


def _parts_of(node: Node) -> Sequence[Node]:
    if choices.is_choice(node):
        return choices.branches(node)
    if _is_unmeasured(node):
        return [_uncast(node["children"][0])]
    children: Sequence[Node] = node["children"]
    if node.get("function_name") != _GATHERED or not node.get("distinct"):
        return children
    value = nodes.likeness(children[0])  # what DISTINCT is ordered by has to stay what is gathered
    keys = [order["expression"] for order in node["order_bys"]["orders"]]
    return [*children, *(key for key in keys if nodes.likeness(key) == value)]
