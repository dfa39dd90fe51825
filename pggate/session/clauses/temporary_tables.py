"""
Temporary tables of the session's own making, which clients do not see.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from pggate.errors import PgError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.engine.cursor import Cursor


@contextmanager
def for_a_while(
    cursor: Cursor, name: str, definition: str, parameters: Sequence[object] | None = None
) -> Iterator[None]:
    """
    The table is there; afterwards it is gone with its rows, whatever happened.

    Args:
        name: Qualified and quoted.
        definition: What CREATE TABLE says behind it: "(a INTEGER)", "AS SELECT …".

    """
    cursor.run(f"CREATE OR REPLACE TEMP TABLE {name} {definition}", parameters)
    try:
        yield
    except BaseException:
        # In a transaction that the error has aborted this fails, and the rollback takes the table along.
        with suppress(PgError):
            _drop(cursor, name)
        raise
    _drop(cursor, name)


def _drop(cursor: Cursor, name: str) -> None:
    """An interrupted session, too, gives its memory back."""
    with cursor.shielded():
        cursor.run(f"DROP TABLE IF EXISTS {name}")
