"""
ALTER COLUMN … TYPE that the lake cannot do by itself: ducklake 1.5.5 makes types wider, and takes no USING.

The rows are written anew, as PostgreSQL does it (15, ALTER TABLE, "Notes"), into a topic that is made in the
place of the old one, with everything that it declares.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.definitions import Relation
from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.engine.types import type_text
from pggate.errors import DatatypeMismatch, FeatureNotSupported, PgError
from pggate.session.clauses.staging import definition, described
from pggate.session.clauses.temporary_tables import for_a_while
from pggate.session.columns.column_notes import ColumnNotes, place
from pggate.session.cursors.places import find
from pggate.session.definitions.topic_options import DeclaredOptions
from pggate.session.queries.declared_objects import table_of
from pggate.session.queries.known_options import known_options
from pggate.session.statement.plain_expressions import check_bound, check_words
from pggate.session.writing.array_shapes import hold_shapes
from pggate.session.writing.nul import refuse_nul
from pggate.translate.texts.statements import split
from pggate.types import table
from pggate.types.enums import MARK

if TYPE_CHECKING:
    from pggate.engine.definitions import Altered
    from pggate.lake.declared import NamedKey
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.definitions.declared_keys import DeclaredKeys
    from pggate.session.definitions.dependents import Dependents
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.outcome import Column
    from pggate.translate.definitions.table_definitions import TableDefinition

_KEPT: Final = Relation("temp", "main", "~kept")
KEPT: Final = qualified(_KEPT.catalog, _KEPT.schema, _KEPT.name)
"""Where the rows stand in between."""

_TEXTS: Final = frozenset({table.TEXT, table.VARCHAR, table.BPCHAR, table.NAME})
_FAMILIES: Final = (
    _TEXTS,
    frozenset({table.INT2, table.INT4, table.INT8, table.FLOAT4, table.FLOAT8, table.NUMERIC}),
    frozenset({table.DATE, table.TIMESTAMP, table.TIMESTAMPTZ}),
    frozenset({table.TIME, table.TIMETZ, table.INTERVAL}),
    frozenset({table.JSON, table.JSONB}),
)
"""Types that are cast to each other where a column is assigned to (PostgreSQL 15, pg_cast.castcontext)."""


class ColumnRewriting:
    """
    Of one session.
    """

    def __init__(
        self, gateway: Gateway, cursors: Cursors, analyst: Analyst, keys: DeclaredKeys, dependents: Dependents
    ) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._analyst = analyst
        self._keys = keys
        self._dependents = dependents
        self._options = DeclaredOptions(gateway, cursors)
        self._notes = ColumnNotes(gateway, cursors)

    def retype(
        self, text: str, altered: Altered, definition: TableDefinition, engine_text: str, *, alone: bool
    ) -> None:
        """
        Args:
            text: As the client wrote it.
            engine_text: As the engine takes it.
            alone: Is nothing else in its transaction?  ducklake 1.5.5 forgets the minimum and maximum of a
                column whose type changes in a transaction that has rows for the table, and after the next
                write it reads the old rows wrong.

        Raises:
            DatatypeMismatch: 42804, there is no cast that goes by itself.
            PgError: A row's value is none of the new type, or a CHECK does not bind over it.

        """
        (column,) = definition.columns
        if column.type is None:
            raise DatatypeMismatch(f'cannot tell the type of column "{column.name}"')
        of_type = text[column.type.start : column.type.stop]
        using = text[slice(*definition.using)] if definition.using is not None else ""
        name = table_of(altered.relation)
        self._check(name, column.name, of_type, using)
        target = type_text(altered.details["target_type"])
        checks = self._retyped_checks(altered.relation, column.name, of_type)
        sql = engine_text
        if using or not (alone and self._is_widened(engine_text)):
            words = self._words(name, using or quote_identifier(column.name), of_type)
            self._rewrite(altered.relation, column.name, words, target)
            column_name = quote_identifier(column.name)
            sql = f"ALTER TABLE {name} ALTER COLUMN {column_name} TYPE {target} USING NULL"
        self._cursors.define(sql)
        for check in checks:
            self._cursors.declaring.keys.setdefault(place(altered.relation), {})[check.name] = check

    def _retyped_checks(self, relation: Relation, column: str, of_type: str) -> list[NamedKey]:
        if MARK not in self._analyse(f"SELECT CAST(NULL AS {of_type})")[0].duckdb:
            return self._keys.retyped(relation, column, of_type)
        for check in self._keys.checks_of(relation, column):  # the lake's texts have another order
            raise FeatureNotSupported(
                f'check constraint "{check.name}" reads the column that would be of an enumerated type',
                hint="Drop the constraint first, and add it again.",
            )
        return []

    def _is_widened(self, engine_text: str) -> bool:
        """Has the lake done it?"""
        try:
            self._cursors.lake.run(engine_text)
        except PgError as error:
            if error.sqlstate not in {"42804", "0A000"}:
                raise
            return False
        return True

    def _check(self, name: str, column: str, of_type: str, using: str) -> None:
        (statement,) = split(
            f"SELECT {using or quote_identifier(column)}, CAST(NULL AS {of_type}) FROM {name}"
        )
        check_words(using, "transform expression")
        columns = self._analyse(statement.text)
        given, wanted = columns[0].type, columns[1].type
        if wanted.element is not None and columns[0].duckdb.endswith("[][]"):
            raise FeatureNotSupported(
                "a column cannot become one of arrays of several dimensions",
                hint="Add a column of arrays, and UPDATE its rows.",
            )
        if given is wanted or wanted in _TEXTS or given.oid == table.UNKNOWN.oid:
            return
        one, other = given.element or given, wanted.element or wanted
        is_list = (given.element is None) == (wanted.element is None)
        if is_list and (one is other or any({one, other} <= family for family in _FAMILIES)):
            return
        what = f'result of USING clause for column "{column}"' if using else f'column "{column}"'
        raise DatatypeMismatch(
            f"{what} cannot be cast automatically to type {wanted.sql}",
            hint="You might need to add an explicit cast."
            if using
            else f'You might need to specify "USING {quoted_as_needed(column)}::{wanted.sql}".',
        )

    def _analyse(self, query: str) -> tuple[Column, ...]:
        (statement,) = split(query)
        analysed = self._analyst.analyse(statement, describe=True)
        check_bound(self._cursors.binder, analysed, "transform expressions")
        return analysed.columns or ()

    def _words(self, name: str, expression: str, of_type: str) -> str:
        """The new value in the engine's words."""
        is_text = self._analyse(f"SELECT CAST(NULL AS {of_type})")[0].type in _TEXTS
        wanted = "text" if is_text else of_type  # a length is held to, not cut to (declared_checks.py)
        (statement,) = split(f"SELECT CAST(({expression}) AS {wanted}) FROM {name}")
        binder = self._cursors.binder
        tree = binder.tree(self._analyst.analyse(statement, describe=False).text)
        item = tree["node"]["select_list"][0]
        item["alias"] = ""
        return binder.expression_text(item)

    # -- the new topic

    def _rewrite(self, relation: Relation, column: str, words: str, target: str) -> None:
        cursor, name = self._cursors.lake, table_of(relation)
        stored = f"VARCHAR{'[]' if target.endswith('[]') else ''}" if MARK in target else target
        columns = [
            replace(each, duckdb_type=stored) if each.name == column else each
            for each in described(cursor, name)
        ]
        declared, keys, pointing = (
            self._notes.of(relation),
            self._named_keys(relation),
            self._pointing(relation),
        )
        comments = self._comments(relation)
        old, options = self._committed_id(relation), known_options(self._gateway, self._cursors, relation)
        chosen = f"SELECT * REPLACE (CAST({words} AS {stored}) AS {quote_identifier(column)}) FROM {name}"
        with for_a_while(cursor, KEPT, f"AS {chosen}"):
            refuse_nul(cursor, _KEPT, words, bound=None)
            hold_shapes(self._cursors, _KEPT, {column: stored})
            cursor.run(f"DROP TABLE {name}")
            cursor.run(f"CREATE TABLE {name} ({', '.join(map(definition, columns))})")
            self._options.lay_out(relation, options)
            cursor.run(f"INSERT INTO {name} SELECT * FROM {KEPT}")
        for sql in comments:
            cursor.run(sql)
        declaring = self._cursors.declaring
        succeeded = declaring.successors.get(place(relation), old)
        declaring.rewrite(place(relation))
        if succeeded is not None:
            declaring.successors[place(relation)] = succeeded
        if options:
            declaring.options[place(relation)] = options
        for each, said in declared.items():
            self._notes.note(relation, each, said)
        for where, named in [*((place(relation), key) for key in keys), *pointing]:
            declaring.keys.setdefault(where, {})[named.name] = named

    def _committed_id(self, relation: Relation) -> int | None:
        """The topic's DuckLake id, unless the open transaction has made it."""
        found = find(self._gateway, relation)
        is_own = place(relation) in self._cursors.declaring.own
        return found.topic.table_id if found is not None and found.topic is not None and not is_own else None

    def _named_keys(self, relation: Relation) -> list[NamedKey]:
        return [self._keys.named(relation, name) for name in self._keys.keys(relation)]

    def _pointing(self, relation: Relation) -> list[tuple[tuple[str, str], NamedKey]]:
        """The foreign keys of others, which point to a topic by its id."""
        return [
            (place(one.relation), self._keys.named(one.relation, one.key))
            for one in self._dependents.of(relation, "")
            if one.key
        ]

    def _comments(self, relation: Relation) -> list[str]:
        found = find(self._gateway, relation)
        if found is None:
            return []
        name = table_of(relation)
        said = [("TABLE", name, found.comment)]
        said += [("COLUMN", f"{name}.{quote_identifier(one.name)}", one.comment) for one in found.columns]
        return [f"COMMENT ON {what} {of} IS {quote_literal(text)}" for what, of, text in said if text]


def quoted_as_needed(name: str) -> str:
    """As quote_identifier does in PostgreSQL's messages."""
    return name if name.isidentifier() and name == name.lower() else quote_identifier(name)
