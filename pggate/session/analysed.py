"""
An analysed statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.session.gucs import SETTINGS
from pggate.session.outcome import Column
from pggate.session.placing import placed
from pggate.translate import settings as told
from pggate.translate.edits import Rewritten
from pggate.translate.kinds import Kind

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.errors import Notice, PgError
    from pggate.translate.statements import Statement

SHOW_ALL: Final = (Column("name"), Column("setting"), Column("description"))
PLAN: Final = (Column("QUERY PLAN"),)


def command_columns(statement: Statement) -> tuple[Column, ...] | None:
    """
    What a command returns, None for one that returns no rows.
    """
    if statement.kind is Kind.EXPLAIN:
        return PLAN
    if statement.kind is not Kind.SHOW:
        return None
    name = told.show_command(statement.text).name
    if name == told.ALL:
        return SHOW_ALL
    row = SETTINGS.get(name)
    return (Column(row.name if row else name),)


@dataclass(frozen=True, slots=True)
class Analysed:
    """
    A statement as it will run.

    Args:
        statement: As the client sent it.
        text: What the engine runs.
        bound: What it touches; None for the session's own commands, and for what only a superuser may run.
        parameters: The OID of each $n, in order.
        columns: What it returns; None if it returns no rows, or was not asked: a simple query runs at once.
        notices: What the client should be told.
        parts: Of a statement about several objects, which the engine takes one by one: what runs instead.
            Of DECLARE the cursor's query.

    """

    statement: Statement
    text: str
    bound: Bound | None = None
    parameters: tuple[int, ...] = ()
    columns: tuple[Column, ...] | None = None
    notices: tuple[Notice, ...] = ()
    parts: tuple[Analysed, ...] = ()

    def placed(self, error: PgError) -> PgError:
        """
        An error of running it, with its position in what the client sent, or without one.
        """
        same = self.text == self.statement.text
        return placed(error, self.statement, Rewritten(self.text) if same else None)
