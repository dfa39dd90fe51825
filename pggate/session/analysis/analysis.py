"""
What a statement is about, before it runs.  Nothing here executes it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported, PgError
from pggate.lake.topic_options import refuse_unknown
from pggate.session.analysis.cursor_statements import command_of, query_of
from pggate.session.analysis.engine_analysis import FOR_THE_ENGINE, EngineAnalyst
from pggate.session.analysis.like_clauses import written_out
from pggate.session.cursors.authorise import authorise_names
from pggate.session.cursors.results import changed
from pggate.session.live.cache import CACHED_TEXT_SIZE
from pggate.session.statement.analysed import Analysed, command_columns
from pggate.session.statement.declared import check_takes_parameters
from pggate.session.statement.dimensions import deepened
from pggate.session.statement.parameter_types import parameter_oids
from pggate.session.statement.placing import placed
from pggate.session.statement.streams import is_streamed
from pggate.translate.commands import copying
from pggate.translate.commands import prepared as in_sql
from pggate.translate.commands.cursors import Declare, Fetch
from pggate.translate.commands.explain import explain
from pggate.translate.definitions.written_options import written_options
from pggate.translate.syntax.edits import Rewritten
from pggate.translate.texts.division import divided
from pggate.translate.texts.kinds import CHANGES_ROWS, CURSORS, Kind
from pggate.translate.texts.statements import split
from pggate.translate.writing.with_clauses import with_clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.result import ResultColumn
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.live.portals import Portals
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.outcome import Column
    from pggate.session.statement.portal import Prepared
    from pggate.translate.texts.statements import Statement
    from pggate.types.table import PgType


ABOUT_ROWS: Final = CHANGES_ROWS | {Kind.SELECT}
"""They define nothing."""

MAKES_TABLES: Final = frozenset({Kind.CREATE_TABLE, Kind.CREATE_TABLE_AS})


class Analyst:
    """
    Analyses the statements of one session.
    """

    def __init__(self, gateway: Gateway, identity: Identity, cursors: Cursors, portals: Portals) -> None:
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._for_engine = EngineAnalyst(gateway, identity, cursors)
        self._portals = portals

    def analyse(self, statement: Statement, declared: Sequence[int] = (), *, describe: bool) -> Analysed:
        """
        Args:
            declared: The parameter OIDs that the client gave, 0 for those it left open.
            describe: Find out the result's columns too, without executing anything.

        Raises:
            PgError: It does not parse or bind, or the role may not run it.

        """
        as_of = self._cursors.as_of
        analysed = self._analysed(statement, declared, describe=describe)
        return analysed if statement.kind in ABOUT_ROWS else replace(analysed, as_of=as_of)

    def analyse_plain(self, statement: Statement) -> Analysed:
        """
        The same of a CREATE, ALTER or DROP VIEW that turned out to be about no live view.
        """
        as_of = self._cursors.as_of
        return replace(self._for_engine.analyse(statement, (), describe=False), as_of=as_of)

    def _analysed(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        authorise_names(self._identity, statement.text)
        if is_streamed(self._identity.database, statement):
            return self._analyse_command(statement, declared, describe=describe)
        if statement.kind is Kind.UNKNOWN:
            self._for_engine.wording.refuse_nonsense(statement)
        if statement.kind in MAKES_TABLES:
            _refuse_unknown_options(statement.text)
        if statement.kind is Kind.CREATE_TABLE:
            statement = written_out(self._gateway, self._cursors, statement)
        if statement.kind not in FOR_THE_ENGINE:
            return self._analyse_command(statement, declared, describe=describe)
        return self._for_engine.analyse(statement, declared, describe=describe)

    def _analyse_command(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        """What is not for the engine, or only in part."""
        if statement.kind in CURSORS:
            return self._analyse_cursor(statement, declared, describe=describe)
        check_takes_parameters(statement)
        if statement.kind is Kind.COPY:
            self._check_copy(statement)
        oids = self._parameters(statement, declared)
        columns = (
            self._executed_columns(statement)
            if statement.kind is Kind.EXECUTE
            else command_columns(statement)
        )
        return Analysed(statement, statement.text, parameters=oids, columns=columns)

    def _parameters(self, statement: Statement, declared: Sequence[int]) -> tuple[int, ...]:
        """Those that the client has declared, though a command has no use for them."""
        if not statement.parameters:
            return parameter_oids(statement, declared, {})
        return self._explained_parameters(statement, declared) if statement.kind is Kind.EXPLAIN else ()

    def _analyse_cursor(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        """DECLARE is about its query; what FETCH returns is what the cursor has, if there is one now."""
        command = command_of(statement)
        if isinstance(command, Declare):
            query = self.analyse(query_of(statement, command), declared, describe=describe)
            if query.common:
                raise FeatureNotSupported("DECLARE CURSOR must not contain data-modifying statements in WITH")
            return Analysed(
                statement,
                statement.text,
                parameters=query.parameters,
                notices=query.notices,
                parts=(query,),
            )
        columns = None
        if isinstance(command, Fetch) and statement.kind is Kind.FETCH:
            portal = self._portals.find_portal(command.cursor)
            analysed = portal.prepared.analysed if portal is not None else None
            columns = analysed.columns if analysed is not None else None
        oids = self._parameters(statement, declared)
        return Analysed(statement, statement.text, parameters=oids, columns=columns)

    def check_syntax(self, statement: Statement) -> None:
        """
        As PostgreSQL does before anything of a text runs.  Loads of literals are left to their turn.

        Raises:
            SyntaxError: It is not a statement.

        """
        if statement.kind is Kind.UNKNOWN:
            self._for_engine.wording.refuse_nonsense(statement)
        elif statement.kind is Kind.COPY:
            self._check_copy(statement)
        elif statement.kind in CURSORS:
            command = command_of(statement)
            if isinstance(command, Declare):
                self.check_syntax(query_of(statement, command))
        elif statement.kind in FOR_THE_ENGINE and len(statement.text) <= CACHED_TEXT_SIZE:
            clause = with_clause(statement.text, statement.words)
            for part in divided(statement) if clause is None else clause.texts:
                self._for_engine.wording.check_parses(replace(statement, text=part))

    def _check_copy(self, statement: Statement) -> None:
        try:
            command = copying.copy(statement.text)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error
        for inner in split(command.query):
            self.check_syntax(replace(inner, offset=statement.offset + command.offset + inner.offset))

    def renew(self, prepared: Prepared) -> None:
        """
        Understand the statement as of now: what exists may have changed since it was prepared.

        Raises:
            FeatureNotSupported: It would return something else than its client was told.
            PgError: It does not bind any more.

        """
        before = prepared.analysed
        if before is None:
            return
        is_told = before.statement.kind in FOR_THE_ENGINE
        told = before.statement, prepared.types
        circumstances = self._for_engine.circumstances(*told) if is_told else None
        if is_told and prepared.circumstances == circumstances:
            return
        now = self.analyse(before.statement, prepared.types, describe=True)
        if now.parameters != before.parameters:  # the client keeps to the types that it was told
            now = self.analyse(before.statement, before.parameters, describe=True)
        fetches = before.statement.kind is Kind.FETCH  # whose cursor may be another one by now
        if not fetches and now.columns != before.columns:
            raise changed()
        prepared.analysed, prepared.circumstances = now, circumstances

    def fitted(self, prepared: Prepared, values: Sequence[object]) -> Prepared:
        """
        The statement as it takes these values: arrays of several dimensions make another one of it.

        Raises:
            FeatureNotSupported: It would return something else than its client was told.
            PgError: It does not bind for arrays of so many.

        """
        before = prepared.analysed
        declared = None if before is None else deepened(before.parameters, values)
        if before is None or declared is None:
            return prepared
        now = self.analyse(before.statement, declared, describe=True)
        if _told(now.columns) != _told(before.columns):
            raise changed()
        return replace(prepared, analysed=now)

    def named(self, text: str, columns: Sequence[ResultColumn], bound: Bound | None) -> tuple[Column, ...]:
        """See Describer.named: of a query whose columns only its execution told."""
        return self._for_engine.describer.named(text, columns, bound)

    def _explained_parameters(self, statement: Statement, declared: Sequence[int]) -> tuple[int, ...]:
        """What the statement that is explained takes, EXPLAIN takes."""
        told = explain(statement.text)
        inner = replace(split(told.statement)[0], offset=statement.offset + told.offset)
        return self.analyse(inner, declared, describe=False).parameters

    def _executed_columns(self, statement: Statement) -> tuple[Column, ...] | None:
        """What EXECUTE returns; that there is no such statement is for its execution to say."""
        found = self._portals.find(in_sql.execute(statement.text).name)
        return found.analysed.columns if found is not None and found.analysed is not None else None


def _refuse_unknown_options(text: str) -> None:
    """Raises InvalidParameterValue 22023: WITH (…) says what there is not."""
    written = written_options(text) if "with" in text.lower() else None
    for name, _ in written.given if written is not None else ():
        refuse_unknown(name)


def _told(columns: Sequence[Column] | None) -> list[tuple[str, PgType, int]] | None:
    """What RowDescription has said of them."""
    return None if columns is None else [(column.name, column.type, column.typmod) for column in columns]
