"""
Names by PostgreSQL's rules, where the engine is content with less: "T" is not t, and no relation has two
columns of one name, or a column called as a system column.
"""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified
from pggate.errors import DuplicateColumn, PgError, UndefinedTable
from pggate.lake.topics import SYSTEM_COLUMNS
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.engine.bound import Bound
    from pggate.errors import UndefinedColumn
    from pggate.translate.texts.statements import Statement


def check_case(bound: Bound | None, text: str) -> None:
    """
    Args:
        bound: What the engine found for the names of the text, whatever their case.
        text: What was bound.

    Raises:
        UndefinedTable: It found a relation whose name is spelled otherwise (PostgreSQL 15, 4.1.1).

    """
    if bound is None:
        return
    written = {target.relation.name for target in bound.targets if target.action != "create"}
    found = written | {relation.name for relation in bound.relations}
    if '"' not in text and all(name == name.lower() for name in found):
        return
    names = {token.name for token in lexer.tokens(text) if token.is_name}
    others = {name.lower(): name for name in names}
    for name in sorted(found - names):
        if name.lower() in others:
            raise UndefinedTable(f'relation "{others[name.lower()]}" does not exist')


def check_columns(binder: BinderCursor, text: str, kind: Kind) -> None:
    """
    Raises:
        DuplicateColumn: The query of a CREATE TABLE AS or a view has two columns of one name.

    """
    inner = queries.inner(text, kind) if kind in (Kind.CREATE_TABLE_AS, Kind.CREATE_VIEW) else None
    if inner is None or "(" in text[: inner.span.start]:  # there, a list names the columns
        return
    names = [column.name for column in binder.columns(inner.query)]
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is not None:
        raise DuplicateColumn(f'column "{twice}" specified more than once')


def check_system_columns(binder: BinderCursor, bound: Bound | None) -> None:
    """
    Raises:
        DuplicateColumn: 42701, a table gets a column of such a name; a view may have one.

    """
    called = next((name for name in _new_columns(bound) if name in SYSTEM_COLUMNS), None)
    if called is not None and not _is_there_already(binder, bound):
        raise DuplicateColumn(f'column name "{called}" conflicts with a system column name')


def _new_columns(bound: Bound | None) -> list[str]:
    created, altered = (bound.created, bound.altered) if bound is not None else (None, None)
    if created is not None and created.kind == "table":
        return [column.name for column in created.columns]
    if altered is not None and altered.column is not None:
        return [altered.column.name]
    if altered is not None and altered.action == "rename_column":
        return [str(altered.details.get("new_name"))]
    return []


def _is_there_already(binder: BinderCursor, bound: Bound | None) -> bool:
    """Is CREATE TABLE IF NOT EXISTS to do nothing?"""
    if bound is None or bound.created is None or bound.created.conflict != "ignore":
        return False
    try:
        binder.columns(f"SELECT * FROM {qualified(*astuple(bound.created.relation))}")
    except PgError:
        return False
    return True


def name_relation(error: UndefinedColumn, statement: Statement) -> None:
    """What duckdb 1.5.5 does not: the relation without the column that an UPDATE or MERGE sets."""
    if statement.kind in (Kind.UPDATE, Kind.MERGE) and NAMELESS in error.message:
        equivalent = queries.equivalent(statement)
        if equivalent is not None and equivalent.target:
            error.message = error.message.replace(NAMELESS, f'of relation "{equivalent.target[-1]}" does', 1)


NAMELESS: Final = "of relation does"
