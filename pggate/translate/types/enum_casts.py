"""
Casts to lists of labels in SQL: duckdb 1.5.5 has no syntax tree for ENUM(…)[], so each item is cast.
"""

from __future__ import annotations


def cast(value: str, of_type: str) -> str:
    """
    An expression as of DuckDB's type, in parentheses.
    """
    if of_type.startswith("ENUM(") and of_type.endswith("[]"):
        return f"list_transform({value}::VARCHAR[], {each(of_type.removesuffix('[]'))})"
    return f"({value}::{of_type})"


def each(label: str) -> str:
    """
    What casts an item of a list of texts to DuckDB's type of a label.
    """
    return f'lambda "~x": CAST("~x" AS {label})'
