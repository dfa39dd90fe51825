"""
Nested lists that the session wants to see as json (pggate.nested_lists), whatever they were declared as.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.types.duck import is_nested
from pggate.types.table import JSON

if TYPE_CHECKING:
    from pggate.session.statement.outcome import Column
    from pggate.types.duck import Shown


def as_documents(columns: tuple[Column, ...], found: tuple[Column, ...], shown: Shown) -> tuple[Column, ...]:
    """
    The columns, of which nested lists are as they were found before declarations had their say.
    """
    if not shown.nested_as_json:
        return columns
    return tuple(
        before if before.type is JSON and is_nested(before.duckdb) else column
        for column, before in zip(columns, found, strict=True)
    )
