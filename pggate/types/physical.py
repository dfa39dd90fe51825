"""
Arrow columns brought to one layout per kind of value, and the small moves that all column kernels share.

Cells are a ``large_binary`` array: one item per row, its bytes on the wire; NULL stays null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pggate.errors import DatetimeFieldOverflow
from pggate.types.datetimes import TIMESTAMP_INFINITY, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable

CELL: Final = pa.large_binary()

Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_NO_NULLS: Final = pa.array([], CELL)
_PER_SECOND: Final = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}


def plain(array: Any) -> Any:
    """
    The array without dictionary, run-end encoding, extension or view layout.
    """
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    type_ = array.type
    if isinstance(type_, pa.BaseExtensionType):
        return plain(array.storage)
    if pa.types.is_dictionary(type_):
        return plain(array.dictionary_decode())
    if pa.types.is_run_end_encoded(type_):
        return plain(pc.run_end_decode(array))
    if pa.types.is_null(type_) or type_ == pa.string_view():
        return array.cast(pa.large_string())
    if type_ == pa.binary_view():
        return array.cast(CELL)
    return array


def is_string(type_: Any) -> bool:
    """
    Whether an array of this (plain) type holds text.
    """
    return bool(pa.types.is_string(type_) or pa.types.is_large_string(type_))


def integers(array: Any) -> Integers:
    """
    The physical integers of an int, date, time or timestamp array, 0 where it is NULL.
    """
    width = array.type.bit_width
    signed = pa.types.is_signed_integer(array.type)
    if not pa.types.is_integer(array.type):
        array, signed = array.view(pa.int32() if width == 32 else pa.int64()), True
    values = filled(array, 0)
    return values.astype(np.int64 if signed or width < 64 else np.uint64, copy=False)


def filled(array: Any, value: Any) -> npt.NDArray[Any]:
    """
    A numeric array as numpy's, with a value where it is NULL.
    """
    whole = array.fill_null(value) if array.null_count else array
    return whole.to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]  # pyarrow has no stubs


def microseconds(array: Any) -> Integers:
    """
    Microseconds of a time or timestamp array of any unit, infinities kept; nanoseconds are cut.

    Raises:
        DatetimeFieldOverflow: 22008, more seconds or milliseconds than 64 bits of microseconds hold.

    """
    values, per_second = integers(array), _PER_SECOND[array.type.unit]
    if per_second == 1_000_000:
        return values
    infinite = np.abs(values) == TIMESTAMP_INFINITY
    if per_second > 1_000_000:
        return np.where(infinite, values, values // 1000)
    factor = 1_000_000 // per_second
    if np.any(~infinite & (np.abs(values) > TIMESTAMP_INFINITY // factor)):
        raise DatetimeFieldOverflow("timestamp out of range")
    return np.where(infinite, values, values * np.where(infinite, 1, factor))


def unscaled(array: Any) -> Any:
    """
    A decimal array read as whole numbers: 1.50 of scale 2 is 150.
    """
    wide = array.type.bit_width == 256
    whole = pa.decimal256(76, 0) if wide else pa.decimal128(38, 0)
    if array.type.bit_width < 128:
        array = array.cast(pa.decimal128(38, array.type.scale))
    return pa.Array.from_buffers(whole, len(array), array.buffers(), offset=array.offset)


def intervals(array: Any) -> list[Interval | None]:
    """
    The parts of a month_day_nano_interval array.
    """
    return [
        None if value is None else Interval(value.months, value.days, value.nanoseconds // 1000)
        for value in array.to_pylist()
    ]


def cells(array: Any) -> Any:
    """
    A string or binary array as cells, uncopied where it is large already.
    """
    if is_string(array.type):
        array = array.cast(pa.large_string())
    return array.cast(CELL)


def listed(items: Iterable[bytes | None]) -> Any:
    """
    Cells from Python's bytes.
    """
    return pa.array(list(items), CELL)


def fixed(rows: npt.NDArray[Any], array: Any) -> Any:
    """
    Cells of equal width.

    Args:
        rows: One item of any fixed-size dtype, or one row of bytes, per cell; anything where it is NULL.
        array: Whose NULLs the cells take.

    """
    count = len(rows)
    width = rows.nbytes // count if count else 0
    offsets = np.arange(count + 1, dtype=np.int64) * width
    data = np.ascontiguousarray(rows)
    made = pa.Array.from_buffers(CELL, count, [None, pa.py_buffer(offsets), pa.py_buffer(data)])
    return with_nulls(made, array)


def with_nulls(made: Any, array: Any) -> Any:
    """
    Cells that are NULL wherever ``array`` is.
    """
    if not array.null_count:
        return made
    return pc.if_else(array.is_valid(), made, pa.scalar(None, made.type))


def patched(made: Any, where: Mask, texts: list[bytes]) -> Any:
    """
    Cells with some replaced: the rows that a kernel cannot write.
    """
    return pc.replace_with_mask(made, pa.array(where), listed(texts))


def prefixed(made: Any) -> Any:
    """
    Cells with their length before them in four bytes, -1 for NULL: an array's elements, COPY's and DataRow's
    fields.
    """
    return pc.binary_join_element_wise(
        length_words(made), made, pa.scalar(b"", CELL), null_handling="replace", null_replacement=""
    )


def length_words(made: Any) -> Any:
    """
    The four length bytes of each cell, -1 for NULL.
    """
    return fixed(lengths(made).astype(">i4"), _NO_NULLS)


def lengths(made: Any) -> Integers:
    """
    The bytes of each cell, -1 for NULL.
    """
    counted = pc.binary_length(made)
    return filled(counted, -1).astype(np.int64, copy=False)


def joined(*parts: Any) -> Any:
    """
    Cells of several parts one after another; a part is cells or bytes that are the same in every row.
    """
    scalars = (pa.scalar(part, CELL) if isinstance(part, bytes) else part for part in parts)
    return pc.binary_join_element_wise(*scalars, pa.scalar(b"", CELL), null_handling="emit_null")
