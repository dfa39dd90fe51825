"""
An interval as it is added up of numbers with units (PostgreSQL 15, 8.5.4; AdjustMicroseconds and its kin of
datetime.c): fractions of years become months, those of months days, and those of days time.
"""

from __future__ import annotations

from pggate.errors import DatetimeFieldOverflow
from pggate.types.datetimes import DAY, MICROSECONDS, Interval

_DAYS_PER_MONTH = 30

# Which microseconds a unit of time has, which days one of days, which months one of months.
# fmt: off
TIMES = {
    "microsecond": 1, "millisecond": 1000, "second": MICROSECONDS,
    "minute": 60 * MICROSECONDS, "hour": 3600 * MICROSECONDS,
}
DAYS = {"day": 1, "week": 7}
YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
UNITS = frozenset({"month", *TIMES, *DAYS, *YEARS})
# fmt: on


class Parts:
    """
    What has been read so far of one text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._months = self._days = self._microseconds = 0

    def add(self, unit: str, whole: int, fraction: float = 0.0) -> None:
        """
        Args:
            unit: second, day, year …
            whole: What stands before the decimal point.
            fraction: What stands behind it, with the number's sign.

        """
        if unit in TIMES:
            self._microseconds += whole * TIMES[unit]
            self._add_time(fraction * TIMES[unit])
        elif unit == "day":
            self._days += whole
            self._add_time(fraction * DAY)
        elif unit == "week":
            self._days += whole * DAYS[unit]
            self._add_days(fraction * DAYS[unit])
        elif unit == "month":
            self._months += whole
            self._add_days(fraction * _DAYS_PER_MONTH)
        elif abs(whole * YEARS[unit]) >= 2**31:
            raise self.overflow()
        else:
            self._months += 12 * whole * YEARS[unit] + round(fraction * YEARS[unit] * 12)

    def set_time(self, microseconds: int) -> None:
        """
        A time of day stands for all time that has been read before it.
        """
        self._microseconds = microseconds

    def _add_days(self, days: float) -> None:
        self._days += int(days)
        self._add_time((days - int(days)) * DAY)

    def _add_time(self, microseconds: float) -> None:
        left = microseconds - int(microseconds)
        self._microseconds += int(microseconds) + (left > 0.5) - (left < -0.5)

    def value(self, *, negated: bool = False) -> Interval:
        """
        Raises:
            DatetimeFieldOverflow: 22008 and 22015, a part is too large.

        """
        value = self._bounded(Interval(self._months, self._days, self._microseconds))
        return self._bounded(Interval(*(-part for part in value))) if negated else value

    def _bounded(self, value: Interval) -> Interval:
        if not -(2**31) <= value.months < 2**31:
            raise DatetimeFieldOverflow("interval out of range")
        if not -(2**31) <= value.days < 2**31 or not -(2**63) <= value.microseconds < 2**63:
            raise self.overflow()
        return value

    def overflow(self) -> DatetimeFieldOverflow:
        return DatetimeFieldOverflow(f'interval field value out of range: "{self._text}"', sqlstate="22015")
