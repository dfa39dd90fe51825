"""
Syntax trees as json_deserialize_sql has to be given them, so that names keep their case.

duckdb 1.5.5 quotes a name only where its grammar needs it: `"Id"` would come out as Id, which folds.  A mark
behind such a name makes it quote, and is taken out of the text again.
"""

from __future__ import annotations

from typing import Any, Final

from pggate.engine.tokens import UPPER_CASE

# Where a tree has names of columns and relations, and what is put behind such a name: something that makes
# DuckDB quote it
NAME_KEYS: Final = frozenset(
    {
        *("alias", "aliases", "column_name_alias", "column_names", "first", "unpivot_names", "using_columns"),
        *("catalog_name", "schema_name", "table_name", "cte_name", "key", "exclude_list"),
    }
)
CASE_MARK: Final = "\x01"


def marked(node: Any) -> Any:
    """
    The tree with a mark on the names that have upper-case letters.
    """
    if isinstance(node, list):
        return [marked(child) for child in node]
    if not isinstance(node, dict):
        return node
    return {key: _marked_name(value) if key in NAME_KEYS else marked(value) for key, value in node.items()}


def _marked_name(value: Any) -> Any:
    if isinstance(value, str):
        return value + CASE_MARK if UPPER_CASE.search(value) else value
    return [_marked_name(child) for child in value] if isinstance(value, list) else marked(value)


def unmarked(text: str) -> str:
    """
    The text without the marks.
    """
    return text.replace(f'{CASE_MARK}"', '"')
