"""
An INSERT of one row of VALUES as the query that has this row: one statement for the engine instead of the
four that a stage takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.syntax.looking import word_at
from pggate.translate.syntax.quoting import quote
from pggate.translate.syntax.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.writing.insert import Insert


def row_query(insert: Insert, columns: Sequence[tuple[str, str]], defaults: Mapping[str, str]) -> str:
    """
    The query; "" where the INSERT is another one.

    Args:
        insert: Its text binds.
        columns: Name and DuckDB type of the target's.
        defaults: Expressions of those that have one.

    """
    if insert.by_name or insert.conflicts or insert.returning or insert.common.stop:
        return ""
    given_values = values(insert)
    names = insert.columns if insert.columns is not None else tuple(name for name, _ in columns)
    if not given_values or len(given_values) > len(names):
        return ""
    given = dict(zip(names, given_values, strict=False))
    items = []
    for name, of_type in columns:
        value = given.get(name, "default")
        value = defaults.get(name, "NULL") if value.lower() == "default" else value
        items.append(f"CAST(({value}) AS {of_type}) AS {quote(name)}")
    return f"SELECT {', '.join(items)}"


def values(insert: Insert) -> list[str]:
    """
    The items of the one row of VALUES; none where the source is another one.
    """
    scan = Scan(insert.sql[insert.source.start : insert.source.stop])
    if not scan.accept("values") or word_at(scan.tokens, scan.at) != "(":
        return []
    row = Scan(scan.parenthesised())
    if not scan.ended:
        return []
    items = []
    while not row.ended:
        items.append(row.text_until(","))
        row.accept(",")
    return items
