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
    TooManyColumns,
    UndefinedTable,
)
from pggate.lake.catalogs import alias
from pggate.session import inference, literals
from pggate.session.analysed import CACHED_TEXT_SIZE, Analysed, command_columns
from pggate.session.assigning import check_assignments
from pggate.session.authorise import authorise, authorise_unread
from pggate.session.declared import check_takes_parameters
from pggate.session.defining import DROPPED
from pggate.session.fetching import KINDS as CURSORS
from pggate.session.fetching import command_of, query_of
from pggate.session.naming import check_case, check_columns
from pggate.session.outcome import Column, column
from pggate.session.places import table_name
from pggate.session.placing import placed, placed_within
from pggate.session.qualifying import qualified_view
from pggate.session.short_inserts import with_columns
from pggate.translate import copying, grammar, lexer, names, parameters, queries, tokens, travel, tree, views
from pggate.translate import prepared as in_sql
from pggate.translate.cursors import Declare, Fetch
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
    from pggate.session.portal import Prepared
    from pggate.session.portals import Portals
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

MOST_COLUMNS: Final = 1664
"""PostgreSQL 15, MaxTupleAttributeNumber."""

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
        self._described: tuple[Hashable, Analysed] | None = None
        """The last that was prepared, however long its text: Bind comes next, and asks for it again."""

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
        if statement.kind not in BOUND | READS:
            return self._analyse_command(statement, declared, describe=describe)
        parts = divided(statement)
        if len(parts) > 1:
            analysed = tuple(
                self.analyse(replace(statement, text=part), declared, describe=False) for part in parts
            )
            return Analysed(statement, statement.text, parts=analysed)
        if self._cursors.sees_its_own:
            return self._analyse(statement, declared, describe=describe)
        key = self._key(statement, declared, describe=describe)
        found = self._gateway.cache.get(key) or self._recall(key)
        if found is None:
            found = self._analyse(statement, declared, describe=describe)
            self._gateway.cache.put(key, found)
            self._described = (key, found) if describe else None
        return replace(found, statement=statement)

    def _analyse_command(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        """What is not for the engine, or only in part."""
        if statement.kind in CURSORS:
            return self._analyse_cursor(statement, declared, describe=describe)
        check_takes_parameters(statement)
        if statement.kind is Kind.COPY:
            self._check_copy(statement)
        if statement.kind is Kind.EXECUTE:
            return Analysed(statement, statement.text, columns=self._executed_columns(statement))
        oids: tuple[int, ...] = ()
        if statement.kind is Kind.EXPLAIN and statement.parameters:
            oids = self._explained_parameters(statement, declared)
        return Analysed(statement, statement.text, parameters=oids, columns=command_columns(statement))

    def _analyse_cursor(self, statement: Statement, declared: Sequence[int], *, describe: bool) -> Analysed:
        """DECLARE is about its query; what FETCH returns is what the cursor has, if there is one now."""
        command = command_of(statement)
        if isinstance(command, Declare):
            query = self.analyse(query_of(statement, command), declared, describe=describe)
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
        return Analysed(statement, statement.text, columns=columns)

    def check_syntax(self, statement: Statement) -> None:
        """
        As PostgreSQL does before anything of a text runs.  Loads of literals are left to their turn.

        Raises:
            SyntaxError: It is not a statement.

        """
        if statement.kind is Kind.UNKNOWN:
            self._refuse_nonsense(statement)
        elif statement.kind is Kind.COPY:
            self._check_copy(statement)
        elif statement.kind in CURSORS:
            command = command_of(statement)
            if isinstance(command, Declare):
                self.check_syntax(query_of(statement, command))
        elif statement.kind in BOUND | READS and len(statement.text) <= CACHED_TEXT_SIZE:
            for part in divided(statement):
                self._check_parses(replace(statement, text=part))

    def _check_copy(self, statement: Statement) -> None:
        try:
            command = copying.copy(statement.text)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error
        for inner in split(command.query):
            self.check_syntax(replace(inner, offset=statement.offset + command.offset + inner.offset))

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
        if now.parameters != before.parameters:  # the client keeps to the types that it was told
            now = self.analyse(before.statement, before.parameters, describe=True)
        fetches = before.statement.kind is Kind.FETCH  # whose cursor may be another one by now
        if not fetches and now.columns != before.columns:
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

        Raises:
            TooManyColumns: There are more than PostgreSQL has in a result.

        """
        if len(columns) > MOST_COLUMNS:
            raise TooManyColumns(
                f"target lists can have at most {MOST_COLUMNS} entries",
                hint="Select fewer columns, or several of them as one array.",
            )
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

    def _recall(self, key: Hashable) -> Analysed | None:
        return self._described[1] if self._described is not None and self._described[0] == key else None

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
        typed = self._written(statement, rewritten)
        known = declared_types(declared)
        holds = True  # does a place in the engine's text have one in the client's? Not if a tree was between
        try:
            with placed_within(cast), placed_within(rewritten), placed_within(typed):
                text = self._edited(folded(self._parseable(typed.text)), statement.kind)
                holds = text == folded(typed.text)
                named = Rewritten(text)
                try:
                    bound, types = self._bind(replace(statement, text=text), known)
                except SyntaxError:
                    named = self._with_columns(text, statement.kind)
                    text = named.text
                    with placed_within(named):
                        bound, types = self._bind(replace(statement, text=text), known)
                authorise(self._identity, bound)
                if (inner := queries.inner(text, statement.kind)) is not None:
                    authorise_unread(self._identity, self._cursors.binder, inner.query)
                check_case(bound, text)
                with placed_within(named):
                    check_assignments(bound, text)
                if bound is not None and not statement.parameters:
                    check_columns(self._cursors.binder, text, statement.kind)
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
        known = tokens.Names(frozenset(self._gateway.mirror.catalog.databases), self._identity.database)
        try:
            cast = literals.cast(statement.text)
            with placed_within(cast):
                return cast, tokens.apply(cast.text, known)
        except PgError as error:
            raise placed(error, statement, Rewritten(statement.text)) from error

    def _written(self, statement: Statement, rewritten: Rewritten) -> Rewritten:
        """The same with literals as the columns read them that they are written to."""
        try:
            return literals.written(self._cursors.binder, rewritten.text, statement.kind)
        except PgError as error:
            raise placed(error, statement, None) from error

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
        defines = kind in (Kind.CREATE_VIEW, Kind.CREATE_TABLE_AS)
        wanted = tree.needs(inner.query, defines=defines, assigns=kind is Kind.INSERT)
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
            bound = self._bind_standing_in(statement.kind, text, types)
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

    def _bind_standing_in(self, kind: Kind, text: str, types: Mapping[int, str]) -> Bound:
        """A view that does not bind any more is not on the binder, and can still be dropped and altered."""
        broken = self._broken_views(text) if kind in views.KINDS else []
        if not broken:
            return inference.bind(self._cursors.binder, text, types)
        with self._cursors.standing_in(broken):
            return inference.bind(self._cursors.binder, text, types)

    def _broken_views(self, text: str) -> list[str]:
        """Those that a statement about one database may mean."""
        named = {token.name for token in lexer.tokens(text) if token.is_name}
        catalog = self._gateway.mirror.catalog
        others = [name for name in catalog.databases if alias(name) in named]
        return [
            table_name(view)
            for view in catalog.broken_views(others[0] if others else self._identity.database)
            if view.name in named
        ]

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
    present = statement.parameters
    numbers = range(1, max([len(declared), *present]) + 1)
    told = dict(enumerate(declared, start=1))
    named = parameters.named_types(statement.text)
    oids = []
    for number in numbers:
        oid = told.get(number, 0)
        if oid in (0, UNKNOWN.oid):
            if number not in present:
                raise IndeterminateDatatype(f"could not determine data type of parameter ${number}")
            found = BY_NAME.get(named.get(number, "")) or column_type(types.get(number, inference.TEXT)).type
            oid = found.oid
        oids.append(oid)
    return tuple(oids)
