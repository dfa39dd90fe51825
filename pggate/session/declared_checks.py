"""
Rows that the engine itself writes, held to what their columns declare: after the statement, in its
transaction; or, where others see them first (RETURNING, ON CONFLICT), while they stand in a temporary table.
lake/declared_values.py does the same for rows that come from outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.errors import InvalidTextRepresentation, NotNullViolation
from pggate.lake.declared_values import DOCUMENTS, FIXED, SPELLED, VARHDRSZ, too_long
from pggate.session.places import find
from pggate.session.staging import STAGE, described
from pggate.translate import lexer
from pggate.translate.chosen import CHANGED, value
from pggate.types import table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from pggate.engine.cursor import Cursor
    from pggate.engine.definitions import Relation
    from pggate.lake.declared import DeclaredColumn
    from pggate.session.cursors import Cursors
    from pggate.session.gateway import Gateway
    from pggate.types.enums import EnumType

LISTS: Final = frozenset({table.VARCHAR.array_oid, table.BPCHAR.array_oid, table.JSONB.array_oid})

OWN_ROWS: Final = "snapshot_id IS NULL"
"""Rows of the open transaction: no snapshot has them yet (ducklake 1.5.5)."""


def checked(
    gateway: Gateway, cursors: Cursors, relation: Relation, names: Collection[str] | None = None
) -> list[Checked]:
    """
    The columns of a topic whose values the engine does not hold to what they declare, as its transaction has
    them.

    Args:
        names: Of these columns only.

    """
    found = find(gateway, relation)
    columns = found.topic.columns if found is not None and found.topic is not None else ()
    known = {
        column.name: Checked(
            column.name, column.declared, column.enum, is_list=column.duckdb_type.endswith("[]")
        )
        for column in columns
        if column.declared is not None
    }
    own = cursors.declaring.columns.get((relation.schema, relation.name), {})
    for name, declared in own.items():
        known.pop(name, None)
        if declared is not None:
            enum = next(
                (e for e in cursors.enums().by_name.values() if declared.type in (e.oid, e.array_oid)), None
            )
            is_list = declared.type in LISTS or (enum is not None and declared.type == enum.array_oid)
            known[name] = Checked(name, declared, enum, is_list=is_list)
    return [column for name, column in known.items() if column.matters and (names is None or name in names)]


def hold(gateway: Gateway, cursors: Cursors, relation: Relation, text: str = "") -> None:
    """
    Hold the rows that the transaction has written to what the topic declares.

    Args:
        text: An UPDATE, which names the columns that it changes; all columns without it.

    Raises:
        StringDataRightTruncation, InvalidTextRepresentation: See `check_rows`.

    """
    check_rows(cursors.lake, relation, mentioned(checked(gateway, cursors, relation), text))


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


class Checked:
    """
    A column whose values are to be checked.

    `place` is where they stand, in SQL: under its name, or elsewhere.
    """

    def __init__(
        self, name: str, declared: DeclaredColumn, enum: EnumType | None, *, is_list: bool = False
    ) -> None:
        self.name, self.declared, self.enum, self.is_list = name, declared, enum, is_list
        self.place = quote_identifier(name)

    @property
    def matters(self) -> bool:
        """Is there anything that a value could be wrong by?"""
        return (
            self.declared.not_null
            or self.enum is not None
            or self.is_document
            or (self.declared.type in SPELLED and (self.declared.typmod >= 0 or self.declared.type in FIXED))
        )

    @property
    def is_text(self) -> bool:
        """Are its values those of an enum, or of a type with a length?"""
        return self.enum is not None or self.declared.type in SPELLED

    @property
    def is_document(self) -> bool:
        """Is it a jsonb, or a list of them?"""
        return self.declared.type in DOCUMENTS

    def missing(self) -> str:
        """A condition: there is no value, and must be one."""
        return f"{self.place} IS NULL" if self.declared.not_null else "false"

    def wrong(self) -> str:
        """A condition: the value is none of the declared type."""
        return self._any(self._wrong) if self.is_text else "false"

    def loose(self) -> str:
        """A condition: the value is kept as another one: without spaces, in the one text of jsonb."""
        if self.is_document:
            return f"{self.place}::VARCHAR <> {self.kept()}::VARCHAR"
        return "false" if self.enum is not None or not self.is_text else self._any(self._loose)

    def kept(self) -> str:
        """The value as it is kept."""
        if self.is_document:
            return f'"~jsonb{"_each_of" if self.is_list else ""}"({self.place})'
        if self.is_list:
            return f"list_transform({self.place}, lambda x: {self._kept('x')})"
        return self._kept(self.place)

    def _any(self, condition: Callable[[str], str]) -> str:
        if self.is_list:
            return f"len(list_filter({self.place}, lambda x: {condition('x')})) > 0"
        return condition(self.place)

    def _wrong(self, value: str) -> str:
        if self.enum is not None:
            return f"{value} NOT IN ({', '.join(map(quote_literal, self.enum.labels))})"
        if self.declared.typmod < 0:
            return "false"
        return f"length(rtrim(substr({value}, {self._length + 1}), ' ')) > 0"

    def _loose(self, value: str) -> str:
        if self.declared.type in FIXED:
            return f"{value} <> rtrim({value}, ' ')"
        if self.declared.typmod < 0:
            return "false"
        return f"length({value}) > {self._length}"

    def _kept(self, value: str) -> str:
        if self.declared.type in FIXED:
            return f"rtrim({value}, ' ')"
        return f"left({value}, {self._length})"

    @property
    def _length(self) -> int:
        return self.declared.typmod - VARHDRSZ


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
        PgError: 22P05, a string of a jsonb has a NUL in it.

    """
    known = [column for column in columns if column.matters]
    if not known:
        return
    items = [
        item
        for column in known
        for item in (
            f"min({column.place}::VARCHAR) FILTER (WHERE {column.wrong()})",
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
        if wrong is not None:
            raise too_long(column.declared)
        if loose:
            kept = f"{column.place} = {column.kept()}"
            cursor.run(f"UPDATE {name_of_table} SET {kept} WHERE {whose} AND {column.loose()}")
