"""
INSERT of fewer values than the table has columns, also of a MERGE: PostgreSQL fills the first of them and
leaves the others to their defaults (PostgreSQL 15, INSERT).  duckdb 1.5.5 refuses it, and takes the same with
the columns named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.errors import PgError
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.scan import Scan
from pggate.translate.untyped import parameters
from pggate.translate.writing import insert, merges

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor


def with_columns(binder: BinderCursor, sql: str) -> Rewritten | None:
    """
    The INSERT with the columns named that its values are for; None where that is not what is wrong with it.
    """
    parsed = insert.parse(sql)
    if parsed.columns is not None or parsed.by_name or parsed.default_values:
        return None
    target = sql[parsed.target.start : parsed.target.stop]
    try:
        columns = binder.columns(f"SELECT * FROM {target}")
        width = _width(binder, parsed)
    except PgError:
        return None
    if width >= len(columns):
        return None
    names = ", ".join(quote_identifier(column.name) for column in columns[:width])
    return rewrite(sql, [Edit(parsed.source.start, parsed.source.start, f"({names}) ")])


def merge_with_columns(binder: BinderCursor, sql: str) -> Rewritten | None:
    """
    The same for what a MERGE inserts.
    """
    merge = merges.parse(sql)
    if merge is None:
        return None
    try:
        columns = binder.columns(f"SELECT * FROM {merge.text(merge.target)}")
    except PgError:
        return None
    edits = []
    for insertion in merge.insertions:
        if insertion.columns is None and insertion.count < len(columns):
            names = ", ".join(quote_identifier(column.name) for column in columns[: insertion.count])
            edits.append(Edit(insertion.columns_end, insertion.columns_end, f" ({names})"))
    return rewrite(sql, edits) if edits else None


def _width(binder: BinderCursor, parsed: insert.Insert) -> int:
    """How many values a row has.  VALUES are counted: DEFAULT is nothing anywhere else."""
    scan = Scan(parsed.sql[parsed.source.start : parsed.source.stop])
    if not scan.accept("values"):
        return len(binder.columns(parameters.null_parameters(parsed.query, {}).text))
    row = Scan(scan.parenthesised())
    width = 1
    row.text_until(",")
    while row.accept(","):
        row.text_until(",")
        width += 1
    return width
