"""
Defaults that a lake has no place for (PostgreSQL 15, CREATE TABLE, ALTER TABLE): of arrays, enumerated and
composite types, and those that are computed, of a column that is added or altered.

Such a default is declared, in the engine's words; all that writes rows takes it for one of the lake's own
(lake/topic_rows.py).
"""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.engine.names import quote_identifier, quote_literal
from pggate.errors import FeatureNotSupported, PgError, UndefinedColumn
from pggate.session.columns.column_notes import ColumnNotes
from pggate.session.queries.declared_objects import table_of
from pggate.session.statement.literals import with_parts
from pggate.session.statement.plain_expressions import check_bound, check_words
from pggate.translate.definitions.shown_defaults import shown_default
from pggate.translate.definitions.written_defaults import is_read_otherwise
from pggate.translate.syntax import lexer
from pggate.translate.syntax.quoting import string_value
from pggate.translate.texts.statements import split
from pggate.types.document_values import is_read_from_json
from pggate.types.duck import column_type
from pggate.types.table import BY_OID, JSON, JSONB

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.translate.definitions.column_definitions import WrittenColumn

CONSTANT: Final = "CONSISTENT"
VOLATILE: Final = "VOLATILE"
STABILITIES: Final = """
    SELECT DISTINCT function_name,
        CASE WHEN stability = 'CONSISTENT' THEN 'CONSISTENT_WITHIN_QUERY' ELSE stability END
    FROM duckdb_functions()
    WHERE (stability <> 'CONSISTENT' OR function_name IN ('getvariable', 'currval'))
      AND function_name NOT IN ('error', 'raise')
"""
"""Functions that are not always the same: now() and its like are so for a statement, others for a row."""

_SELECT: Final = "SELECT "
_WITH_PARTS: Final = re.compile(r"\s*(?:struct|map)\s*\(", re.IGNORECASE)
_DOCUMENTS: Final = frozenset({JSON.sql, JSONB.sql})


class Default(NamedTuple):
    """
    Args:
        words: The expression as the engine takes it, of the column's type.
        shown: As pg_get_expr shows it.
        is_volatile: Has every row a value of its own?

    """

    words: str
    shown: str
    is_volatile: bool


class DeclaredDefaults:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, analyst: Analyst) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._analyst = analyst
        self._notes = ColumnNotes(gateway, cursors)

    def of_column(self, text: str, column: WrittenColumn) -> Default | None:
        """
        The default that a column is written with and the lake has no place for.

        Args:
            text: The definition, as the client wrote it.

        Raises:
            FeatureNotSupported: It reads something.
            PgError: It is none of the column's type.

        """
        if column.default is None or column.type is None:
            return None
        of_type = text[column.type.start : column.type.stop]
        expression = text[slice(*column.default)]
        if _WITH_PARTS.match(of_type) and _is_string(expression):
            (column_of_it,) = self._cursors.binder.columns(f"{_SELECT}CAST(NULL AS {of_type})")
            return _document(expression, column_of_it.duckdb_type)
        return self._read(expression, of_type)

    def of_change(self, relation: Relation, column: str, expression: str) -> Default | None:
        """
        That of SET DEFAULT; None where it is a literal that the lake keeps.

        Raises what `of_column` does.
        """
        of_type, duckdb_type, is_kept = self._type(relation, column)
        if is_read_from_json(duckdb_type) and of_type in _DOCUMENTS and _is_string(expression):
            return _document(expression, duckdb_type)
        found = self._read(expression, of_type)
        is_lakes = is_kept and _is_literal(expression) and not _is_read_otherwise(expression, of_type)
        return None if is_lakes else found

    def note(self, relation: Relation, column: str, default: Default | None) -> None:
        """The column has this default from here on, or none that the lake has no place for."""
        words, shown = ("", "") if default is None else (default.words, default.shown)
        known = self._notes.known(relation, column)
        self._notes.note(relation, column, replace(known, default=words, shown_default=shown))

    def set(self, relation: Relation, column: str, default: Default) -> None:
        """SET DEFAULT: the lake has none then."""
        sql = f"ALTER TABLE {table_of(relation)} ALTER COLUMN {quote_identifier(column)} DROP DEFAULT"
        self._cursors.lake.run(sql)
        self._cursors.define(sql)
        self.note(relation, column, default)

    def with_value(self, text: str, default: Default, duckdb_type: str) -> str:
        """
        ADD COLUMN with the value that the rows have which are there, where all have one and the lake takes
        it: then no row is written.
        """
        if default.is_volatile or _is_nested(duckdb_type):
            return text
        value_text = f"CAST(CAST({default.words} AS {duckdb_type}) AS VARCHAR)"
        ((value,),) = self._cursors.lake.rows(f"{_SELECT}{value_text}")
        clause = "" if value is None else f" DEFAULT {quote_literal(str(value))}"
        return text.rstrip().removesuffix(";") + clause

    def fill(self, relation: Relation, column: str, default: Default, duckdb_type: str) -> None:
        """The values of the rows that are there, of a column that was added without any."""
        if default.is_volatile or _is_nested(duckdb_type):
            self._cursors.lake.run(
                f"UPDATE {table_of(relation)} SET {quote_identifier(column)} = {default.words}"
            )

    # -- reading one

    def _read(self, expression: str, of_type: str) -> Default:
        query = f"{_SELECT}CAST({expression} AS {of_type})"
        check_words(expression, "DEFAULT expression")
        try:
            (statement,) = split(query)
            analysed = self._analyst.analyse(statement, describe=False)
        except PgError as error:
            error.position = None
            if isinstance(error, UndefinedColumn):
                raise FeatureNotSupported("cannot use column reference in DEFAULT expression") from error
            raise
        check_bound(self._cursors.binder, analysed, "DEFAULT expressions")
        words, called = self._expression(analysed.text), frozenset[str]()
        if analysed.bound is not None:
            called = analysed.bound.functions
        stability = self._stability(called) if called else CONSTANT
        if stability == CONSTANT:
            words = self._constant(words)
        shown = shown_default(expression, _shown_type(of_type)) or self._printed(expression)
        return Default(words, shown, stability == VOLATILE)

    def _expression(self, query: str) -> str:
        """What a query selects."""
        binder = self._cursors.binder
        tree = binder.tree(query)
        tree["node"]["select_list"][0]["alias"] = ""
        return binder.text(tree)[len(_SELECT) :]

    def _constant(self, words: str) -> str:
        """A literal for what is always the same: a default of DuckDB's has no place for a lambda."""
        ((value,),) = self._cursors.lake.rows(f"{_SELECT}CAST({words} AS VARCHAR)")
        return "NULL" if value is None else quote_literal(str(value))

    def _stability(self, functions: frozenset[str]) -> str:
        """The least of these functions'."""
        with closing(self._gateway.engine.cursor()) as cursor:
            known = {name: how for name, how in cursor.rows(STABILITIES) if name in functions}
        return VOLATILE if VOLATILE in known.values() else max(known.values(), default=CONSTANT)

    def _printed(self, expression: str) -> str:
        """An expression with spaces and parentheses as PostgreSQL prints it, nearly."""
        binder = self._cursors.binder
        try:
            return binder.text(binder.tree(f"{_SELECT}{expression}"))[len(_SELECT) :]
        except PgError:  # it is in words that only a rule makes the engine's
            return expression

    def _type(self, relation: Relation, column: str) -> tuple[str, str, bool]:
        """The column's type as a text has it, DuckDB's, and whether the lake keeps a literal of it."""
        found = self._cursors.binder.columns(f"SELECT * FROM {table_of(relation)}")
        duckdb_type = next((one.duckdb_type for one in found if one.name == column), None)
        if duckdb_type is None:
            raise UndefinedColumn(f'column "{column}" of relation "{relation.name}" does not exist')
        oid = self._notes.known(relation, column).type
        declared = BY_OID.get(oid) or (self._cursors.created_type(oid) if oid else None)
        if declared is None:
            declared = column_type(duckdb_type).type
        is_own = oid != 0 and oid not in BY_OID
        return declared.sql, duckdb_type, not (is_own or _is_nested(duckdb_type))


def _document(literal: str, duckdb_type: str) -> Default:
    """JSON for a STRUCT, a MAP or a list of them, of which the engine reads a form of its own."""
    words = with_parts(duckdb_type, string_value(literal.strip()))
    return Default(words, shown_default(literal, JSON.sql), is_volatile=False)


def _is_string(expression: str) -> bool:
    tokens = lexer.tokens(expression)
    return len(tokens) == 1 and tokens[0].kind is lexer.Kind.STRING


def _is_read_otherwise(literal: str, of_type: str) -> bool:
    name = of_type.split(maxsplit=1)[0]
    return _is_string(literal) and is_read_otherwise(name, string_value(literal.strip()))


def _is_nested(duckdb_type: str) -> bool:
    """DuckLake has no defaults of such."""
    return duckdb_type.endswith("]") or duckdb_type.startswith(("STRUCT", "MAP"))


def _is_literal(expression: str) -> bool:
    """A string or a number, with or without a sign, NULL, TRUE or FALSE."""
    tokens = lexer.tokens(expression)
    if len(tokens) == 2 and tokens[0].word in {"-", "+"}:
        tokens = tokens[1:]
    literals = (lexer.Kind.STRING, lexer.Kind.NUMBER)
    return len(tokens) == 1 and (tokens[0].kind in literals or tokens[0].word in {"null", "true", "false"})


def _shown_type(of_type: str) -> str:
    """The column's type as PostgreSQL shows it behind a literal."""
    name = of_type.strip().lower()
    found = next((one for one in BY_OID.values() if name in (one.sql, one.name)), None)
    return of_type if found is None else found.sql
