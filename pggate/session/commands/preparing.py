"""
Prepared statements in SQL: PREPARE, EXECUTE and DEALLOCATE.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pggate.errors import (
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from pggate.session.statement.documents import with_documents
from pggate.session.statement.outcome import Done
from pggate.session.statement.portal import Prepared
from pggate.translate.commands import prepared as in_sql
from pggate.translate.syntax import lexer, mentions
from pggate.translate.syntax.quoting import string_value
from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import Statement, split
from pggate.types import params
from pggate.types.table import BY_NAME, NUMERIC

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.portals import Portals
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.outcome import Outcome
    from pggate.session.transactions.transaction import Transaction

    Run = Callable[[Analysed, Sequence[object]], Outcome]


class Preparing:
    """
    Runs one session's commands about prepared statements.
    """

    def __init__(
        self, cursors: Cursors, transaction: Transaction, portals: Portals, analyst: Analyst
    ) -> None:
        self._cursors = cursors
        self._transaction = transaction
        self._portals = portals
        self._analyst = analyst
        self.commands: dict[Kind, Callable[[Statement], Outcome]] = {
            Kind.PREPARE: self._prepare,
            Kind.DEALLOCATE: self._deallocate,
        }

    def execute(self, statement: Statement, run: Run) -> Outcome:
        """
        EXECUTE.

        Args:
            run: Runs any statement.

        """
        command = in_sql.execute(statement.text)
        prepared = self._portals.statement(command.name)
        self._analyst.renew(prepared)
        prepared.uses += 1
        found = prepared.analysed
        if found is None:
            return Done("")
        if len(command.arguments) != len(found.parameters):
            raise SyntaxError(
                f'wrong number of parameters for prepared statement "{command.name}"',
                detail=f"Expected {len(found.parameters)} parameters but got {len(command.arguments)}.",
            )
        values = self._values(statement, command.arguments, found.parameters)
        fitted = self._analyst.fitted(prepared, values).analysed or found
        return run(fitted, with_documents(values, fitted.documents))

    def _values(
        self, statement: Statement, arguments: Sequence[str], oids: Sequence[int]
    ) -> tuple[object, ...]:
        """
        The values of EXECUTE's arguments: literals are read as the parameters' types, all else is computed.
        """
        values: dict[int, object] = {}
        for number, (argument, oid) in enumerate(zip(arguments, oids, strict=True), start=1):
            literal = _literal(argument)
            if literal is not None:
                values[number] = self._read(statement, literal, oid)
        computed = [number for number in range(1, len(arguments) + 1) if number not in values]
        if computed:
            row = self._computed([self._cast(arguments[number - 1], oids[number - 1]) for number in computed])
            for number, value in zip(computed, row, strict=True):
                values[number] = _fitting(oids[number - 1], value)
        return tuple(values[number] for number in sorted(values))

    def _read(self, statement: Statement, literal: str, oid: int) -> object:
        of_type = self._cursors.created_type(oid)
        try:
            if of_type is not None:
                return params.decode_as(of_type, 0, literal.encode())
            return params.decode(oid, 0, literal.encode())
        except PgError as error:
            offset = mentions.literal(statement.text, literal)
            error.position = None if offset is None else statement.offset + offset + 1
            raise

    def _cast(self, argument: str, oid: int) -> str:
        """The argument as a value of a composite type, if the parameter is of one: its fields have names."""
        of_type = self._cursors.created_type(oid)
        is_row = of_type is not None and (of_type.element or of_type).fields
        return f"CAST({argument} AS {of_type.duckdb})" if of_type is not None and is_row else argument

    def _computed(self, expressions: Sequence[str]) -> tuple[object, ...]:
        (question,) = split(f"SELECT {', '.join(expressions)}")
        analysed = self._analyst.analyse(question, describe=False)
        self._transaction.enter()
        (row,) = self._cursors.lake.rows(analysed.text)
        return row

    def _prepare(self, statement: Statement) -> Outcome:
        command = in_sql.prepare(statement.text)
        (inner,) = split(command.statement)
        inner = replace(inner, offset=statement.offset + command.offset + inner.offset)
        types = tuple(self._type_oid(statement, written) for written in command.types)
        analysed = self._analyst.analyse(inner, types, describe=True)
        self._portals.prepare(
            Prepared(command.name, analysed, command.statement, types, command=statement.text)
        )
        return Done("PREPARE")

    def _type_oid(self, statement: Statement, written: str) -> int:
        """
        The type that a cast to what was written has, without its modifiers, as PostgreSQL takes it here.
        """
        known = BY_NAME.get(written.lower())
        if known is not None:
            return known.oid
        (cast,) = split(f"SELECT CAST(NULL AS {written})")
        try:
            (column,) = self._analyst.analyse(cast, describe=True).columns or ()
        except PgError as error:
            error.position = statement.offset + statement.text.index(written, statement.text.index("(")) + 1
            raise
        return column.type.oid

    def _deallocate(self, statement: Statement) -> Outcome:
        name = in_sql.deallocate(statement.text)
        if name is None:
            self._portals.deallocate_all()
        else:
            self._portals.deallocate(name)
        return Done(statement.tag())


def _literal(argument: str) -> str | None:
    """What a text between quotes says, if the argument is one and no more."""
    found = lexer.tokens(argument)
    is_text = len(found) == 1 and found[0].kind is lexer.Kind.STRING and found[0].text[0] not in "bBxX"
    return string_value(found[0].text) if is_text else None


def _fitting(oid: int, value: object) -> object:
    """A number as the engine takes one for a numeric, which has the scale that its value brings."""
    return Decimal(value) if oid == NUMERIC.oid and isinstance(value, int) else value
