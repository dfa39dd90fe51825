"""
An error's position in the text that the client sent (PostgreSQL 15, 55.8, field P).

The engine's own position holds where the text it ran is the client's, moved at most by edits that are known.
Where it does not hold, the message still says what the error is about, and the text where that stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    DatetimeFieldOverflow,
    InvalidDatetimeFormat,
    InvalidTextRepresentation,
    NumericValueOutOfRange,
    UndefinedColumn,
    UndefinedFunction,
    UndefinedTable,
)
from pggate.translate import mentions
from pggate.translate.kinds import Kind

if TYPE_CHECKING:
    from pggate.errors import PgError
    from pggate.translate.statements import Statement

PLANNED: Final = frozenset(
    {Kind.SELECT, Kind.INSERT, Kind.UPDATE, Kind.DELETE, Kind.MERGE, Kind.CREATE_TABLE_AS, Kind.CREATE_VIEW}
)
"""Statements in which PostgreSQL tells where a name stands that it does not find."""

VALUES: Final = frozenset(
    kind.sqlstate
    for kind in (
        InvalidTextRepresentation,
        NumericValueOutOfRange,
        InvalidDatetimeFormat,
        DatetimeFieldOverflow,
    )
)
NAMES: Final = frozenset(kind.sqlstate for kind in (UndefinedTable, UndefinedColumn, UndefinedFunction))

_VALUE: Final = re.compile(r'"(.*)"', re.DOTALL)
_NAME: Final = re.compile(r'"([^"]*)"|\b(?:function|column) (?:\w+\.)*(\w+)')


def placed(error: PgError, statement: Statement, offset: int | None) -> PgError:
    """
    The error with its position.

    Args:
        error: Its own position is of no account any more.
        statement: Of the client's text, with its offset there.
        offset: Where in the statement's text the engine found the error, in characters from 0; None where
            that is not known.

    """
    if error.code in VALUES:
        # PostgreSQL points at the literal, and nowhere if the value came from a row.
        value = _VALUE.search(error.message)
        offset = mentions.literal(statement.text, value[1]) if value else None
    elif offset is None and error.code in NAMES and statement.kind in PLANNED:
        name = _NAME.search(error.message)
        offset = mentions.name(statement.text, name[1] or name[2]) if name else None
    error.position = None if offset is None else statement.offset + offset + 1
    return error
