"""
What a statement for the engine is about: its text in the engine's words, what it touches, the types of its
parameters and of its result.

    words → bind → authorise → check → describe

What was found out is kept in a cache that all sessions share: it depends on nothing but the text, the
declared parameter types, the database, the search path, and the version of what exists.  A query's numbers
matter for the types of its columns alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.tokens import folded
from pggate.errors import (
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
    UndefinedTable,
)
from pggate.session.analysed import Analysed
from pggate.session.assigning import check_assignments
from pggate.session.authorise import authorise, authorise_unread
from pggate.session.binding import READS, Binding
from pggate.session.cache import CACHED_TEXT_SIZE
from pggate.session.defining import DROPPED
from pggate.session.describing import Describer
from pggate.session.naming import check_case, check_columns
from pggate.session.parameter_types import castable, declared_types, parameter_oids
from pggate.session.placing import placed, placed_within
from pggate.session.qualifying import qualified_view
from pggate.session.wording import Wording
from pggate.translate import parameters, queries
from pggate.translate.division import divided
from pggate.translate.edits import Rewritten
from pggate.translate.kinds import Kind
from pggate.translate.shapes import carries, shape

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from pggate.engine.bound import Bound
    from pggate.session.cursors import Cursors, Identity
    from pggate.session.gateway import Gateway
    from pggate.translate.shapes import Shape
    from pggate.translate.statements import Statement

BOUND: Final = frozenset(
    {
        Kind.SELECT,
        Kind.INSERT,
        Kind.UPDATE,
        Kind.DELETE,
        Kind.MERGE,
        Kind.TRUNCATE,
        Kind.CREATE_TABLE,
        Kind.CREATE_TABLE_AS,
        Kind.CREATE_VIEW,
        Kind.CREATE_SCHEMA,
        Kind.ALTER_TABLE,
        Kind.ALTER_VIEW,
        Kind.ALTER_SCHEMA,
        Kind.DROP_TABLE,
        Kind.DROP_VIEW,
        Kind.DROP_SCHEMA,
        Kind.COMMENT,
    }
)
"""Statements of which the binder tells what they do."""

FOR_THE_ENGINE: Final = BOUND | READS
"""All others are the session's own commands."""


class EngineAnalyst:
    """
    Analyses one session's statements for the engine.
    """

    def __init__(self, gateway: Gateway, identity: Identity, cursors: Cursors) -> None:
        self._mirror = gateway.mirror
        self._known = gateway.caches.statements
        self._identity = identity
        self._cursors = cursors
        self.describer = Describer(cursors, gateway.caches.names)
        self.wording = Wording(gateway.mirror, identity, cursors)
        self._binding = Binding(gateway.mirror, identity, cursors, self.describer)
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
        if not self.is_shared:
            return self._analyse(statement, declared, describe=describe)
        if statement.kind is not Kind.SELECT or declared or len(statement.text) > CACHED_TEXT_SIZE:
            return self._of_text(statement, declared, describe=describe)
        written = shape(statement.text)
        if not written.numbers:
            return self._of_text(statement, (), describe=describe)
        return self._of_shape(statement, written, describe=describe)

    def _of_shape(self, statement: Statement, written: Shape, *, describe: bool) -> Analysed:
        """A query that may have been analysed with other numbers."""
        key = (written.text, *self.circumstances())
        known = self._known.get(key)
        if known is None:
            found = self._of_text(statement, (), describe=describe)
            if carries(shape(found.text), written):
                self._known.put(key, replace(found, columns=None))
            return found
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
        key = (statement.text, tuple(declared), describe, *self.circumstances())
        found = self._known.get(key) or self._recall(key)
        if found is None:
            found = self._analyse(statement, declared, describe=describe)
            self._described = (key, found) if describe else None
            if len(found.text) <= CACHED_TEXT_SIZE:
                self._known.put(key, found)
        return replace(found, statement=statement)

    def _recall(self, key: Hashable) -> Analysed | None:
        return self._described[1] if self._described is not None and self._described[0] == key else None

    @property
    def is_shared(self) -> bool:
        """Would every session with the same circumstances understand a text alike?"""
        return not self._cursors.sees_its_own

    def circumstances(self) -> tuple[Hashable, ...]:
        """What an analysis depends on beside the text and the types that the client declared."""
        return (
            self._identity.database,
            self._identity.superuser,
            self._cursors.schemas(),
            self._mirror.catalog.version,
        )

    def _analyse(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        cast, rewritten = self.wording.worded(statement)
        typed = self.wording.written(statement, rewritten)
        known = declared_types(declared)
        holds = True  # does a place in the engine's text have one in the client's? Not if a tree was between
        try:
            with placed_within(cast), placed_within(rewritten), placed_within(typed):
                text = self.wording.edited(folded(self.wording.parseable(typed.text)), statement.kind)
                holds = text == folded(typed.text)
                named, bound, types = self._bound(replace(statement, text=text), known)
                text = named.text
                self._check(statement, named, bound)
                if statement.kind is Kind.CREATE_VIEW and bound is not None and not statement.temporary:
                    text = qualified_view(self._cursors, self._identity.database, text, bound)
                is_described = describe and statement.returns_rows
                columns = self.describer.columns(text, types, bound) if is_described else None
        except PgError as error:
            if isinstance(error, UndefinedTable):
                error.message = error.message.replace("relation", DROPPED.get(statement.kind, "relation"), 1)
            raise placed(error, statement, Rewritten(statement.text) if holds else None) from error
        return Analysed(
            statement,
            parameters.cast_parameters(text, castable(types)).text,
            bound,
            parameter_oids(statement, declared, types),
            columns,
            rewritten.notices,
        )

    def _bound(
        self, statement: Statement, known: dict[int, str]
    ) -> tuple[Rewritten, Bound | None, dict[int, str]]:
        """The text that binds, what it touches, and its parameters' types."""
        try:
            return Rewritten(statement.text), *self._binding.bind(statement, known)
        except SyntaxError:
            named = self.wording.with_columns(statement.text, statement.kind)
            with placed_within(named):
                return named, *self._binding.bind(replace(statement, text=named.text), known)

    def _check(self, statement: Statement, named: Rewritten, bound: Bound | None) -> None:
        """What PostgreSQL would refuse, and the engine would not."""
        authorise(self._identity, bound)
        if (inner := queries.inner(named.text, statement.kind)) is not None:
            authorise_unread(self._identity, self._cursors.binder, inner.query)
        check_case(bound, named.text)
        with placed_within(named):
            check_assignments(bound, named.text)
        if bound is not None and not statement.parameters:
            check_columns(self._cursors.binder, named.text, statement.kind)
