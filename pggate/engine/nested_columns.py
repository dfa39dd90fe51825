"""
Columns with arrays of several dimensions, or with rows that have such, of a table whose rows a statement
writes: read from its plan (json_serialize_plan of duckdb 1.5.5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine.types import type_text

if TYPE_CHECKING:
    from collections.abc import Mapping

NESTED: Final = "[][]"
"""What DuckDB's text of such a type has in it."""
_WITH_PARTS: Final = frozenset({"LIST", "STRUCT"})


def nested_columns(table_info: Mapping[str, Any]) -> dict[str, str]:
    """
    DuckDB's texts of their types, by their names.
    """
    columns = table_info.get("columns", {}).get("columns", ())
    types = {each["name"]: type_text(each["type"]) for each in columns if each["type"]["id"] in _WITH_PARTS}
    return {name: of_type for name, of_type in types.items() if NESTED in of_type}
