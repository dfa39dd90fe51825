"""
A result column of any type as cells: what each row's value is on the wire.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from pggate.types import documents, jsonb, lists, records, scalars, table
from pggate.types.addresses import INET, sent
from pggate.types.duck import COMPOSITES, USUAL, Shown, column_type
from pggate.types.ducktype import DuckType, parse, spell
from pggate.types.enums import encoded_as
from pggate.types.physical import plain
from pggate.types.reg_types import REG_TYPES, oids_or_names

if TYPE_CHECKING:
    from pggate.types.table import PgType


@dataclass(frozen=True, slots=True)
class ColumnEncoding:
    """
    How one result column is written.

    Args:
        type: Its PostgreSQL type.
        duckdb: Its DuckDB type's text, before any cast that ``duck.travels_as`` asked for.
        format: 0 text, 1 binary.
        zone: The session's TimeZone.
        typmod: Its modifier: a numeric with one shows the scale of its DuckDB type, whatever that stands for.

    """

    type: PgType
    duckdb: str
    format: int = 0
    zone: tzinfo = UTC
    typmod: int = -1

    @property
    def source(self) -> DuckType:
        """The DuckDB type."""
        return parse(self.duckdb)

    def of(self, type_: PgType, part: DuckType, typmod: int = -1) -> ColumnEncoding:
        """The encoding of a part of the column's values, which is of that type."""
        return ColumnEncoding(encoded_as(type_), spell(part), self.format, self.zone, typmod)


def column_encoding(
    duckdb_type: str, format_: int = 0, zone: tzinfo = UTC, shown: Shown = USUAL
) -> ColumnEncoding:
    """
    The encoding of a column as its DuckDB type alone decides it, and what a session asks for.
    """
    return ColumnEncoding(encoded_as(column_type(duckdb_type, shown).type), duckdb_type, format_, zone)


def is_document(column: ColumnEncoding) -> bool:
    """
    Whether values of other types than JSON are written as JSON.
    """
    return column.type is table.JSON and column.source.name in _WRITTEN_AS_JSON


_OID: Final = DuckType("UINTEGER")
_NAME: Final = DuckType("VARCHAR")
_WRITTEN_AS_JSON: Final = (COMPOSITES - {"VARIANT"}) | {"LIST", "ARRAY"}


def is_plain(column: ColumnEncoding) -> bool:
    """
    Whether Arrow's layout of its DuckDB type says what a column's values are on the wire.
    """
    element = column.type.element or column.type
    return not (
        is_document(column)
        or element.fields
        or element is table.JSONB
        or element in REG_TYPES
        or element is INET
        or scalars.is_readable(column.source.innermost, column.typmod)
    )


def cells(column: ColumnEncoding, array: Any) -> Any:
    """
    A column as a ``large_binary`` array of cells.

    Args:
        column: How it is written.
        array: The values, in any layout that the engine gives that type.

    Raises:
        ArraySubscriptError: 2202E, a nested list that is not rectangular.
        DatetimeFieldOverflow: 22008, a timestamp beyond 64 bits of microseconds.

    """
    source = column.source
    if is_document(column):
        return documents.cells(source, array, column.zone)
    if column.type.element is not None:
        return _array_cells(column, column.type.element, source.innermost, array)
    if column.type.fields:
        return records.cells(column, plain(array), cells)
    if column.type in REG_TYPES:
        is_binary = column.format == 1
        shown = column.of(table.OID if is_binary else table.TEXT, _OID if is_binary else _NAME)
        return cells(shown, oids_or_names(array, column.format))
    if column.type is INET:
        is_binary = column.format == 1
        shown = (
            replace(column, type=table.BYTEA, duckdb="BLOB")
            if is_binary
            else replace(column, type=table.TEXT)
        )
        return cells(shown, sent(array) if is_binary else array)
    if column.type is table.JSONB:
        array = _normal(array)
    return scalars.cells(column.type, source, array, column.format, column.zone, column.typmod)


def _normal(array: Any) -> Any:
    """Documents as jsonb has them; a topic keeps the text that came."""
    texts = plain(array).to_pylist()
    return pa.array([None if text is None else jsonb.normal(text) for text in texts], pa.large_string())


def _array_cells(column: ColumnEncoding, element: PgType, source: DuckType, array: Any) -> Any:
    shape = lists.shape(plain(array))
    leaves = cells(replace(column, type=encoded_as(element), duckdb=spell(source)), shape.leaves)
    write = lists.binary_cells if column.format == 1 else lists.text_cells
    return write(shape, element, leaves)
