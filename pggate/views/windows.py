"""
Views of windows: WITH (window_type, window_size, slide_interval, timestamp_column) behind a query from one
topic.

Windows begin at multiples of their slide since 1970-01-01 00:00 UTC, and have all rows from their start to
before their end.  A row whose time is unknown or infinite is in none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidParameterValue, PgError
from pggate.types.interval_input import read_interval

if TYPE_CHECKING:
    from collections.abc import Mapping

TUMBLING: Final = "tumbling"
SLIDING: Final = "sliding"
OPTIONS: Final = frozenset({"window_type", "window_size", "slide_interval", "timestamp_column"})

MOST: Final = 10_000
"""Windows that one row may be in."""

_DAY: Final = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Window:
    """
    Args:
        size, slide: In microseconds; the same where windows do not overlap.
        column: Which of the topic's columns has the time of a row; "" for the one of its arrival.

    """

    size: int
    slide: int
    column: str = ""

    @property
    def type(self) -> str:
        """As it is written."""
        return TUMBLING if self.size == self.slide else SLIDING


def window_of(options: Mapping[str, str]) -> Window | None:
    """
    What the options of a view say of windows; None where they say nothing.

    Raises:
        InvalidParameterValue: 22023.

    """
    if OPTIONS.isdisjoint(options):
        return None
    of_type = options.get("window_type", "").lower()
    if of_type not in (TUMBLING, SLIDING):
        raise _wrong("window_type", options, "Available values: tumbling, sliding.")
    size = _length("window_size", options)
    if of_type == TUMBLING:
        if "slide_interval" in options:
            raise _wrong("slide_interval", options, "Tumbling windows do not slide: leave it out.")
        return Window(size, size, options.get("timestamp_column", ""))
    slide = _length("slide_interval", options)
    if slide > size or size % slide:
        raise _wrong("slide_interval", options, "window_size has to be a multiple of it.")
    if size // slide > MOST:
        raise _wrong("slide_interval", options, f"A row can be in at most {MOST} windows.")
    return Window(size, slide, options.get("timestamp_column", ""))


def _length(name: str, options: Mapping[str, str]) -> int:
    try:
        found = read_interval(options.get(name, ""))
    except PgError as error:
        raise _wrong(name, options, "Give an interval, such as '1 minute'.") from error
    length = found.days * _DAY + found.microseconds
    if found.months:
        raise _wrong(name, options, "Months and years are of different lengths: give days.")
    if length <= 0:
        raise _wrong(name, options, "Give an interval that is greater than zero.")
    return length


def _wrong(name: str, options: Mapping[str, str], hint: str) -> InvalidParameterValue:
    if name not in options:
        return InvalidParameterValue(f'option "{name}" of a live view of windows is missing', hint=hint)
    return InvalidParameterValue(f'invalid value for parameter "{name}": "{options[name]}"', hint=hint)
