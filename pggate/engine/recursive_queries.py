"""
Recursive queries in a plan (PostgreSQL 15, 7.8.2): what their two terms give.

Where the second gives what the first does not, PostgreSQL refuses the query (parse_cte.c, analyzeCTE); DuckDB
makes of it what the first gives.  Shapes: json_serialize_plan of duckdb 1.5.5.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.mismatch import Mismatch, shown
from pggate.engine.outputs import Modifiers
from pggate.engine.types import type_text
from pggate.engine.vocabulary import type_name
from pggate.errors import DatatypeMismatch
from pggate.translate.columns import common_types
from pggate.translate.columns.recursive_terms import OPERATOR, Column
from pggate.translate.trees import nodes
from pggate.types.ducktype import parse
from pggate.types.unconstrained import is_unconstrained

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pggate.engine.plan_walk import Plan

_HINT: Final = "Cast the output of the non-recursive term to the correct type."
_CAST: Final = re.compile(rb"::|cast\b", re.IGNORECASE)
_TEXT: Final = "VARCHAR"
_NUMERIC: Final = "DECIMAL"


def columns(plan: Plan, sql: str) -> Iterator[Column]:
    """
    The columns of the recursive queries in a plan.

    Args:
        sql: The text that was bound: it tells its own casts from DuckDB's.

    """
    text = sql.encode()
    for operator in _operators(plan):
        second = operator["children"][1]
        itself = _itself(operator)
        if itself is None or second["type"] != "LOGICAL_PROJECTION":
            continue
        types, names = itself["chunk_types"], tuple(itself["bound_columns"])
        for place, (first, expression) in enumerate(zip(types, second["expressions"], strict=False)):
            given = _type(_as_written(expression, first, text)) or first
            yield Column(operator["ctename"], place, names, first, dict(given))


def refusal(found: Iterable[Column]) -> DatatypeMismatch | None:
    """
    What PostgreSQL says of the first column whose terms give something else; None if there is none.
    """
    messages = (message for message in map(_refusal, found) if message)
    return next((DatatypeMismatch(message, hint=_HINT) for message in messages), None)


def _refusal(column: Column) -> str:
    first, second = _innermost(column.first), _innermost(column.second)
    is_text = first["id"] == _TEXT and shown(first) == "text"
    both = common_types.common_type([second] if is_text else [first, second])
    if both is None or shown(both) == shown(first):
        return ""
    dimensions = _dimensions(column.first)
    return _message(column.query, column.place, shown(first) + dimensions, shown(both) + dimensions)


def _dimensions(of_type: Mapping[str, Any]) -> str:
    return type_text(of_type).count("[]") * "[]"


def without_modifier(plan: Plan, sql: str) -> Mismatch | None:
    """
    The first column that has a numeric's precision in the first term alone; None if there is none.
    """
    reader = Modifiers(sql)
    reader.columns(plan)
    for operator in _operators(plan):
        first, second = map(reader.columns, operator["children"])
        itself = _itself(operator)
        types = itself["chunk_types"] if itself is not None and second else ()
        for place, (of_type, *keeps) in enumerate(zip(types, first, second, strict=False)):
            if keeps == [True, False] and _has_precision(of_type):
                both = "numeric" + _dimensions(of_type)
                message = _message(operator["ctename"], place, type_name(type_text(of_type)), both)
                return Mismatch(DatatypeMismatch, message, _HINT, None, ())
    return None


def _has_precision(of_type: Mapping[str, Any]) -> bool:
    """Is it a numeric(p, s), or an array of such?  A numeric without them is a DECIMAL, too."""
    inner = _innermost(of_type)
    return inner["id"] == _NUMERIC and not is_unconstrained(parse(type_text(inner)))


def _message(query: str, place: int, first: str, both: str) -> str:
    return (
        f'recursive query "{query}" column {place + 1} has type {first} in non-recursive term'
        f" but type {both} overall"
    )


def _operators(plan: Plan) -> Iterator[dict[str, Any]]:
    return (node for node in nodes.walk(plan) if node.get("type") == OPERATOR)


def _itself(operator: Plan) -> Plan | None:
    """
    Where the second term reads what is there already; None if it does not.
    """
    number = operator["table_index"]
    return next(
        (
            node
            for node in nodes.walk(operator["children"][1])
            if node.get("type") == "LOGICAL_CTE_REF" and node["cte_index"] == number
        ),
        None,
    )


def _as_written(expression: Plan, first: Plan, text: bytes) -> Plan:
    """
    The expression without the cast that DuckDB has put around it.
    """
    if expression["expression_class"] != "BOUND_CAST" or expression["return_type"] != first:
        return expression
    place, child = expression["query_location"], expression["child"]
    is_around = child["expression_class"] == "BOUND_CAST" and child["query_location"] == place
    is_written = place < len(text) and _CAST.match(text, place) is not None and not is_around
    return expression if is_written else child


def _type(expression: Plan) -> Mapping[str, Any] | None:
    """
    None of NULL, and of a literal without a type.
    """
    value = expression.get("value")
    if expression["expression_class"] == "BOUND_CONSTANT" and value:
        is_open = value["is_null"] or value["type"]["id"] == _TEXT
        return None if is_open else value["type"]
    return expression.get("return_type")


def _innermost(of_type: Mapping[str, Any]) -> dict[str, Any]:
    element = nodes.element_type(dict(of_type))
    return dict(of_type) if element is None else _innermost(element)
