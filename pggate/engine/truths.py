"""
What has to be a boolean and is none: the conditions of WHERE, AND, OR, NOT, CASE and FILTER, which DuckDB
casts (PostgreSQL 15, 7.2.2, 9.1, 9.18, 4.2.7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine.assignments import NOWHERE
from pggate.engine.mismatch import Mismatch, casts, kind, own_type, shown
from pggate.errors import DatatypeMismatch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Node = Mapping[str, Any]

_CLAUSES: Final = {
    "LOGICAL_FILTER": ("WHERE", "expressions"),
    "CONJUNCTION_AND": ("AND", "children"),
    "CONJUNCTION_OR": ("OR", "children"),
    "OPERATOR_NOT": ("NOT", "children"),
    "CASE_EXPR": ("CASE/WHEN", "case_checks"),
    "BOUND_AGGREGATE": ("FILTER", "filter"),
}
"""By the type of a node of a plan: what PostgreSQL calls it, and where its conditions are."""


# IS [NOT] TRUE, IS [NOT] FALSE
_TESTS: Final = {
    ("COMPARE_NOT_DISTINCT_FROM", True): "IS TRUE",
    ("COMPARE_NOT_DISTINCT_FROM", False): "IS FALSE",
    ("COMPARE_DISTINCT_FROM", True): "IS NOT TRUE",
    ("COMPARE_DISTINCT_FROM", False): "IS NOT FALSE",
}


def untrue(node: Node) -> Mismatch | None:
    """
    The first condition of a node of a plan that is no boolean; None of any other node.
    """
    if node.get("expression_class") == "BOUND_COMPARISON":
        return _tested(node)
    clause = _CLAUSES.get(str(node.get("type", "")))
    found = node.get(clause[1]) if clause is not None else None
    if clause is None or not found:
        return None
    conditions: Sequence[Node] = found if isinstance(found, list) else [found]
    made = (_made_boolean(clause[0], one.get("when_expr", one)) for one in conditions)
    return next((one for one in made if one is not None), None)


def _made_boolean(word: str, condition: Node) -> Mismatch | None:
    if condition.get("expression_class") != "BOUND_CAST" or condition["return_type"]["id"] != "BOOLEAN":
        return None
    of_type = own_type(condition)
    if of_type["id"] == "BOOLEAN" or kind(condition, of_type) is None:
        return None
    message = f"argument of {word} must be type boolean, not type {shown(of_type)}"
    return Mismatch(DatatypeMismatch, message, None, condition["query_location"], casts([condition]))


def _tested(comparison: Node) -> Mismatch | None:
    """
    x IS TRUE is in a plan what `x::boolean IS NOT DISTINCT FROM true` would be, but its cast stands nowhere.
    """
    left, right = comparison.get("left"), comparison.get("right")
    if left is None or right is None or right["expression_class"] != "BOUND_CONSTANT":
        return None
    word = _TESTS.get((comparison["type"], right["value"].get("value")))
    if word is None or right["value"]["type"]["id"] != "BOOLEAN" or left["query_location"] < NOWHERE:
        return None
    found = _made_boolean(word, left)
    return found and found._replace(location=comparison["query_location"], casts=())
