"""
A MERGE in steps: which rows of its target become what, and which are new, as a table (chosen.py); then that
is done.

So a row that is found twice is known before it changes, and there can be as many actions as PostgreSQL has:
ducklake 1.5.5 takes one UPDATE or DELETE only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import unnested
from pggate.translate.syntax.quoting import quote
from pggate.translate.writing.chosen import CHANGED, TARGET, place, places, same_place, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.writing.chosen import Target
    from pggate.translate.writing.merges import Action, Merge

ACTION: Final = '"~action"'
"""Which of the actions a row is for, from 1."""

CHOSEN: Final = '"~chosen"'
NUMBER: Final = '"~number"'

VOLATILE: Final = frozenset(
    {"random", "gen_random_uuid", "uuid", "uuidv4", "nextval", "clock_timestamp", "timeofday"}
)
"""Functions that say something else each time."""

DOES: Final = '"~does"'
UPDATES: Final = f"{DOES} = 'update'"
DELETES: Final = f"{DOES} = 'delete'"
INSERTS: Final = f"{DOES} = 'insert'"


def chosen(merge: Merge, target: Target, *, apart: bool = False) -> str:
    """
    The query whose rows are the table: of a pair of source and target the first action whose condition holds.

    Args:
        apart: The conditions in a query of their own: duckdb 1.5.5 refers to no item that has a query in it,
            or may fail, by its alias.

    """
    action = f"CASE {' '.join(_conditions(merge, target))} END AS {ACTION}"
    of = f"{CHOSEN}.{ACTION}" if apart else ACTION
    items = [
        f"{CHOSEN}.{ACTION}" if apart else action,
        f"CASE {of} {' '.join(_deeds(merge))} END AS {DOES}",
        *places(target),
        *_values(merge, target, of),
    ]
    source, lateral = merge.text(merge.source), ""
    if apart:
        source, number = _numbered(merge)
        lateral = f", LATERAL (SELECT {', '.join((action, *places(target), *number))}) AS {CHOSEN}"
    return (
        f"{merge.text(merge.common)} SELECT {', '.join(items)}"
        f" FROM {source} LEFT JOIN {merge.text(merge.target)}"
        f" ON {merge.text(merge.condition)}{lateral} WHERE {of} IS NOT NULL"
    ).strip()


def probe(merge: Merge) -> str:
    """
    A query that does not bind where the conditions have to stand apart; "" where there are none.
    """
    conditions = [merge.text(action.condition) for action in merge.actions if action.condition is not None]
    if not conditions:
        return ""
    action = f"CASE WHEN ({') AND ('.join(conditions)}) THEN 1 END AS {ACTION}"
    return (
        f"{merge.text(merge.common)} SELECT {action}, CASE {ACTION} WHEN 1 THEN 2 END"
        f" FROM {merge.text(merge.source)}, {merge.text(merge.target)}"
    ).strip()


def _numbered(merge: Merge) -> tuple[str, list[str]]:
    """The source, and what tells its rows apart where each has to have conditions of its own."""
    source = merge.text(merge.source)
    names = [token for _, token in unnested(lexer.tokens(source)) if token.is_name and token.word != "as"]
    conditions = " ".join(merge.text(action.condition) for action in merge.actions if action.condition)
    words = {token.word for token in lexer.tokens(conditions)}
    if not names or VOLATILE.isdisjoint(words):
        return source, []
    alias = quote(names[-1].name)
    numbered = f"(SELECT *, row_number() OVER () AS {NUMBER} FROM {source}) AS {alias}"
    return numbered, [f"{alias}.{NUMBER}"]


def _conditions(merge: Merge, target: Target) -> Iterator[str]:
    found = f"{quote(target.alias)}.{quote(target.places[0])}"
    for number, action in enumerate(merge.actions, start=1):
        own = f" AND ({merge.text(action.condition)})" if action.condition is not None else ""
        given = number if action.does else "NULL"
        yield f"WHEN {found} IS {'NOT ' if action.is_matched else ''}NULL{own} THEN {given}"


def _deeds(merge: Merge) -> Iterator[str]:
    for number, action in enumerate(merge.actions, start=1):
        yield f"WHEN {number} THEN '{action.does}'"


def _values(merge: Merge, target: Target, action_of: str) -> Iterator[str]:
    """The row as it will be."""
    given = [_given(merge, action, target) for action in merge.actions]
    for number, (name, of_type) in enumerate(target.columns, start=1):
        kept = f"{quote(target.alias)}.{quote(name)}"
        cases = " ".join(
            f"WHEN {at} THEN CAST(({values[name]}) AS {of_type})"
            for at, values in enumerate(given, start=1)
            if name in values
        )
        yield f"{f'CASE {action_of} {cases} ELSE {kept} END' if cases else kept} AS {value(number)}"


def _given(merge: Merge, action: Action, target: Target) -> dict[str, str]:
    """The expressions of the columns that an action gives values to."""
    columns = [name for name, _ in target.columns]
    defaults = target.defaults or {}
    found = {name: defaults.get(name, "NULL") for name in columns} if action.does == "insert" else {}
    for one in action.values:
        name = one.column or columns[one.place]
        found[name] = defaults.get(name, "NULL") if one.is_default else merge.text(one.span)
    return found


def updated(merge: Merge, target: Target) -> str:
    """
    The UPDATE of the rows in the table; "" if there are none.
    """
    written = {one.column for action in merge.actions if action.does == "update" for one in action.values}
    sets = ", ".join(
        f"{quote(name)} = {CHANGED}.{value(number)}"
        for number, (name, _) in enumerate(target.columns, start=1)
        if name in written
    )
    where = f"{same_place(target)} AND {CHANGED}.{UPDATES}"
    return f"UPDATE {target.name} AS {TARGET} SET {sets} FROM {CHANGED} WHERE {where}" if sets else ""


def deleted(merge: Merge, target: Target) -> str:
    """
    The DELETE of the rows in the table; "" if there are none.
    """
    if not any(action.does == "delete" for action in merge.actions):
        return ""
    where = f"{same_place(target)} AND {CHANGED}.{DELETES}"
    return f"DELETE FROM {target.name} AS {TARGET} USING {CHANGED} WHERE {where}"


def inserted(merge: Merge, target: Target) -> str:
    """
    The query of the rows to insert; "" if there are none.
    """
    if not any(action.does == "insert" for action in merge.actions):
        return ""
    items = ", ".join(
        f"{value(number)} AS {quote(name)}" for number, (name, _) in enumerate(target.columns, start=1)
    )
    return f"SELECT {items} FROM {CHANGED} WHERE {INSERTS}"


def twice(target: Target) -> str:
    """
    A query that has a row if one of the target's would change again.
    """
    listed = ", ".join(place(number) for number in range(1, len(target.places) + 1))
    return (
        f"SELECT 1 FROM {CHANGED} WHERE {place(1)} IS NOT NULL GROUP BY {listed} HAVING count(*) > 1 LIMIT 1"
    )
