"""
A result column of any type as cells: what each row's value is on the wire.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Any

from pggate.types import documents, duck, lists, scalars
from pggate.types.duck import column_type
from pggate.types.ducktype import DuckType, parse
from pggate.types.physical import plain

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

    """

    type: PgType
    duckdb: str
    format: int = 0
    zone: tzinfo = UTC

    @property
    def source(self) -> DuckType:
        """The DuckDB type."""
        return parse(self.duckdb)


def column_encoding(duckdb_type: str, format_: int = 0, zone: tzinfo = UTC) -> ColumnEncoding:
    """
    The encoding of a column as its DuckDB type alone decides it.
    """
    return ColumnEncoding(column_type(duckdb_type).type, duckdb_type, format_, zone)


def is_document(source: DuckType) -> bool:
    """
    Whether values of a DuckDB type are written as JSON.
    """
    return source.innermost.name in duck.COMPOSITES - {"VARIANT"}


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
    if is_document(source):
        return documents.cells(source, array, column.zone)
    if column.type.element is not None:
        return _array_cells(column, column.type.element, source.innermost, array)
    return scalars.cells(column.type, source, array, column.format, column.zone)


def _array_cells(column: ColumnEncoding, element: PgType, source: DuckType, array: Any) -> Any:
    shape = lists.shape(plain(array))
    leaves = scalars.cells(element, source, shape.leaves, column.format, column.zone)
    write = lists.binary_cells if column.format == 1 else lists.text_cells
    return write(shape, element, leaves)
