"""
One table of types and values that every driver sends and reads back, and what psql prints for them.

Each type of SAMPLES is a column of the table `samples`, and one more, its array; row n holds every type's n-th value,
NULL where a type has no more, and the last row holds NULLs alone.
"""

from __future__ import annotations

import datetime as dt
import struct
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

UTC = dt.timezone.utc  # noqa: UP017  drivers compare by ==, and print this one

Json = dict[str, Any] | list[Any] | str


@dataclass(frozen=True, slots=True)
class Sample:
    """
    A type under its PostgreSQL name, some values of it, and each as PostgreSQL 15 prints it.

    `column` names its column.  The values are those that psycopg 3 returns.  `declared` is DuckDB's name of a type
    that is `type` to a client.
    """

    column: str
    type: str
    values: tuple[object, ...] = ()
    texts: tuple[str, ...] = ()
    declared: str = ""

    @property
    def known_as(self) -> str:
        """The type that stands in CREATE TABLE."""
        return self.declared or self.type

    @property
    def array(self) -> Sample:
        """Arrays of it: empty, of one, with a NULL in the middle."""
        if not self.values:
            declared = self.declared and f"{self.declared}[]"
            return Sample(f"{self.column}_list", f"{self.type}[]", declared=declared)
        first, last = self.values[0], self.values[-1]
        quoted = [quoted_element(self.texts[0]), quoted_element(self.texts[-1])]
        return Sample(
            f"{self.column}_list",
            f"{self.type}[]",
            ([], [first], [first, None, last]),
            ("{}", f"{{{quoted[0]}}}", f"{{{quoted[0]},NULL,{quoted[1]}}}"),
        )


def quoted_element(text: str) -> str:
    """An array's element as PostgreSQL quotes it (PostgreSQL 15, 8.15.6)."""
    plain = text and text.upper() != "NULL" and not set(text) & set('{}",\\ \t\n')
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_D = dt.datetime

# fmt: off
SAMPLES = (
    Sample("a_bool", "boolean", (True, False), ("t", "f")),
    Sample("an_int2", "smallint", (0, 1, -1, 2**15 - 1, -2**15), ("0", "1", "-1", "32767", "-32768")),
    Sample("an_int4", "integer", (0, 42, -1, 2**31 - 1, -2**31), ("0", "42", "-1", "2147483647", "-2147483648")),
    Sample("an_int8", "bigint", (0, 42, -1, 2**63 - 1, -2**63),
           ("0", "42", "-1", "9223372036854775807", "-9223372036854775808")),
    Sample("a_float4", "real",
           (0.0, -1.5, 3.4028234663852886e38, float("inf"), float("-inf"), float("nan")),
           ("0", "-1.5", "3.4028235e+38", "Infinity", "-Infinity", "NaN")),
    Sample("a_float8", "double precision",
           (0.1, 1e300, 5e-324, float("inf"), float("-inf"), float("nan")),
           ("0.1", "1e+300", "5e-324", "Infinity", "-Infinity", "NaN")),
    Sample("a_numeric", "numeric(20,5)",
           (Decimal("0.00000"), Decimal("1.50000"), Decimal("-123456789012345.67891"), Decimal("10000.00000")),
           ("0.00000", "1.50000", "-123456789012345.67891", "10000.00000")),
    Sample("a_text", "text",
           ("", "null", "häßlich € 😀", "quotes ' \" and \\ and {,}", "line\nbreak\ttab"),
           ("", "null", "häßlich € 😀", "quotes ' \" and \\ and {,}", "line\nbreak\ttab")),
    Sample("a_varchar", "varchar(20)", ("x", "with space "), ("x", "with space ")),
    Sample("a_bytea", "bytea",
           (b"", b"\x00", b"abc\\'\"", bytes(range(256))),
           ("\\x", "\\x00", "\\x6162635c2722", "\\x" + bytes(range(256)).hex())),
    Sample("a_date", "date",
           (dt.date(2024, 2, 29), dt.date(1, 1, 1), dt.date(9999, 12, 31)),
           ("2024-02-29", "0001-01-01", "9999-12-31")),
    Sample("a_time", "time",
           (dt.time(12, 30), dt.time(0), dt.time(23, 59, 59, 999999)),
           ("12:30:00", "00:00:00", "23:59:59.999999")),
    Sample("a_timestamp", "timestamp",
           (_D(2024, 2, 29, 12, 34, 56, 789012), _D(1, 1, 1), _D(9999, 12, 31, 23, 59, 59, 999999)),
           ("2024-02-29 12:34:56.789012", "0001-01-01 00:00:00", "9999-12-31 23:59:59.999999")),
    Sample("a_timestamptz", "timestamptz",
           (_D(2024, 2, 29, 12, 34, 56, 789012, UTC), _D(1, 1, 2, tzinfo=UTC), _D(9999, 12, 30, tzinfo=UTC)),
           ("2024-02-29 12:34:56.789012+00", "0001-01-02 00:00:00+00", "9999-12-30 00:00:00+00")),
    Sample("a_uuid", "uuid",
           (UUID("123e4567-e89b-12d3-a456-426614174000"), UUID(int=0), UUID(int=2**128 - 1)),
           ("123e4567-e89b-12d3-a456-426614174000", "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff")),
    Sample("a_json", "json",
           ({"a": [1, 2.5, None, "x"]}, [], "just 'text'", {"big": 2**63 - 1, "nested": {"y": [False, True]}}),
           ('{"a": [1, 2.5, null, "x"]}', "[]", '"just \'text\'"',
            '{"big": 9223372036854775807, "nested": {"y": [false, true]}}')),
)
# fmt: on

COLUMNS = (*SAMPLES, *(sample.array for sample in SAMPLES))
CREATE = f"create table samples (n integer, {', '.join(f'{one.column} {one.type}' for one in COLUMNS)})"
SELECT = "select * from samples order by n"
NAMES = ("n", *(one.column for one in COLUMNS))
WIDTH = len(NAMES)


def _table(cells: Callable[[Sample], Iterable[object]]) -> tuple[tuple[Any, ...], ...]:
    rows = [*zip_longest(*map(cells, COLUMNS)), (None,) * len(COLUMNS)]
    return tuple((number, *row) for number, row in enumerate(rows))


ROWS = _table(lambda sample: sample.values)
TEXTS = _table(lambda sample: sample.texts)


def is_json(sample: Sample) -> bool:
    """Drivers wrap JSON to send it, and some return it as text."""
    return sample.type.startswith("json")


def converted(
    rows: Iterable[Iterable[Any]],
    convert: Callable[[Any], Any],
    wanted: Callable[[Sample], bool],
    columns: tuple[Sample, ...] = COLUMNS,
) -> list[tuple[Any, ...]]:
    """
    The rows with `convert` done to each value, and each array's element, of the wanted columns; never to NULL.
    """

    def cell(sample: Sample, value: Any) -> Any:
        if value is None or not wanted(sample):
            return value
        if sample.type.endswith("[]"):
            return [None if element is None else convert(element) for element in value]
        return convert(value)

    return [(number, *map(cell, columns, values)) for number, *values in rows]


def differences(
    got: Iterable[Iterable[Any]], expected: Iterable[Iterable[Any]], names: tuple[str, ...] = NAMES
) -> list[str]:
    """
    Where two tables of samples differ, cell by cell; scale and type of a value count, and NaN equals NaN.
    """
    found = []
    for number, (left, right) in enumerate(zip_longest(got, expected)):
        if left is None or right is None:
            found.append(f"row {number}: {left!r} instead of {right!r}")
            continue
        for name, one, other in zip(names, left, right, strict=True):
            shown = _shown(one, name), _shown(other, name)
            if shown[0] != shown[1]:
                found.append(f"row {number}, {name}: {shown[0]} instead of {shown[1]}")
    return found


def _shown(value: Any, column: str) -> str:
    """A value as text that tells apart all that should be."""
    match value:
        case list() | tuple():
            return f"[{', '.join(_shown(element, column) for element in value)}]"
        case dict() if "jsonb" in column:  # which puts the names in an order of its own
            inner = sorted((repr(name), _shown(inner, column)) for name, inner in value.items())
            return f"{{{', '.join(f'{name}: {shown}' for name, shown in inner)}}}"
        case float() if "float4" in column:  # in text it has fewer digits than its double
            return repr(struct.unpack("f", struct.pack("f", value))[0])
        case memoryview() | bytearray():
            return repr(bytes(value))
        case dt.datetime() if value.tzinfo is not None:
            return repr(value.astimezone(UTC))
        case Decimal():  # asyncpg writes whole ones with an exponent; the decimals that there are, count
            return f"Decimal('{value:f}')"
        case UUID():  # asyncpg has a class of its own
            return str(value)
    return repr(value)
