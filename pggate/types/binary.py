"""
Binary format, one value at a time: what PostgreSQL 15's send functions write and its receive functions take.

Values are those of ``text``.  Dates and timestamps count from 2000-01-01 on the wire; their infinities are
the extreme integers (DuckDB's negative one is INT_MIN + 1).
"""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from pggate.errors import (
    DatetimeFieldOverflow,
    InvalidBinaryRepresentation,
    InvalidTextRepresentation,
    ProtocolViolation,
)
from pggate.types import addresses, array_binary, record_values, table, text
from pggate.types.bit_strings import bits_binary, read_bits_binary
from pggate.types.datetimes import DATE_INFINITY, DAY, TIMESTAMP_INFINITY, Interval, TimeTz
from pggate.types.enums import encoded_as
from pggate.types.numerics import numeric_binary, read_numeric_binary

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.table import PgType

# From 1970-01-01 to 2000-01-01.
EPOCH_DAYS: Final = 10_957
EPOCH_MICROSECONDS: Final = EPOCH_DAYS * DAY

JSONB_VERSION: Final = b"\x01"

_INTERVAL: Final = Struct("!qii")  # microseconds, days, months
_TIMETZ: Final = Struct("!qi")  # microseconds, seconds west of Greenwich
_DATE: Final = Struct("!i")
_TIMESTAMP: Final = Struct("!q")

# PostgreSQL 15, datatype/timestamp.h: what date_recv and timestamp_recv take (Julian day 0 to the last year).
_DATES: Final = range(-2_451_545, 2_145_031_949)
_TIMESTAMPS: Final = range(-211_813_488_000_000_000, 9_223_371_331_200_000_000)


def encode(type_: PgType, value: Any) -> bytes:
    """
    A value (never None) in binary format.
    """
    if type_.element is not None:
        return array_binary.write(type_.element, value, encode)
    return _WRITERS[type_](value)


def decode(type_: PgType, data: bytes) -> Any:
    """
    The value of binary data.

    Raises:
        ProtocolViolation: 08P01, data that ends too early (as PostgreSQL's pq_getmsgint).
        InvalidBinaryRepresentation: 22P03, bytes left over or a field that cannot be.
        PgError: What else the type's receive function refuses.

    """
    if type_.element is not None:
        return array_binary.read(type_.element, data, decode)
    if type_.fields:
        return record_values.read_binary(type_, data, decode)
    return _READERS[encoded_as(type_)](data)


def _pack(layout: str) -> Callable[[Any], bytes]:
    return Struct(layout).pack


def _unpack(layout: str) -> Callable[[bytes], Any]:
    struct = Struct(layout)

    def read(data: bytes) -> Any:
        return _fields(struct, data)[0]

    return read


def _fields(struct: Struct, data: bytes) -> tuple[Any, ...]:
    if len(data) < struct.size:
        raise ProtocolViolation("insufficient data left in message")
    if len(data) > struct.size:
        raise InvalidBinaryRepresentation("incorrect binary data format")
    return struct.unpack(data)


def _date(days: int) -> bytes:
    return _DATE.pack(_moved(days, EPOCH_DAYS, DATE_INFINITY))


def _timestamp(microseconds: int) -> bytes:
    return _TIMESTAMP.pack(_moved(microseconds, EPOCH_MICROSECONDS, TIMESTAMP_INFINITY))


def _moved(value: int, epoch: int, infinity: int) -> int:
    if abs(value) == infinity:
        return value if value > 0 else value - 1
    return value - epoch


def _read_date(data: bytes) -> int:
    days = int(_fields(_DATE, data)[0])
    return _moved_back(days, EPOCH_DAYS, DATE_INFINITY, _DATES, "date")


def _read_timestamp(data: bytes) -> int:
    microseconds = int(_fields(_TIMESTAMP, data)[0])
    return _moved_back(microseconds, EPOCH_MICROSECONDS, TIMESTAMP_INFINITY, _TIMESTAMPS, "timestamp")


def _moved_back(value: int, epoch: int, infinity: int, valid: range, noun: str) -> int:
    if value == infinity or value == -infinity - 1:
        return infinity if value > 0 else -infinity
    if value not in valid:
        raise DatetimeFieldOverflow(f"{noun} out of range")
    return value + epoch


def _read_time(data: bytes) -> int:
    microseconds = int(_fields(_TIMESTAMP, data)[0])
    if not 0 <= microseconds <= DAY:
        raise DatetimeFieldOverflow("time out of range")
    return microseconds


def _timetz(value: TimeTz) -> bytes:
    return _TIMETZ.pack(value.microseconds, -value.offset)


def _read_timetz(data: bytes) -> TimeTz:
    microseconds, west = _fields(_TIMETZ, data)
    if not 0 <= microseconds <= DAY:
        raise DatetimeFieldOverflow("time out of range")
    if not -57_600 < west < 57_600:
        raise DatetimeFieldOverflow("time zone displacement out of range", sqlstate="22009")
    return TimeTz(microseconds, -west)


def _interval(value: Interval) -> bytes:
    return _INTERVAL.pack(value.microseconds, value.days, value.months)


def _read_interval(data: bytes) -> Interval:
    microseconds, days, months = _fields(_INTERVAL, data)
    return Interval(months, days, microseconds)


def _read_uuid(data: bytes) -> UUID:
    if len(data) != 16:
        _fields(Struct("16s"), data)
    return UUID(bytes=data)


def _read_char(data: bytes) -> str:
    return _byte(data).rstrip(b"\0").decode("latin-1")  # NUL is the empty one, as in charout


def _read_boolean(data: bytes) -> bool:
    return bool(_byte(data)[0])


def _byte(data: bytes) -> bytes:
    if not data:
        raise ProtocolViolation("no data left in message")
    return bytes(_fields(Struct("1s"), data)[0])


def _read_text(data: bytes) -> str:
    return data.decode()


def _read_name(data: bytes) -> str:
    return str(text.decode(table.NAME, data.decode()))


def _read_json(data: bytes) -> str:
    # A column that was declared jsonb is json here, and what PostgreSQL or a driver sends for it begins with
    # a version; no text of JSON does.
    return str(text.decode(table.JSON, data.removeprefix(JSONB_VERSION).decode()))


def _jsonb(value: str) -> bytes:
    return JSONB_VERSION + value.encode()


def _read_jsonb(data: bytes) -> str:
    if not data:
        raise ProtocolViolation("insufficient data left in message")
    if data[:1] != JSONB_VERSION:
        raise InvalidTextRepresentation(f"unsupported jsonb version number {data[0]}", sqlstate="XX000")
    return _read_json(data)


# fmt: off
_WRITERS: Final[dict[PgType, Callable[[Any], bytes]]] = {
    table.BOOL:        _pack("!?"),
    table.INT2:        _pack("!h"),
    table.INT4:        _pack("!i"),
    table.INT8:        _pack("!q"),
    table.OID:         _pack("!I"),
    table.FLOAT4:      _pack("!f"),
    table.FLOAT8:      _pack("!d"),
    table.NUMERIC:     numeric_binary,
    table.TEXT:        str.encode,
    table.VARCHAR:     str.encode,
    table.BPCHAR:      str.encode,
    table.NAME:        str.encode,
    table.CHAR:        lambda value: value.encode()[:1].ljust(1, b"\0"),
    table.UNKNOWN:     str.encode,
    table.JSON:        str.encode,
    table.JSONB:       _jsonb,
    table.VOID:        lambda _: b"",
    table.BYTEA:       bytes,
    table.UUID:        lambda value: UUID(str(value)).bytes,
    table.DATE:        _date,
    table.TIME:        _pack("!q"),
    table.TIMETZ:      _timetz,
    table.TIMESTAMP:   _timestamp,
    table.TIMESTAMPTZ: _timestamp,
    table.INTERVAL:    _interval,
    table.BIT:         bits_binary,
    table.VARBIT:      bits_binary,
}

_READERS: Final[dict[PgType, Callable[[bytes], Any]]] = {
    table.BOOL:        _read_boolean,
    table.INT2:        _unpack("!h"),
    table.INT4:        _unpack("!i"),
    table.INT8:        _unpack("!q"),
    table.OID:         _unpack("!I"),
    table.FLOAT4:      _unpack("!f"),
    table.FLOAT8:      _unpack("!d"),
    table.NUMERIC:     read_numeric_binary,
    table.TEXT:        _read_text,
    table.VARCHAR:     _read_text,
    table.BPCHAR:      _read_text,
    table.NAME:        _read_name,
    table.CHAR:        _read_char,
    table.UNKNOWN:     _read_text,
    table.JSON:        _read_json,
    table.JSONB:       _read_jsonb,
    table.VOID:        _read_text,
    table.BYTEA:       bytes,
    table.UUID:        _read_uuid,
    table.DATE:        _read_date,
    table.TIME:        _read_time,
    table.TIMETZ:      _read_timetz,
    table.TIMESTAMP:   _read_timestamp,
    table.TIMESTAMPTZ: _read_timestamp,
    table.INTERVAL:    _read_interval,
    table.BIT:         read_bits_binary,
    table.VARBIT:      read_bits_binary,
    **addresses.RECEIVED,
}
# fmt: on
