"""
A statement's text in the engine's words.

    literals → token rules → literals for a target's columns → what DuckDB cannot parse → edits of the tree
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from pggate.errors import PgError
from pggate.session.queries import change_queries, short_inserts
from pggate.session.queries.known_relations import columns
from pggate.session.statement import literals
from pggate.session.statement.inference import type_of
from pggate.session.statement.placing import placed, placed_within
from pggate.translate import grammar, tokens, tree
from pggate.translate.arrays import sorted_values
from pggate.translate.columns import names
from pggate.translate.dates import interval_sums
from pggate.translate.syntax.edits import Rewritten
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.catalog.mirror import Mirror
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.identity import Identity
    from pggate.translate.texts.statements import Statement


class Wording:
    """
    Words the statements of one session.
    """

    def __init__(self, mirror: Mirror, identity: Identity, cursors: Cursors) -> None:
        self._mirror = mirror
        self._identity = identity
        self._cursors = cursors

    def worded(
        self, statement: Statement, parameters: Mapping[int, str] = MappingProxyType({})
    ) -> tuple[Rewritten, Rewritten]:
        """
        The text with PostgreSQL's literals, and that with PostgreSQL's words, as DuckDB has them.

        Args:
            parameters: DuckDB's types of those that are known.

        """
        known = tokens.Names(
            frozenset(self._mirror.catalog.databases),
            self._identity.database,
            self._cursors.enums(),
            self._cursors.composites().names,
        )
        try:
            cast = literals.cast(statement.text, parameters)
            with placed_within(cast):
                return cast, tokens.apply(cast.text, known)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error

    def written(self, statement: Statement, rewritten: Rewritten) -> Rewritten:
        """The same with literals as the columns read them that they are written to."""
        try:
            return literals.written(self._cursors.binder, rewritten.text, statement.kind)
        except PgError as error:
            raise placed(error, statement, None) from error

    def parseable(self, text: str) -> str:
        """The text, or where DuckDB's grammar does not take it, the same said in its words."""
        binder = self._cursors.binder
        if binder.parses(text):
            return text
        for candidate in grammar.candidates(text):
            if binder.parses(candidate):
                return candidate
        binder.statement_type(text)  # raises what is wrong with it
        return text

    def edited(self, text: str, kind: Kind) -> str:
        """The text with the edits of its query's tree that it calls for."""
        inner = queries.inner(text, kind)
        if inner is None:
            return text
        defines = kind in (Kind.CREATE_VIEW, Kind.CREATE_TABLE_AS)
        wanted = tree.needs(inner.query, defines=defines, assigns=kind is Kind.INSERT)
        if not wanted:
            return text
        found = self._cursors.binder.tree(inner.query)
        tree.apply(found, wanted, inner.query, partial(columns, self._cursors.binder))
        return inner.replaced(self._cursors.binder.text(found))

    def with_columns(self, text: str, kind: Kind) -> Rewritten:
        """An INSERT whose values are fewer than the columns, so that the engine takes it."""
        if kind is Kind.MERGE:
            return short_inserts.merge_with_columns(self._cursors.binder, text) or Rewritten(text)
        named = short_inserts.with_columns(self._cursors.binder, text) if kind is Kind.INSERT else None
        return named or Rewritten(text)

    def with_interval_sums(self, text: str, kind: Kind) -> str | None:
        """The text with its sums of intervals as the engine can add them up; None where there is no query."""
        binder = self._cursors.binder
        inner = queries.inner(text, kind)
        if inner is None:
            return None
        tree = binder.tree(inner.query)
        names.name_columns(tree, inner.query, outermost=True)
        found = interval_sums.edit(tree, lambda part: type_of(binder, part))
        return inner.replaced(binder.text(tree)) if found else None

    def with_sorted_values(self, text: str, kind: Kind) -> str | None:
        """The text with its distinct values sorted behind the aggregate; None where there is no query."""
        binder = self._cursors.binder
        if kind in (Kind.UPDATE, Kind.DELETE):
            change = change_queries.editable(text, kind)
            if change is None:
                return None
            tree = binder.tree(change_queries.query(change))
            return change_queries.written(binder, change, tree) if sorted_values.edit(tree) else None
        inner = queries.inner(text, kind)
        if inner is None:
            return None
        tree = binder.tree(inner.query)
        names.name_columns(tree, inner.query, outermost=True)
        return inner.replaced(binder.text(tree)) if sorted_values.edit(tree) else None

    def refuse_nonsense(self, statement: Statement) -> None:
        """What is no statement of PostgreSQL's or DuckDB's: the parser says where it goes wrong."""
        try:
            self._cursors.binder.statement_type(statement.text)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error

    def check_parses(self, statement: Statement) -> None:
        cast, rewritten = self.worded(statement)
        try:
            with placed_within(cast), placed_within(rewritten):
                self.parseable(rewritten.text)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error
