"""
What a statement about a cursor says: DECLARE, FETCH, MOVE and CLOSE, before they run.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.errors import PgError
from pggate.session.statement.placing import placed
from pggate.translate.commands import cursors
from pggate.translate.syntax.edits import Rewritten
from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import Statement, split

if TYPE_CHECKING:
    from collections.abc import Callable


def command_of(statement: Statement) -> cursors.Declare | cursors.Fetch | str | None:
    """
    What one of CURSORS says.

    Raises:
        SyntaxError: Nothing that PostgreSQL would understand.

    """
    try:
        return _PARSERS[statement.kind](statement.text)
    except PgError as error:
        raise placed(error, statement, Rewritten(statement.text)) from error


_PARSERS: Final[dict[Kind, Callable[[str], cursors.Declare | cursors.Fetch | str | None]]] = {
    Kind.DECLARE: cursors.declare,
    Kind.FETCH: cursors.fetch,
    Kind.MOVE: cursors.fetch,
    Kind.CLOSE: cursors.close,
}


def query_of(statement: Statement, declared: cursors.Declare) -> Statement:
    """The query of a DECLARE, with its place in what the client sent."""
    query = split(declared.query)[0]
    return replace(query, offset=statement.offset + declared.offset + query.offset)
