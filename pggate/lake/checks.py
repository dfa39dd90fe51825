"""
CHECK constraints of topics, held by rows from outside: one query of the engine's over all that come together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.engine.names import quote_identifier
from pggate.errors import CheckViolation

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.lake.topics import Check, Topic

ROWS: Final = "~checked"
"""What the rows are called meanwhile."""


def check_rows(cursor: Cursor, topic: Topic, batches: Collection[pa.RecordBatch]) -> None:
    """
    Args:
        cursor: With the macros that conditions may call.
        batches: Conformed to the topic.

    Raises:
        CheckViolation: 23514.

    """
    rows = [batch for batch in batches if batch.num_rows]
    if not topic.checks or not rows:
        return
    cursor.register(ROWS, pa.Table.from_batches(rows))
    try:
        check_table(cursor, quote_identifier(ROWS), topic.name, topic.checks)
    finally:
        cursor.unregister(ROWS)


def check_table(
    cursor: Cursor, table: str, relation: str, checks: Sequence[Check], whose: str = "true"
) -> None:
    """
    Args:
        table: Where the rows stand, as FROM has it.
        relation: What they are to be rows of.
        whose: A condition: which of them.

    Raises:
        CheckViolation: 23514.

    """
    broken = broken_check(cursor, table, checks, whose)
    if broken is not None:
        raise CheckViolation(f'new row for relation "{relation}" violates check constraint "{broken.name}"')


def broken_check(cursor: Cursor, table: str, checks: Sequence[Check], whose: str = "true") -> Check | None:
    """
    The first that a row does not hold; NULL is no violation.
    """
    if not checks:
        return None
    items = ", ".join(f"coalesce(bool_and({check.condition}), true)" for check in checks)
    ((*held,),) = cursor.rows(f"SELECT {items} FROM {table} WHERE {whose}")
    return next((check for check, is_held in zip(checks, held, strict=True) if not is_held), None)
