"""
The date of a text in one of PostgreSQL 15's many forms: its fields as they are met, in MDY (DecodeDate,
DecodeNumber and ValidateDate of datetime.c).

What a bare number is, a year, a month or a day, depends on which of them have been met before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import DatetimeFieldOverflow
from pggate.types.datetimes import civil, day_number

if TYPE_CHECKING:
    from collections.abc import Mapping

DATE: Final = frozenset({"year", "month", "day"})

# Julian day of 1970-01-01.
_JULIAN_EPOCH: Final = 2_440_588

_NEXT: Final[Mapping[frozenset[str], str]] = {
    frozenset({"year"}): "month",
    frozenset({"month"}): "day",
    frozenset({"day"}): "month",
    frozenset({"year", "month"}): "day",
    frozenset({"month", "day"}): "year",
}


def out_of_range(text: str, hint: str | None = None) -> DatetimeFieldOverflow:
    """22008: a field of the text has a value that there is not."""
    return DatetimeFieldOverflow(f'date/time field value out of range: "{text}"', hint=hint)


class DateFields:
    """
    What has been met so far of one text's date.

    Its methods raise ValueError where a field comes that the date has no place for.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._values: dict[str, int] = {}
        self._days: int | None = None
        self._month_is_word = False
        self._year_has_two_digits = False
        self.known: frozenset[str] = frozenset()
        """Of `DATE`, what has been met."""

    @property
    def is_whole(self) -> bool:
        return self.known == DATE

    def number(self, digits: str) -> None:
        """A number of a date, by what is known of the date."""
        if len(digits) == 3 and self.known == {"year"} and 1 <= int(digits) <= 366:
            self._see("month", "day")
            self._values["day of year"] = int(digits)
            return
        name = self._next(digits)
        if name == "year":
            self._year_has_two_digits = len(digits) <= 2
        self._take(name, int(digits))

    def together(self, digits: str) -> None:
        """YYYYMMDD, YYMMDD."""
        self._take("day", int(digits[-2:]))
        self._take("month", int(digits[-4:-2]))
        self._take("year", int(digits[:-4]))
        self._year_has_two_digits = len(digits) == 6

    def month(self, number: int) -> None:
        """A month's name."""
        if "month" in self._values and not self._month_is_word and self._values["month"] <= 31:
            self._see("day")
            self._values["day"] = self._values["month"]
        else:
            self._see("month")
        self._month_is_word = True
        self._values["month"] = number

    def julian(self, day: int) -> None:
        """A day's number since 4714-11-24 BC."""
        self._see(*DATE)
        self._days = day - _JULIAN_EPOCH

    def date(self, *, is_bc: bool) -> tuple[int | None, int]:
        """
        The days since 1970-01-01, None where the text names no date, and the year, astronomical.

        Raises:
            DatetimeFieldOverflow: There is no such date.

        """
        if self._days is not None:
            return self._days, civil(self._days)[0]
        if not self.known:
            return None, 0
        self._refuse_unless(self.is_whole)
        year = self._year(is_bc=is_bc)
        if "day of year" in self._values:
            return day_number(year, 1, 1) + self._values["day of year"] - 1, year
        month, day = self._values["month"], self._values["day"]
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            raise out_of_range(self._text, 'Perhaps you need a different "datestyle" setting.')
        days = day_number(year, month, day)
        if civil(days) != (year, month, day):
            raise out_of_range(self._text)
        return days, year

    def _year(self, *, is_bc: bool) -> int:
        year = self._values["year"]
        if self._year_has_two_digits and not is_bc:
            return year + (2000 if year < 70 else 1900)
        if year <= 0:
            raise out_of_range(self._text)
        return 1 - year if is_bc else year

    def _next(self, digits: str) -> str:
        """What a number is."""
        if (
            self.known == {"year", "month"}
            and self._month_is_word
            and len(digits) >= 3
            and self._year_has_two_digits
        ):
            self._values["day"] = self._values.pop("year")
            self.known = frozenset({"month", "day"})
            return "year"
        if not self.known or (self.known == {"month"} and self._month_is_word):
            return "year" if len(digits) >= 3 else "day" if self.known else "month"
        self._refuse_unless(self.known in _NEXT)
        return _NEXT[self.known]

    def _take(self, name: str, value: int) -> None:
        self._see(name)
        self._values[name] = value

    def _see(self, *names: str) -> None:
        self._refuse_unless(self.known.isdisjoint(names))
        self.known |= frozenset(names)

    def _refuse_unless(self, condition: bool) -> None:
        if not condition:
            raise ValueError(self._text)
