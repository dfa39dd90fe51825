"""
Literals of dates, times and intervals as expressions of DuckDB's: a literal that it reads alike, or for
those that name a moment (PostgreSQL 15, 8.5.1.4: now, today) what tells it when the statement runs.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported, InvalidDatetimeFormat
from pggate.types.datetime_input import (
    read_date,
    read_time,
    read_timestamp,
    read_timestamptz,
    read_timetz,
)
from pggate.types.datetimes import TimeTz, time_text, timetz_text
from pggate.types.interval_input import read_interval
from pggate.types.interval_ranges import Fields, between, restricted
from pggate.types.precision import MOST_DIGITS, rounded
from pggate.types.spellings import spelled_date, spelled_instant, spelled_interval, spelled_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY_WORDS: Final = {"today": 0, "tomorrow": 1, "yesterday": -1}
_DAY_WORD: Final = re.compile(r"\s*(now|today|tomorrow|yesterday)\b\s*(.*?)\s*", re.IGNORECASE | re.DOTALL)


def spelled_moment(type_name: str, literal: str, digits: int | None, fields: tuple[str, ...]) -> str:
    """
    Args:
        type_name: date, time, timetz, timestamp, timestamptz or interval.
        literal: The text between the quotes.
        digits: The type's precision; None: it has none.
        fields: The first and the last field of an interval that has some.

    Returns:
        An expression that DuckDB casts to the type.

    Raises:
        PgError: PostgreSQL cannot read it either.

    """
    if type_name == "interval":
        restriction = _fields(digits, fields)
        return _quoted(spelled_interval(restricted(read_interval(literal, restriction), restriction)))
    word = _DAY_WORD.fullmatch(literal)
    if word is not None:
        with suppress(InvalidDatetimeFormat):  # of the rest: below the error is one of the whole literal
            return _of_the_clock(type_name, word[1].lower(), word[2])
    return _WRITERS[type_name](literal, digits)


def modifier(type_name: str, digits: int | None, fields: tuple[str, ...]) -> int:
    """
    PostgreSQL's atttypmod of such a type; -1 of one without a precision and fields.
    """
    if type_name == "interval":
        return _fields(digits, fields).modifier
    return -1 if digits is None else min(digits, MOST_DIGITS)


def _fields(digits: int | None, fields: tuple[str, ...]) -> Fields:
    return between(fields[0], fields[-1], digits) if fields else Fields((), digits)


def _of_the_clock(type_name: str, word: str, rest: str) -> str:
    """Adding nothing makes an expression that is called as its cast is."""
    if word == "now":
        clock = {"time": "localtime", "timetz": "current_time"}.get(type_name, "now()")
        return f"({clock} + to_days(0))"
    day = f"current_date + {_DAY_WORDS[word]}"
    return f"({day} + TIME {_quoted(time_text(read_time(rest)))})" if rest else f"({day})"


def _date(literal: str, _digits: int | None) -> str:
    return _quoted(spelled_date(read_date(literal)))


def _time(literal: str, digits: int | None) -> str:
    return _quoted(time_text(rounded(read_time(literal), digits, 0)))


def _timetz(literal: str, digits: int | None) -> str:
    try:
        clock, offset = read_timetz(literal)
    except FeatureNotSupported:  # the session's zone has the offset of today
        return f"(current_date + TIME {_time(literal, digits)})::timestamptz"
    return _quoted(timetz_text(TimeTz(rounded(clock, digits, 0), offset)))


def _timestamp(literal: str, digits: int | None) -> str:
    return _quoted(spelled_timestamp(rounded(read_timestamp(literal), digits)))


def _timestamptz(literal: str, digits: int | None) -> str:
    moment, absolute = read_timestamptz(literal)
    kept = rounded(moment, digits)
    # Where the text names no zone the session's decides, which the engine knows.
    return _quoted(spelled_instant(kept) if absolute else spelled_timestamp(kept))


def _quoted(characters: str) -> str:
    return "'" + characters.replace("'", "''") + "'"


_WRITERS: Final[dict[str, Callable[[str, int | None], str]]] = {
    "date": _date,
    "time": _time,
    "timetz": _timetz,
    "timestamp": _timestamp,
    "timestamptz": _timestamptz,
}
