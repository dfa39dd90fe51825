"""
Text format a column at a time: each kernel writes what ``text.encode`` would write for every row.

Arrow's own casts write almost every value as PostgreSQL does; a kernel hands the rest (years before 1 and
after 9999, infinities, exponents) to the reference, row by row.  The arrays are ``physical.plain``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.types import floats, table, text, zones
from pggate.types.datetimes import DAY, MICROSECONDS, TIMESTAMP_INFINITY, offset_text
from pggate.types.enums import encoded_as
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
    patched,
    unscaled,
    with_nulls,
)

if TYPE_CHECKING:
    from pggate.types.table import PgType

# Years 1 to 9999 in days and microseconds: what Arrow's casts write as PostgreSQL does.
_FIRST_DAY: Final = -719_162
_END_DAY: Final = 2_932_897

_HEX: Final = np.frombuffer(b"".join(b"%02x" % byte for byte in range(256)), np.uint16)

Kernel = Callable[[Any, tzinfo], Any]


def encode(type_: PgType, array: Any, zone: tzinfo) -> Any:
    """
    Cells of a scalar column in text format.

    Args:
        type_: The column's PostgreSQL type.
        array: A plain array of a layout that fits it; text is read as the type's own text where it is not.
        zone: The session's TimeZone.

    """
    type_ = encoded_as(type_)
    if not is_string(array.type):
        return _KERNELS[type_](array, zone)
    return cells(array) if type_ in _AS_WRITTEN else _reread(type_, array, zone)


def _boolean(array: Any, _: tzinfo) -> Any:
    return fixed(np.where(filled(array, False), np.uint8(ord("t")), np.uint8(ord("f"))), array)


def _integer(array: Any, _: tzinfo) -> Any:
    return cells(array.cast(pa.string()))


def _float(array: Any, type_: PgType) -> Any:
    values = np.abs(filled(array, 0.0))
    # Arrow writes the shortest digits without an exponent up to 1e10; PostgreSQL wants one from 1e6 for
    # float4.
    limit = floats.PLAIN_BELOW_4 if type_ is table.FLOAT4 else 1e10
    rest = ~(((values >= floats.PLAIN_FROM) & (values < limit)) | (values == 0))
    made = cells(array.cast(pa.string()))
    return _by_reference(made, rest, type_, filled(array, 0.0)) if rest.any() else made


def _float4(array: Any, _: tzinfo) -> Any:
    return _float(array, table.FLOAT4)


def _float8(array: Any, _: tzinfo) -> Any:
    return _float(array, table.FLOAT8)


def _numeric(array: Any, zone: tzinfo) -> Any:
    if pa.types.is_integer(array.type):
        return _integer(array, zone)
    if pa.types.is_floating(array.type):
        return listed(_each(table.NUMERIC, array.to_pylist(), zone))
    if (
        array.type.scale <= 6
    ):  # Arrow writes more decimals than that with an exponent where the number is small
        return cells(array.cast(pa.string()))
    return _many_decimals(array)


def _many_decimals(array: Any) -> Any:
    scale = array.type.scale
    digits = unscaled(array).cast(pa.large_string())
    negative = pc.starts_with(digits, "-")
    digits = pc.utf8_lpad(pc.utf8_ltrim(digits, "-"), scale + 1, "0")
    sign = pc.if_else(negative, pa.scalar(b"-", CELL), pa.scalar(b"", CELL))
    whole = pc.utf8_slice_codeunits(digits, 0, -scale)
    return joined(sign, whole.cast(CELL), b".", pc.utf8_slice_codeunits(digits, -scale).cast(CELL))


def _text(array: Any, _: tzinfo) -> Any:
    return cells(array)


def _bytea(array: Any, _: tzinfo) -> Any:
    raw = array.cast(CELL)
    _, offsets, data = raw.buffers()
    if data is None or len(raw) == 0:
        return with_nulls(pa.array([b"\\x"] * len(raw), CELL), array)
    places = np.frombuffer(offsets, np.int64)[raw.offset : raw.offset + len(raw) + 1]
    digits = _HEX[np.frombuffer(data, np.uint8)[places[0] : places[-1]]]
    hexed = pa.Array.from_buffers(
        CELL, len(raw), [None, pa.py_buffer((places - places[0]) * 2), pa.py_buffer(digits)]
    )
    return with_nulls(joined(b"\\x", hexed), array)


def _uuid(array: Any, _: tzinfo) -> Any:
    return listed(None if value is None else _hyphened(value.hex()).encode() for value in array.to_pylist())


def _hyphened(digits: str) -> str:
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _date(array: Any, _: tzinfo) -> Any:
    days = integers(array)
    if pa.types.is_date64(array.type):
        days = days // (DAY // 1000)
    rest = (days < _FIRST_DAY) | (days >= _END_DAY)
    shown = pa.array(np.where(rest, 0, days).astype(np.int32)).view(pa.date32())
    made = with_nulls(cells(shown.cast(pa.string())), array)
    return _by_reference(made, rest, table.DATE, days) if rest.any() else made


def _time(array: Any, _: tzinfo) -> Any:
    micros = microseconds(array)
    rest = micros >= DAY
    made = _clock(pa.array(np.where(rest, 0, micros)), pa.time64("us"), pa.time32("s"))
    made = with_nulls(made, array)
    return _by_reference(made, rest, table.TIME, micros) if rest.any() else made


def _timestamp(array: Any, _: tzinfo) -> Any:
    micros = microseconds(array)
    rest = _beyond_arrow(micros)
    made = with_nulls(_moments(np.where(rest, 0, micros)), array)
    return _by_reference(made, rest, table.TIMESTAMP, micros) if rest.any() else made


def _timestamptz(array: Any, zone: tzinfo) -> Any:
    micros = microseconds(array)
    infinite = np.abs(micros) == TIMESTAMP_INFINITY
    offsets = zones.offsets(zone, np.where(infinite, 0, micros))
    local = micros + np.where(infinite, 0, offsets * MICROSECONDS)
    rest = _beyond_arrow(local) | infinite
    made = joined(_moments(np.where(rest, 0, local)), _offsets(offsets))
    made = with_nulls(made, array)
    return _by_reference(made, rest, table.TIMESTAMPTZ, micros, zone) if rest.any() else made


def _beyond_arrow(micros: Integers) -> Any:
    return (micros < _FIRST_DAY * DAY) | (micros >= _END_DAY * DAY)


def _moments(micros: Integers) -> Any:
    return _clock(pa.array(micros), pa.timestamp("us"), pa.timestamp("s"))


def _clock(micros: Any, fine: Any, coarse: Any) -> Any:
    values = micros.to_numpy()
    if not np.any(values % MICROSECONDS):
        seconds = pa.array(values // MICROSECONDS)
        return cells(
            (seconds.cast(pa.int32()) if coarse.bit_width == 32 else seconds).view(coarse).cast(pa.string())
        )
    written = micros.view(fine).cast(pa.string())  # always six decimals
    return cells(pc.ascii_rtrim(pc.ascii_rtrim(written, "0"), "."))


def _offsets(offsets: Integers) -> Any:
    distinct, which = np.unique(offsets, return_inverse=True)
    texts = [offset_text(int(offset)).encode() for offset in distinct]
    return texts[0] if len(texts) == 1 else pa.array(texts, CELL).take(pa.array(which))


def _interval(array: Any, zone: tzinfo) -> Any:
    return listed(_each(table.INTERVAL, intervals(array), zone))


def _reread(type_: PgType, array: Any, zone: tzinfo) -> Any:
    """
    Text of the engine's, read and written as PostgreSQL's (an INTERVAL or TIMETZ that travelled as VARCHAR).
    """
    values = (None if item is None else text.decode(type_, item, zone) for item in array.to_pylist())
    return listed(_each(type_, values, zone))


def _each(type_: PgType, values: Any, zone: tzinfo) -> list[bytes | None]:
    return [None if value is None else text.encode(type_, value, zone) for value in values]


def _by_reference(made: Any, rest: Any, type_: PgType, values: Any, zone: tzinfo | None = None) -> Any:
    where = rest & made.is_valid().to_numpy(zero_copy_only=False)
    arguments = () if zone is None else (zone,)
    return patched(made, where, [text.encode(type_, value, *arguments) for value in values[where].tolist()])


# Types whose cells are the column's characters.
_AS_WRITTEN: Final = frozenset(
    {
        *(table.TEXT, table.VARCHAR, table.BPCHAR, table.NAME, table.CHAR, table.UNKNOWN, table.VOID),
        *(table.JSON, table.JSONB, table.UUID, table.NUMERIC, table.BIT, table.VARBIT),
    }
)

# fmt: off
_KERNELS: Final[dict[PgType, Kernel]] = {
    table.BOOL:        _boolean,
    table.INT2:        _integer,
    table.INT4:        _integer,
    table.INT8:        _integer,
    table.OID:         _integer,
    table.FLOAT4:      _float4,
    table.FLOAT8:      _float8,
    table.NUMERIC:     _numeric,
    table.BYTEA:       _bytea,
    table.UUID:        _uuid,
    table.DATE:        _date,
    table.TIME:        _time,
    table.TIMESTAMP:   _timestamp,
    table.TIMESTAMPTZ: _timestamptz,
    table.INTERVAL:    _interval,
    **dict.fromkeys(_AS_WRITTEN - {table.NUMERIC, table.UUID}, _text),
}
# fmt: on
