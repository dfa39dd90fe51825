"""
Binary format a column at a time: each kernel writes what ``binary.encode`` would write for every row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.types import binary, table, text
from pggate.types.binary import EPOCH_DAYS, EPOCH_MICROSECONDS, JSONB_VERSION
from pggate.types.datetimes import DATE_INFINITY, DAY, TIMESTAMP_INFINITY
from pggate.types.physical import (
    CELL,
    Integers,
    cells,
    filled,
    fixed,
    integers,
    intervals,
    is_string,
    joined,
    listed,
    microseconds,
    unscaled,
    with_nulls,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.table import PgType

_NEGATIVE: Final = 0x4000
_PLACES: Final = np.array([1000, 100, 10, 1], np.int16)
_NIBBLES: Final = np.zeros(256, np.uint8)
for _digit in b"0123456789abcdefABCDEF":
    _NIBBLES[_digit] = int(chr(_digit), 16)
_UUID_DIGITS: Final = np.array([at for at in range(36) if at not in (8, 13, 18, 23)])


def encode(type_: PgType, array: Any) -> Any:
    """
    Cells of a scalar column in binary format; the array as ``text_kernels.encode`` takes it.
    """
    if is_string(array.type) and type_ not in _FROM_TEXT:
        return listed(
            None if item is None else binary.encode(type_, text.decode(type_, item))
            for item in array.to_pylist()
        )
    return _KERNELS[type_](array)


def _boolean(array: Any) -> Any:
    return fixed(filled(array, False).astype(np.uint8), array)


def _integer(layout: str) -> Callable[[Any], Any]:
    def kernel(array: Any) -> Any:
        return fixed(integers(array).astype(layout), array)

    return kernel


def _float(layout: str) -> Callable[[Any], Any]:
    def kernel(array: Any) -> Any:
        return fixed(filled(array, 0.0).astype(layout), array)

    return kernel


def _numeric(array: Any) -> Any:
    if pa.types.is_floating(array.type):
        return listed(
            None if item is None else binary.encode(table.NUMERIC, item) for item in array.to_pylist()
        )
    if pa.types.is_integer(array.type):
        array = array.cast(pa.decimal128(20, 0))
    scale = array.type.scale
    digits = unscaled(array).cast(pa.large_string()).fill_null("0")
    negative = pc.starts_with(digits, "-").to_numpy(zero_copy_only=False)
    groups, whole_groups = _groups(pc.utf8_ltrim(digits, "-"), scale)
    return with_nulls(_numeric_cells(groups, whole_groups, negative, scale), array)


def _groups(digits: Any, scale: int) -> tuple[Any, int]:
    """
    Base-10000 digits, one row per value, and how many of them stand before the decimal point.
    """
    longest = pc.max(pc.binary_length(digits)).as_py() or 0
    whole_groups = -(-max(longest - scale, 1) // 4)
    count = whole_groups + -(-scale // 4)
    padded = pc.utf8_rpad(pc.utf8_lpad(digits, whole_groups * 4 + scale, "0"), count * 4, "0")
    data = np.frombuffer(padded.buffers()[2], np.uint8, len(padded) * count * 4)
    decimal = (data - ord("0")).astype(np.int16).reshape(len(padded), count, 4)
    return decimal @ _PLACES, whole_groups


def _numeric_cells(groups: Any, whole_groups: int, negative: Any, scale: int) -> Any:
    count = groups.shape[1]
    used = groups != 0
    some = used.any(axis=1)
    first, last = used.argmax(axis=1), count - 1 - used[:, ::-1].argmax(axis=1)
    lengths = np.where(some, last - first + 1, 0)
    header = np.zeros((len(groups), 4), ">u2")
    header[:, 0] = lengths
    header[:, 1] = np.where(some, whole_groups - 1 - first, 0).astype(np.int16).view(np.uint16)
    header[:, 2] = np.where(negative & some, _NEGATIVE, 0)
    header[:, 3] = scale
    place = np.arange(count)
    kept = (place >= first[:, None]) & (place <= last[:, None]) & some[:, None]
    offsets = np.concatenate(([0], np.cumsum(lengths * 2))).astype(np.int64)
    data = groups.astype(">i2")[kept]
    body = pa.Array.from_buffers(CELL, len(groups), [None, pa.py_buffer(offsets), pa.py_buffer(data)])
    return joined(fixed(header, body), body)


def _uuid(array: Any) -> Any:
    if not is_string(array.type):
        return cells(array)
    written = array.fill_null("0" * 36).cast(pa.large_string())
    if not pc.all(pc.equal(pc.binary_length(written), 36)).as_py():
        return listed(None if item is None else binary.encode(table.UUID, item) for item in array.to_pylist())
    offsets = np.frombuffer(written.buffers()[1], np.int64)
    data = np.frombuffer(written.buffers()[2] or b"", np.uint8)[offsets[written.offset] :][
        : 36 * len(written)
    ]
    nibbles = _NIBBLES[data.reshape(-1, 36)[:, _UUID_DIGITS]]
    return fixed((nibbles[:, ::2] << 4) | nibbles[:, 1::2], array)


def _char(array: Any) -> Any:
    """One byte, NUL where there is none."""
    first = pc.binary_slice(cells(array), 0, 1)
    return pc.if_else(pc.equal(pc.binary_length(first), 0), pa.scalar(b"\0", CELL), first)


def _jsonb(array: Any) -> Any:
    return joined(JSONB_VERSION, cells(array))


def _date(array: Any) -> Any:
    days = integers(array)
    if pa.types.is_date64(array.type):
        days = days // (DAY // 1000)
    return fixed(_moved(days, EPOCH_DAYS, DATE_INFINITY).astype(">i4"), array)


def _time(array: Any) -> Any:
    return fixed(microseconds(array).astype(">i8"), array)


def _timestamp(array: Any) -> Any:
    return fixed(_moved(microseconds(array), EPOCH_MICROSECONDS, TIMESTAMP_INFINITY).astype(">i8"), array)


def _moved(values: Integers, epoch: int, infinity: int) -> Integers:
    infinite = np.abs(values) == infinity
    finite = values - np.where(infinite, 0, epoch)
    return np.where(infinite & (values < 0), values - 1, finite)


def _interval(array: Any) -> Any:
    return listed(None if item is None else binary.encode(table.INTERVAL, item) for item in intervals(array))


# Types whose kernel takes text.
_FROM_TEXT: Final = frozenset(
    {
        *(table.TEXT, table.VARCHAR, table.BPCHAR, table.NAME, table.CHAR, table.UNKNOWN, table.VOID),
        *(table.JSON, table.JSONB, table.UUID),
    }
)

# fmt: off
_KERNELS: Final[dict[PgType, Callable[[Any], Any]]] = {
    table.BOOL:        _boolean,
    table.INT2:        _integer(">i2"),
    table.INT4:        _integer(">i4"),
    table.INT8:        _integer(">i8"),
    table.OID:         _integer(">u4"),
    table.FLOAT4:      _float(">f4"),
    table.FLOAT8:      _float(">f8"),
    table.NUMERIC:     _numeric,
    table.BYTEA:       cells,
    table.CHAR:        _char,
    table.UUID:        _uuid,
    table.JSONB:       _jsonb,
    table.DATE:        _date,
    table.TIME:        _time,
    table.TIMESTAMP:   _timestamp,
    table.TIMESTAMPTZ: _timestamp,
    table.INTERVAL:    _interval,
    **dict.fromkeys(_FROM_TEXT - {table.CHAR, table.UUID, table.JSONB}, cells),
}
# fmt: on
