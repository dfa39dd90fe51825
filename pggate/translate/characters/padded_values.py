"""
Values of char(n) with their blanks up to n characters where a query shows them inside of something else
(shown_values.py).

A lake keeps them without, as all comparisons take them, and a result's own columns get them on their way out
(types/padding.py):

    concat(c, '|')      concat(rpad(c, 4, ' '), '|')
    to_json(t)          to_json(struct_update(t, c := rpad(t.c, 4, ' ')))
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pggate.translate.arrays import nested_arrays
from pggate.translate.characters import shown_values
from pggate.translate.characters.replaced_items import replace_items
from pggate.translate.characters.shown_values import PADDED, UNPADDED
from pggate.translate.trees import nodes, probes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pggate.translate.characters.shown_values import Shown
    from pggate.translate.trees.nodes import Node, Tree
    from pggate.translate.trees.probes import Scope


@dataclass(frozen=True, slots=True)
class Width:
    """
    How many characters the values have that are shown.

    Args:
        characters: 0 where they are of no char(n).
        dimensions: Of the array that has them.
        fields: Of a row by its columns' names.

    """

    characters: int = 0
    dimensions: int = 0
    fields: Mapping[str, Width] = field(default_factory=dict)

    @property
    def pads(self) -> bool:
        """Is there any?"""
        return self.characters > 0 or any(each.pads for each in self.fields.values())

    @property
    def is_of_parts(self) -> bool:
        """Is it that of an array's items or a row's fields?"""
        return self.dimensions > 0 or bool(self.fields)


def edit(tree: Tree, ask: Callable[[Tree], Mapping[int, Width]], *, is_result: bool) -> bool:
    """
    Give such values their blanks, in place; were there any?

    Args:
        ask: Has a probe bound: number → what is known of the expression.
        is_result: Does a client see the columns of the query?

    """
    scopes = probes.scopes(tree, shown_values.shows)
    places = [(scope, one) for scope in scopes for node in scope.found for one in shown_values.shown_by(node)]
    before = []
    if is_result:
        before = [(query, copy.deepcopy(query["select_list"])) for query in _results(tree)]
        of_query = {id(scope.query): scope for scope in scopes}
        places += [(of_query[id(query)], one) for query, one in shown_values.shown_items(tree["node"])]
    places = _once(places)
    asked = ((scope, one.node) for scope, one in places if not _is_cast(one.node))
    numbers = probes.numbered(asked)
    answers = ask(_probe(tree, numbers)) if numbers else {}

    def width_of(node: Node) -> Width:
        return answers.get(numbers.get(id(node), 0), Width())

    followed = [one for _, one in places if one.leader is None or _is_fixed(one.leader, width_of(one.leader))]
    changed = [_give(one, width_of(one.node)) for one in followed]
    for query, items in before:
        shown, query["select_list"] = query["select_list"], items
        replace_items(query, [_named(one, item) for one, item in zip(shown, items, strict=True)])
    return any(changed)


def _named(shown: Node, item: Node) -> Node:
    """A row keeps the name of its relation."""
    is_replaced = item["class"] == "COLUMN_REF" != shown["class"] and not shown["alias"]
    return {**shown, "alias": item["column_names"][-1]} if is_replaced else shown


def _once(places: Iterable[tuple[Scope, Shown]]) -> list[tuple[Scope, Shown]]:
    """
    What is shown for itself and in parts is shown for itself.
    """
    found: dict[int, tuple[Scope, Shown]] = {}
    for scope, one in places:
        if id(one.node) not in found or not one.in_parts:
            found[id(one.node)] = (scope, one)
    return list(found.values())


def _results(tree: Tree) -> list[Node]:
    return shown_values.result_queries(tree["node"])


def _probe(tree: Tree, numbers: Mapping[int, int]) -> Tree:
    """
    The probe, in which what is cast to text is a text: duckdb 1.5.5 leaves nothing of such a cast of one.
    """
    probe = probes.probe(tree, numbers)
    nodes.rewrite_nodes(probe["node"], _as_text)
    return probe


def _as_text(node: Node) -> Node:
    is_text = nodes.is_cast(node) and node["cast_type"] == {"id": "VARCHAR", "type_info": None}
    if not is_text:
        return node
    return {**nodes.operator("||", node, nodes.constant("")), "alias": node["alias"]}


def _is_fixed(node: Node, width: Width) -> bool:
    return width.pads or _is_cast(node) or node.get("function_name") == PADDED


def _is_cast(node: Node) -> bool:
    return node.get("function_name") == UNPADDED


def _give(shown: Shown, width: Width) -> bool:
    node = shown.node
    if _is_cast(node):
        node["function_name"] = PADDED
        return True
    is_other = shown.in_parts and not width.is_of_parts
    if not width.pads or is_other or (width.fields and node["class"] != "COLUMN_REF"):
        return False
    alias = node["alias"]
    made = _with_blanks(copy.deepcopy({**node, "alias": ""}), width)
    node.clear()
    node.update(made, alias=alias)
    return True


def _with_blanks(value: Node, width: Width) -> Node:
    if width.fields:
        return _row_with_blanks(value, width.fields)
    return nested_arrays.mapped(value, width.dimensions, lambda item: filled(item, width.characters))


def _row_with_blanks(row: Node, fields: Mapping[str, Width]) -> Node:
    """
    A row that is missing stays so: struct_update would make one.
    """
    changed = [
        {**_with_blanks(_own("struct_extract", copy.deepcopy(row), nodes.constant(name)), of), "alias": name}
        for name, of in fields.items()
        if of.pads and name
    ]
    missing = {
        "class": "COMPARISON",
        "type": "COMPARE_NOT_DISTINCT_FROM",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "left": copy.deepcopy(row),
        "right": nodes.constant(None),
    }
    return {
        "class": "CASE",
        "type": "CASE_EXPR",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "case_checks": [{"when_expr": missing, "then_expr": nodes.constant(None)}],
        "else_expr": _own("struct_update", row, *changed),
    }


def filled(value: Node, characters: int) -> Node:
    """
    As `"~char_padded"` does it (sql/character_functions.sql): the UINTEGER tells a plan's reader of the type.
    """
    count = nodes.cast(nodes.cast(nodes.constant(characters), "UINTEGER"), "INTEGER")
    return _own("rpad", value, count, nodes.constant(" "))


def _own(name: str, *children: Node) -> Node:
    """DuckDB's own function."""
    return nodes.function(name, list(children), catalog="system", schema="main")
