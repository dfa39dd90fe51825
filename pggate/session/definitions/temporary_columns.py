"""
What the columns of the session's temporary tables are declared as, where DuckDB's types do not tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.session.columns.column_notes import place
from pggate.session.columns.column_types import declared_type
from pggate.session.definitions.made_columns import is_untold, made_columns
from pggate.translate.definitions import table_definitions

if TYPE_CHECKING:
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.analysed import Analysed

    Types = dict[str, tuple[int, int]]
    """OID and typmod, by the columns' names."""


def note(cursors: Cursors, analyst: Analyst, analysed: Analysed) -> None:
    """
    Remember it of a temporary table that is about to be created, or altered.
    """
    bound = analysed.bound
    if bound is None:
        return
    if bound.created is not None:
        made = _made(analyst, analysed) or _written(cursors, analysed)
        cursors.temporary_types[place(bound.created.relation)] = made
    elif bound.altered is not None:
        known = cursors.temporary_types.setdefault(place(bound.altered.relation), {})
        known.update(_written(cursors, analysed))


def _made(analyst: Analyst, analysed: Analysed) -> Types:
    """Of CREATE TABLE AS the columns of its query."""
    made = analysed.bound.created.columns if analysed.bound and analysed.bound.created else ()
    shown = made_columns(analyst, analysed)
    return {
        column.name: (of_query.type.oid, of_query.typmod)
        for column, of_query in zip(made, shown, strict=False)
        if is_untold(of_query)
    }


def _written(cursors: Cursors, analysed: Analysed) -> Types:
    found: Types = {}
    for column in table_definitions.read(analysed.statement.text).columns:
        if column.type is not None:
            declared = declared_type(column.type, cursors.enums(), cursors.composites().names)
            if declared is not None:
                found[column.name] = declared
    return found
