"""
The acceptance grid: 26 of DuckDB's types, ten rows each, with every value as psql prints it and as asyncpg returns it.

The values are the limits of the types and what is easily mangled on the way: signs, fractions, emoji, quotes, empty
and missing values, time zones, months beside days.
"""

from __future__ import annotations

import datetime as dt
import struct
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

UTC = dt.timezone.utc  # noqa: UP017  drivers compare by ==, and print this one
MOODS: Final = ("joyful", "calm", "bored", "it's fine", "grün")


@dataclass(frozen=True, slots=True)
class Cell:
    """
    A value: as it is written in SQL, as psql prints it (None: NULL), and as asyncpg returns it.
    """

    sql: str
    text: str | None
    value: Any


@dataclass(frozen=True, slots=True)
class Column:
    """
    Ten cells of one type.

    `is_stored` is false where no topic has a column of it: its cells come from a view.
    """

    name: str
    type: str
    cells: tuple[Cell, ...]
    is_stored: bool = True


NULL: Final = Cell("NULL", None, None)


def whole(name: str, type_: str, *numbers: int, is_stored: bool = True, as_decimal: bool = False) -> Column:
    made: Any = Decimal if as_decimal else int
    cells = [Cell(f"({number})::{type_}", str(number), made(number)) for number in numbers]
    return Column(name, type_, (*cells, NULL), is_stored)


def quoted(name: str, type_: str, *values: tuple[str, str, Any], is_stored: bool = True) -> Column:
    """Of (what stands between the quotes, text, value)."""
    cells = [Cell("'" + sql.replace("'", "''") + f"'::{type_}", text, value) for sql, text, value in values]
    return Column(name, type_, (*cells, NULL), is_stored)


def written(name: str, type_: str, *values: tuple[str, str, Any], is_stored: bool = True) -> Column:
    """Of (an expression, text, value)."""
    return Column(name, type_, (*(Cell(*value) for value in values), NULL), is_stored)


def same(*texts: str) -> list[tuple[str, str, str]]:
    return [(text, text, text) for text in texts]


def _float4(number: float) -> float:
    return float(struct.unpack("f", struct.pack("f", number))[0])


def _utc(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


_D = dt.datetime
_days = dt.timedelta

# fmt: off
GRID: Final = (
    quoted("bools", "BOOLEAN", *[(word, shown, shown == "t") for word, shown in (
        ("true", "t"), ("false", "f"), ("t", "t"), ("f", "f"), ("yes", "t"), ("no", "f"), ("1", "t"), ("0", "f"), ("TRUE", "t"))]),
    whole("tinyints", "TINYINT", -128, -127, -100, -1, 0, 1, 42, 100, 127),
    whole("smallints", "SMALLINT", -(2**15), -(2**15) + 1, -129, -1, 0, 1, 128, 255, 2**15 - 1),
    whole("integers", "INTEGER", -(2**31), -(2**31) + 1, -(2**16), -1, 0, 1, 2**16, 123456789, 2**31 - 1),
    whole("bigints", "BIGINT", -(2**63), -(2**63) + 1, -(2**53) - 1, -1, 0, 1, 2**32, 2**53 + 1, 2**63 - 1),
    whole("utinyints", "UTINYINT", 0, 1, 2, 64, 127, 128, 200, 254, 255),
    whole("usmallints", "USMALLINT", 0, 1, 255, 256, 2**15 - 1, 2**15, 50000, 2**16 - 2, 2**16 - 1),
    whole("uintegers", "UINTEGER", 0, 1, 2**16 - 1, 2**16, 2**31 - 1, 2**31, 3 * 10**9, 2**32 - 2, 2**32 - 1),
    whole("ubigints", "UBIGINT", 0, 1, 2**32, 2**53 + 1, 2**63 - 1, 2**63, 10**19, 2**64 - 2, 2**64 - 1, as_decimal=True),
    whole("hugeints", "HUGEINT", -(2**127) + 1, -(10**38), -(2**64), -1, 0, 1, 2**64, 10**38, 2**127 - 1,
          is_stored=False, as_decimal=True),
    quoted("reals", "REAL", *[(text, text, _float4(float(text))) for text in (
        "0", "-0", "1.5", "-1.5", "0.1", "3.4028235e+38", "-3.4028235e+38", "1e-45", "Infinity")]),
    quoted("doubles", "DOUBLE", *[(text, text, float(text)) for text in (
        "0", "-0", "0.1", "-1.5", "1e+308", "-1e+308", "5e-324", "123456789.12345679", "-Infinity")]),
    quoted("decimals", "DECIMAL(38,10)", *[(text, text, Decimal(text)) for text in (
        "0.0000000000", "1.0000000000", "-1.0000000000", "0.0000000001", "-0.0000000001", "12345.6789000000",
        "99999999999999999999.9999999999", "9999999999999999999999999999.9999999999",
        "-9999999999999999999999999999.9999999999")]),
    quoted("texts", "VARCHAR", *same(
        "", "plain", " spaces ", "🦆 and 🐘", "häßlich", "日本語", '{"looks": "like json"}', "quote ' double \" back \\", "a,b|c\td")),
    written("blobs", "BLOB", *[
        ("'" + "".join(f"\\x{byte:02X}" for byte in data) + "'::BLOB", "\\x" + data.hex(), data) for data in (
            b"", b"\0", b"\xff", b"\0\xff", b"plain", b"\\x", bytes(range(256)), b"\0" * 8, "🦆".encode())]),
    quoted("uuids", "UUID", *[(text, text, UUID(text)) for text in (
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "7fffffff-ffff-ffff-ffff-ffffffffffff",
        "80000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000001", "9b2e4d1c-7a3f-4c58-8e21-5d6f0a1b2c3d",
        "0190163d-8694-739b-aea5-966c26f8ad91", "01234567-89ab-cdef-0123-456789abcdef", "deadbeef-dead-4eef-8ead-deadbeefdead")]),
    quoted("dates", "DATE", *[(text, text, dt.date.fromisoformat(text)) for text in (
        "0001-01-01", "1582-10-15", "1899-12-31", "1969-12-31", "1970-01-01", "2000-02-29", "2024-02-29", "2038-01-19", "9999-12-31")]),
    quoted("times", "TIME", *[(text, text, dt.time.fromisoformat(text)) for text in (
        "00:00:00", "00:00:00.000001", "00:00:01", "01:02:03.4", "11:59:59.999", "12:00:00", "12:34:56.789012", "23:59:59", "23:59:59.999999")]),
    quoted("timestamps", "TIMESTAMP", *[(text, text, _D.fromisoformat(text)) for text in (
        "0001-01-01 00:00:00", "1582-10-15 12:00:00", "1969-12-31 23:59:59.999999", "1970-01-01 00:00:00",
        "2000-02-29 12:34:56.789", "2024-02-29 23:59:59.000001", "2024-03-10 02:30:00", "2038-01-19 03:14:08", "9999-12-31 23:59:59.999999")]),
    quoted("timestamptzs", "TIMESTAMPTZ",
        ("2024-02-29 12:00:00+00", "2024-02-29 12:00:00+00", _utc(2024, 2, 29, 12)),
        ("2024-02-29 12:00:00-08", "2024-02-29 20:00:00+00", _utc(2024, 2, 29, 20)),
        ("2024-02-29 12:00:00+14", "2024-02-28 22:00:00+00", _utc(2024, 2, 28, 22)),
        ("2024-02-29 12:00:00+05:30", "2024-02-29 06:30:00+00", _utc(2024, 2, 29, 6, 30)),
        ("2024-02-29 12:00:00.123456-03:30", "2024-02-29 15:30:00.123456+00", _utc(2024, 2, 29, 15, 30, 0, 123456)),
        ("1969-12-31 23:59:59.999999+00", "1969-12-31 23:59:59.999999+00", _utc(1969, 12, 31, 23, 59, 59, 999999)),
        ("1970-01-01 00:00:00+00", "1970-01-01 00:00:00+00", _utc(1970, 1, 1)),
        ("0001-01-02 00:00:00+00", "0001-01-02 00:00:00+00", _utc(1, 1, 2)),
        ("9999-12-30 23:59:59+00", "9999-12-30 23:59:59+00", _utc(9999, 12, 30, 23, 59, 59))),
    quoted("intervals", "INTERVAL",
        ("0 seconds", "00:00:00", _days()),
        ("1 day", "1 day", _days(1)),
        ("-1 day", "-1 days", _days(-1)),
        ("1 day 2 hours 30 minutes", "1 day 02:30:00", _days(1, hours=2, minutes=30)),
        ("3 years 2 months 1 day", "3 years 2 mons 1 day", _days(3 * 365 + 2 * 30 + 1)),
        ("1 month -1 day", "1 mon -1 days", _days(29)),
        ("00:00:00.000001", "00:00:00.000001", _days(microseconds=1)),
        ("-12:34:56.789", "-12:34:56.789", -_days(hours=12, minutes=34, seconds=56, milliseconds=789)),
        ("100 hours", "100:00:00", _days(hours=100)),
        is_stored=False),
    quoted("jsons", "JSON", *same(
        "null", "true", "123", "-1.50", '"text \\u00e9 🦆"', "[]", "{}", '[1,"two",null,{"three":[3]}]',
        '{"nested":{"x":10,"y":[false, true]},"big":12345678901234567890}')),
    written("int_lists", "INT[]",
        ("[]::INT[]", "{}", []), ("[1]::INT[]", "{1}", [1]), ("[1, 2, 3]::INT[]", "{1,2,3}", [1, 2, 3]),
        ("[NULL]::INT[]", "{NULL}", [None]), ("[5, NULL, 7]::INT[]", "{5,NULL,7}", [5, None, 7]),
        ("[-2147483648, 2147483647]::INT[]", "{-2147483648,2147483647}", [-(2**31), 2**31 - 1]),
        ("[0, 0, 0]::INT[]", "{0,0,0}", [0] * 3), ("[NULL, NULL]::INT[]", "{NULL,NULL}", [None] * 2),
        ("range(5)::INT[]", "{0,1,2,3,4}", [0, 1, 2, 3, 4])),
    written("structs", "STRUCT(a INT, b VARCHAR, c BOOLEAN)", *[(sql, text, text) for sql, text in (
        ("{a: 1, b: 'x', c: true}", '{"a":1,"b":"x","c":true}'),
        ("{a: -1, b: '', c: false}", '{"a":-1,"b":"","c":false}'),
        ("{a: NULL, b: NULL, c: NULL}", '{"a":null,"b":null,"c":null}'),
        ("{a: 0, b: 'quote \"', c: true}", '{"a":0,"b":"quote \\"","c":true}'),
        ("{a: 2147483647, b: 'ä🦆', c: true}", '{"a":2147483647,"b":"ä🦆","c":true}'),
        ("{a: -2147483648, b: 'back\\slash', c: false}", '{"a":-2147483648,"b":"back\\\\slash","c":false}'),
        ("{a: 7, b: 'NULL', c: NULL}", '{"a":7,"b":"NULL","c":null}'),
        ("{a: 8, b: ' ', c: true}", '{"a":8,"b":" ","c":true}'),
        ("{a: 9, b: 'a,b', c: false}", '{"a":9,"b":"a,b","c":false}'))]),
    written("maps", "MAP(VARCHAR, INT)", *[(f"MAP {sql}", text, text) for sql, text in (
        ("{'a': 1}", '{"a":1}'), ("{'x': 1, 'y': 2}", '{"x":1,"y":2}'), ("{}::MAP(VARCHAR, INT)", "{}"),
        ("{'none': NULL}", '{"none":null}'), ("{'': 0}", '{"":0}'), ("{'ä🦆': -1}", '{"ä🦆":-1}'),
        ("{'a b': 2147483647}", '{"a b":2147483647}'), ("{'quote \"': 1}", '{"quote \\"":1}'),
        ("{'z': 1, 'a': 2}", '{"z":1,"a":2}'))]),
    quoted("enums", "mood", *same(*MOODS, *MOODS[:4])),
)
# fmt: on
