"""
Texts that a statement computes or reads, and casts to a date, a time or an interval: all the forms that
PostgreSQL 15 takes (8.5), those that name a moment included.

The engine casts plain ISO texts by itself (sql/datetime_functions.sql); only the others come here.  What is
returned is the value in a spelling that the engine casts; where a timestamp with time zone names no zone,
the engine's cast takes it for the session's.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.errors import FeatureNotSupported, InvalidDatetimeFormat
from pggate.types.datetime_input import (
    read_date,
    read_time,
    read_timestamp,
    read_timestamptz,
    read_timetz,
)
from pggate.types.datetimes import DAY, FIRST_DAY, MICROSECONDS, TimeTz, time_text, timetz_text
from pggate.types.interval_input import read_interval
from pggate.types.spellings import spelled_date, spelled_instant, spelled_interval, spelled_timestamp
from pggate.types.table import SPACE
from pggate.types.zone_input import named_zone
from pggate.types.zones import offset_at, offset_of_local

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

_FROM_TODAY: Final = {"today": 0, "tomorrow": 1, "yesterday": -1}
_DAY_WORD: Final = re.compile(r"\b(today|tomorrow|yesterday)\b", re.IGNORECASE)
_WITH_DATES: Final = frozenset({"date", "timestamp", "timestamptz"})
_MOST_READ: Final = 16_384
"""Dates come again."""


class _Clock(NamedTuple):
    """
    When the transaction began (PostgreSQL 15, 9.9.5), and what the session's clock says then.

    Args:
        instant: Microseconds since 1970-01-01 UTC.
        zone: The session's; seconds east of Greenwich where it is an offset.

    """

    instant: int
    zone: int | tzinfo

    @property
    def local(self) -> int:
        offset = self.zone if isinstance(self.zone, int) else offset_at(self.zone, self.instant)
        return self.instant + offset * MICROSECONDS

    def offset_of(self, local: int) -> int:
        return self.zone if isinstance(self.zone, int) else offset_of_local(self.zone, local)


def read_moment(type_name: str, text: str, now: int, zone: str) -> str:
    """
    Args:
        type_name: date, time, timetz, timestamp, timestamptz or interval.
        text: Of any form.
        now: When the transaction began, microseconds since 1970-01-01 UTC.
        zone: The session's TimeZone.

    Raises:
        PgError: 22007, 22008 or 22009, PostgreSQL cannot read it either.

    """
    if type_name in _OF_NOW and text.strip(SPACE).lower() == "now":
        return _OF_NOW[type_name](_clock(now, zone))
    if type_name == "timetz":
        return _timetz(text, _clock(now, zone))
    word = _DAY_WORD.search(text) if type_name in _WITH_DATES else None
    if word is None:
        return _read(type_name, text)
    try:
        return _READERS[type_name](_dated(text, word, _clock(now, zone)))
    except InvalidDatetimeFormat:
        return _read(type_name, text)  # which has no form with such a word: the error is of the whole text


@lru_cache(maxsize=_MOST_READ)
def _read(type_name: str, text: str) -> str:
    return _READERS[type_name](text)


@lru_cache(maxsize=16)
def _clock(now: int, zone: str) -> _Clock:
    return _Clock(now, named_zone(zone))


def _dated(text: str, word: re.Match[str], clock: _Clock) -> str:
    """The text with that day's Julian number for the word: the one date that may stand behind a time, too."""
    day = clock.local // DAY + _FROM_TODAY[word[1].lower()] - FIRST_DAY
    return f"{text[: word.start()]}J{day}{text[word.end() :]}"


def _time_of_now(clock: _Clock) -> str:
    return timetz_text(TimeTz(clock.local % DAY, clock.offset_of(clock.local)))


_OF_NOW: Final[dict[str, Callable[[_Clock], str]]] = {
    "date": lambda clock: spelled_date(clock.local // DAY),
    "time": lambda clock: time_text(clock.local % DAY),
    "timetz": _time_of_now,
    "timestamp": lambda clock: spelled_timestamp(clock.local),
    "timestamptz": lambda clock: spelled_instant(clock.instant),
}


def _timetz(text: str, clock: _Clock) -> str:
    """Without an offset it is the session's, at that time of the day that the text names, or of today."""
    try:
        return timetz_text(read_timetz(text))
    except FeatureNotSupported:
        time = read_time(text)
    day = clock.local // DAY
    with suppress(InvalidDatetimeFormat):
        day = read_timestamp(text) // DAY
    return timetz_text(TimeTz(time, clock.offset_of(day * DAY + time)))


def _timestamptz(text: str) -> str:
    moment, is_absolute = read_timestamptz(text)
    return spelled_instant(moment) if is_absolute else spelled_timestamp(moment)


_READERS: Final[dict[str, Callable[[str], str]]] = {
    "date": lambda text: spelled_date(read_date(text)),
    "time": lambda text: time_text(read_time(text)),
    "timestamp": lambda text: spelled_timestamp(read_timestamp(text)),
    "timestamptz": _timestamptz,
    "interval": lambda text: spelled_interval(read_interval(text)),
}
