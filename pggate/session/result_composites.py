"""
Which STRUCTs of a query's result are of composite types: rows of relations, and what the text casts to one.

DuckDB knows a STRUCT by its fields alone.  So it is of the type of those fields among the types that the
statement is about; json, as any other STRUCT, where there is none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.lake.catalogs import alias
from pggate.translate.json import json_sets, populated_records
from pggate.translate.rows import whole_rows
from pggate.translate.syntax import lexer
from pggate.translate.types import composite_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.result import ResultColumn
    from pggate.session.composites import Composites
    from pggate.session.outcome import Column
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
    known = [*bound.composites, *composites.declared]
    mentioned = whole_rows.mentioned(lexer.tokens(text))
    if mentioned.rows:
        catalog = alias(database)
        read = sorted(
            ((one.schema, one.name) for one in bound.relations if one.catalog == catalog),
            key=lambda place: (place[1] not in mentioned.rows, place),
        )
        known += composites.row_types(read)
    return replace(
        shown,
        composites=tuple(dict.fromkeys(known)),
        rows_as_records=bool(mentioned.results) and not shown.structs_as_composites,
    )


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
