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
    DatatypeMismatch,
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
    UndefinedFunction,
    UndefinedTable,
)
from pggate.session import literals, operators
from pggate.session.added_defaults import settled
from pggate.session.analysed import Analysed, Understood
from pggate.session.assigning import check_assignments
from pggate.session.authorise import authorise, authorise_unread
from pggate.session.binding import READS, Binding
from pggate.session.cache import CACHED_TEXT_SIZE
from pggate.session.clauses import ClauseAnalyst
from pggate.session.defining import DROPPED
from pggate.session.describing import Describer, reads_catalogs
from pggate.session.enum_reads import labelled, read_through_casts
from pggate.session.identity_columns import check_identities
from pggate.session.loading import loaded
from pggate.session.naming import check_case, check_columns
from pggate.session.parameter_types import castable, declared_types, parameter_oids
from pggate.session.placing import placed, placed_within
from pggate.session.qualifying import qualified_view
from pggate.session.retyping import retyped
from pggate.session.single_rows import steps_of
from pggate.session.wording import Wording
from pggate.translate import interval_sums, parameters, queries
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
        self._gateway = gateway
        self._mirror = gateway.mirror
        self._known = gateway.caches.statements
        self._identity = identity
        self._cursors = cursors
        self.describer = Describer(cursors, gateway.caches.names)
        self.wording = Wording(gateway.mirror, identity, cursors)
        self._binding = Binding(gateway.mirror, identity, cursors, self.describer)
        self._clauses = ClauseAnalyst(gateway, cursors, self.wording, self._understand)
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
            self._cursors.shown_types(),
        )

    def _analyse(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        found = self._analysed(statement, declared, describe=describe)
        check_identities(self._gateway, self._cursors, statement, found.bound)
        return found

    def _analysed(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        found = self._clauses.analyse(statement, declared)
        if found is None and statement.kind is Kind.INSERT and not declared:
            binder = self._cursors.binder
            found = loaded(binder, statement, lambda few: self._analysed(few, (), describe=describe))
        if found is not None:
            return found
        understood = self._understand(statement, declared_types(declared), describe=describe)
        types, bound = understood.types, understood.bound
        text = parameters.cast_parameters(understood.text, castable(types)).text
        return Analysed(
            statement,
            text,
            bound,
            parameter_oids(statement, declared, types, of_catalog=reads_catalogs(bound)),
            understood.columns,
            understood.notices,
            steps=steps_of(self._gateway, bound, text) if statement.kind is Kind.INSERT else None,
        )

    def _understand(self, statement: Statement, known: dict[int, str], *, describe: bool) -> Understood:
        cast, rewritten = self.wording.worded(statement)
        typed = self._typed(statement, rewritten)
        holds = True  # does a place in the engine's text have one in the client's? Not if a tree was between
        try:
            with placed_within(cast), placed_within(rewritten), placed_within(typed):
                text = self.wording.edited(folded(self.wording.parseable(typed.text)), statement.kind)
                holds = text == folded(typed.text)
                named, bound, types = self._bound(replace(statement, text=text), known)
                text = named.text
                self._check(statement, named, bound)
                if bound is not None and bound.moment_literals:
                    text, bound, types = self._respelled(statement, text, bound, types)
                if bound is not None and bound.enum_literals:
                    text, bound, types = self._labelled(statement, text, bound, types)
                text, bound = self._retyped(statement, text, bound, types)
                authorise(self._identity, bound)  # the text that runs is the one that was authorised
                if statement.kind is Kind.CREATE_VIEW and bound is not None and not statement.temporary:
                    text = qualified_view(self._cursors, self._identity.database, text, bound)
                read = read_through_casts(
                    self._cursors.binder, self._mirror.catalog, self._cursors, text, statement.kind, bound
                )
                is_described = describe and statement.returns_rows
                columns = self.describer.columns(read, types, bound) if is_described else None
        except PgError as error:
            if isinstance(error, UndefinedTable):
                error.message = error.message.replace("relation", DROPPED.get(statement.kind, "relation"), 1)
            raise placed(error, statement, Rewritten(statement.text) if holds else None) from error
        return Understood(read, text, bound, types, columns, rewritten.notices)

    def _typed(self, statement: Statement, rewritten: Rewritten) -> Rewritten:
        """The text with its literals as the columns read them, and an added column's default as one."""
        if statement.kind is Kind.ALTER_TABLE:
            zone = self._gateway.settings[self._identity.pid].show("TimeZone")
            return settled(self._gateway.engine, self._cursors.binder, zone, rewritten.text)
        return self.wording.written(statement, rewritten)

    def _bound(
        self, statement: Statement, known: dict[int, str]
    ) -> tuple[Rewritten, Bound | None, dict[int, str]]:
        """The text that binds, what it touches, and its parameters' types."""
        try:
            bound, types = self._binding.bind(statement, known)
        except SyntaxError:
            named = self.wording.with_columns(statement.text, statement.kind)
            with placed_within(named):
                return named, *self._binding.bind(replace(statement, text=named.text), known)
        except (DatatypeMismatch, UndefinedFunction) as error:
            text = operators.reworded(self._cursors.binder, statement.text, statement.kind)
            if text is None and error.message.startswith(interval_sums.REFUSED):
                text = self.wording.with_interval_sums(statement.text, statement.kind)
            if text is None:
                raise
        else:
            text = None
            if bound is not None and bound.asks_types and statement.kind in (Kind.UPDATE, Kind.DELETE):
                text = operators.reworded(self._cursors.binder, statement.text, statement.kind)
            if text is None:
                return Rewritten(statement.text), bound, types
        return Rewritten(text), *self._binding.bind(replace(statement, text=text), known)

    def _respelled(
        self, statement: Statement, text: str, bound: Bound, types: dict[int, str]
    ) -> tuple[str, Bound | None, dict[int, str]]:
        """The text whose literals beside dates and times are spelled as the engine reads them."""
        edited = literals.respelled(text, bound.moment_literals)
        if not edited.changed:
            return text, bound, types
        return edited.text, *self._binding.bind(replace(statement, text=edited.text), types)

    def _labelled(
        self, statement: Statement, text: str, bound: Bound, types: dict[int, str]
    ) -> tuple[str, Bound | None, dict[int, str]]:
        """The text whose literals beside values of enumerated types are labels."""
        if statement.kind is Kind.CREATE_VIEW and (inner := queries.inner(text, statement.kind)) is not None:
            asked = self._cursors.binder.bind(inner.query)  # the view's own plan tells no places
            query = labelled(inner.query, Kind.SELECT, asked, self._cursors.enums())
            edited = Rewritten(inner.replaced(query.text), changed=True)
        else:
            edited = labelled(text, statement.kind, bound, self._cursors.enums())
        if not edited.changed:
            return text, bound, types
        return edited.text, *self._binding.bind(replace(statement, text=edited.text), types)

    def _retyped(
        self, statement: Statement, text: str, bound: Bound | None, types: dict[int, str]
    ) -> tuple[str, Bound | None]:
        """The text whose functions have PostgreSQL's types, and what it touches."""
        edited = retyped(self._cursors.binder, text, statement.kind, bound, types)
        if edited is None:
            return text, bound
        text, is_new = edited
        return text, self._binding.bind(replace(statement, text=text), types)[0] if is_new else bound

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
