"""
The fields of a moment or an interval that a template can show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pggate.types.datetimes import DAY, MICROSECONDS, Interval, civil, day_number

_DAYS_PER_MONTH: Final = 30


@dataclass(frozen=True, slots=True)
class Fields:
    """
    What a template shows, of a moment or an interval (an interval's may be negative, and beyond their units).

    Args:
        zone: The abbreviation; "" where there is no zone.
        offset: Seconds east of Greenwich.

    """

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    microsecond: int
    day_of_year: int
    is_interval: bool = False
    zone: str = ""
    offset: int = 0

    @property
    def days(self) -> int:
        """Since 1970-01-01."""
        return day_number(self.year, self.month, self.day)

    @property
    def weekday(self) -> int:
        """From Sunday, which is 0."""
        return (self.days + 4) % 7


def of_moment(local: int, zone: str = "", offset: int = 0) -> Fields:
    """
    Args:
        local: Microseconds since 1970-01-01 of the clock that is to be shown.
        zone: What the zone is called then.
        offset: Seconds that it is east of Greenwich.

    """
    days, clock = divmod(local, DAY)
    year, month, day = civil(days)
    seconds, microsecond = divmod(clock, MICROSECONDS)
    day_of_year = days - day_number(year, 1, 1) + 1
    return Fields(
        year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60, microsecond, day_of_year,
        zone=zone, offset=offset,
    )  # fmt: skip


def of_interval(span: Interval) -> Fields:
    """
    Every field has the sign of its part of the interval.
    """
    sign = -1 if span.microseconds < 0 else 1
    seconds, microsecond = divmod(abs(span.microseconds), MICROSECONDS)
    month_sign = -1 if span.months < 0 else 1
    year, month = month_sign * (abs(span.months) // 12), month_sign * (abs(span.months) % 12)
    return Fields(
        year, month, span.days, sign * (seconds // 3600), sign * (seconds // 60 % 60), sign * (seconds % 60),
        sign * microsecond, span.months * _DAYS_PER_MONTH + span.days, is_interval=True,
    )  # fmt: skip
