"""
What a statement is about, before it runs: its text in the engine's words, what it touches, the types of its
parameters and of its result.  Nothing here executes it.

    literals → token rules → what DuckDB cannot parse → edits of the tree → types of $n → bind → authorise

What was found out is kept by text in a cache that all sessions share: it depends on nothing but the text,
the declared parameter types, the database, the search path, and the version of what exists.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE
from pggate.engine.binding import NotBindable, ParameterTypeUnknown
from pggate.engine.tokens import folded
from pggate.errors import (
    FeatureNotSupported,
    IndeterminateDatatype,
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
    UndefinedTable,
)
from pggate.session import inference, literals
from pggate.session.analysed import CACHED_TEXT_SIZE, Analysed, command_columns
from pggate.session.authorise import authorise
from pggate.session.defining import DROPPED
from pggate.session.outcome import Column, column
from pggate.session.placing import placed, placed_within
from pggate.session.qualifying import qualified_view
from pggate.session.short_inserts import with_columns
from pggate.translate import grammar, names, parameters, queries, tokens, travel, tree, views
from pggate.translate import prepared as in_sql
from pggate.translate.definitions import explain
from pggate.translate.division import divided
from pggate.translate.edits import Rewritten
from pggate.translate.kinds import Kind
from pggate.translate.statements import split
from pggate.types.duck import column_type
from pggate.types.table import BY_NAME, BY_OID, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from pggate.engine.plan import Bound
    from pggate.engine.result import ResultColumn
    from pggate.session.cursors import Cursors, Identity
    from pggate.session.gateway import Gateway
    from pggate.session.portals import Portals, Prepared
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
"""Statements for the engine: the binder tells what they do.  All others are the session's own commands."""

READS: Final = frozenset({Kind.SELECT, Kind.SUMMARIZE, Kind.DESCRIBE, Kind.PIVOT, Kind.UNPIVOT})
"""What a superuser may run although the binder cannot tell what it does: a query changes no lake."""


class Analyst:
    """
    Analyses the statements of one session.
    """

    def __init__(self, gateway: Gateway, identity: Identity, cursors: Cursors, portals: Portals) -> None:
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._portals = portals

    def analyse(self, statement: Statement, declared: Sequence[int] = (), *, describe: bool) -> Analysed:
        """
        Args:
            declared: The parameter OIDs that the client gave, 0 for those it left open.
            describe: Find out the result's columns too, without executing anything.

        Raises:
            PgError: It does not parse or bind, or the role may not run it.

        """
        if statement.kind is Kind.UNKNOWN:
            self._refuse_nonsense(statement)
        if statement.kind is Kind.EXECUTE:
            return Analysed(statement, statement.text, columns=self._executed_columns(statement))
        if statement.kind is Kind.EXPLAIN and statement.parameters:
            oids = self._explained_parameters(statement, declared)
            return Analysed(statement, statement.text, parameters=oids, columns=command_columns(statement))
        if statement.kind not in BOUND | READS:
            return Analysed(statement, statement.text, columns=command_columns(statement))
        parts = divided(statement)
        if len(parts) > 1:
            analysed = tuple(
                self.analyse(replace(statement, text=part), declared, describe=False) for part in parts
            )
            return Analysed(statement, statement.text, parts=analysed)
        if self._cursors.sees_its_own:
            return self._analyse(statement, declared, describe=describe)
        key = self._key(statement, declared, describe=describe)
        found = self._gateway.cache.get(key)
        if found is None:
            found = self._analyse(statement, declared, describe=describe)
            self._gateway.cache.put(key, found)
        return replace(found, statement=statement)

    def check_syntax(self, statements: Sequence[Statement]) -> None:
        """
        As PostgreSQL does before anything of a text runs.  Loads of literals are left to their turn.

        Raises:
            SyntaxError: One of them is not a statement.

        """
        for statement in statements:
            if statement.kind is Kind.UNKNOWN:
                self._refuse_nonsense(statement)
            elif statement.kind in BOUND | READS and len(statement.text) <= CACHED_TEXT_SIZE:
                for part in divided(statement):
                    self._check_parses(replace(statement, text=part))

    def _check_parses(self, statement: Statement) -> None:
        cast, rewritten = self._worded(statement)
        try:
            with placed_within(cast), placed_within(rewritten):
                self._parseable(rewritten.text)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error

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
        now = self.analyse(before.statement, prepared.types, describe=True)
        if (now.columns, now.parameters) != (before.columns, before.parameters):
            raise FeatureNotSupported(
                "cached plan must not change result type",
                hint="Prepare the statement again.",
                routine="RevalidateCachedQuery",  # by which asyncpg and pgjdbc know to do so
            )
        prepared.analysed = now

    def _explained_parameters(self, statement: Statement, declared: Sequence[int]) -> tuple[int, ...]:
        """What the statement that is explained takes, EXPLAIN takes."""
        told = explain(statement.text)
        inner = replace(split(told.statement)[0], offset=statement.offset + told.offset)
        return self.analyse(inner, declared, describe=False).parameters

    def _executed_columns(self, statement: Statement) -> tuple[Column, ...] | None:
        """What EXECUTE returns; that there is no such statement is for its execution to say."""
        found = self._portals.find(in_sql.execute(statement.text).name)
        return found.analysed.columns if found is not None and found.analysed is not None else None

    def named(self, text: str, columns: Sequence[ResultColumn], bound: Bound | None) -> tuple[Column, ...]:
        """
        A query's columns under PostgreSQL's names.  A query without unnamed expressions pays nothing.
        """
        called = [c.name for c in columns]
        if not names.settled(called):
            called = self._renamed(text, called)
        of_catalog = bound is not None and {relation.catalog for relation in bound.relations} == {DATABASE}
        return tuple(
            column(name, c.duckdb_type, of_catalog=of_catalog)
            for name, c in zip(called, columns, strict=True)
        )

    def _renamed(self, text: str, called: list[str]) -> list[str]:
        try:
            return names.column_names(self._cursors.binder.tree(text), called, text)
        except NotBindable:
            return called  # SHOW, DESCRIBE and the like name their columns themselves

    def _key(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Hashable:
        return (
            statement.text,
            tuple(declared),
            describe,
            self._identity.database,
            self._identity.superuser,
            self._cursors.schemas(),
            self._gateway.mirror.catalog.version,
        )

    def _analyse(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        cast, rewritten = self._worded(statement)
        typed = literals.written(self._cursors.binder, rewritten.text, statement.kind)
        known = declared_types(declared)
        holds = True  # does a place in the engine's text have one in the client's? Not if a tree was between
        try:
            with placed_within(cast), placed_within(rewritten), placed_within(typed):
                text = self._edited(folded(self._parseable(typed.text)), statement.kind)
                holds = text == folded(typed.text)
                try:
                    bound, types = self._bind(replace(statement, text=text), known)
                except SyntaxError:
                    named = self._with_columns(text, statement.kind)
                    text = named.text
                    with placed_within(named):
                        bound, types = self._bind(replace(statement, text=text), known)
                authorise(self._identity, bound)
                if statement.kind is Kind.CREATE_VIEW and bound is not None and not statement.temporary:
                    text = qualified_view(self._cursors, self._identity.database, text, bound)
                columns = self._columns(text, types, bound) if describe and statement.returns_rows else None
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

    def _with_columns(self, text: str, kind: Kind) -> Rewritten:
        """An INSERT whose values are fewer than the columns, so that the engine takes it."""
        named = with_columns(self._cursors.binder, text) if kind is Kind.INSERT else None
        return named or Rewritten(text)

    def _worded(self, statement: Statement) -> tuple[Rewritten, Rewritten]:
        """The text with PostgreSQL's literals, and that with PostgreSQL's words, as DuckDB has them."""
        databases = frozenset(self._gateway.mirror.catalog.databases)
        cast = literals.cast(statement.text)
        return cast, tokens.apply(cast.text, tokens.Names(databases, self._identity.database))

    def _refuse_nonsense(self, statement: Statement) -> None:
        """What is no statement of PostgreSQL's or DuckDB's: the parser says where it goes wrong."""
        try:
            self._cursors.binder.statement_type(statement.text)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error

    def _parseable(self, text: str) -> str:
        """The text, or where DuckDB's grammar does not take it, the same said in its words."""
        binder = self._cursors.binder
        if binder.parses(text):
            return text
        for candidate in grammar.candidates(text):
            if binder.parses(candidate):
                return candidate
        binder.statement_type(text)  # raises what is wrong with it
        return text

    def _edited(self, text: str, kind: Kind) -> str:
        """The text with the edits of its query's tree that it calls for."""
        inner = queries.inner(text, kind)
        if inner is None:
            return text
        wanted = tree.needs(inner.query, defines=kind in (Kind.CREATE_VIEW, Kind.CREATE_TABLE_AS))
        if not wanted:
            return text
        found = self._cursors.binder.tree(inner.query)
        tree.apply(found, wanted, inner.query)
        return inner.replaced(self._cursors.binder.text(found))

    def _bind(self, statement: Statement, known: dict[int, str]) -> tuple[Bound | None, dict[int, str]]:
        """
        What the statement touches and the types of all its parameters.

        None for a query of a superuser's that the binder cannot tell about: it reads files, or snapshots.
        """
        types = inference.parameter_types(self._cursors.binder, statement, known)
        text = views.as_table(travel.without_travel(statement.text), statement.kind)
        try:
            bound = inference.bind(self._cursors.binder, text, types)
        except ParameterTypeUnknown:
            types = {**dict.fromkeys(statement.parameters, inference.TEXT), **types}
            bound = inference.bind_typed(self._cursors.binder, text, types)
        except PgError:
            if statement.kind not in READS or not self._identity.superuser:
                raise
            types = {**dict.fromkeys(statement.parameters, inference.TEXT), **types}
            # A name that the engine does not know either is said before it runs, and costs no transaction.
            self._columns(statement.text, types, None)
            return None, types
        return bound, {**bound.parameters, **types}

    def _columns(self, text: str, types: Mapping[int, str], bound: Bound | None) -> tuple[Column, ...]:
        """What a query returns, asked of the binder; of the engine where the binder does not know it."""
        describe = self._cursors.binder.columns
        if bound is None or travel.travels(text):
            describe = self._cursors.lake.describe
        *attempts, last = parameters.described_parameters(text, types)
        for attempt in attempts:
            with suppress(PgError):
                return self.named(text, describe(attempt.text), bound)
        with placed_within(last):
            return self.named(text, describe(last.text), bound)


def declared_types(declared: Sequence[int]) -> dict[int, str]:
    """
    DuckDB's type for each $n whose OID the client gave and pggate knows.
    """
    return {
        number: BY_OID[oid].duckdb
        for number, oid in enumerate(declared, start=1)
        if oid in BY_OID and BY_OID[oid].name != "unknown"
    }


def castable(types: Mapping[int, str]) -> dict[int, str]:
    """
    The types that are written into the text.  A DECIMAL's value brings its own scale, which a cast would
    change.
    """
    return {number: of_type for number, of_type in types.items() if not of_type.startswith("DECIMAL")}


def parameter_oids(
    statement: Statement, declared: Sequence[int], types: Mapping[int, str]
) -> tuple[int, ...]:
    """
    The OID of each parameter: as the client declared it, as the text casts it, or of the type found.

    Raises:
        IndeterminateDatatype: A number is left out, and nothing says what would stand there.

    """
    numbers = range(1, max([len(declared), *statement.parameters]) + 1)
    told = dict(enumerate(declared, start=1))
    named = parameters.named_types(statement.text)
    oids = []
    for number in numbers:
        oid = told.get(number, 0)
        if oid in (0, UNKNOWN.oid):
            if number not in statement.parameters:
                raise IndeterminateDatatype(f"could not determine data type of parameter ${number}")
            found = BY_NAME.get(named.get(number, "")) or column_type(types.get(number, inference.TEXT)).type
            oid = found.oid
        oids.append(oid)
    return tuple(oids)
