"""
An UPDATE or DELETE in two steps: which rows become what, as a table; then the change, by the rows' places.

So what RETURNING shows is what is stored, whatever the statement computes: now() and random() are asked once.
The table has the place of each row, the row as it will be, and the rows of FROM or USING that belong to it.
A row that is found by several of those changes once, as in PostgreSQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.translate.syntax.quoting import quote
from pggate.translate.writing.several_columns import field, rows_given

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.writing.changes import Assignment, Change

CHANGED: Final = 'temp.main."~changed"'
TARGET: Final = '"~target"'

Column = tuple[str, str]
"""A name and a DuckDB type."""


@dataclass(frozen=True, slots=True)
class Target:
    """
    The relation whose rows change.

    Args:
        name: Qualified and quoted.
        alias: What its columns are qualified with.
        columns: All of them.
        places: Columns that nobody has declared, and that tell where a row lies.
        defaults: Expressions of the columns that have one; None where they are not known.

    """

    name: str
    alias: str
    columns: tuple[Column, ...]
    places: tuple[str, ...]
    defaults: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Source:
    """
    A relation of FROM or USING: its alias, and the names of its columns.
    """

    alias: str
    columns: tuple[str, ...]


def chosen(change: Change, target: Target, sources: Sequence[Source]) -> str:
    """
    The query whose rows are the table.

    Raises:
        FeatureNotSupported: A query gives several columns at once, or a default is not known.

    """
    listed = change.text(change.sources)
    condition = change.text(change.condition)
    items = [*places(target), *rows(target, change.assignments)]
    number = len(target.columns)
    for source in sources:
        for column in source.columns:
            number += 1
            items.append(f"{quote(source.alias)}.{quote(column)} AS {value(number)}")
    once = ", ".join(f"{quote(target.alias)}.{quote(place)}" for place in target.places)
    items += given(target, change.assignments)
    query = (
        f"{change.text(change.common)} SELECT {f'DISTINCT ON ({once}) ' if listed else ''}{', '.join(items)}"
        f" FROM {change.text(change.target)}"
        + (f", {listed}" if listed else "")
        + (f" WHERE {condition}" if condition else "")
    ).strip()
    return with_given(query, target, change.assignments)


def places(target: Target) -> list[str]:
    """
    Where each row lies, as items of a select list.
    """
    return [
        f"{quote(target.alias)}.{quote(name)} AS {place(number)}"
        for number, name in enumerate(target.places, start=1)
    ]


def rows(target: Target, assignments: Sequence[Assignment]) -> list[str]:
    """
    The row as it will be, as items of a select list; without what `given` gives.
    """
    values = assigned(target, assignments)
    return [
        f"CAST(({values[name] if field(values[name]) is None else 'NULL'}) AS {of_type}) AS {value(number)}"
        if name in values
        else f"{quote(target.alias)}.{quote(name)} AS {value(number)}"
        for number, (name, of_type) in enumerate(target.columns, start=1)
    ]


def given(target: Target, assignments: Sequence[Assignment]) -> list[str]:
    """
    The rows of queries that give several columns, as items of a select list.
    """
    queries = rows_given(assigned(target, assignments))
    return [f"{query} AS {mark}" for mark, query in queries.items()]


def with_given(query: str, target: Target, assignments: Sequence[Assignment]) -> str:
    """
    The query with its items from `given` in the places of the columns' values.
    """
    values = assigned(target, assignments)
    marks = rows_given(values)
    if not marks:
        return query
    fields = ", ".join(
        f"CAST(({taken}) AS {of_type}) AS {value(number)}"
        for number, (name, of_type) in enumerate(target.columns, start=1)
        if name in values and (taken := field(values[name])) is not None
    )
    return f"SELECT * EXCLUDE ({', '.join(marks)}) REPLACE ({fields}) FROM ({query})"


def assigned(target: Target, assignments: Sequence[Assignment]) -> dict[str, str]:
    """
    The expression for each column that is set.

    Raises:
        FeatureNotSupported: A query gives several columns at once, or a default is not known.

    """
    values: dict[str, str] = {}
    for assignment in assignments:
        if len(assignment.columns) > 1:
            raise FeatureNotSupported(
                "a query for several columns is not supported together with RETURNING or ON CONFLICT",
                hint="Write a query for each column.",
            )
        if assignment.is_default and target.defaults is None:
            raise FeatureNotSupported(
                "DEFAULT is not supported together with RETURNING here", hint="Write the value itself."
            )
        default = (target.defaults or {}).get(assignment.columns[0], "NULL")
        values[assignment.columns[0]] = default if assignment.is_default else assignment.value
    return values


def updated(target: Target, assignments: Sequence[Assignment]) -> str:
    """
    The UPDATE of the rows in the table.
    """
    written = assigned(target, assignments)
    sets = ", ".join(
        f"{quote(name)} = {CHANGED}.{value(number)}"
        for number, (name, _) in enumerate(target.columns, start=1)
        if name in written
    )
    return f"UPDATE {target.name} AS {TARGET} SET {sets} FROM {CHANGED} WHERE {same_place(target)}"


def deleted(target: Target) -> str:
    """
    The DELETE of the rows in the table.
    """
    return f"DELETE FROM {target.name} AS {TARGET} USING {CHANGED} WHERE {same_place(target)}"


def returned(target: Target, sources: Sequence[Source] = (), order: str = "") -> str:
    """
    What stands behind FROM so that a query over the table reads like one over the statement's own relations.
    """
    items = [
        f"CAST({value(number)} AS {of_type}) AS {quote(name)}"
        for number, (name, of_type) in enumerate(target.columns, start=1)
    ]
    joined = [_relation(target.alias, items, order)]
    number = len(items)
    for source in sources:
        items = []
        for column in source.columns:
            number += 1
            items.append(f"{value(number)} AS {quote(column)}")
        joined.append(_relation(source.alias, items, order))
    return " POSITIONAL JOIN ".join(joined)


def _relation(alias: str, items: Sequence[str], order: str) -> str:
    ordered = f" ORDER BY {order}" if order else ""
    return f"(SELECT {', '.join(items)} FROM {CHANGED}{ordered}) AS {quote(alias)}"


def same_place(target: Target) -> str:
    """
    A condition: a row of the target and one of the table are the same.
    """
    return " AND ".join(
        f"{TARGET}.{quote(name)} = {CHANGED}.{place(number)}"
        for number, name in enumerate(target.places, start=1)
    )


def place(number: int) -> str:
    """
    The name in the table of a row's place.
    """
    return f'"~place{number}"'


def value(number: int) -> str:
    """
    The name in the table of a row's column.
    """
    return f'"~{number}"'
