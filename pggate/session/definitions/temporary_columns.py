"""
What the columns of the session's temporary tables are declared as, where DuckDB's types do not tell.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.lake.declared import DeclaredColumn
from pggate.session.columns.column_types import declared_type
from pggate.session.cursors.temporary_tables import DELETE, DROP
from pggate.session.definitions.made_columns import is_untold, made_columns
from pggate.translate.definitions import table_definitions
from pggate.translate.definitions.ddl import on_commit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.definitions import Altered
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.cursors.temporary_tables import Known
    from pggate.session.statement.analysed import Analysed

    Columns = dict[str, DeclaredColumn]
    """By their names."""


@contextmanager
def noted(cursors: Cursors, analyst: Analyst, analysed: Analysed, *, in_block: bool) -> Iterator[Known]:
    """
    Remember it of a temporary table that is created or altered inside, unless that fails; and what becomes of
    it at COMMIT.

    Args:
        in_block: Does a ROLLBACK undo it?

    """
    with cursors.changing_temporary(in_block=in_block) as known:
        _note(cursors, analyst, analysed, known)
        yield known


def _note(cursors: Cursors, analyst: Analyst, analysed: Analysed, tables: Known) -> None:
    bound = analysed.bound
    if bound is None:
        return
    if bound.created is not None:
        name = bound.created.relation.name
        tables.forget(name)
        tables.columns[name] = _made(analyst, analysed) or _written(cursors, analysed)
        action = on_commit(analysed.statement.text)
        if action in (DROP, DELETE):
            tables.on_commit[name] = action
    elif bound.altered is not None:
        _alter(bound.altered, _written(cursors, analysed), tables)
    elif bound.dropped is not None:
        tables.forget(bound.dropped.relation.name)


def _alter(altered: Altered, written: Columns, tables: Known) -> None:
    """A column or a table keeps what it declares under another name, and a column of another type nothing."""
    table = altered.relation.name
    known = tables.columns.setdefault(table, {})
    details = altered.details
    match altered.action:
        case "rename_table":
            tables.rename(table, details["new_table_name"])
        case "rename_column":
            tables.rename_column(table, details["old_name"], details["new_name"])
        case "remove_column":
            tables.drop_column(table, details["removed_column"])
        case "alter_column_type" if details["column_name"] in known:
            name = details["column_name"]
            known[name] = replace(known[name], type=0, typmod=-1)
    for name, said in written.items():
        known[name] = replace(known.get(name, said), type=said.type, typmod=said.typmod)


def _made(analyst: Analyst, analysed: Analysed) -> Columns:
    """Of CREATE TABLE AS the columns of its query."""
    made = analysed.bound.created.columns if analysed.bound and analysed.bound.created else ()
    shown = made_columns(analyst, analysed)
    return {
        column.name: DeclaredColumn(of_query.type.oid, of_query.typmod)
        for column, of_query in zip(made, shown, strict=False)
        if is_untold(of_query)
    }


def _written(cursors: Cursors, analysed: Analysed) -> Columns:
    found: Columns = {}
    for column in table_definitions.read(analysed.statement.text).columns:
        if column.type is not None:
            declared = declared_type(column.type, cursors.enums(), cursors.composites().names)
            if declared is not None:
                found[column.name] = DeclaredColumn(*declared)
    return found
