"""
Text format, one value at a time: the reference that the column kernels are held to, and the reader of
parameters.

Values are: bool, int, float, Decimal, str, bytes, UUID; days of a date and microseconds of a time, timestamp
or timestamptz (UTC) as int, with infinities as in ``datetimes``; TimeTz; Interval; a nested list for an
array. Every error has PostgreSQL 15's SQLSTATE and message.
"""

from __future__ import annotations

import re
from datetime import UTC, tzinfo
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from pggate.errors import InvalidTextRepresentation, NumericValueOutOfRange
from pggate.types import addresses, datetimes, record_values, table
from pggate.types import datetime_input as reading
from pggate.types.arrays import array_text, read_array
from pggate.types.bit_strings import read_bits
from pggate.types.datetimes import MICROSECONDS, TIMESTAMP_INFINITY
from pggate.types.enums import encoded_as
from pggate.types.floats import float4_text, float8_text, read_float4, read_float8
from pggate.types.interval_input import read_interval
from pggate.types.json_input import read_json
from pggate.types.numerics import numeric_text, read_numeric
from pggate.types.table import SPACE
from pggate.types.zones import offset_at, offset_of_local

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.table import PgType

_INTEGER: Final = re.compile(r"\s*([+-]?\d+)\s*", re.ASCII)
_HEX_UUID: Final = re.compile(r"\{?([0-9a-f]{4}-?){7}[0-9a-f]{4}\}?", re.IGNORECASE | re.ASCII)
_OCTAL: Final = re.compile(rb"\\(\\|[0-3][0-7]{2})")
_BOOLEANS: Final = {
    **dict.fromkeys(("t", "tr", "tru", "true", "y", "ye", "yes", "on", "1"), True),
    **dict.fromkeys(("f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0"), False),
}
_INTEGER_BOUNDS: Final = {
    table.INT2: (-(2**15), 2**15 - 1),
    table.INT4: (-(2**31), 2**31 - 1),
    table.INT8: (-(2**63), 2**63 - 1),
    table.OID: (-(2**31), 2**32 - 1),
}
_STRTOUL_DIGITS: Final = 20
"""What oidin reads with has 64 bits: of shorter numbers it sees first what stands behind them."""


def encode(type_: PgType, value: Any, zone: tzinfo = UTC) -> bytes:
    """
    A value (never None) in text format.

    Args:
        type_: Its PostgreSQL type.
        value: As the module says.
        zone: The session's TimeZone, which timestamptz is shown in.

    """
    return _text(type_, value, zone).encode()


def decode(type_: PgType, text: str, zone: tzinfo = UTC) -> Any:
    """
    The value of a text, as ``encode`` takes it.

    Raises:
        PgError: 22P02, 22003, 22007, 22008 with PostgreSQL's message.

    """
    if type_.element is not None:
        element = type_.element
        return read_array(text, lambda item: decode(element, item, zone))
    if type_.fields:
        return record_values.read_text(type_, text, lambda field, cell: decode(field, cell, zone))
    if type_ is table.TIMESTAMPTZ:
        return _read_timestamptz(text, zone)
    return _READERS[encoded_as(type_)](text)


def _text(type_: PgType, value: Any, zone: tzinfo) -> str:
    if type_.element is not None:
        element = type_.element
        return array_text(value, lambda item: _text(element, item, zone))
    if type_ is table.TIMESTAMPTZ:
        return datetimes.timestamptz_text(value, 0 if _is_infinite(value) else offset_at(zone, value))
    return _WRITERS[type_](value)


def _is_infinite(microseconds: int) -> bool:
    return abs(microseconds) == TIMESTAMP_INFINITY


def _read_timestamptz(text: str, zone: tzinfo) -> int:
    moment, absolute = reading.read_timestamptz(text)
    return moment if absolute else moment - offset_of_local(zone, moment) * MICROSECONDS


def _read_boolean(text: str) -> bool:
    value = _BOOLEANS.get(text.strip(SPACE).lower())
    if value is None:
        raise _invalid("boolean", text)
    return value


def _read_integer(type_: PgType) -> Callable[[str], int]:
    low, high = _INTEGER_BOUNDS[type_]

    def read(text: str) -> int:
        match = _INTEGER.match(text)
        if match is None:
            raise _invalid(type_.sql, text)
        is_whole = match.end() == len(text)
        if type_ is table.OID and not is_whole and len(match[1].lstrip("+-0")) < _STRTOUL_DIGITS:
            raise _invalid(type_.sql, text)
        # Python refuses to read more than 4300 digits; no type here has more than 19.
        if len(match[1].lstrip("+-0")) > 19 or not low <= int(match[1]) <= high:
            raise NumericValueOutOfRange(f'value "{text}" is out of range for type {type_.sql}')
        if not is_whole:
            raise _invalid(type_.sql, text)
        return int(match[1]) % 2**32 if type_ is table.OID else int(match[1])

    return read


def _read_bytea(text: str) -> bytes:
    if text.startswith("\\x"):
        return _read_hex(text)
    raw = text.encode()
    plain = _OCTAL.sub(b"", raw)
    if b"\\" in plain:
        raise _invalid("bytea")
    return _OCTAL.sub(lambda match: b"\\" if match[1] == b"\\" else bytes([int(match[1], 8)]), raw)


def _read_hex(text: str) -> bytes:
    digits = re.sub(r"[ \t\n\r]", "", text[2:])
    stranger = re.search(r"[^0-9a-fA-F]", digits)
    if stranger:
        raise InvalidTextRepresentation(f'invalid hexadecimal digit: "{stranger[0]}"', sqlstate="22023")
    if len(digits) % 2:
        raise InvalidTextRepresentation("invalid hexadecimal data: odd number of digits", sqlstate="22023")
    return bytes.fromhex(digits)


def _read_uuid(text: str) -> UUID:
    if not _HEX_UUID.fullmatch(text) or text.startswith("{") != text.endswith("}"):
        raise _invalid("uuid", text)
    return UUID(text)


def _char_text(value: str) -> str:
    return value[:1]


def _read_name(text: str) -> str:
    # PostgreSQL 15, namein: cut to NAMEDATALEN - 1 bytes, never inside a character.
    return text.encode()[:63].decode(errors="ignore")


def _invalid(type_name: str, text: str | None = None) -> InvalidTextRepresentation:
    shown = "" if text is None else f': "{text}"'
    return InvalidTextRepresentation(f"invalid input syntax for type {type_name}{shown}")


def _same(value: str) -> str:
    return value


# fmt: off
_WRITERS: Final[dict[PgType, Callable[[Any], str]]] = {
    table.BOOL:      lambda value: "t" if value else "f",
    table.INT2:      str,
    table.INT4:      str,
    table.INT8:      str,
    table.OID:       str,
    table.FLOAT4:    float4_text,
    table.FLOAT8:    float8_text,
    table.NUMERIC:   lambda value: numeric_text(Decimal(value)),
    table.TEXT:      _same,
    table.VARCHAR:   _same,
    table.BPCHAR:    _same,
    table.NAME:      _same,
    table.CHAR:      _char_text,
    table.UNKNOWN:   _same,
    table.JSON:      _same,
    table.JSONB:     _same,
    table.VOID:      lambda _: "",
    table.BYTEA:     lambda value: "\\x" + value.hex(),
    table.UUID:      str,
    table.DATE:      datetimes.date_text,
    table.TIME:      datetimes.time_text,
    table.TIMETZ:    datetimes.timetz_text,
    table.TIMESTAMP: datetimes.timestamp_text,
    table.INTERVAL:  datetimes.interval_text,
    table.BIT:       _same,
    table.VARBIT:    _same,
}

_READERS: Final[dict[PgType, Callable[[str], Any]]] = {
    table.BOOL:      _read_boolean,
    table.INT2:      _read_integer(table.INT2),
    table.INT4:      _read_integer(table.INT4),
    table.INT8:      _read_integer(table.INT8),
    table.OID:       _read_integer(table.OID),
    table.FLOAT4:    read_float4,
    table.FLOAT8:    read_float8,
    table.NUMERIC:   read_numeric,
    table.TEXT:      _same,
    table.VARCHAR:   _same,
    table.BPCHAR:    _same,
    table.NAME:      _read_name,
    table.CHAR:      _char_text,
    table.UNKNOWN:   _same,
    table.JSON:      read_json,
    table.JSONB:     read_json,
    table.VOID:      _same,
    table.BYTEA:     _read_bytea,
    table.UUID:      _read_uuid,
    table.DATE:      reading.read_date,
    table.TIME:      reading.read_time,
    table.TIMETZ:    reading.read_timetz,
    table.TIMESTAMP: reading.read_timestamp,
    table.INTERVAL:  read_interval,
    table.BIT:       read_bits,
    table.VARBIT:    read_bits,
    addresses.INET:  _same,
    addresses.CIDR:  _same,
}
# fmt: on
