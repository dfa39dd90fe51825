"""
Columns that a plan tells by the operator that has them (BOUND_COLUMN_REF), as duckdb 1.5.5 leaves them below
a function in FROM; elsewhere they are told by their places (BOUND_REF).
"""

from __future__ import annotations

from typing import Any


def by_place(value: Any, source: int) -> Any:
    """
    A copy of expressions of a plan with the columns of one operator told by their places in it.

    Args:
        value: An expression, or part of one.
        source: The operator's table_index.

    """
    if isinstance(value, list):
        return [by_place(child, source) for child in value]
    if not isinstance(value, dict):
        return value
    if value.get("expression_class") == "BOUND_COLUMN_REF" and value["binding"]["table_index"] == source:
        place = value["binding"]["column_index"]
        return {**value, "expression_class": "BOUND_REF", "type": "BOUND_REF", "index": place}
    return {key: by_place(child, source) for key, child in value.items()}
