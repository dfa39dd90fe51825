"""
What PostgreSQL calls an expression (src/backend/parser/parse_target.c, FigureColname).

A name is found in two strengths: a function's or a column's is a good one, a cast's type or `case` counts
only where nothing better lies inside.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.arrays import item_calls
from pggate.translate.arrays.array_calls import VARIADIC
from pggate.translate.dialect import hypothetical_sets
from pggate.translate.syntax import lexer
from pggate.translate.trees import nodes
from pggate.translate.types.cast_types import enum_name, token_at, type_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node

UNNAMED: Final = "?column?"


class _Strength(IntEnum):
    NONE = 0
    WEAK = 1
    GOOD = 2


class _Name(NamedTuple):
    strength: _Strength
    text: str = UNNAMED


_NO_NAME: Final = _Name(_Strength.NONE)


def label(expression: Node, sql: str = "") -> str:
    """
    What PostgreSQL calls a column of this expression.

    Args:
        expression: A node of a tree.
        sql: The text of which the tree is made: only it tells 'x'::varchar from 'x'::text.

    """
    return _name(expression, sql).text


def _name(node: Node, sql: str) -> _Name:
    if node.get("alias"):
        return _Name(_Strength.GOOD, node["alias"])
    name_of = _NAMES.get(node["class"])
    return _NO_NAME if name_of is None else name_of(node, sql)


def _name_of_column(node: Node, _sql: str) -> _Name:
    return _Name(_Strength.GOOD, node["column_names"][-1])


def _name_of_cast(node: Node, sql: str) -> _Name:
    if _is_truth(node, sql):
        return _NO_NAME
    inner = _name(node["child"], sql)
    return inner if inner.strength is _Strength.GOOD else _Name(_Strength.WEAK, type_name(node, sql))


def _is_truth(node: Node, sql: str) -> bool:
    """
    True for the constants true and false, which DuckDB's tree has as casts of 't' and 'f'.
    """
    written_as_cast = node["query_location"] < nodes.NOWHERE
    if written_as_cast or node["cast_type"]["id"] != "BOOLEAN" or not nodes.is_constant(node["child"]):
        return False
    tokens = lexer.tokens(sql)
    at = token_at(tokens, sql, node["child"]["query_location"])
    return at is None or tokens[at].kind is not lexer.Kind.STRING


def _name_of_case(node: Node, sql: str) -> _Name:
    inner = _name(node["else_expr"], sql)
    return inner if inner.strength is _Strength.GOOD else _Name(_Strength.WEAK, "case")


def _name_of_collation(node: Node, sql: str) -> _Name:
    return _name(node["child"], sql)


# Grammar that DuckDB's parser turns into calls in schema main, and what PostgreSQL's turns it into.
_GRAMMAR: Final = {"date_part": "extract", "trim": "btrim", "list_value": "array", "struct_pack": "row"}
# Macros that a token rule calls by the field (moments)
_MACROS: Final = "~mirror"
# Those that are called what their argument is (moment_precisions)
_PASSING: Final = frozenset({"modified", "rounded", "rounded_time"})
_OF_FIELDS: Final = {"extract": "extract", "part": "date_part"}
# INTERVAL '1' DAY is to_days(...) in DuckDB's tree
_INTERVALS: Final = lexer.words(
    "to_years to_months to_weeks to_days to_hours to_minutes to_seconds to_milliseconds to_microseconds"
)
_FUNCTIONS: Final = {
    "count_star": "count",
    **dict.fromkeys(_INTERVALS, "interval"),
    **{f"~{name}_of": name for name in VARIADIC},
    **hypothetical_sets.MACROS,
    "~json_agg_of": "json_agg",
    "~json_object_of": "json_object",
    **{f"~{name}": name for name in ("json_build_array", "jsonb_build_array")},
    **{f"~{name}": name for name in ("json_build_object", "jsonb_build_object")},
    "~jsonb_agg_of": "jsonb_agg",
    "~json_object_agg_of": "json_object_agg",
    "~jsonb_object_agg_of": "jsonb_object_agg",
    "~format": "format",
    "~regexp_matches_rows": "regexp_matches",
    "quantile_cont": "percentile_cont",  # as DuckDB's parser has it
    "quantile_disc": "percentile_disc",
}
# What the token rules put `system` before (spellings.functions), to tell them from their namesakes
_OF_SYSTEM: Final = {
    "bool_and": "every",
}
# Operators that are calls in DuckDB's tree
_OPERATOR_CALLS: Final = lexer.words(
    "like_escape not_like_escape ilike_escape not_ilike_escape ~any_like ~any_ilike ~any_match ~any_imatch "
    "~all_like ~all_ilike ~all_match ~all_imatch xor"
)


def _name_of_call(node: Node, sql: str) -> _Name:
    name = str(node["function_name"])
    if _casts_labels(node):
        inner = _name(node["children"][0]["child"], sql)
        named = _Name(_Strength.WEAK, type_name(node["children"][1]["expr"], sql))
        return inner if inner.strength is _Strength.GOOD else named
    by_operator = node.get("is_operator") or (name == "regexp_full_match" and not node["schema"])
    if by_operator or name in _OPERATOR_CALLS or _is_bit_string(node):
        return _NO_NAME
    if node["schema"] == "main" and not node["catalog"]:
        name = _GRAMMAR.get(name, name)
    if node["schema"] == _MACROS and name in _PASSING:
        return _name(item_calls.array(node) if item_calls.is_call(node) else node["children"][0], sql)
    if node["schema"] == _MACROS:
        name = _OF_FIELDS.get(name.partition("_")[0], name)
    if name == "unnest" and node["children"][0].get("function_name") == "generate_series":
        name = "generate_series"  # the item's own name (set_functions.items)
    called = _OF_SYSTEM if node["catalog"] == "system" else _FUNCTIONS
    return _Name(_Strength.GOOD, called.get(name, name))


def _casts_labels(node: Node) -> bool:
    """
    x::mood[] is list_transform(x::VARCHAR[], lambda "~x": CAST("~x" AS ENUM(…))) here (enum_names).
    """
    if node["function_name"] != "list_transform" or node["children"][-1]["class"] != "LAMBDA":
        return False
    made, items = node["children"][-1]["expr"], node["children"][0]
    return nodes.is_cast(items) and nodes.is_cast(made) and bool(enum_name(made["cast_type"]))


def _is_bit_string(node: Node) -> bool:
    """
    B'101' is bitstring('101', 3) here (literals.bit_strings).
    """
    if node["function_name"] != "bitstring" or not all(map(nodes.is_constant, node["children"])):
        return False
    digits, length = (child["value"].get("value") for child in node["children"])
    return isinstance(digits, str) and length == len(digits)


_OPERATORS: Final = {
    "OPERATOR_COALESCE": "coalesce",
    "GROUPING_FUNCTION": "grouping",
    "ARRAY_CONSTRUCTOR": "array",
}


def _name_of_operator(node: Node, sql: str) -> _Name:
    kind, children = node["type"], node["children"]
    if kind in {"ARRAY_EXTRACT", "ARRAY_SLICE"}:
        return _name(children[0], sql)
    if kind == "STRUCT_EXTRACT" and nodes.is_constant(children[1], "VARCHAR"):
        return _Name(_Strength.GOOD, children[1]["value"]["value"])
    name = _OPERATORS.get(str(kind))
    return _NO_NAME if name is None else _Name(_Strength.GOOD, name)


def _name_of_subquery(node: Node, sql: str) -> _Name:
    if node["subquery_type"] == "EXISTS":
        return _Name(_Strength.GOOD, "exists")
    query = next(nodes.selects(node["subquery"]["node"]), None)
    if node["subquery_type"] != "SCALAR" or query is None or not query["select_list"]:
        return _NO_NAME
    item = query["select_list"][0]
    # duckdb 1.5.5: ARRAY(SELECT ...) is a CASE over array_agg of the first column of the query inside
    if item["class"] == "CASE" and item["else_expr"].get("function_name") == "array_agg":
        arguments = item["else_expr"]["children"]
        if arguments and arguments[0]["class"] == "POSITIONAL_REFERENCE":
            return _Name(_Strength.GOOD, "array")
    return _Name(_Strength.GOOD, _name(item, sql).text)


_NAMES: Final[dict[str, Callable[[Node, str], _Name]]] = {
    "COLUMN_REF": _name_of_column,
    "FUNCTION": _name_of_call,
    "WINDOW": _name_of_call,
    "CAST": _name_of_cast,
    "CASE": _name_of_case,
    "COLLATE": _name_of_collation,
    "OPERATOR": _name_of_operator,
    "SUBQUERY": _name_of_subquery,
}
