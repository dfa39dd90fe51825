"""
INSERT ... ON CONFLICT in steps (PostgreSQL 15, INSERT, "ON CONFLICT Clause").

The rows proposed for insertion stand in the stage.  Which of them are inserted, and which rows that are there
become what, is put into the table of chosen.py; then that is done.  Rows with a NULL in a key conflict with
none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.quoting import quote
from pggate.translate.writing.chosen import (
    CHANGED,
    TARGET,
    Target,
    given,
    place,
    places,
    rows,
    value,
    with_given,
)
from pggate.translate.writing.conflicts import EXCLUDED
from pggate.translate.writing.system_columns import SYSTEM, XMAX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.writing.changes import Change

ORDER: Final = '"~order"'
"""Which of the proposed rows it is."""

UPDATED: Final = f"{place(1)} IS NOT NULL"
"""Of a row in the table: it is there already."""

Key = tuple[str, ...]
"""The columns of a key."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """
    The rows proposed for insertion.

    Args:
        stage: The relation that they stand in.
        common: The statement's WITH clause, or "".
        keys: The keys that they may conflict on.

    """

    stage: str
    common: str
    keys: tuple[Key, ...]

    @property
    def numbered(self) -> str:
        """
        A query of the rows, each with its number in ORDER.
        """
        return f"(SELECT *, row_number() OVER () AS {ORDER} FROM {self.stage})"


def chosen(change: Change | None, target: Target, proposed: Proposed) -> str:
    """
    The query whose rows are the table.

    Args:
        change: DO UPDATE, as an UPDATE from the rows; None for DO NOTHING.

    """
    inserted = _inserted(target, proposed, keeps_first=change is None)
    if change is None:
        return inserted
    items = [f"{EXCLUDED}.{ORDER}", *places(target), *rows(target, change.assignments)]
    items += given(target, change.assignments)
    condition = change.text(change.condition)
    updated = (
        f"{proposed.common} SELECT {', '.join(items)} FROM {target.name} AS {quote(target.alias)}"
        f" JOIN {proposed.numbered} AS {EXCLUDED}"
        f" ON {_equal(quote(target.alias), EXCLUDED, proposed.keys[0])}"
        + (f" WHERE {condition}" if condition else "")
    )
    updated = with_given(updated, target, change.assignments)
    return f"({updated}) UNION ALL ({inserted})"


def _inserted(target: Target, proposed: Proposed, *, keeps_first: bool) -> str:
    """
    The rows that conflict with none that is there; of those with the same key perhaps only the first.
    """
    items = [
        f"{EXCLUDED}.{ORDER}",
        *(f"NULL AS {place(number)}" for number in range(1, len(target.places) + 1)),
        *(
            f"{EXCLUDED}.{quote(name)} AS {value(number)}"
            for number, (name, _) in enumerate(target.columns, start=1)
        ),
    ]
    new = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {target.name} AS {TARGET} WHERE {_equal(TARGET, EXCLUDED, key)})"
        for key in proposed.keys
    )
    query = f"SELECT {', '.join(items)} FROM {proposed.numbered} AS {EXCLUDED} WHERE {new}"
    if not keeps_first or len(proposed.keys) > 1:
        return query
    (key,) = proposed.keys
    columns = ", ".join(f"{EXCLUDED}.{quote(name)}" for name in key)
    is_null = " OR ".join(f"{EXCLUDED}.{quote(name)} IS NULL" for name in key)
    first = f"row_number() OVER (PARTITION BY {columns} ORDER BY {EXCLUDED}.{ORDER}) = 1"
    return f"{query} QUALIFY {is_null} OR {first}"


def system() -> str:
    """
    The relation that tells which rows of the table were there (system_columns.py).
    """
    there = f"CAST(CASE WHEN {UPDATED} THEN 1 ELSE 0 END AS UINTEGER) AS {XMAX}"
    return f"(SELECT {there} FROM {CHANGED} ORDER BY {ORDER}) AS {SYSTEM}"


def twice(proposed: Proposed) -> str:
    """
    A query that has a row if one of the rows in the table would change again: by a later one with its key.
    """
    (key,) = proposed.keys
    return (
        f"SELECT 1 FROM {CHANGED} JOIN {proposed.numbered} AS one ON one.{ORDER} = {CHANGED}.{ORDER}"
        f" JOIN {proposed.numbered} AS later ON {_equal('one', 'later', key)} AND later.{ORDER} > one.{ORDER}"
        " LIMIT 1"
    )


def alike(target: Target, keys: Sequence[Key]) -> str:
    """
    The rows of the table that share a key with another: their number, then the values of each key's columns.
    """
    numbers = {name: number for number, (name, _) in enumerate(target.columns, start=1)}
    columns = [[value(numbers[name]) for name in key] for key in keys]
    shared = " OR ".join(
        f"(count(*) OVER (PARTITION BY {', '.join(key)}) > 1"
        f" AND {' AND '.join(f'{name} IS NOT NULL' for name in key)})"
        for key in columns
    )
    listed = ", ".join(f"ROW({', '.join(key)})::VARCHAR AS k{n}" for n, key in enumerate(columns))
    nulls = ", ".join(
        f"({' OR '.join(f'{c} IS NULL' for c in key)}) AS n{n}" for n, key in enumerate(columns)
    )
    return f"SELECT {ORDER}, {listed}, {nulls} FROM {CHANGED} QUALIFY {shared} ORDER BY {ORDER}"


def without(orders: Sequence[int]) -> str:
    """
    Take rows out of the table.
    """
    return f"DELETE FROM {CHANGED} WHERE {ORDER} IN ({', '.join(map(str, orders))})"


def inserted(target: Target) -> str:
    """
    The query of the rows to insert.
    """
    items = ", ".join(
        f"{value(number)} AS {quote(name)}" for number, (name, _) in enumerate(target.columns, start=1)
    )
    return f"SELECT {items} FROM {CHANGED} WHERE {place(1)} IS NULL ORDER BY {ORDER}"


def _equal(left: str, right: str, key: Key) -> str:
    return " AND ".join(f"{left}.{quote(name)} = {right}.{quote(name)}" for name in key)
