"""
CREATE OR REPLACE VIEW: the columns that are there stay, others may follow (PostgreSQL 15, checkViewColumns).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import InvalidTableDefinition
from pggate.types.duck import column_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import ColumnDefinition
    from pggate.engine.result import ResultColumn

_HINT = "Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead."


def check_replaced(old: Sequence[ResultColumn], new: Sequence[ColumnDefinition]) -> None:
    """
    Args:
        old: The columns of the view that is there.
        new: Of the one that is to take its place.

    Raises:
        InvalidTableDefinition: 42P16, a column is gone, or another one.

    """
    if len(new) < len(old):
        raise InvalidTableDefinition("cannot drop columns from view")
    for before, after in zip(old, new, strict=False):
        if before.name != after.name:
            raise InvalidTableDefinition(
                f'cannot change name of view column "{before.name}" to "{after.name}"', hint=_HINT
            )
        given, wanted = column_type(before.duckdb_type).type, column_type(after.duckdb_type).type
        if given is not wanted:
            raise InvalidTableDefinition(
                f'cannot change data type of view column "{before.name}" from {given.sql} to {wanted.sql}'
            )
