"""
The table of changes: what a statement does to which rows, before it is done (translate/chosen.py).
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from pggate.errors import PgError, SerializationFailure
from pggate.translate.chosen import CHANGED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.engine.cursor import Cursor


@contextmanager
def table_of_changes(cursor: Cursor, chosen: str, parameters: Sequence[object]) -> Iterator[None]:
    """
    It is there with the rows of the query `chosen`; afterwards it is gone, whatever happened.
    """
    cursor.run(f"CREATE OR REPLACE TEMP TABLE {CHANGED} AS {chosen}", parameters)
    try:
        yield
    except BaseException:
        # In a transaction that the error has aborted this fails, and the rollback takes the table along.
        with suppress(PgError):
            _drop(cursor)
        raise
    _drop(cursor)


def _drop(cursor: Cursor) -> None:
    with cursor.shielded():
        cursor.run(f"DROP TABLE IF EXISTS {CHANGED}")


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
