"""
Functions that return rows, in GROUP BY.

PostgreSQL makes the rows before it groups them (15, 38.5.9); duckdb 1.5.5 has such calls only in an item of
SELECT, when the groups are done.  So they go to FROM:

    SELECT unnest(tags) AS tag, count(*) FROM t GROUP BY tag
    SELECT "~1" AS tag, count(*) FROM t, LATERAL (SELECT unnest(tags) AS "~1") AS "~grouped" GROUP BY "~1"
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.syntax.lexer import words
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

_FUNCTIONS: Final = words(
    "unnest generate_subscripts regexp_matches regexp_split_to_table string_to_table json_object_keys "
    "jsonb_object_keys json_array_elements jsonb_array_elements json_array_elements_text "
    "jsonb_array_elements_text jsonb_path_query"
)
_NAME: Final = "~grouped"


def stands_free(tokens: Tokens) -> bool:
    """
    Is there such a call, and a GROUP BY?
    """
    found = {token.word for token in tokens}
    return "group" in found and not found.isdisjoint(_FUNCTIONS)


def edit(tree: Tree) -> None:
    """
    Bring the calls by which a query groups into its FROM clause.
    """
    for query in [node for node in nodes.walk(tree) if node.get("type") == "SELECT_NODE"]:
        calls = _calls(query)
        if calls:
            _bring_into_from(query, calls)


def _calls(query: Node) -> dict[str, Node]:
    """The calls in what the query groups by, each once, by what it looks like."""
    grouped = [_meant(expression, query["select_list"]) for expression in query["group_expressions"]]
    found = [node for node in nodes.walk(grouped) if _returns_rows(node)]
    return {_likeness(call): call for call in found}


def _likeness(call: Node) -> str:
    return nodes.likeness({**call, "alias": ""})


def _meant(expression: Node, items: list[Node]) -> Node:
    """The item of SELECT that a number or an alias in GROUP BY stands for; else the expression itself."""
    if nodes.is_constant(expression, "INTEGER"):
        number = expression["value"]["value"]
        return items[number - 1] if 0 < number <= len(items) else expression
    if expression["class"] == "COLUMN_REF" and len(expression["column_names"]) == 1:
        (name,) = expression["column_names"]
        return next((item for item in items if item["alias"].lower() == name.lower()), expression)
    return expression


def _returns_rows(node: Node) -> bool:
    return node.get("class") == "FUNCTION" and node["function_name"].lower() in _FUNCTIONS


def _bring_into_from(query: Node, calls: dict[str, Node]) -> None:
    columns = {likeness: f"~{number}" for number, likeness in enumerate(calls, start=1)}

    def by_name(node: Node) -> Node:
        name = columns.get(_likeness(node)) if _returns_rows(node) else None
        return node if name is None else {**nodes.column(name), "alias": node["alias"]}

    called = [{**call, "alias": columns[likeness]} for likeness, call in calls.items()]
    for clause in ("select_list", "group_expressions", "having", "qualify", "modifiers"):
        query[clause] = nodes.rewrite_nodes(query[clause], by_name)
    query["from_table"] = _joined(query["from_table"], _subquery(called))


def _subquery(items: list[Node]) -> Node:
    tree = nodes.select(items[0])
    tree["node"]["select_list"] = items
    return {
        "type": "SUBQUERY",
        "alias": _NAME,
        "sample": None,
        "query_location": nodes.NOWHERE,
        "subquery": tree,
        "column_name_alias": [],
    }


def _joined(left: Node, right: Node) -> Node:
    """`left, LATERAL right`."""
    if left["type"] == "EMPTY":
        return right
    join: dict[str, Any] = {
        "type": "JOIN",
        "alias": "",
        "sample": None,
        "query_location": nodes.NOWHERE,
        "left": left,
        "right": right,
        "condition": None,
        "join_type": "INNER",
        "ref_type": "CROSS",
        "using_columns": [],
        "delim_flipped": False,
        "duplicate_eliminated_columns": [],
    }
    return join
