"""
Which names in a query's tree are whole rows (PostgreSQL 15, 8.16.5): a relation's of FROM, where no column of
what FROM has is called so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pggate.translate.trees.nodes import Node

    ColumnsOf = Callable[[tuple[str, ...]], tuple[str, ...] | None]

# Whose rows a join makes up where it finds none: left, right
_MADE_UP: Final = {"LEFT": (False, True), "RIGHT": (True, False), "FULL": (True, True)}


@dataclass(frozen=True, slots=True)
class Place:
    """
    A relation of FROM: the node `holder[key]`.

    Args:
        may_be_missing: It is on the null side of an outer join.

    """

    holder: Node
    key: str
    may_be_missing: bool

    @property
    def node(self) -> Node:
        found: Node = self.holder[self.key]
        return found

    @property
    def alias(self) -> str:
        """What its columns are qualified with."""
        if self.node["type"] == "TABLE_FUNCTION":
            return str(self.node["alias"] or self.node["function"]["function_name"]).lower()
        return str(self.node["alias"] or self.node.get("table_name", "")).lower()


def queries(tree: Node, *, inner_first: bool = False) -> list[tuple[Node, Mapping[str, Node]]]:
    """
    The SELECTs of a tree, outer before inner but for those of WITH, each with the queries that WITH names.

    Args:
        inner_first: Inner before outer instead, those of WITH before what may read them.

    """
    return list(_queries(tree, {}, inner_first=inner_first))


def _queries(
    value: object, common: Mapping[str, Node], *, inner_first: bool
) -> Iterator[tuple[Node, Mapping[str, Node]]]:
    if isinstance(value, list):
        for child in value:
            yield from _queries(child, common, inner_first=inner_first)
    elif isinstance(value, dict):
        for entry in value["cte_map"]["map"] if "cte_map" in value else ():
            yield from _queries(entry["value"], common, inner_first=inner_first)
            common = {**common, entry["key"].lower(): entry["value"]}
        is_query = value.get("type") == "SELECT_NODE"
        if is_query and not inner_first:
            yield value, common
        for key, child in value.items():
            if key != "cte_map":
                yield from _queries(child, common, inner_first=inner_first)
        if is_query and inner_first:
            yield value, common


def places(query: Node) -> list[Place]:
    """
    The relations of a SELECT's FROM.
    """
    return list(_places(query, "from_table", may_be_missing=False))


def _places(holder: Node, key: str, *, may_be_missing: bool) -> Iterator[Place]:
    node = holder[key]
    if node["type"] == "JOIN":
        left, right = _MADE_UP.get(node["join_type"], (False, False))
        yield from _places(node, "left", may_be_missing=may_be_missing or left)
        yield from _places(node, "right", may_be_missing=may_be_missing or right)
    elif node["type"] != "EMPTY":
        yield Place(holder, key, may_be_missing)


def is_row(place: Place, query: Node, common: Mapping[str, Node], known: ColumnsOf) -> bool:
    """
    Does the relation's name stand for its row?  Not where there may be a column of that name.
    """
    if not place.alias:
        return False
    found = [columns(other.node, common, known) for other in places(query)]
    return not any(names is None or place.alias in map(str.lower, names) for names in found)


def columns(relation: Node, common: Mapping[str, Node], known: ColumnsOf) -> tuple[str, ...] | None:
    """
    The names of a relation's columns, as they are written; None where they are not all known.
    """
    inner: tuple[str, ...] | None = None
    if relation["type"] == "BASE_TABLE":
        parts = (relation["catalog_name"], relation["schema_name"], relation["table_name"])
        names = tuple(filter(None, parts))
        found = common.get(names[0].lower()) if len(names) == 1 else None
        inner = known(names) if found is None else _common_columns(found, names[0].lower(), common, known)
    elif relation["type"] == "SUBQUERY":
        inner = _query_columns(relation["subquery"]["node"], common, known)
    called = tuple(map(str, relation.get("column_name_alias", ())))
    if relation["type"] == "TABLE_FUNCTION":  # of values, if nothing else is said
        return called or (str(relation["alias"] or relation["function"]["function_name"]),)
    return None if inner is None else called + inner[len(called) :]


def _common_columns(
    entry: Node, name: str, common: Mapping[str, Node], known: ColumnsOf
) -> tuple[str, ...] | None:
    outer = {other: query for other, query in common.items() if other != name}
    inner = _query_columns(entry["query"]["node"], outer, known)
    called = tuple(map(str, entry["aliases"]))
    return None if inner is None else called + inner[len(called) :]


def _query_columns(query: Node, common: Mapping[str, Node], known: ColumnsOf) -> tuple[str, ...] | None:
    select = next(nodes.selects(query), None)
    if select is None:
        return None
    found: list[str] = []
    for item in select["select_list"]:
        if item["alias"]:
            found.append(str(item["alias"]))
        elif item["class"] == "COLUMN_REF":
            found.append(str(item["column_names"][-1]))
        else:
            starred = _starred(item, select, common, known)
            if starred is None:
                return None
            found += starred
    return tuple(found)


def _starred(
    item: Node, select: Node, common: Mapping[str, Node], known: ColumnsOf
) -> tuple[str, ...] | None:
    if item["class"] != "STAR" or item["columns"] or item["exclude_list"] or item["qualified_exclude_list"]:
        return None
    source = select["from_table"]
    if source["type"] == "EXPRESSION_LIST":
        return tuple(f"column{number}" for number in range(1, len(source["values"][0]) + 1))
    if source["type"] == "JOIN" and (source["using_columns"] or source["ref_type"] == "NATURAL"):
        return None
    wanted = str(item["relation_name"]).lower()
    parts = [columns(place.node, common, known) for place in places(select) if wanted in {"", place.alias}]
    return None if None in parts else tuple(name for part in parts for name in part or ())


def uses(query: Node, alias: str) -> list[Node]:
    """
    The references in a SELECT to the name, but for those in nested queries that call something else so, and
    for names of results in GROUP BY and ORDER BY.
    """
    called = {str(item["alias"]).lower() for item in query["select_list"]}
    own: set[int] = set()
    if alias in called:
        own = {id(one) for one in [*query["group_expressions"], *_ordered(query)]}
    return [node for node in _references(query, alias, query) if id(node) not in own]


def _ordered(query: Node) -> Iterator[Node]:
    for modifier in query["modifiers"]:
        for order in modifier.get("orders", ()):
            yield order["expression"]


def _references(value: Any, alias: str, query: Node) -> Iterator[Node]:
    if isinstance(value, list):
        for child in value:
            yield from _references(child, alias, query)
    elif isinstance(value, dict):
        if value.get("class") == "COLUMN_REF":
            if [name.lower() for name in value["column_names"]] == [alias]:
                yield value
            return
        is_other = value.get("type") == "SELECT_NODE" and value is not query
        if is_other and alias in {place.alias for place in places(value)}:
            return
        for key, child in value.items():
            if key != "cte_map" and isinstance(child, dict | list):
                yield from _references(child, alias, query)
