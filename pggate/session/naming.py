"""
Names by PostgreSQL's rules, where the engine is content with less: "T" is not t, and no relation has two
columns of one name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import DuplicateColumn, UndefinedTable
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


def name_relation(error: UndefinedColumn, statement: Statement) -> None:
    """What duckdb 1.5.5 does not: the relation without the column that an UPDATE or MERGE sets."""
    if statement.kind in (Kind.UPDATE, Kind.MERGE) and NAMELESS in error.message:
        equivalent = queries.equivalent(statement)
        if equivalent is not None and equivalent.target:
            error.message = error.message.replace(NAMELESS, f'of relation "{equivalent.target[-1]}" does', 1)


NAMELESS: Final = "of relation does"
