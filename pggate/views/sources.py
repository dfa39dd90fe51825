"""
FROM of a live view: a topic, and queries on it that make of each row rows by themselves.

Every one of them hands on the snapshot that a row came with, as the last of its columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.views import linear, refusals, relations, stars
from pggate.views.compiled import DELTA, SEQ, Topic
from pggate.views.expressions import column, sql
from pggate.views.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree

_REFUSED: Final[Mapping[str, str]] = {
    "EMPTY": "a query without a topic",
    "JOIN": "a join",
    "TABLE_FUNCTION": "a function in FROM",
    "EXPRESSION_LIST": "VALUES",
}
_UNNAMED: Final = "unnamed_subquery"


@dataclass(frozen=True, slots=True)
class Source:
    """
    Args:
        node: What stands in FROM; it reads "~delta" and has "~seq" as its last column.
        scope: Its name, and its columns but that.

    """

    node: Node
    scope: Scope


@dataclass(frozen=True, slots=True)
class Common:
    """
    A query of WITH, and those that it can name itself.
    """

    query: Node
    columns: Sequence[str]
    before: Mapping[str, Common]


@dataclass(slots=True)
class Sources:
    """
    Args:
        is_topic: Whether a table in FROM is a topic.
        columns_of: The columns of one that is.
        text_of: A tree's text.

    """

    is_topic: Callable[[Node], bool]
    columns_of: Callable[[Node], Sequence[str]]
    text_of: Callable[[Tree], str]
    topics: list[Topic] = field(default_factory=list)
    """Those that have been met."""
    _used: set[int] = field(default_factory=set)

    def common(self, query: Node, before: Mapping[str, Common]) -> Mapping[str, Common]:
        """
        What the names of WITH mean in a query.
        """
        known = dict(before)
        for entry in query["cte_map"]["map"]:
            value = entry["value"]
            known[entry["key"].lower()] = Common(value["query"]["node"], value["aliases"], dict(known))
        return known

    def source(self, node: Node, common: Mapping[str, Common]) -> Source:
        """
        What stands in FROM.

        Raises:
            FeatureNotSupported: Its rows are not made of one topic's, each by itself.

        """
        if node["type"] in _REFUSED:
            place = node.get("right", node)
            is_function = place["type"] == "TABLE_FUNCTION"
            raise refusals.refusal("a function in FROM" if is_function else _REFUSED[node["type"]], place)
        if node.get("sample") is not None:
            raise refusals.refusal("TABLESAMPLE", node)
        if node["type"] == "SUBQUERY":
            return self._query(node, node["subquery"]["node"], node["alias"] or _UNNAMED, common)
        if node["type"] != "BASE_TABLE":
            raise refusals.refusal("a relation in FROM", node, node["type"].lower())
        query = common.get(node["table_name"].lower()) if not node["schema_name"] else None
        if query is None:
            return self._topic(node)
        if id(query.query) in self._used:
            raise refusals.refusal("a query used twice", node, node["table_name"])
        self._used.add(id(query.query))
        aliased = {**node, "column_name_alias": _renamed(query.columns, node["column_name_alias"])}
        return self._query(aliased, query.query, node["alias"] or node["table_name"], query.before)

    def _topic(self, node: Node) -> Source:
        if not self.is_topic(node) or node.get("at_clause") is not None:
            raise refusals.refusal("a relation that is no topic", node, node["table_name"])
        topic = Topic(node["catalog_name"], node["schema_name"], node["table_name"])
        if self.topics and self.topics[0] != topic:
            raise refusals.refusal("topics of several names", node, node["table_name"])
        if not self.topics:
            self.topics.append(topic)
        own = list(self.columns_of(node))
        name = node["alias"] or node["table_name"]
        names = _renamed(node["column_name_alias"], own)
        table = relations.relation(DELTA, name)
        if node["column_name_alias"]:
            items = [{**nodes.column(old), "alias": new} for old, new in zip(own, names, strict=True)]
            table = relations.subquery(
                name, {**nodes.select(items[0])["node"], "from_table": relations.relation(DELTA)}
            )
            table["subquery"]["node"]["select_list"] = [*items, nodes.column(SEQ)]
        return Source(table, Scope(name, tuple(names)))

    def _query(self, node: Node, query: Node, name: str, common: Mapping[str, Common]) -> Source:
        rewritten, columns = self.linear(query, common)
        names = _renamed(node["column_name_alias"], columns)
        place = relations.subquery(name, rewritten)
        if node["column_name_alias"]:
            place["column_name_alias"] = [*names, SEQ]
        return Source(place, Scope(name, tuple(names)))

    def linear(self, query: Node, common: Mapping[str, Common]) -> tuple[Node, tuple[str, ...]]:
        """
        A query that makes rows of each row by itself, with "~seq" as its last column; and its other columns.

        Raises:
            FeatureNotSupported: It does more.

        """
        common = self.common(query, common)
        if query["type"] == "SET_OPERATION_NODE":
            return self._union(query, common)
        linear.check(query)
        source = self.source(query["from_table"], common)
        names, items = self.items(query["select_list"], source.scope)
        aliases = dict(zip((name.lower() for name in names), items, strict=True))
        where = query["where_clause"]
        understood = None if where is None else source.scope.with_aliases(aliases).understood(where)
        for expression in (*items, *([] if understood is None else [understood])):
            linear.check_of_one_row(expression, "GROUP BY in a sub-query")
        listed = [{**item, "alias": name} for name, item in zip(names, items, strict=True)]
        rewritten = {
            **nodes.select(column(source.scope.relation, SEQ))["node"],
            "select_list": [*listed, column(source.scope.relation, SEQ)],
            "from_table": source.node,
            "where_clause": understood,
        }
        return rewritten, names

    def items(self, select_list: list[Node], scope: Scope) -> tuple[tuple[str, ...], list[Node]]:
        """
        The names of a select list's columns, and what they are.
        """
        names: list[str] = []
        items: list[Node] = []
        for item in stars.expanded(select_list, scope):
            names.append(item["alias"] or self._derived(item))
            earlier = {name.lower(): one for name, one in zip(names, items, strict=False)}
            items.append(scope.with_aliases(earlier).understood(item))
        return tuple(names), items

    def _derived(self, item: Node) -> str:
        """What a column is called that is given no name."""
        if item["class"] == "COLUMN_REF":
            return str(item["column_names"][-1])
        return sql(item, self.text_of)

    def _union(self, query: Node, common: Mapping[str, Common]) -> tuple[Node, tuple[str, ...]]:
        kind = query["setop_type"]
        if kind == "UNION_BY_NAME":
            raise refusals.refusal("UNION ALL BY NAME", query)
        if kind != "UNION" or not query["setop_all"]:
            raise refusals.refusal(kind, query)
        if not all(each["type"] == "ORDER_MODIFIER" for each in query["modifiers"]):
            raise refusals.refusal("LIMIT in a sub-query", query)
        left, names = self.linear(query["left"], common)
        right, _ = self.linear(query["right"], common)
        return {**query, "modifiers": [], "cte_map": {"map": []}, "left": left, "right": right}, names


def _renamed(first: Sequence[str], names: Sequence[str]) -> list[str]:
    """Names, of which the first ones have been given others."""
    return [*first, *names[len(first) :]]
