"""
FROM of a live view: topics, and queries on them that make of each row rows by themselves.

Every one of them hands on the snapshot that a row came with, as the last of its columns; and how what comes
and goes with a snapshot is made of what comes to its topics and goes (`Term`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.translate.trees import nodes
from pggate.views import joins, linear, refusals, relations, stars
from pggate.views.compiled import DELTA, SEQ, Role, Topic
from pggate.views.expressions import column, sql
from pggate.views.relations import Query, Source, together
from pggate.views.scope import Scope
from pggate.views.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree

_REFUSED: Final[Mapping[str, str]] = {
    "EMPTY": "a query without a topic",
    "TABLE_FUNCTION": "a function in FROM",
    "EXPRESSION_LIST": "VALUES",
}
_UNNAMED: Final = "unnamed_subquery"


@dataclass(frozen=True, slots=True)
class Common:
    """
    A query of WITH, or a view's; and those that it can name itself.
    """

    query: Node
    columns: Sequence[str]
    before: Mapping[str, Common]


def no_view(_table: Node) -> Common | None:
    """Where no table is a view."""
    return None


@dataclass(slots=True)
class Sources:
    """
    Args:
        is_topic: Whether a table in FROM is a topic.
        columns_of: The columns of one that is.
        text_of: A tree's text.
        view_of: The query of one that is a view.

    """

    is_topic: Callable[[Node], bool]
    columns_of: Callable[[Node], Sequence[str]]
    text_of: Callable[[Tree], str]
    view_of: Callable[[Node], Common | None] = no_view
    topics: list[Topic] = field(default_factory=list)
    """Those that have been met."""
    relations: dict[str, int] = field(default_factory=dict)
    """What stands for their rows: each name, and which of them it is."""
    joins: int = 0
    written: Written = field(default_factory=Written)
    _is_inlined: bool = False
    _part: int = 0
    """Of the query: a topic has one relation in it."""
    _parts: int = 0
    _placed: dict[tuple[int, int], str] = field(default_factory=dict)
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
            FeatureNotSupported: Its rows are not made of topics', each by itself.

        """
        if node["type"] in _REFUSED:
            raise refusals.refusal(_REFUSED[node["type"]], node)
        if node.get("sample") is not None:
            raise refusals.refusal("TABLESAMPLE", node)
        if node["type"] == "JOIN":
            return self._join(node, common)
        if node["type"] == "SUBQUERY":
            return self._query(node, node["subquery"]["node"], node["alias"] or _UNNAMED, common)
        if node["type"] != "BASE_TABLE":
            raise refusals.refusal("a relation in FROM", node, node["type"].lower())
        query = common.get(node["table_name"].lower()) if not node["schema_name"] else None
        if query is None:
            view = self.view_of(node)
            return self._topic(node) if view is None else self._view(node, view)
        if id(query.query) in self._used:
            raise refusals.refusal("a query used twice", node, node["table_name"])
        self._used.add(id(query.query))
        aliased = {**node, "column_name_alias": _renamed(query.columns, node["column_name_alias"])}
        return self._query(aliased, query.query, node["alias"] or node["table_name"], query.before)

    def _join(self, node: Node, common: Mapping[str, Common]) -> Source:
        """Each side is a part by itself: where one has what came, the other has all rows."""
        joins.check_kind(node)
        around = self._part
        left, right = self._side(node["left"], common), self._side(node["right"], common)
        self._part = around
        self.joins += 1
        if node["ref_type"] == "NATURAL":
            if self._is_inlined:
                raise refusals.refusal("NATURAL JOIN in a view", node["right"])
            self.written.using[node["query_location"]] = joins.merged(node, left.scope, right.scope)
        return joins.joined(node, left, right, None if self._is_inlined else self.written)

    def _side(self, node: Node, common: Mapping[str, Common]) -> Source:
        self._parts += 1
        self._part = self._parts
        return self.source(node, common)

    def _view(self, node: Node, view: Common) -> Source:
        aliased = {**node, "column_name_alias": _renamed(node["column_name_alias"], view.columns)}
        around, self._is_inlined = self._is_inlined, True
        try:
            return self._query(aliased, view.query, node["alias"] or node["table_name"], view.before)
        except FeatureNotSupported as error:  # where in the view it stands says nothing of this text
            error.position = refusals.place(node)
            error.hint = refusals.INLINED if error.hint == refusals.INNER else error.hint
            raise
        finally:
            self._is_inlined = around

    def _topic(self, node: Node) -> Source:
        if not self.is_topic(node) or node.get("at_clause") is not None:
            raise refusals.refusal("a relation that is no topic", node, node["table_name"])
        rows = self._relation(Topic(node["catalog_name"], node["schema_name"], node["table_name"]))
        own = list(self.columns_of(node))
        name = node["alias"] or node["table_name"]
        names = _renamed(node["column_name_alias"], own)
        table = relations.relation(rows, name)
        if node["column_name_alias"]:
            items = [{**nodes.column(old), "alias": new} for old, new in zip(own, names, strict=True)]
            table = relations.subquery(
                name, {**nodes.select(items[0])["node"], "from_table": relations.relation(rows)}
            )
            table["subquery"]["node"]["select_list"] = [*items, nodes.column(SEQ)]
        return Source(table, Scope(name, tuple(names)), ({rows: Role.DELTA},))

    def _relation(self, topic: Topic) -> str:
        """What stands for a topic's rows in this part of the query."""
        if topic not in self.topics:
            self.topics.append(topic)
        number = self.topics.index(topic)
        place = self._part, number
        if place not in self._placed:
            name = f"{DELTA} {len(self._placed)}" if self._placed else DELTA
            self._placed[place] = name
            self.relations[name] = number
        return self._placed[place]

    def _query(self, node: Node, query: Node, name: str, common: Mapping[str, Common]) -> Source:
        rewritten = self.linear(query, common)
        names = _renamed(node["column_name_alias"], rewritten.columns)
        place = relations.subquery(name, rewritten.node)
        if node["column_name_alias"]:
            place["column_name_alias"] = [*names, SEQ]
        return Source(place, Scope(name, tuple(names)), rewritten.terms)

    def linear(self, query: Node, common: Mapping[str, Common]) -> Query:
        """
        A query that makes rows of each row by itself, with "~seq" as its last column.

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
        return Query(rewritten, names, source.terms)

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

    def _union(self, query: Node, common: Mapping[str, Common]) -> Query:
        kind = query["setop_type"]
        if kind == "UNION_BY_NAME":
            raise refusals.refusal("UNION ALL BY NAME", query)
        if kind != "UNION" or not query["setop_all"]:
            raise refusals.refusal(kind, query)
        if not all(each["type"] == "ORDER_MODIFIER" for each in query["modifiers"]):
            raise refusals.refusal("LIMIT in a sub-query", query)
        left, right = self.linear(query["left"], common), self.linear(query["right"], common)
        union = {
            **query,
            "modifiers": [],
            "cte_map": {"map": []},
            "left": left.node,
            "right": right.node,
        }
        return Query(union, left.columns, together(left.terms, right.terms))


def _renamed(first: Sequence[str], names: Sequence[str]) -> list[str]:
    """Names, of which the first ones have been given others."""
    return [*first, *names[len(first) :]]
