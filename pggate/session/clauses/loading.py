"""
An INSERT of many rows of plain literals, understood by a few of them (translate/writing/loads.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.tokens import folded
from pggate.errors import PgError
from pggate.session.statement.literals import may_differ
from pggate.translate.writing import insert, loads

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.binding import BinderCursor
    from pggate.session.statement.analysed import Analysed
    from pggate.translate.texts.statements import Statement

TEXTS: Final = frozenset({"VARCHAR"})
"""Types whose literals are what is written."""


def loaded(
    binder: BinderCursor, statement: Statement, analyse: Callable[[Statement], Analysed]
) -> Analysed | None:
    """
    What `analyse` would say of the statement; None where that has to see all of it, if only to say where it
    is wrong.
    """
    load = loads.load(statement.text)
    if load is None or 2 * len(load.some) > len(load.rows):
        return None
    try:
        if not _reads_alike(binder, load):
            return None
        found = analyse(replace(statement, text=load.sample))
    except PgError:
        return None
    some = folded(load.some)
    if not found.text.endswith(some):
        return None
    text = found.text.removesuffix(some) + load.rows
    return replace(found, statement=statement, text=text, steps=None)


def _reads_alike(binder: BinderCursor, load: loads.Load) -> bool:
    """Does the engine read each literal for a column as PostgreSQL does?"""
    parsed = insert.parse(load.sample)
    target = load.sample[parsed.target.start : parsed.target.stop]
    types = {column.name: column.duckdb_type for column in binder.columns(f"SELECT * FROM {target}")}
    names = parsed.columns if parsed.columns is not None else tuple(types)
    return not any(
        literals and types.get(name) not in TEXTS and may_differ(literals)
        for name, literals in zip(names, load.strings, strict=False)
    )
