"""
What types a query's expressions have, asked of the engine by a query that is made for it and never runs.

A plan tells the type of everything, but not where in the text it stands.  So a copy of the tree has each
expression in question as CASE n WHEN n THEN expression END, with a number of its own that is found again in
the plan of that copy.  The same expression at two places of one SELECT has one number: what is in GROUP BY
has to stay what is in the select list.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.nodes import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree

FIRST: Final = 1_900_000_000
"""Numbers from here on are marks; nobody compares such a one with itself."""

# A value's "type" is a node itself, which no set has
_QUERY_NODES: Final = ("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE")
_STAND_INS: Final = {"/": "//", "pg_typeof": "concat", "~pg_typeof": "concat"}
_READ_FIRST: Final = frozenset({"cte_map", "from_table"})
_RECURSIVE: Final = "RECURSIVE_CTE_NODE"
_TERMS: Final = frozenset({"left", "right"})


@dataclass(eq=False, slots=True)
class Scope:
    """
    One query of a tree: a SELECT, or what joins several.

    Args:
        query: Its node.
        needs: The scopes whose columns it may read, of whatever type they are.
        common: What WITH defines for it, as entries of a cte_map.
        found: The nodes that were looked for, inner before outer, without those of queries inside.

    """

    query: Node
    needs: tuple[Scope, ...] = ()
    common: tuple[Node, ...] = ()
    found: list[Node] = field(default_factory=list)


def scopes(tree: Tree, is_wanted: Callable[[Node], bool]) -> list[Scope]:
    """
    The queries of a tree with the nodes that are wanted, those that others need before them.
    """
    return _scopes(tree["node"], _Seen(is_wanted), None)


@dataclass(frozen=True, slots=True)
class _Seen:
    """
    What a part of a tree sees: the scopes before it, and what WITH defines.
    """

    is_wanted: Callable[[Node], bool]
    before: tuple[Scope, ...] = ()
    common: tuple[Node, ...] = ()

    def behind(self, scopes: Iterable[Scope]) -> _Seen:
        return replace(self, before=(*self.before, *scopes))

    def with_common(self, entry: Node) -> _Seen:
        others = (one for one in self.common if one["key"].lower() != entry["key"].lower())
        return replace(self, common=(*others, entry))


def _scopes(value: object, seen: _Seen, scope: Scope | None) -> list[Scope]:
    if isinstance(value, list):
        return [inner for child in value for inner in _scopes(child, seen, scope)]
    if not isinstance(value, dict):
        return []
    if value.get("type") in _QUERY_NODES:
        return _query_scopes(value, seen)
    below = _asked_of(value["function"]) if value.get("type") == "TABLE_FUNCTION" else value.values()
    inside = [inner for child in below for inner in _scopes(child, seen, scope)]
    if scope is not None and "class" in value and seen.is_wanted(value):
        scope.found.append(value)
    return inside


def _asked_of(function: Node) -> list[Node]:
    """
    What of a function in FROM may be edited: its arguments, and unnest, which is one of expressions as well.
    """
    return [function] if function["function_name"] == "unnest" else list(function["children"])


def _query_scopes(query: Node, seen: _Seen) -> list[Scope]:
    scope = Scope(query)
    found: list[Scope] = []
    for entry in (query.get("cte_map") or {}).get("map", ()):  # a later one reads those before it
        found += _scopes(entry["value"], seen.behind(found), scope)
        seen = seen.with_common(_first_term(entry))
    scope.common = seen.common
    found += _scopes(query.get("from_table"), seen.behind(found), scope)
    if query["type"] == "RECURSIVE_CTE_NODE":
        found += _scopes(query["left"], seen.behind(found), scope)
        seen = seen.with_common(_itself(query))
        found += _scopes(query["right"], seen.behind(found), scope)
    inside = seen.behind(found)
    for key, child in query.items():
        if key not in _READ_FIRST and not (
            query["type"] == "RECURSIVE_CTE_NODE" and key in {"left", "right"}
        ):
            found += _scopes(child, inside, scope)
    scope.needs = (*seen.before, *found)
    return [*found, scope]


def _first_term(entry: Node) -> Node:
    """
    A recursive query is of the types of its first term.
    """
    common = entry["value"]
    node = common["query"]["node"]
    if node["type"] != _RECURSIVE:
        return entry
    return {**entry, "value": {**common, "query": {**common["query"], "node": node["left"]}}}


def _itself(query: Node) -> Node:
    """
    What a recursive query is to its own second term.
    """
    common = {
        "aliases": query["aliases"],
        "query": {"node": query["left"], "named_param_map": []},
        "materialized": "CTE_MATERIALIZE_DEFAULT",
        "key_targets": [],
    }
    return {"key": query["cte_name"], "value": common}


def numbered(asked: Iterable[tuple[Scope, Node]]) -> dict[int, int]:
    """
    A number for each expression: id of its node → number.
    """
    known: dict[tuple[int, str], int] = {}
    return {
        id(node): known.setdefault((id(scope), nodes.likeness(node)), FIRST + len(known))
        for scope, node in asked
    }


def probe(tree: Tree, numbers: Mapping[int, int]) -> Tree:
    """
    The copy of a tree that is asked, each numbered expression marked.

    duckdb 1.5.5: json_serialize_plan takes / for the division of doubles, whatever integer_division says; the
    binder has no snapshots; pg_typeof() is evaluated while it binds, and its argument gone.
    """
    return {key: _copy(child, numbers) for key, child in tree.items()}


def _copy(value: object, numbers: Mapping[int, int]) -> object:
    if isinstance(value, list):
        return [_copy(child, numbers) for child in value]
    if not isinstance(value, dict):
        return value
    copy = {key: _copy(child, numbers) for key, child in value.items()}
    name = str(copy.get("function_name", ""))
    if name in _STAND_INS:
        copy["function_name"] = _STAND_INS[name]
    if copy.get("type") == "BASE_TABLE":
        copy["at_clause"] = None
    number = numbers.get(id(value))
    return copy if number is None else _marked(copy, number)


def _marked(node: Node, number: int) -> Node:
    same = {
        "class": "COMPARISON",
        "type": "COMPARE_EQUAL",
        "alias": "",
        "query_location": NOWHERE,
        "left": nodes.constant(number),
        "right": nodes.constant(number),
    }
    return {
        "class": "CASE",
        "type": "CASE_EXPR",
        "alias": node["alias"],  # as which a field of a row has its name
        "query_location": NOWHERE,
        "case_checks": [{"when_expr": same, "then_expr": {**node, "alias": ""}}],
        "else_expr": nodes.constant(None),
    }


def answers(plans: Sequence[Mapping[str, object]]) -> dict[int, Node]:
    """
    What the plan of a probe says: number → type.  An expression that has two, as COLUMNS(*) may, has none.
    """
    found: dict[int, Node] = {}
    torn: set[int] = set()
    for node in nodes.walk(list(plans)):
        number = number_of(node)
        if number is None:
            continue
        if found.setdefault(number, node["return_type"]) != node["return_type"]:
            torn.add(number)
    return {number: of_type for number, of_type in found.items() if number not in torn}


def number_of(node: Node) -> int | None:
    """
    The number of a mark in a plan; None of what is none.
    """
    if node.get("expression_class") != "BOUND_CASE":
        return None
    condition = node["case_checks"][0]["when_expr"]
    if condition.get("expression_class") != "BOUND_COMPARISON":
        return None
    constant = condition["left"]
    while constant.get("expression_class") == "BOUND_CAST":
        constant = constant["child"]
    value = constant.get("value")
    number = value.get("value") if isinstance(value, dict) else None
    return number if isinstance(number, int) and number >= FIRST else None
