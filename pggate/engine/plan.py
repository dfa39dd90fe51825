"""
What a plan says: DuckDB's serialised logical plan → the relations, targets, functions and parameters it uses.

The walk is sound, not clever: it looks at every node, and whatever it does not know by name (an operator, an
expression, a scan without a relation) goes into `unknown`, for the caller to refuse.  The plan is not
optimised: branches that never run (WHERE false, EXISTS) are in it too.  Shapes:
json_serialize_plan of duckdb 1.5.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine.asked_types import CALLS, asks_rows, asks_types, function_name
from pggate.engine.definitions import (
    Relation,
    Target,
    altered_kind,
    read_altered,
    read_created,
    read_dropped,
)
from pggate.engine.incomparable import MEMBERSHIPS, incomparable, incomparable_cases, incomparable_joins
from pggate.engine.nested_columns import nested_columns
from pggate.engine.truths import untrue
from pggate.engine.types import type_text
from pggate.engine.unaggregated import unaggregated
from pggate.engine.unmatched import unmatched
from pggate.engine.untyped_literals import untyped_literals
from pggate.translate.columns import recursive_terms, set_operations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.engine.bound import Findings

# Operators that read, join and shape rows and name nothing by themselves.  CHUNK_GET is not among them:
# DESCRIBE is one, and does not name the relation that it describes.
PLAIN_OPERATORS: Final = frozenset(
    f"LOGICAL_{name}"
    for name in (
        "PROJECTION",
        "FILTER",
        "AGGREGATE_AND_GROUP_BY",
        "WINDOW",
        "UNNEST",
        "LIMIT",
        "ORDER_BY",
        "TOP_N",
        "DISTINCT",
        "SAMPLE",
        "PIVOT",
        "DELIM_GET",
        "EXPRESSION_GET",
        "DUMMY_SCAN",
        "EMPTY_RESULT",
        "CTE_REF",
        "JOIN",
        "DELIM_JOIN",
        "COMPARISON_JOIN",
        "ANY_JOIN",
        "CROSS_PRODUCT",
        "POSITIONAL_JOIN",
        "ASOF_JOIN",
        "DEPENDENT_JOIN",
        "UNION",
        "EXCEPT",
        "INTERSECT",
        "RECURSIVE_CTE",
        "MATERIALIZED_CTE",
    )
)

WRITING_OPERATORS: Final[Mapping[str, str]] = {
    "LOGICAL_INSERT": "insert",
    "LOGICAL_UPDATE": "update",
    "LOGICAL_DELETE": "delete",
    "LOGICAL_MERGE_INTO": "merge",
}

CREATING_OPERATORS: Final = frozenset(
    f"LOGICAL_CREATE_{name}" for name in ("TABLE", "VIEW", "SCHEMA", "INDEX", "SEQUENCE", "MACRO", "TYPE")
)

KNOWN_EXPRESSIONS: Final = frozenset(
    f"BOUND_{name}"
    for name in (
        "AGGREGATE",
        "BETWEEN",
        "CASE",
        "CAST",
        "COLUMN_REF",
        "COMPARISON",
        "CONJUNCTION",
        "CONSTANT",
        "DEFAULT",
        "FUNCTION",
        "LAMBDA",
        "LAMBDA_REF",
        "OPERATOR",
        "PARAMETER",
        "REF",
        "UNNEST",
        "WINDOW",
    )
)

# Values, types and names: nothing below them runs, and a value is the user's own data
QUIET_KEYS: Final = frozenset(
    {
        "arguments",
        "bound_columns",
        "chunk_types",
        "column_indexes",
        "comment",
        "copy_info",
        "expected_types",
        "expr_types",
        "extra_info",
        "info",
        "input_table_types",
        "names",
        "parameters",
        "return_type",
        "returned_types",
        "table_info",
        "type_info",
        "types",
        "value",
    }
)


# duckdb 1.5.5: by which a JSON is cast to a type with parts
JSON_READER: Final = "json_transform"
_WITH_PARTS: Final = frozenset({"STRUCT", "MAP", "LIST", "ARRAY", "UNION"})


def read_plan(plan: Mapping[str, Any], findings: Findings) -> None:
    """
    Add everything that `plan`, an element of json_serialize_plan's plans[], uses.
    """
    for node in _nodes(plan):
        if "expression_class" in node:
            _expression(node, findings)
        elif str(node.get("type", "")).startswith("LOGICAL_"):
            _operator(node, findings)


def _nodes(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """
    Every JSON object of the plan, in document order, without the quiet ones.
    """
    pending: list[Any] = [plan]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            yield node
            pending += [
                child
                for key, child in reversed(node.items())
                if isinstance(child, (dict, list)) and key not in QUIET_KEYS
            ]
        elif isinstance(node, list):
            pending += reversed(node)


def _expression(node: Mapping[str, Any], findings: Findings) -> None:
    kind = node["expression_class"]
    findings.mismatch = findings.mismatch or untrue(node)
    if kind == "BOUND_PARAMETER":
        text = type_text(node["return_type"])
        if text != "UNKNOWN":
            # PostgreSQL, too, takes a parameter's type from its first use
            findings.parameters.setdefault(int(node["identifier"]), text)
    elif kind in CALLS:
        findings.functions.add(function_name(node))
        findings.mismatch = findings.mismatch or unaggregated(node)
    elif kind == "BOUND_COMPARISON" or node.get("type") in MEMBERSHIPS:
        findings.mismatch = findings.mismatch or incomparable(node)
    elif kind == "BOUND_CASE":
        findings.mismatch = findings.mismatch or incomparable_cases(node)
    elif kind == "BOUND_CAST":
        findings.untyped_literals.update(untyped_literals(node))
        if _reads_json(node):
            findings.functions.add(JSON_READER)
    elif kind not in KNOWN_EXPRESSIONS:
        findings.unknown.add(kind)
    findings.asks_types = findings.asks_types or asks_types(node)


def _reads_json(cast: Mapping[str, Any]) -> bool:
    of_type, given = cast["return_type"], cast["child"].get("return_type")
    if of_type["id"] not in _WITH_PARTS or given is None:
        return False
    return "JSON" in type_text(given) and type_text(given) != type_text(of_type)


def _operator(node: Mapping[str, Any], findings: Findings) -> None:
    operator = node["type"]
    findings.operators.add(operator)
    if operator in set_operations.OPERATORS:
        findings.asks_types = findings.asks_types or set_operations.asks(node)
    if operator == recursive_terms.OPERATOR:
        findings.asks_types = findings.asks_types or recursive_terms.asks(node)
    findings.mismatch = findings.mismatch or incomparable_joins(node) or untrue(node)
    if not findings.targets:  # VALUES that are written are of the columns' types
        findings.mismatch = findings.mismatch or unmatched(node)
    if operator == "LOGICAL_GET":
        _get(node, findings)
    elif operator in WRITING_OPERATORS:
        _written(node, findings)
    elif operator in CREATING_OPERATORS:
        findings.created = read_created(node["info"], findings.default_catalog)
        findings.targets.add(Target(findings.created.relation, "create", findings.created.kind))
    elif operator == "LOGICAL_ALTER":
        findings.altered = read_altered(node["info"])
        findings.targets.add(Target(findings.altered.relation, "alter", altered_kind(node["info"])))
    elif operator == "LOGICAL_DROP":
        findings.dropped = read_dropped(node["info"], findings.default_catalog)
        findings.targets.add(Target(findings.dropped.relation, "drop", findings.dropped.kind))
    elif operator not in PLAIN_OPERATORS:
        findings.unknown.add(operator)


def _written(node: Mapping[str, Any], findings: Findings) -> None:
    """
    Rows of a table.
    """
    action = WRITING_OPERATORS[node["type"]]
    findings.targets.add(Target(_table(node["table_info"]), action))
    if action != "delete":
        findings.nested.update(nested_columns(node["table_info"]))


def _get(node: Mapping[str, Any], findings: Findings) -> None:
    """
    A scan: of a relation, or of a table function; else something we must not let through.
    """
    data = node.get("function_data") or {}
    name = node.get("name", "")
    if name == "seq_scan" and {"catalog", "schema", "table"} <= data.keys():
        findings.relations.add(_table(data))
    elif name and node.get("catalog_name") and not data:
        findings.table_functions.add(name.lower())
        findings.asks_types = findings.asks_types or asks_rows(node)
    else:
        findings.unknown.add(f"LOGICAL_GET {name}")


def _table(info: Mapping[str, Any]) -> Relation:
    return Relation(info["catalog"], info["schema"], info["table"])
