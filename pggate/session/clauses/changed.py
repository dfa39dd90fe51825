"""
The table of changes: what a statement does to which rows, before it is done (translate/writing/chosen.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import SerializationFailure
from pggate.session.clauses.temporary_tables import for_a_while
from pggate.translate.writing.chosen import CHANGED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from pggate.engine.cursor import Cursor


def table_of_changes(
    cursor: Cursor, chosen: str, parameters: Sequence[object]
) -> AbstractContextManager[None]:
    """
    It is there with the rows of the query `chosen`; afterwards it is gone, whatever happened.
    """
    return for_a_while(cursor, CHANGED, f"AS {chosen}", parameters)


def count(cursor: Cursor, condition: str = "true") -> int:
    """How many rows of the table are so."""
    ((rows,),) = cursor.rows(f"SELECT count(*) FROM {CHANGED} WHERE {condition}")
    return int(rows)


def apply(cursor: Cursor, applied: str, rows: int) -> None:
    """
    Do to the rows what the table says.

    Args:
        applied: The UPDATE or DELETE.
        rows: How many rows that is about.

    Raises:
        SerializationFailure: 40001, their places are not those of so many rows.

    """
    changed = cursor.run(applied).changed
    if changed != rows:
        raise SerializationFailure(
            "could not serialize access due to concurrent update",
            detail=f"{rows} rows were to change, and {changed} were found where they lay.",
            hint="Retry the transaction.",
        )
