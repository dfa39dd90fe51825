"""
An error's position in the text that the client sent (PostgreSQL 15, 55.8, field P).

The engine's own position holds where the text it ran is the client's, moved at most by edits that are known.
Where it does not hold, the message still says what the error is about, and the text where that stands.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    DatetimeFieldOverflow,
    InvalidDatetimeFormat,
    InvalidTextRepresentation,
    NumericValueOutOfRange,
    PgError,
    UndefinedColumn,
    UndefinedFunction,
    UndefinedParameter,
    UndefinedTable,
)
from pggate.translate.syntax import mentions
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.edits import Rewritten
    from pggate.translate.texts.statements import Statement

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


@contextmanager
def placed_within(rewritten: Rewritten) -> Iterator[None]:
    """
    What fails in here with a position in `rewritten.text` fails with one in the text that it was made from.
    """
    try:
        yield
    except PgError as error:
        offset = None if error.position is None else rewritten.position(error.position - 1)
        error.position = None if offset is None else offset + 1
        raise


def placed(error: PgError, statement: Statement, ran: Rewritten | None) -> PgError:
    """
    The error with its position in the client's text, or without one.

    Args:
        error: Its position is one in `ran.text`.
        statement: Of the client's text, with its offset there.
        ran: What was made of the statement's text; None if the way back from there is not known.

    """
    offset = None if ran is None or error.position is None else ran.position(error.position - 1)
    if error.code in VALUES:
        # PostgreSQL points at the literal, and nowhere if the value came from a row.
        value = _VALUE.search(error.message)
        offset = mentions.literal(statement.text, value[1]) if value else None
    elif error.code == UndefinedParameter.sqlstate:
        offset = mentions.parameter(statement.text, error.message.rpartition(" ")[2])
    elif offset is None and error.code in NAMES and statement.kind in PLANNED:
        name = _NAME.search(error.message)
        offset = mentions.name(statement.text, name[1] or name[2]) if name else None
    error.position = None if offset is None else statement.offset + offset + 1
    return error
