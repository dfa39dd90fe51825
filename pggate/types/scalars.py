"""
A scalar column of any DuckDB type as cells: which kernel, and the layouts that Arrow has no word for.

duckdb 1.5.5 exports BIT and BIGNUM as its own internal bytes, and a UHUGEINT above 2^127 as a negative
decimal.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from pggate.types import binary, binary_kernels, table, text, text_kernels, unconstrained
from pggate.types.ducktype import unreadable
from pggate.types.physical import is_string, plain
from pggate.types.unconstrained import is_unconstrained

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from pggate.types.ducktype import DuckType
    from pggate.types.table import PgType


def cells(type_: PgType, source: DuckType, array: Any, format_: int, zone: tzinfo, typmod: int = -1) -> Any:
    """
    Cells of a scalar column.

    Args:
        type_: The PostgreSQL type that it is shown as.
        source: The DuckDB type that it came from.
        array: The column, in any layout that DuckDB gives that type.
        format_: 0 text, 1 binary.
        zone: The session's TimeZone.
        typmod: Its modifier: a numeric that has one shows as many decimals as its DuckDB type has.

    """
    array = plain(array)
    if source.name in READABLE:
        array = READABLE[source.name](array)
    if type_ is table.TEXT and not is_string(array.type):
        # An alias or a type that is not known: its characters are those of what Arrow says it is.
        array = text_kernels.encode(_type_of(array.type), array, zone).cast(pa.large_string())

    def write(part: Any) -> Any:
        return binary_kernels.encode(type_, part) if format_ == 1 else text_kernels.encode(type_, part, zone)

    if typmod == -1 and is_unconstrained(source) and pa.types.is_decimal(array.type):
        encode = binary.encode if format_ == 1 else text.encode
        return unconstrained.cells(source, array, write, partial(encode, type_))
    return write(array)


def is_readable(source: DuckType, typmod: int = -1) -> bool:
    """
    Does it take more than Arrow's layout of a column of this type to write it?
    """
    return source.name in READABLE or (typmod == -1 and is_unconstrained(source))


def _bits(array: Any) -> Any:
    """
    duckdb 1.5.5: the first byte counts the padding bits at the front of the second, which are ones.
    """
    return _strings(array, lambda raw: f"{int.from_bytes(raw[1:]):0{8 * len(raw) - 8}b}"[raw[0] :])


def _big_number(array: Any) -> Any:
    """
    duckdb 1.5.5: three header bytes, the first bit set for a number that is not negative, then the magnitude;
    all bytes of a negative one are inverted.
    """
    return _strings(array, _big_digits)


def _big_digits(raw: bytes) -> str:
    if raw[0] & 0x80:
        return format(Decimal(int.from_bytes(raw[3:])), "f")
    return "-" + format(Decimal(int.from_bytes(bytes(byte ^ 0xFF for byte in raw[3:]))), "f")


def _unsigned(array: Any) -> Any:
    if not pa.types.is_decimal(array.type):
        return array
    high = np.frombuffer(array.buffers()[1], np.int64)[1::2][array.offset : array.offset + len(array)]
    if not np.any(high < 0):
        return array
    return pa.array(
        [None if item is None else str(int(item) % 2**128) for item in array.to_pylist()], pa.string()
    )


def _strings(array: Any, spell: Callable[[bytes], str]) -> Any:
    if is_string(array.type):
        return array
    return pa.array([None if raw is None else spell(raw) for raw in array.to_pylist()], pa.large_string())


def _type_of(arrow_type: Any) -> PgType:
    for matches, type_ in _BY_LAYOUT:
        if matches(arrow_type):
            return type_
    raise unreadable(str(arrow_type))


READABLE: Final[dict[str, Callable[[Any], Any]]] = {
    "BIT": _bits,
    "BIGNUM": _big_number,
    "UHUGEINT": _unsigned,
}

_BY_LAYOUT: Final[tuple[tuple[Callable[[Any], bool], PgType], ...]] = (
    (pa.types.is_boolean, table.BOOL),
    (pa.types.is_integer, table.INT8),
    (pa.types.is_float32, table.FLOAT4),
    (pa.types.is_floating, table.FLOAT8),
    (pa.types.is_decimal, table.NUMERIC),
    (pa.types.is_date, table.DATE),
    (pa.types.is_time, table.TIME),
    (lambda arrow_type: pa.types.is_timestamp(arrow_type) and arrow_type.tz is not None, table.TIMESTAMPTZ),
    (pa.types.is_timestamp, table.TIMESTAMP),
    (pa.types.is_interval, table.INTERVAL),
    (pa.types.is_binary, table.BYTEA),
    (pa.types.is_large_binary, table.BYTEA),
)
