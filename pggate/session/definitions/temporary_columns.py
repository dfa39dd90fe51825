"""
What the columns of the session's temporary tables are declared as, where DuckDB's types do not tell.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.session.columns.column_notes import place
from pggate.session.columns.column_types import declared_type
from pggate.session.definitions.made_columns import is_untold, made_columns
from pggate.translate.definitions import table_definitions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.definitions import Altered
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.analysed import Analysed

    Types = dict[str, tuple[int, int]]
    """OID and typmod, by the columns' names."""


@contextmanager
def noted(cursors: Cursors, analyst: Analyst, analysed: Analysed) -> Iterator[None]:
    """
    Remember it of a temporary table that is created or altered inside, unless that fails.
    """
    before = {table: dict(columns) for table, columns in cursors.temporary_types.items()}
    _note(cursors, analyst, analysed)
    try:
        yield
    except BaseException:
        cursors.temporary_types = before
        raise


def _note(cursors: Cursors, analyst: Analyst, analysed: Analysed) -> None:
    bound = analysed.bound
    if bound is None:
        return
    if bound.created is not None:
        made = _made(analyst, analysed) or _written(cursors, analysed)
        cursors.temporary_types[place(bound.created.relation)] = made
    elif bound.altered is not None:
        _alter(cursors, bound.altered, _written(cursors, analysed))


def _alter(cursors: Cursors, altered: Altered, written: Types) -> None:
    """A column or a table keeps what it declares under another name, and a column of another type nothing."""
    known = cursors.temporary_types.setdefault(place(altered.relation), {})
    details = altered.details
    match altered.action:
        case "rename_table":
            moved = replace(altered.relation, name=details["new_table_name"])
            cursors.temporary_types[place(moved)] = cursors.temporary_types.pop(place(altered.relation))
        case "rename_column" if details["old_name"] in known:
            known[details["new_name"]] = known.pop(details["old_name"])
        case "remove_column":
            known.pop(details["removed_column"], None)
        case "alter_column_type":
            known.pop(details["column_name"], None)
    known.update(written)


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
