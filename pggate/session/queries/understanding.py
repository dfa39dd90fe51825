"""
How a statement for the engine is understood, step by step:

    words → bind → authorise → check → describe

Each step that changes the text binds it anew; the text that runs is the one that was authorised.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.tokens import folded
from pggate.errors import (
    AmbiguousFunction,
    DatatypeMismatch,
    GroupingError,
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
    SyntaxErrorOrAccessRuleViolation,
    UndefinedColumn,
    UndefinedFunction,
    UndefinedTable,
)
from pggate.session.columns.describing import Describer
from pggate.session.columns.result_composites import named_in, row_types
from pggate.session.cursors.authorise import authorise, authorise_unread
from pggate.session.queries import grouped_keys, operators, record_fields, recursive_queries
from pggate.session.queries.added_defaults import settled
from pggate.session.queries.assigning import check_assignments
from pggate.session.queries.binding import Binding
from pggate.session.queries.comparing import check_comparisons
from pggate.session.queries.default_values import defaults_written
from pggate.session.queries.enum_reads import labelled
from pggate.session.queries.if_exists import DROPPED
from pggate.session.queries.padded_values import shown_with_blanks
from pggate.session.queries.qualifying import qualified_view
from pggate.session.queries.reads import read_through_queries, refuse_changing_sequence
from pggate.session.queries.retyping import retyped
from pggate.session.queries.wording import Wording
from pggate.session.statement import literals
from pggate.session.statement.analysed import Understood
from pggate.session.statement.naming import check_case, check_columns, check_system_columns, name_relation
from pggate.session.statement.placing import placed, placed_within
from pggate.translate.arrays import sorted_values
from pggate.translate.dates import interval_sums
from pggate.translate.syntax.edits import Rewritten
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.bound import Bound
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.identity import Identity
    from pggate.translate.texts.statements import Statement


class Understanding:
    """
    Understands one session's statements for the engine; nothing is kept from one to the next.
    """

    def __init__(self, gateway: Gateway, identity: Identity, cursors: Cursors) -> None:
        self._gateway = gateway
        self._mirror = gateway.mirror
        self._identity = identity
        self._cursors = cursors
        self.describer = Describer(cursors, gateway.caches)
        self.wording = Wording(gateway.mirror, identity, cursors)
        self._binding = Binding(gateway.mirror, identity, cursors, self.describer)

    def understand(
        self, statement: Statement, known: dict[int, str], declared: Sequence[int] = (), *, describe: bool
    ) -> Understood:
        """
        Args:
            known: What is known of its parameters' types.
            declared: The OIDs that the client gave for them; 0 for none.
            describe: Ask for its columns, too.

        Raises:
            PgError: It does not parse or bind, or the role may not run it.

        """
        cast, rewritten = self.wording.worded(statement, known)
        typed = self._typed(statement, rewritten)
        holds = True  # does a place in the engine's text have one in the client's? Not if a tree was between
        try:
            with placed_within(cast), placed_within(rewritten), placed_within(typed):
                text = self.wording.edited(folded(self.wording.parseable(typed.text)), statement.kind)
                holds = text == folded(typed.text)
                named, bound, types = self._bound(replace(statement, text=text), known)
                text = named.text
                self._check(statement, named, bound)
                if bound is not None and bound.untyped_literals:
                    text, bound, types = self._respelled(statement, text, bound, types)
                if bound is not None and bound.enum_literals:
                    text, bound, types = self._labelled(statement, text, bound, types)
                    check_assignments(bound, text)
                    check_comparisons(bound, text)
                text, bound = self._padded(statement, text, bound, types, declared)
                text = defaults_written(self._gateway, self._cursors, text, statement.kind, bound)
                text, bound = self._retyped(statement, text, bound, types)
                bound = named_in(statement.text, bound, self._cursors.composites())
                authorise(self._identity, bound)  # the text that runs is the one that was authorised
                if statement.kind is Kind.CREATE_VIEW and bound is not None and not statement.temporary:
                    text = qualified_view(self._cursors, self._identity.database, text, bound)
                read = read_through_queries(
                    self._cursors.binder, self._mirror.catalog, self._cursors, text, statement.kind, bound
                )
                is_described = describe and statement.returns_rows
                columns = self.describer.columns(read, types, bound) if is_described else None
        except PgError as error:
            if isinstance(error, UndefinedTable):
                error.message = error.message.replace("relation", DROPPED.get(statement.kind, "relation"), 1)
            elif isinstance(error, UndefinedColumn):
                name_relation(error, statement)
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
        except (
            AmbiguousFunction,
            DatatypeMismatch,
            GroupingError,
            SyntaxErrorOrAccessRuleViolation,
            UndefinedColumn,
            UndefinedFunction,
            UndefinedTable,
        ) as error:
            text = self._reworded(statement, error, known)
            if text is None or text == statement.text:
                raise
            return self._bound(
                replace(statement, text=text), known
            )  # which may be refused for something else
        text = None
        if bound is not None and bound.asks_types and statement.kind in (Kind.UPDATE, Kind.DELETE):
            text = operators.reworded(self._cursors.binder, statement.text, statement.kind, known)
        if text is None:
            return Rewritten(statement.text), bound, types
        return Rewritten(text), *self._binding.bind(replace(statement, text=text), known)

    def _reworded(self, statement: Statement, error: PgError, known: dict[int, str]) -> str | None:
        """The text in words that the engine does not refuse for its types; None where there are none."""
        binder = self._cursors.binder
        if isinstance(error, UndefinedColumn):
            is_records = error.message == record_fields.REFUSED
            return record_fields.by_number(binder, statement.text, statement.kind) if is_records else None
        if isinstance(error, SyntaxErrorOrAccessRuleViolation):
            is_sorted = error.message == sorted_values.REFUSED
            return self.wording.with_sorted_values(statement.text, statement.kind) if is_sorted else None
        if isinstance(error, GroupingError) or (
            isinstance(error, UndefinedTable) and error.message.startswith(grouped_keys.REFUSED_INSIDE)
        ):
            return grouped_keys.reworded(self._gateway, self._cursors, statement.text, statement.kind)
        if isinstance(error, UndefinedTable):
            return None
        text = operators.reworded(binder, statement.text, statement.kind, known)
        if text is None and error.message.startswith(interval_sums.REFUSED):
            text = self.wording.with_interval_sums(statement.text, statement.kind)
        return text

    def _respelled(
        self, statement: Statement, text: str, bound: Bound, types: dict[int, str]
    ) -> tuple[str, Bound | None, dict[int, str]]:
        """The text whose literals beside dates, times and arrays are spelled as the engine reads them."""
        if statement.kind is Kind.CREATE_VIEW and (inner := queries.inner(text, statement.kind)) is not None:
            asked = self._cursors.binder.bind(inner.query)  # the view's own plan tells no places
            query = literals.respelled(inner.query, asked.untyped_literals)
            edited = Rewritten(inner.replaced(query.text), changed=query.changed)
        else:
            edited = literals.respelled(text, bound.untyped_literals)
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

    def _padded(
        self,
        statement: Statement,
        text: str,
        bound: Bound | None,
        types: dict[int, str],
        declared: Sequence[int],
    ) -> tuple[str, Bound | None]:
        """The text with the blanks of char(n) where it shows them, and without where it compares them."""
        padded = shown_with_blanks(self._cursors, text, statement.kind, bound, types, declared)
        if padded is None or bound is None:
            return text, bound
        new = self._binding.bind(replace(statement, text=padded), types)[0]
        return padded, new and replace(new, declared=bound.declared)

    def _retyped(
        self, statement: Statement, text: str, bound: Bound | None, types: dict[int, str]
    ) -> tuple[str, Bound | None]:
        """The text whose functions have PostgreSQL's types, and what it touches."""
        told = row_types(statement.text, text, bound, self._cursors.composites(), self._identity.database)
        binder, kind = self._cursors.binder, statement.kind
        text = recursive_queries.settled(binder, text, kind, bound, types, told.has) or text
        edited = retyped(binder, text, kind, bound, types, told.has)
        if edited is None:
            return text, bound
        text, is_new = edited
        new = self._binding.bind(replace(statement, text=text), types)[0] if is_new else None
        if new is None or bound is None:
            return text, bound
        return text, replace(new, declared=bound.declared)  # the edits' casts are none of the client's

    def _check(self, statement: Statement, named: Rewritten, bound: Bound | None) -> None:
        """What PostgreSQL would refuse, and the engine would not."""
        authorise(self._identity, bound)
        refuse_changing_sequence(self._mirror.catalog, self._cursors, statement.kind, bound)
        if (inner := queries.inner(named.text, statement.kind)) is not None:
            authorise_unread(self._identity, self._cursors.binder, inner.query)
        check_case(bound, named.text)
        check_system_columns(self._cursors.binder, bound)
        with placed_within(named):
            check_assignments(bound, named.text)
            check_comparisons(bound, named.text)
        if bound is not None and not statement.parameters:
            check_columns(self._cursors.binder, named.text, statement.kind)
