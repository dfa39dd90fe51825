"""
Statements whose rows leave as Arrow, one at a time and each on its own: what Flight runs instead of the
messages of PostgreSQL's protocol.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final, TypeAlias

import pyarrow as pa

from pggate.errors import (
    FeatureNotSupported,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from pggate.session.statement.outcome import Done, Rows
from pggate.session.statement.portal import Portal, Prepared
from pggate.translate.texts.statements import split
from pggate.types.arrow import arrow_type, compatible, convert
from pggate.types.duck import travels_as
from pggate.types.ducktype import parse
from pggate.types.scalars import cells

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from pggate.session.parts import Parts
    from pggate.session.replying import Replying
    from pggate.session.statement.outcome import Column
    from pggate.translate.texts.statements import Statement

    Answer: TypeAlias = Generator[pa.Schema | pa.RecordBatch, None, str]
    """The schema of the rows, then the rows; nothing of a statement that returns none.  Ends with the tag."""

WRITTEN: Final = frozenset({"BIGNUM", "BIT", "INTERVAL", "TIME WITH TIME ZONE", "UHUGEINT"})
"""DuckDB types that reach Arrow in no layout of its own: their rows are PostgreSQL's texts."""


class ArrowQuery:
    """
    Answers one session's statements.
    """

    def __init__(self, parts: Parts, replying: Replying) -> None:
        self._portals = parts.portals
        self._transaction = parts.transaction
        self._analyst = parts.analyst
        self._execution = parts.execution
        self._watch = parts.watch
        self._settings = parts.settings
        self._activity = parts.activity
        self._notices = parts.notices
        self._replying = replying

    def run(self, sql: str) -> Answer:
        """
        Raises:
            PgError: There is not one statement, or it fails.

        """
        statement = self._one(sql)
        with self._watch.statement(statement, self._settings.statement_timeout):
            tag = yield from self._run(statement)
            self._replying.end_implicit()
        self._replying.rest()
        return tag

    def run_portal(self, name: str) -> Answer:
        """
        The rows of a portal that Parse and Bind have made.

        Raises:
            PgError: It fails.

        """
        portal = self._portals.portal(name)
        analysed = portal.prepared.analysed
        if analysed is None:
            raise SyntaxError("one statement is wanted, and there is none")
        with self._watch.statement(analysed.statement, self._settings.statement_timeout):
            self._transaction.check_allows(analysed.statement)
            portal.open(self._execution.run)
            tag = yield from self._answer(portal)
            self._replying.end_implicit()
        self._replying.rest()
        return tag

    def prepare(self, sql: str, oids: tuple[int, ...] = ()) -> tuple[pa.Schema | None, tuple[int, ...]]:
        """
        The schema of what a statement would return, None of one that returns no rows, and the OIDs of its
        parameters; it does not run.  Raises as `run`.
        """
        statement = self._one(sql)
        with self._watch.preparation(statement, self._settings.statement_timeout):
            analysed = self._analyst.analyse(statement, oids, describe=True)
        self._replying.rest()
        schema = None if analysed.columns is None else schema_of(analysed.columns)
        return schema, Prepared("", analysed, sql, oids).parameters

    def _one(self, sql: str) -> Statement:
        self._activity.run(sql, self._settings.asked_at)
        statements = split(sql)
        if len(statements) != 1:
            raise SyntaxError(f"one statement is wanted, and these are {len(statements)}")
        return statements[0]

    def _run(self, statement: Statement) -> Answer:
        self._transaction.check_allows(statement)
        analysed = self._analyst.analyse(statement, describe=False)
        outcome = self._execution.run(analysed, ())
        portal = Portal("", Prepared("", analysed, statement.text, ()), (), (), outcome)
        return (yield from self._answer(portal))

    def _answer(self, portal: Portal) -> Answer:
        outcome = portal.outcome
        self._notices.take()  # which nobody is told
        try:
            if isinstance(outcome, Done):
                return outcome.tag
            if not isinstance(outcome, Rows):
                raise FeatureNotSupported(
                    "COPY is a matter of PostgreSQL's protocol", hint="Use SELECT, or DoPut for rows."
                )
            yield from self._rows(portal, outcome.columns)
            return outcome.tag(portal.sent)
        finally:
            portal.close()

    def _rows(self, portal: Portal, columns: Sequence[Column]) -> Generator[pa.Schema | pa.RecordBatch]:
        schema = schema_of(columns)
        yield schema
        with self._transaction.executing():
            for batch in portal.batches(0):
                yield _fitting(batch, schema, columns)
                self._watch.check()


def schema_of(columns: Sequence[Column]) -> pa.Schema:
    """
    The Arrow schema of a result: that of a topic with such columns, else texts.
    """
    return pa.schema([(column.name, _arrow(column)) for column in columns])


def _arrow(column: Column) -> pa.DataType:
    try:
        return arrow_type(_carried(column))
    except FeatureNotSupported:
        return pa.string()


def _carried(column: Column) -> str:
    """The DuckDB type that it leaves the engine in."""
    return travels_as(column.duckdb) or column.duckdb


def _fitting(batch: pa.RecordBatch, schema: pa.Schema, columns: Sequence[Column]) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(
        [
            array
            if array.type == field.type and column.duckdb not in WRITTEN
            else _as(array, field.type, column)
            for array, field, column in zip(batch.columns, schema, columns, strict=True)
        ],
        schema=schema,
    )


def _as(array: pa.Array, wanted: pa.DataType, column: Column) -> pa.Array:
    if column.duckdb in WRITTEN:
        return cells(column.type, parse(column.duckdb), array, 0, UTC, column.typmod).cast(wanted)
    carried = _carried(column)
    return convert(array, carried) if compatible(array.type, carried) else array.cast(wanted)
