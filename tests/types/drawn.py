"""
What hypothesis makes values of, and the values at the edges that are tried every time.

Days and microseconds are Arrow's: since 1970-01-01; a float is its IEEE 754 bits, so that no NaN loses its own.
"""

from __future__ import annotations

import json
from struct import pack
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from pggate.types.framings import CopyCsv, CopyText

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY: Final = 86_400_000_000

# PostgreSQL's dates begin 4714-11-24 BC and end in the year 5874897.  Its timestamps end in 294276, those of
# DuckDB and Arrow in 294247.
FIRST_DAY, LAST_DAY = -2_440_588, 2_145_042_905
FIRST_MOMENT, LAST_MOMENT = FIRST_DAY * DAY, 2**63 - 2

# DuckDB keeps infinities as the largest integers, the negative one as its mirror image.
DATE_INFINITY: Final = 2**31 - 1
INFINITY: Final = 2**63 - 1


def integers(bits: int) -> st.SearchStrategy[int]:
    return st.integers(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)


def bounds(bits: int) -> list[int]:
    """Around ±2^15/31/63, as far as so many bits hold it."""
    powers = [sign * 2**power for power in (15, 16, 31, 32, 53, 63) for sign in (1, -1)]
    around = [power + more for power in powers for more in (-1, 0, 1)]
    most = 2 ** (bits - 1)
    return [value for value in (0, 1, -1, 9, 10, -10, 99, 100, *around) if -most <= value < most]


def _bits(layout: str, *numbers: float) -> list[int]:
    return [int.from_bytes(pack(layout, number)) for number in numbers]


# fmt: off
FLOAT4_BITS: Final = [
    *_bits("!f", 0.0, -0.0, 1.0, 0.1, 1e-4, 9.9999e-5, 999999.0, 1e6, 16777216.0, 8388608.5, 9.5e-7),
    *(0x7F800000, 0xFF800000, 0x7FC00000, 0xFFC00000, 0x7F800001, 0x7FFFFFFF),  # infinities, NaNs
    *(1, 2, 0x80000001, 0x007FFFFF, 0x00800000, 0x7F7FFFFF, 0xFF7FFFFF),  # denormals, the largest
]
FLOAT8_BITS: Final = [
    *_bits("!d", 0.0, -0.0, 1.0, 0.1, 0.3, 1e-4, 9.9999e-5, 1e14, 999999999999999.9, 1e15, 1e16, 123456.5),
    *_bits("!d", 1e22, 1e23, 9007199254740993.0, 2.0**63, 2.2250738585072014e-308),
    *(0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0xFFF8000000000000, 0x7FF0000000000001),
    *(1, 2, 0x8000000000000001, 0x000FFFFFFFFFFFFF, 0x7FEFFFFFFFFFFFFF),
]

# PostgreSQL's text cannot hold NUL.
CHARACTERS: Final = st.characters(codec="utf-8", exclude_characters="\0")
HARD_TEXTS: Final = (
    *("", " ", "NULL", "null", "nUlL", "NULLS", "{}", '{"a"}', "{", "}", '"', '""', "'", "it's", "a b"),
    *("\\", "\\\\", "\\.", "\\.x", "\\N", "\\n", "-", "|", ",", ";", ":", "0", "1", "2", "12", "t", "f"),
    *("\t", "\n", "\r", "\r\n", "\b", "\f", "\v", "\x01", "\x1f", "\x7f", "a\tb", " a ", "a\n", "\na"),
    *("é", "🦆", "👩\u200d👧", "\xa0", "\u2028", "\u3000", "\ufeff", "\uffff", "\U0010ffff", "\u0130", "\u212a"),
    *("a" * 11, "a" * 12, "a" * 13, "\\" * 13, '"' * 13, "é" * 7),  # an Arrow view holds 12 bytes itself
)
# fmt: on
MOST_CHARACTERS: Final = 60
"""Of a text."""

TEXTS: Final = st.lists(st.sampled_from(HARD_TEXTS) | st.text(CHARACTERS, max_size=8), max_size=4).map(
    "".join
)

HARD_BYTES: Final = (b"", b"\0", b"\xff", b"\\", b"\\x", b'"', bytes(range(256)), b"a" * 12, b"a" * 13)


def nests(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return inner | st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)


JSON_VALUES: Final = nests(nests(st.none() | st.booleans() | integers(64) | TEXTS))


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def jsonb_text(value: Any) -> str:
    """As jsonb_out writes it: keys in order of their length, then of their bytes."""
    match value:
        case dict():
            keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
            return "{" + ", ".join(f"{json_text(key)}: {jsonb_text(value[key])}" for key in keys) + "}"
        case list():
            return "[" + ", ".join(map(jsonb_text, value)) + "]"
        case _:
            return json_text(value)


DATES: Final = st.integers(FIRST_DAY, LAST_DAY) | st.integers(-800_000, 3_000_000)
# Of 1 BC, 1, 9999, 10000 and the epochs the days around them.
EDGE_DAYS: Final = [
    FIRST_DAY,
    -719_528,
    -719_163,
    -719_162,
    -1,
    0,
    10_956,
    10_957,
    11_016,
    2_932_896,
    2_932_897,
]
EDGE_DATES: Final = [*EDGE_DAYS, 10**9, LAST_DAY, DATE_INFINITY, -DATE_INFINITY]


def moments(per_second: int) -> st.SearchStrategy[int]:
    low, high = _moment_range(per_second)
    return st.integers(low, high) | st.integers(
        max(low, -(10**10) * per_second), min(high, 10**11 * per_second)
    )


def edge_moments(per_second: int) -> list[int]:
    low, high = _moment_range(per_second)
    found = [day * 86_400 * per_second + more for day in EDGE_DAYS for more in (-1, 0, 1, per_second // 2)]
    return [*(value for value in found if low <= value <= high), low, high, INFINITY, -INFINITY]


def _moment_range(per_second: int) -> tuple[int, int]:
    """The first and the last that PostgreSQL's timestamp and 64 bits of microseconds, or of the unit, hold."""
    low, high = FIRST_MOMENT * per_second // 1_000_000, LAST_MOMENT * per_second // 1_000_000
    return max(low, -(2**63) + 2), min(high, 2**63 - 2)


TIMES: Final = [0, 1, 100_000, 999_999, 10**6, DAY // 2, DAY - 1, DAY]
# Seconds east of Greenwich.  duckdb 1.5.5 prints seconds without minutes as if they were minutes.
OFFSETS: Final = st.integers(-57_599, 57_599).filter(
    lambda east: abs(east) % 3600 == 0 or abs(east) % 3600 >= 60
)
TIMETZS: Final = [(time, east) for time in TIMES for east in (0, 3600, -3600, 5400, 57_599, -57_599, 20_700)]

_MONTHS: Final = [0, 1, -1, 11, 12, -12, 13, -25, 2**31 - 1, -(2**31)]
_MICROS: Final = [0, 1, -1, 500_000, 10**6, 1 - 10**6, DAY, -DAY, 2**63 - 1, -(2**63)]
_PART: Final = st.sampled_from(_MONTHS) | integers(32)
_DAYS: Final = [0, 1, -1, -3, 30, 2**31 - 1, -(2**31)]
EDGE_INTERVALS: Final = [
    *((months, days, 0) for months in _MONTHS for days in (0, 1, -3)),
    *((months, 0, micros) for months in (0, 1, -1) for micros in _MICROS),
    *((0, days, micros) for days in _DAYS for micros in (0, 1, -1, DAY)),
]
INTERVALS: Final = st.tuples(_PART, _PART, st.sampled_from(_MICROS) | integers(64))


def numbers(low: int, high: int) -> Sequence[int]:
    """Whole numbers at the edges of groups of four digits, within bounds."""
    groups = [0, 1, -1, 9, 10, 9999, 10_000, 10_001, -99_990_000, 10**15, 2**63, 10**20, high // 2, low, high]
    return [value for value in groups if low <= value <= high]


UNSCALED: Final = st.integers(1 - 10**38, 10**38 - 1)


def rectangles(item: st.SearchStrategy[Any], dimensions: int) -> st.SearchStrategy[Any]:
    """Nested lists that PostgreSQL has an array for: sub-lists are equally long and never NULL."""

    def nested(lengths: tuple[int, ...]) -> st.SearchStrategy[Any]:
        made = item
        for length in reversed(lengths):
            made = st.lists(made, min_size=length, max_size=length)
        return made

    return st.tuples(*[st.integers(0, 3)] * dimensions).flatmap(nested)


# COPY's options as PostgreSQL allows them: one byte each, no end of line; the delimiter of the text format is
# no backslash, dot, small letter or digit; delimiter, quote and what stands for NULL share nothing.
_BYTES: Final = st.integers(1, 127).map(lambda byte: bytes((byte,))).filter(lambda byte: byte not in b"\r\n")
_NULLS: Final = st.sampled_from([b"", b"\\N", b"NULL", b"-", b"0", b"t", b"{}", b"NaN"])
COPY_TEXTS: Final = st.builds(
    CopyText, _BYTES.filter(lambda byte: byte not in b"\\.abcdefghijklmnopqrstuvwxyz0123456789"), _NULLS
).filter(lambda how: how.delimiter not in how.null)
COPY_CSVS: Final = st.builds(
    CopyCsv, _BYTES, _NULLS, _BYTES, _BYTES, st.frozensets(st.integers(0, 3), max_size=2)
).filter(lambda how: how.delimiter != how.quote and not set(how.null) & set(how.delimiter + how.quote))
