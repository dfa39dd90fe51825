"""
DuckDB's syntax trees: json_serialize_sql's answer, and what json_deserialize_sql is asked and answers.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from pggate.engine import errors
from pggate.engine.marks import marked, unmarked
from pggate.engine.unbindable import NotBindable

if TYPE_CHECKING:
    from collections.abc import Mapping

_VALUES: Final = re.compile(r"SELECT \* FROM \((VALUES .*)\) AS valueslist", re.DOTALL)

# What json_deserialize_sql wants around a select list
_EMPTY_SELECT: Final[Mapping[str, Any]] = {
    "type": "SELECT_NODE",
    "modifiers": [],
    "cte_map": {"map": []},
    "from_table": {"type": "EMPTY", "alias": "", "sample": None, "query_location": 0},
    "where_clause": None,
    "group_expressions": [],
    "group_sets": [],
    "aggregate_handling": "STANDARD_HANDLING",
    "having": None,
    "sample": None,
    "qualify": None,
}


def of_answer(answer: Mapping[str, Any], sql: str) -> dict[str, Any]:
    """
    The tree of the one SELECT that the answer is about: {"node": …, "named_param_map": …}.

    Raises:
        NotBindable: The text is not one SELECT.
        PgError: It does not parse.

    """
    if answer["error"] and answer["error_type"] != "not implemented":
        raise errors.from_json(answer, sql)
    if answer["error"] or len(answer["statements"]) != 1:
        raise NotBindable("only a single SELECT has a syntax tree")
    statement: dict[str, Any] = answer["statements"][0]
    return statement


def selecting(expression: Mapping[str, Any]) -> dict[str, Any]:
    """
    The tree of a SELECT of one parsed expression.
    """
    return {"node": {**_EMPTY_SELECT, "select_list": [expression]}, "named_param_map": []}


def argument(tree: Mapping[str, Any]) -> str:
    """
    What json_deserialize_sql takes for the tree.
    """
    return json.dumps({"error": False, "statements": [marked(tree)]})


def text_of(tree: Mapping[str, Any], answer: str) -> str:
    """
    The tree's SQL, of the answer to its `argument`.

    VALUES come out as a query of them, of which an INSERT no longer gives the NULLs its columns' types.
    """
    of_values = tree["node"].get("from_table", {}).get("type") == "EXPRESSION_LIST"
    values = _VALUES.fullmatch(answer) if of_values else None
    return unmarked(values[1] if values else answer)
