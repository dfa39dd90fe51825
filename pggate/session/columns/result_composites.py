"""
Which STRUCTs of a query's result are of composite types: rows of relations, and what the text casts to one.

DuckDB knows a STRUCT by its fields alone.  So it is of the type of those fields among the types that the
statement is about; json, as any other STRUCT, where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pggate.lake.catalogs import alias
from pggate.translate.json import json_sets, populated_records
from pggate.translate.rows import whole_rows
from pggate.translate.syntax import lexer
from pggate.translate.types import composite_names
from pggate.types.ducktype import parse, spell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.result import ResultColumn
    from pggate.session.cursors.composites import Composites
    from pggate.session.statement.outcome import Column
    from pggate.translate.syntax.looking import Tokens
    from pggate.types.duck import Shown
    from pggate.types.table import PgType


def with_composites(
    shown: Shown,
    text: str,
    columns: Sequence[ResultColumn],
    bound: Bound | None,
    composites: Composites,
    database: str,
) -> Shown:
    """
    `shown` for this result.  A query without STRUCTs pays nothing.

    Args:
        text: The query in the engine's words.
        database: The session's.

    """
    if bound is None or not any("STRUCT(" in column.duckdb_type for column in columns):
        return shown
    tokens = lexer.tokens(text)
    return replace(
        shown,
        composites=_candidates(tokens, bound, composites, database),
        rows_as_records=bool(whole_rows.mentioned(tokens).results) and not shown.structs_as_composites,
    )


@dataclass(frozen=True, slots=True)
class RowTypes:
    """
    Those that a statement is about.

    Args:
        types: By DuckDB's texts of them.
        is_open: Any STRUCT may be a row of a query's.

    """

    types: frozenset[str] = frozenset()
    is_open: bool = False

    def has(self, duckdb_type: str) -> bool:
        """Is a STRUCT a row to PostgreSQL?"""
        return self.is_open or spell(parse(duckdb_type)) in self.types


def row_types(
    text: str, engine_text: str, bound: Bound | None, composites: Composites, database: str
) -> RowTypes:
    """
    The types of STRUCTs that are rows in a statement, if the binder has asked for types at all.

    Args:
        text: As the client wrote it, with the names of types.
        engine_text: In the engine's words.
        database: The session's.

    """
    if bound is None or not bound.asks_types:
        return RowTypes()
    tokens = lexer.tokens(engine_text)
    known = named_in(text, bound, composites) or bound
    types = _candidates(tokens, known, composites, database)
    return RowTypes(frozenset(one.duckdb for one in types), bool(whole_rows.mentioned(tokens).results))


def _candidates(tokens: Tokens, bound: Bound, composites: Composites, database: str) -> tuple[PgType, ...]:
    """What the text casts to, what CREATE TYPE made, the rows of the relations whose names are values."""
    known = [*bound.composites, *composites.declared]
    mentioned = whole_rows.mentioned(tokens)
    if mentioned.rows:
        tables = whole_rows.relations(tokens)
        names = {tables[name][-1] for name in mentioned.rows if name in tables}
        catalog = alias(database)
        read = sorted((one.schema, one.name) for one in bound.relations if one.catalog == catalog)
        known += composites.row_types(place for place in read if place[1] in names)
    return tuple(dict.fromkeys(known))


def cast_parameters(text: str, composites: Composites) -> dict[int, str]:
    """
    DuckDB's types of the parameters that the client's text casts to composite types.
    """
    names = composites.names
    if "$" not in text or not names.may_be_in(text):
        return {}
    found = composite_names.of_parameters(lexer.tokens(text), names)
    return {number: of_type.duckdb for number, of_type in found.items()}


def as_named(columns: tuple[Column, ...], bound: Bound | None) -> tuple[Column, ...]:
    """
    The columns with the names of the composite types that they are cast to, where the engine's text has none.
    """
    types = bound.composites if bound is not None else ()
    return tuple(
        replace(column, name=scalar.name)
        if column.name == "struct" and (scalar := column.type.element or column.type) in types
        else column
        for column in columns
    )


def named_in(text: str, bound: Bound | None, composites: Composites) -> Bound | None:
    """
    What the binder says of a statement, with the composite types that the client's text casts to.
    """
    names = composites.names
    if bound is None or not names.words:
        return bound
    found: tuple[PgType, ...] = ()
    if names.may_be_in(text):
        found += composite_names.named(lexer.tokens(text), names)
    if any(word in text.lower() for word in json_sets.RECORDS):
        found += populated_records.named(lexer.tokens(text), names)
    return replace(bound, composites=tuple(dict.fromkeys(found))) if found else bound
