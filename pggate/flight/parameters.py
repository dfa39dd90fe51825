"""
Parameters that a client sends as Arrow, as PostgreSQL's protocol has them: a type's OID, and texts.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.types.arrow import convert, duckdb_type
from pggate.types.columns import ColumnEncoding, cells
from pggate.types.duck import column_type
from pggate.types.table import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ARROW: Final = {
    16: pa.bool_(),
    17: pa.binary(),
    20: pa.int64(),
    21: pa.int16(),
    23: pa.int32(),
    700: pa.float32(),
    701: pa.float64(),
    1082: pa.date32(),
    1083: pa.time64("us"),
    1114: pa.timestamp("us"),
    1184: pa.timestamp("us", "UTC"),
}
"""By pg_type's OID; of all others a text is taken."""

UNKNOWN: Final = 0
"""The OID of what has no type: the statement tells it."""


def oids(schema: pa.Schema) -> tuple[int, ...]:
    """
    What the parameters are, in order.  A text is of the type that the statement wants.
    """
    return tuple(_oid(field.type) for field in schema)


def schema_of(oids: Sequence[int]) -> pa.Schema:
    """
    What a client may send for parameters of these types: named by their numbers.
    """
    return pa.schema(
        [(str(number), _ARROW.get(oid, pa.string())) for number, oid in enumerate(oids, start=1)]
    )


def _oid(of_type: pa.DataType) -> int:
    if pa.types.is_null(of_type):
        return UNKNOWN
    found = column_type(duckdb_type(of_type)).type
    return UNKNOWN if found is TEXT else found.oid


def rows(batch: pa.RecordBatch) -> Iterator[tuple[bytes | None, ...]]:
    """
    Each row's values in PostgreSQL's text format.
    """
    columns = [_texts(column) for column in batch.columns]
    return zip(*columns, strict=True) if columns else iter([()] * batch.num_rows)


def _texts(column: pa.Array) -> list[bytes | None]:
    if pa.types.is_null(column.type):
        return [None] * len(column)
    duckdb = duckdb_type(column.type)
    found = column_type(duckdb)
    encoding = ColumnEncoding(found.type, duckdb, 0, UTC, found.typmod)
    texts: list[bytes | None] = cells(encoding, convert(column, duckdb)).to_pylist()
    return texts
