"""
Rows that the engine itself writes, held to what their columns declare: after the statement, in its
transaction; or, where others see them first (RETURNING, ON CONFLICT), while they stand in a temporary table.
lake/declared_values.py does the same for rows that come from outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified
from pggate.errors import InvalidTextRepresentation, NotNullViolation, StringDataRightTruncation
from pggate.lake.declared_values import no_oid, too_long
from pggate.session.clauses.staging import STAGE, described
from pggate.session.columns.checked_columns import checked
from pggate.session.cursors.places import is_temporary
from pggate.translate.syntax import lexer
from pggate.translate.writing.chosen import CHANGED, value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.engine.cursor import Cursor
    from pggate.engine.definitions import Relation
    from pggate.session.columns.checked_columns import Checked
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway

OWN_ROWS: Final = "snapshot_id IS NULL"
"""Rows of the open transaction: no snapshot has them yet (ducklake 1.5.5)."""


def hold(gateway: Gateway, cursors: Cursors, relation: Relation, text: str = "") -> None:
    """
    Hold the rows that the transaction has written to what the topic declares; all rows of a temporary table.

    Args:
        text: An UPDATE, which names the columns that it changes; all columns without it.

    Raises:
        StringDataRightTruncation, InvalidTextRepresentation: See `check_rows`.

    """
    columns = mentioned(checked(gateway, cursors, relation), text)
    check_rows(cursors.lake, relation, columns, all_rows=is_temporary(relation))


def mentioned(columns: list[Checked], text: str) -> list[Checked]:
    """Those that a text names; all where there is none."""
    if not columns or not text:
        return columns
    named = {token.name for token in lexer.tokens(text) if token.is_name}
    return [column for column in columns if column.name in named]


def fit_stage(gateway: Gateway, cursors: Cursors, relation: Relation) -> None:
    """
    The same for the rows in the stage, before anybody reads them.
    """
    check_table(cursors.lake, STAGE, relation, checked(gateway, cursors, relation))


def fit_changes(gateway: Gateway, cursors: Cursors, relation: Relation, text: str) -> None:
    """
    The same for the rows in the table of changes, as they will be.

    Args:
        text: The UPDATE, which names the columns that it changes.

    """
    columns = mentioned(checked(gateway, cursors, relation), text)
    if not columns:
        return
    every = described(cursors.lake, qualified(relation.catalog, relation.schema, relation.name))
    places = {column.name: value(number) for number, column in enumerate(every, start=1)}
    for column in columns:
        column.place = places[column.name]
    check_table(cursors.lake, CHANGED, relation, columns)


def check_rows(
    cursor: Cursor, relation: Relation, columns: Iterable[Checked], *, all_rows: bool = False
) -> None:
    """
    Args:
        all_rows: Those of earlier transactions, too: the declaration is new.

    Raises:
        StringDataRightTruncation, InvalidTextRepresentation, NotNullViolation, PgError: See `check_table`.

    """
    name = qualified(relation.catalog, relation.schema, relation.name)
    check_table(cursor, name, relation, columns, "true" if all_rows else OWN_ROWS)


def check_table(
    cursor: Cursor, name_of_table: str, relation: Relation, columns: Iterable[Checked], whose: str = "true"
) -> None:
    """
    Args:
        name_of_table: Qualified and quoted: where the rows stand that are the relation's, or are to be.
        whose: A condition: which of them.

    Raises:
        StringDataRightTruncation: 22001, a text is too long.
        InvalidTextRepresentation: 22P02, it is no label of the column's enum.
        NotNullViolation: 23502.
        NumericValueOutOfRange: 22003, it is no oid.
        PgError: 22P05, a string of a jsonb has a NUL in it.

    """
    known = [column for column in columns if column.matters]
    if not known:
        return
    items = [
        item
        for column in known
        for item in (
            f"min({column.fault()}) FILTER (WHERE {column.wrong()})",
            f"coalesce(bool_or({column.loose()}), false)",
            f"coalesce(bool_or({column.missing()}), false)",
        )
    ]
    ((*found,),) = cursor.rows(f"SELECT {', '.join(items)} FROM {name_of_table} WHERE {whose}")
    for column, wrong, loose, missing in zip(known, found[::3], found[1::3], found[2::3], strict=True):
        if missing:
            raise NotNullViolation(
                f'null value in column "{column.name}" of relation "{relation.name}"'
                " violates not-null constraint"
            )
        if wrong is not None and column.enum is not None:
            raise InvalidTextRepresentation(f'invalid input value for enum {column.enum.name}: "{wrong}"')
        if wrong is not None and column.lengths is not None:
            raise StringDataRightTruncation(wrong)
        if wrong is not None and column.is_oid:
            raise no_oid()
        if wrong is not None:
            raise too_long(column.declared)
        if loose:
            kept = f"{column.place} = {column.kept()}"
            cursor.run(f"UPDATE {name_of_table} SET {kept} WHERE {whose} AND {column.loose()}")
