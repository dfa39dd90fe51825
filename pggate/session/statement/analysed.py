"""
An analysed statement.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pggate.session.settings.gucs import SETTINGS
from pggate.session.statement.outcome import Column
from pggate.session.statement.placing import placed
from pggate.translate.commands import settings as told
from pggate.translate.syntax.edits import Rewritten
from pggate.translate.texts.kinds import Kind
from pggate.types.table import INT8

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.bound import Bound
    from pggate.errors import Notice, PgError
    from pggate.translate.texts.statements import Statement

SHOW_ALL: Final = (Column("name"), Column("setting"), Column("description"))
COMPACTED: Final = (Column("files", INT8), Column("made", INT8), Column("rows", INT8), Column("bytes", INT8))
"""What CALL pggate.compact(), the one procedure there is, returns: files merged, and what came of them."""
PLAN: Final = (Column("QUERY PLAN"),)


def command_columns(statement: Statement) -> tuple[Column, ...] | None:
    """
    What a command returns, None for one that returns no rows.
    """
    if statement.kind is Kind.EXPLAIN:
        return PLAN
    if statement.kind is Kind.CALL:
        return COMPACTED
    if statement.kind is not Kind.SHOW:
        return None
    name = told.show_command(statement.text).name
    if name == told.ALL:
        return SHOW_ALL
    row = SETTINGS.get(name)
    return (Column(row.name if row else name),)


@dataclass(frozen=True, slots=True)
class Steps:
    """
    How an INSERT, UPDATE, DELETE or MERGE goes that is not one statement of the engine's: texts for it.

    Args:
        answer: RETURNING's query over the rows that were written; "" without.
        chosen: The query whose rows become the table of changes; "" for an INSERT that minds no other rows.
        applied: What makes of a row that is there what the table says; "" if none changes.
        removed: Of a MERGE: what takes away rows that are there; "" if nothing does.
        inserted: The query of those rows of the table that are inserted; "" for UPDATE and DELETE.
        twice: The query that has a row where the table changes a row twice; "" if it cannot.
        alike: The query of the rows of the table that conflict with each other on one of several keys, as
            (number, each key's value ..., whether it has a NULL ...); "" where they need no look.
        row: Of an INSERT of one row: the query of the row, which needs no stage then.
        reads: Is anything read but what the statement writes?
        waits: Do other parts of the statement that it is one of see its rows before it writes them?

    """

    answer: str = ""
    chosen: str = ""
    applied: str = ""
    removed: str = ""
    inserted: str = ""
    twice: str = ""
    alike: str = ""
    row: str = ""
    reads: bool = False
    waits: bool = False

    @property
    def is_read(self) -> bool:
        """Does anybody see the rows before they are written?"""
        return self.waits or bool(self.answer)


@dataclass(frozen=True, slots=True)
class Understood:
    """
    A text in the engine's words.

    Args:
        text: Its $n are without types.
        typed: The same over relations whose columns have the types that the binder knows them by.
        bound: What it touches.
        types: DuckDB's, of its parameters.
        columns: What it returns, where that was asked.
        notices: What was left out.

    """

    text: str
    typed: str
    bound: Bound | None
    types: Mapping[int, str]
    columns: tuple[Column, ...] | None
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Analysed:
    """
    A statement as it will run.

    Args:
        statement: As the client sent it.
        text: What the engine runs.
        bound: What it touches; None for the session's own commands, and for what only a superuser may run.
        parameters: The OID of each $n, in order.
        types: DuckDB's, of the $n that its text casts.
        documents: DuckDB's types of the $n that are documents to the client alone.
        columns: What it returns; None if it returns no rows, or was not asked: a simple query runs at once.
        notices: What the client should be told.
        parts: Of a statement about several objects, which the engine takes one by one: what runs instead.
            Of DECLARE the cursor's query.
        steps: Of a statement with RETURNING or ON CONFLICT; its text is without these then.
        common: Queries of its WITH clause that run first, where some of them change rows.
        as_of: Of what defines something, the snapshot of the lake as of which it was understood.

    """

    statement: Statement
    text: str
    bound: Bound | None = None
    parameters: tuple[int, ...] = ()
    columns: tuple[Column, ...] | None = None
    notices: tuple[Notice, ...] = ()
    parts: tuple[Analysed, ...] = ()
    steps: Steps | None = None
    common: tuple[Common, ...] = ()
    as_of: int = 0
    types: Mapping[int, str] = field(default_factory=dict)
    documents: Mapping[int, str] = field(default_factory=dict)

    @property
    def every(self) -> tuple[Analysed, ...]:
        """What runs: its parts, or itself behind the queries of its WITH clause."""
        return self.parts or (*(query.analysed for query in self.common), self)

    def placed(self, error: PgError) -> PgError:
        """
        An error of running it, with its position in what the client sent, or without one.
        """
        same = self.text == self.statement.text
        return placed(error, self.statement, Rewritten(self.text) if same else None)


@dataclass(frozen=True, slots=True)
class Common:
    """
    A query of a WITH clause that runs before the statement.

    Args:
        table: The temporary table of its rows, qualified and quoted.
        rows: The query that gives them, "" for none: over what is written, or the query itself.

    """

    analysed: Analysed
    table: str
    rows: str
