"""
Types of parameters that DuckDB's binder cannot infer, by PostgreSQL's rules (PostgreSQL 15, 10.2, 10.3).

infer() walks a query's tree and looks at what stands beside each $n.  It answers only where it knows; the
rest is asked of the binder's plan, and what that does not know either is text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.untyped.evidence import TEXT, Found, TypeOf, common_type, first_type
from pggate.translate.untyped.operands import settle_operands

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree

__all__ = ["TEXT", "TypeOf", "infer"]


def infer(
    tree: Tree,
    type_of: TypeOf,
    *,
    targets: Sequence[str | None] = (),
    known: Mapping[int, str] | None = None,
) -> dict[int, str]:
    """
    DuckDB's type text for each parameter whose place in the query tells it.

    Args:
        tree: The query: a SELECT, an INSERT's source, or what `queries.equivalent` gives.
        type_of: Asks the binder for the type of the only column of a query made of parts of this one.
        targets: The types of the columns that the query's columns are written to, by position.
        known: Types that are settled already: the client's own, or those of casts.

    """
    found = Found(type_of, dict(known or {}))
    for _ in range(_ROUNDS):
        before = len(found.types)
        _of_query(tree["node"], found, targets)
        if len(found.types) == before:
            break
    return {n: of_type for n, of_type in found.types.items() if n not in (known or {})}


# One parameter's type may be found by another's: `$1 = $2 AND $2 = id`.
_ROUNDS: Final = 3


def _of_query(node: Node, found: Found, targets: Sequence[str | None] = ()) -> None:
    """
    One query: what its columns are for, then every expression in it.
    """
    if not nodes.is_by_name(node):  # else each side says what its own columns are
        _of_columns(list(nodes.selects(node)), found, targets)
    _of_limits(node, found)
    for key in ("where_clause", "having", "qualify"):
        if node.get(key):
            found.settle(node[key], "BOOLEAN")
    if node["type"] != "SELECT_NODE" and "left" in node:
        for side in (node["left"], node["right"]):
            _of_query(side, found, targets)
    found.sources.append(node)
    for expression in _expressions(node):
        _of_expression(expression, found)
    found.sources.pop()


def _of_columns(selects: Sequence[Node], found: Found, targets: Sequence[str | None]) -> None:
    """
    A bare $n as a column: of the target's type, of the type in another branch of a UNION, else text.
    """
    for query in selects:
        rows = query["from_table"].get("values") or []
        _of_values(rows, found, targets if query["select_list"][0]["class"] == "STAR" else ())
        for position, item in enumerate(query["select_list"]):
            if not nodes.is_parameter(item):
                continue
            target = targets[position] if position < len(targets) else None
            found.settle(item, target or first_type(selects, position, found) or TEXT)


def _of_values(rows: Sequence[Sequence[Node]], found: Found, targets: Sequence[str | None]) -> None:
    """
    VALUES ($1, 2), (3, $2): of the target's type, of that of another row, else text.
    """
    for position, column in enumerate(zip(*rows, strict=False)):
        target = targets[position] if position < len(targets) else None
        of_type = target or common_type(column, found) or TEXT
        for cell in column:
            found.settle(cell, of_type)


def _of_limits(node: Node, found: Found) -> None:
    for modifier in node.get("modifiers", ()):
        for key in ("limit", "offset"):
            if modifier.get(key):
                found.settle(modifier[key], "BIGINT")


def _expressions(node: Node) -> Iterator[Node]:
    """
    Every expression of a query but those of its subqueries, which are queries of their own.
    """
    skipped = {"left", "right"} if node["type"] != "SELECT_NODE" else set()
    for key, child in node.items():
        if key not in skipped and isinstance(child, dict | list):
            yield from _inside(child)


def _inside(value: object) -> Iterator[Node]:
    if isinstance(value, list):
        for child in value:
            yield from _inside(child)
    elif isinstance(value, dict):
        yield value
        if "named_param_map" in value:
            return  # a subquery: its expressions are read in its own FROM clause
        for child in value.values():
            if isinstance(child, dict | list):
                yield from _inside(child)


def _of_expression(node: Node, found: Found) -> None:
    """
    What one node says about the parameters directly below it.
    """
    if "named_param_map" in node:
        _of_query(node["node"], found)
        return
    settle_operands(node, found)
    if node.get("class") == "FUNCTION":
        for body in found.bodies(node):
            for expression in _inside(body):
                _of_expression(expression, found)
