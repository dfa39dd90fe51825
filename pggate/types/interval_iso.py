"""
Intervals of ISO 8601, with designators and in the alternative format (PostgreSQL 15, 8.5.4; its
DecodeISO8601Interval of datetime.c): P1Y2M3DT4H5M6S and P0001-02-03T04:05:06.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pggate.types.interval_parts import Parts

_NUMBER: Final = re.compile(r"-?(?:\d{1,30}(?:\.\d*)?|\.\d+)", re.ASCII)
_OF_DATE: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_OF_TIME: Final = {"H": "hour", "M": "minute", "S": "second"}
# Without separators, so many digits are a date or a time.
_BASIC_DATE: Final = 8
_BASIC_TIME: Final = 6


def read_iso(text: str, parts: Parts) -> None:
    """
    Args:
        text: What begins with P.
        parts: What is read is added to them.

    Raises:
        ValueError: It has not the form.

    """
    date, designator, time = text.removeprefix("P").partition("T")
    if text[:1] != "P" or not (date or designator):
        raise ValueError(text)
    if date:
        _read_half(date, parts, _OF_DATE, "-", ("year", "month", "day"), _BASIC_DATE)
    if time:
        _read_half(time, parts, _OF_TIME, ":", ("hour", "minute", "second"), _BASIC_TIME)


def _read_half(
    text: str, parts: Parts, designators: dict[str, str], separator: str, units: tuple[str, ...], width: int
) -> None:
    number = _number(text, 0)
    if number.end() < len(text) and text[number.end()] != separator:
        _read_designated(text, parts, designators)
    elif number.end() == len(text) and _integer_width(text) == width:
        _read_basic(number[0], parts, units)
    else:
        _read_extended(text, parts, separator, units)


def _read_designated(text: str, parts: Parts, designators: dict[str, str]) -> None:
    at = 0
    while at < len(text):
        number = _number(text, at)
        unit = designators.get(text[number.end() : number.end() + 1])
        if unit is None:
            raise ValueError(text)
        parts.add(unit, *_halves(number[0]))
        at = number.end() + 1


def _read_basic(digits: str, parts: Parts, units: tuple[str, ...]) -> None:
    whole, fraction = _halves(digits)
    sign, whole = (-1 if whole < 0 else 1), abs(whole)
    for unit, value in zip(units, (whole // 10_000, whole // 100 % 100, whole % 100), strict=True):
        parts.add(unit, sign * value)
    parts.add("day" if units[-1] == "day" else "microsecond", 0, fraction)  # as PostgreSQL has it


def _read_extended(text: str, parts: Parts, separator: str, units: tuple[str, ...]) -> None:
    at = 0
    for unit in units:
        number = _number(text, at)
        parts.add(unit, *_halves(number[0]))
        at = number.end() + 1
        if number.end() == len(text):
            return
        if text[number.end()] != separator:
            break
    raise ValueError(text)


def _number(text: str, at: int) -> re.Match[str]:
    found = _NUMBER.match(text, at)
    if found is None:
        raise ValueError(text)
    return found


def _integer_width(text: str) -> int:
    return len(text.lstrip("-").partition(".")[0])


def _halves(number: str) -> tuple[int, float]:
    """What stands before the point, and behind it: with the sign of both."""
    whole, _, fraction = number.partition(".")
    value = float(f"0.{fraction or 0}")
    return int(whole if whole.strip("-") else 0), -value if number[0] == "-" else value
