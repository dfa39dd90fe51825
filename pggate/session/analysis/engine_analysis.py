"""
What a statement for the engine is about: its text in the engine's words, what it touches, the types of its
parameters and of its result (understanding.py).

What was found out is kept in a cache that all sessions share: it depends on nothing but the text, the
declared parameter types, the database, the search path, and the version of what exists.  A query's numbers
matter for the types of its columns alone, and what an INSERT's parameters are declared as for their casts.
A session that has definitions of its own keeps what it finds out to itself, until it defines something else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.catalog.model import FIRST_OID
from pggate.errors import PgError
from pggate.session.analysis.circumstances import Circumstances
from pggate.session.analysis.named import names_something
from pggate.session.clauses.clauses import ClauseAnalyst
from pggate.session.clauses.loading import loaded
from pggate.session.clauses.single_rows import steps_of
from pggate.session.clauses.with_queries import with_queries
from pggate.session.columns.describing import reads_catalogs
from pggate.session.columns.result_composites import cast_parameters
from pggate.session.cursors import enum_parameters
from pggate.session.live.cache import CACHED_TEXT_SIZE
from pggate.session.queries.binding import READS
from pggate.session.queries.file_reading import reading_files
from pggate.session.queries.identity_columns import check_identities
from pggate.session.queries.target_types import target_types
from pggate.session.queries.understanding import Understanding
from pggate.session.statement.analysed import Analysed
from pggate.session.statement.documents import document_parameters
from pggate.session.statement.parameter_types import castable, declared_types, parameter_oids
from pggate.session.statement.row_analysis import RowAnalysis
from pggate.translate.texts.division import divided
from pggate.translate.texts.kinds import DEFINITIONS, Kind
from pggate.translate.texts.shapes import carries, shape
from pggate.translate.untyped import parameters
from pggate.translate.writing.lone_parameters import lone_parameters
from pggate.translate.writing.with_clauses import changes_rows

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.cache import Analyses
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.identity import Identity
    from pggate.translate.texts.shapes import Shape
    from pggate.translate.texts.statements import Statement

BOUND: Final = frozenset(
    {Kind.SELECT, Kind.INSERT, Kind.UPDATE, Kind.DELETE, Kind.MERGE, Kind.TRUNCATE}
).union(DEFINITIONS)
"""Statements of which the binder tells what they do."""

FOR_THE_ENGINE: Final = BOUND | READS
"""All others are the session's own commands."""


class EngineAnalyst:
    """
    Analyses one session's statements for the engine.
    """

    def __init__(self, gateway: Gateway, identity: Identity, cursors: Cursors) -> None:
        self._gateway = gateway
        self._mirror = gateway.mirror
        self._identity = identity
        self._cursors = cursors
        self._understanding = Understanding(gateway, identity, cursors)
        self.describer = self._understanding.describer
        self.wording = self._understanding.wording
        self._clauses = ClauseAnalyst(gateway, cursors, self.wording, self._understanding.understand)
        self._described: tuple[Hashable, Analysed] | None = None
        """The last that was prepared, however long its text: Bind comes next, and asks for it again."""

    def analyse(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        """
        See Analyst.analyse; nothing is executed.
        """
        parts = divided(statement)
        if len(parts) > 1:
            analysed = tuple(
                self.analyse(replace(statement, text=part), declared, describe=False) for part in parts
            )
            return Analysed(statement, statement.text, parts=analysed)
        found = reading_files(
            self._cursors,
            self._identity,
            statement,
            lambda other: self._analyse(other, declared, describe=describe),
        )
        if found is not None:
            return found  # which is not kept: the files may be others by the next time
        is_query = statement.kind is Kind.SELECT and not changes_rows(statement.text, statement.words)
        if not is_query or declared or len(statement.text) > CACHED_TEXT_SIZE:
            return self._of_text(statement, declared, describe=describe)
        written = shape(statement.text)
        if not written.numbers:
            return self._of_text(statement, (), describe=describe)
        return self._of_shape(statement, written, describe=describe)

    def _of_shape(self, statement: Statement, written: Shape, *, describe: bool) -> Analysed:
        """A query that may have been analysed with other numbers."""
        circumstances = self.circumstances(replace(statement, text=written.text))
        key = (written.text, *circumstances)
        known = self._known(circumstances).statements.get(key)
        if known is None:
            found = self._of_text(statement, (), describe=describe)
            is_alike = carries(shape(found.text), written)
            is_alike = is_alike and not (written.has_literals and _reads_literals(found))
            if is_alike and circumstances.may_keep(found.bound):
                self._known(circumstances).statements.put(key, replace(found, columns=None))
            return found
        again = self._recall((statement.text, (), describe, *circumstances))
        if again is not None:  # with the same numbers: its columns, too
            return replace(again, statement=statement)
        is_same = known.text == known.statement.text
        text = statement.text if is_same else shape(known.text).filled(written.numbers)
        analysed = replace(known, statement=statement, text=text)
        return self._with_columns(analysed) if describe else analysed

    def _with_columns(self, analysed: Analysed) -> Analysed:
        try:
            return replace(analysed, columns=self.describer.columns(analysed.text, {}, analysed.bound))
        except PgError as error:
            raise analysed.placed(error) from error

    def _of_text(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        """A statement that may have been analysed before."""
        circumstances = self.circumstances(statement, declared)
        key = (statement.text, tuple(declared), describe, *circumstances)
        found = self._known(circumstances).statements.get(key) or self._recall(key)
        if found is None:
            found = self._of_row(statement, declared, circumstances, describe=describe)
            if found is None:
                found = self._analyse(statement, declared, describe=describe)
                if len(found.text) <= CACHED_TEXT_SIZE and circumstances.may_keep(found.bound):
                    self._known(circumstances).statements.put(key, found)
            self._described = (key, found) if describe else None
        return replace(found, statement=statement)

    def _of_row(
        self,
        statement: Statement,
        declared: Sequence[int],
        circumstances: Circumstances,
        *,
        describe: bool,
    ) -> Analysed | None:
        """An INSERT of one row that may have been analysed with other types; None of all other statements."""
        is_row = statement.kind is Kind.INSERT and any(declared) and len(statement.text) <= CACHED_TEXT_SIZE
        alone = lone_parameters(statement.text) if is_row else ()
        if not alone:
            return None
        others = tuple(0 if number in alone else oid for number, oid in enumerate(declared, start=1))
        key = (statement.text, others, describe, circumstances)
        rows = self._known(circumstances).rows
        known = rows.get(key)
        if known is not None and (made := known.declared(declared)) is not None:
            return made
        found = self._analyse(statement, declared, describe=describe)
        row = RowAnalysis.of(found, alone, declared)
        if known is None and row is not None:
            rows.put(key, row)
        elif known is not None and row is not None:
            known.learn(row)
        return found

    def _recall(self, key: Hashable) -> Analysed | None:
        return self._described[1] if self._described is not None and self._described[0] == key else None

    def _known(self, circumstances: Circumstances) -> Analyses:
        """What every session with the same circumstances understands alike, or this one alone."""
        return self._gateway.caches if circumstances.own is None else self._cursors.analyses

    def circumstances(self, statement: Statement, declared: Sequence[int] = ()) -> Circumstances:
        """
        Those of a statement now.
        """
        cursors, who = self._cursors, self._identity
        now = Circumstances(who.database, who.superuser, cursors.schemas(), cursors.shown_types())
        if self._stands_alone(statement, declared):
            return now
        own = cursors.definitions if cursors.sees_its_own else None
        return now._replace(version=self._mirror.catalog.version, own=own)

    def _stands_alone(self, statement: Statement, declared: Sequence[int]) -> bool:
        """Is it a query that names nothing that is defined, whose parameters are of no type that is?"""
        return (
            statement.kind is Kind.SELECT
            and len(statement.text) <= CACHED_TEXT_SIZE
            and all(oid < FIRST_OID for oid in declared)
            and not names_something(self._cursors, statement.text)
        )

    def _analyse(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        found = self._analysed(statement, declared, describe=describe)
        if found.common:
            return found
        check_identities(self._gateway, self._cursors, statement, found.bound)
        return found

    def _piece(self, statement: Statement, declared: Sequence[int], *, in_steps: bool) -> Analysed:
        """Of a statement whose WITH clause changes rows."""
        if not in_steps:
            return self._analysed(statement, declared, describe=True)
        found = self._clauses.analyse(statement, declared, always=True)
        if found is None:
            raise AssertionError("it was asked for in steps")
        check_identities(self._gateway, self._cursors, statement, found.bound)
        return found

    def _analysed(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        found = with_queries(statement, declared, self._piece)
        if found is not None:
            return found
        found = self._clauses.analyse(statement, declared)
        if found is None and statement.kind is Kind.INSERT and not declared:
            binder = self._cursors.binder
            found = loaded(binder, statement, lambda few: self._analysed(few, (), describe=describe))
        if found is not None:
            return found
        known = cast_parameters(statement.text, self._cursors.composites())
        known |= enum_parameters.cast_parameters(statement.text, self._cursors.enums())
        known |= declared_types(declared, self._cursors.created_type)
        understood = self._understanding.understand(statement, known, declared, describe=describe)
        types, bound = understood.types, understood.bound
        text = parameters.cast_parameters(understood.text, castable(types)).text
        oids = parameter_oids(
            statement,
            declared,
            types,
            of_catalog=reads_catalogs(bound),
            shown=self.describer.shown_parameters(types, bound),
            targets=target_types(self._cursors, statement, bound),
        )
        return Analysed(
            statement,
            text,
            bound,
            oids,
            understood.columns,
            understood.notices,
            steps=steps_of(self._gateway, bound, text) if statement.kind is Kind.INSERT else None,
            types=castable(types),
            documents=document_parameters(types, oids),
        )


def _reads_literals(found: Analysed) -> bool:
    """Has what a string literal says been looked at?"""
    return found.bound is None or bool(found.bound.untyped_literals or found.bound.enum_literals)
