"""
Literals whose type is known, spelled so that the engine reads the value that PostgreSQL would.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import PgError
from pggate.translate import insert, typed_literals
from pggate.translate.edits import Edit, Rewritten, rewrite
from pggate.translate.kinds import Kind
from pggate.translate.quoting import string_value
from pggate.types.duck import column_type
from pggate.types.literals import spelled
from pggate.types.table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.binding import BinderCursor
    from pggate.translate.lexer import Token

_MAY_BE_CAST: Final = re.compile(
    r"""\b(?:bool|boolean|bytea|date|interval|time|timestamp|timestamptz)\b
    | '\s*\{
    | '\s*[-+]?\d*(?:\.|\d[exbo_])[^']*'\s*(?:::|\bas\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Types whose literals DuckDB reads by rules of its own, array literals, numbers that may be no integers."""

_MAY_DIFFER: Final = re.compile(
    r"""'\s*\{|'\\|\bBC\s*'               # an array, bytea, another era
    | \d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*[-+A-Z]  # a moment with a zone
    | '\s*(?:y|yes|n|no|on|off)\s*'       # a boolean
    | '\s*\d+/|'\s*\d{1,3}[-.]\d+[-.]    # a month first, a year last
    | '\s*[-+]?\d*(?:\.|\d[exbo_])        # a number that may be no integer
    | '[^']*[A-Z]{3}\ \d                  # a day in words
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What DuckDB might read otherwise.  A load of numbers, plain texts and ISO dates is not looked at closer."""


def cast(sql: str) -> Rewritten:
    """
    The literals that a cast gives a type.
    """
    if "'" not in sql or not _MAY_BE_CAST.search(sql):
        return Rewritten(sql)
    edits = []
    for literal, name in typed_literals.casts(sql):
        type_ = BY_NAME.get(name)
        expression = spelled(type_, string_value(literal.text)) if type_ else None
        if expression is not None:
            edits.append(Edit(literal.start, literal.stop, expression))
    return rewrite(sql, edits)


def written(binder: BinderCursor, sql: str, kind: Kind) -> Rewritten:
    """
    The literals that an INSERT or UPDATE writes to a column.
    """
    if kind not in (Kind.INSERT, Kind.UPDATE) or not _MAY_DIFFER.search(sql):
        return Rewritten(sql)
    return rewrite(sql, list(_of_insert(binder, sql) if kind is Kind.INSERT else _of_update(binder, sql)))


def _of_insert(binder: BinderCursor, sql: str) -> Iterator[Edit]:
    parsed = insert.parse(sql)
    types = _column_types(binder, sql[parsed.target.start : parsed.target.stop])
    columns = parsed.columns if parsed.columns is not None else tuple(types)
    for literal, number in typed_literals.inserted(sql, parsed):
        if number < len(columns):
            yield from _respelled(literal, types.get(columns[number]))


def _of_update(binder: BinderCursor, sql: str) -> Iterator[Edit]:
    types = _column_types(binder, typed_literals.updated_table(sql))
    for literal, column in typed_literals.assigned(sql):
        yield from _respelled(literal, types.get(column))


def _column_types(binder: BinderCursor, target: str) -> dict[str, str]:
    """The DuckDB types of a table's columns; none where there is no such table, which is said elsewhere."""
    try:
        return {column.name: column.duckdb_type for column in binder.columns(f"SELECT * FROM {target}")}
    except PgError:
        return {}


def _respelled(literal: Token, duckdb_type: str | None) -> Iterator[Edit]:
    if duckdb_type is None:
        return
    type_ = column_type(duckdb_type).type
    expression = spelled(type_, string_value(literal.text))
    if expression is not None:
        # Rows of VALUES agree on types before they are written: a list has to say of what.
        cast_to = f"::{duckdb_type}" if type_.element else ""
        yield Edit(literal.start, literal.stop, expression + cast_to)
