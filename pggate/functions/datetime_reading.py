"""
to_date and to_timestamp: a text read by a template (PostgreSQL 15, 9.8), as DCH_from_char of its
formatting.c does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.errors import DatetimeFieldOverflow, InvalidDatetimeFormat
from pggate.functions.datetime_field_readers import DIGITS, GREGORIAN, ISO, READERS
from pggate.functions.datetime_sums import Found, assembled
from pggate.functions.datetime_templates import Kind, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.functions.datetime_templates import Part

_INTEGER: Final = re.compile(r"\s*[-+]?\d+", re.ASCII)
_GROUPED_YEAR: Final = re.compile(r"\s*([-+]?\d+),(\d{1,3})", re.ASCII)
_INT: Final = range(-(2**31), 2**31)


class Moment(NamedTuple):
    """
    Args:
        days: Since 1970-01-01.
        clock: Microseconds since midnight.
        offset: Seconds east of Greenwich; None where the text names no zone.
        digits: Behind the second's decimal point; 0: as many as there are.

    """

    days: int
    clock: int
    offset: int | None
    digits: int


def read(text: str, template: str) -> Moment:
    """
    Raises:
        InvalidDatetimeFormat: 22007, the text is not as the template says.
        DatetimeFieldOverflow: 22008, there is no such day or time.
        FeatureNotSupported: 0A000, the template has fields that are only written.

    """
    found = Reading(text, parts(template)).found
    return Moment(*assembled(found, text), found.digits)


class Reading:
    """What has been read of one text."""

    def __init__(self, text: str, template: Sequence[Part]) -> None:
        self._text = text
        self._at = 0
        self._template = template
        self._fixed = False
        self._skipped = 0  # characters that the template does not speak of
        self.found = Found()
        for place, part in enumerate(template):
            if self._at >= len(text):
                break
            is_field = part.kind is Kind.PATTERN
            if not self._fixed and part.text != "FX" and (is_field or place == 0):
                self._skip_spaces()
            if is_field:
                self._field(place, part)
            else:
                self._character(part)

    def _skip_spaces(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
            self._skipped += 1

    def _character(self, part: Part) -> None:
        """A character of the template, which need not be the text's."""
        if self._fixed:
            self._at += 1
        elif part.kind is not Kind.TEXT:
            self._skipped -= 1
            if _separates(self._text[self._at]):
                self._at += 1
                self._skipped += 1
        elif self._skipped > 0:
            self._skipped -= 1
        else:
            self._at += 1

    def _field(self, place: int, part: Part) -> None:
        self._set_mode(part.text)
        if part.text == "FX":
            self._fixed = True
        else:
            READERS[part.text](self, place, part)
        if not self._fixed:
            self._skipped = 0
            self._skip_spaces()

    def _set_mode(self, pattern: str) -> None:
        mode = "ISO" if pattern in ISO else "Gregorian" if pattern in GREGORIAN else ""
        if mode and self.found.mode not in {"", mode}:
            raise InvalidDatetimeFormat(
                "invalid combination of date conventions",
                hint="Do not mix Gregorian and ISO week date conventions in a formatting template.",
            )
        self.found.mode = mode or self.found.mode

    # -- numbers

    def integer(self, place: int, part: Part, width: int) -> tuple[int, int]:
        """A number, and how many characters it took."""
        init = self._at
        rest = self._text[init:].lstrip()
        taken = self._slurped(init) if self._ends_itself(place) else self._exactly(part, width, rest)
        written = rest[:width]
        if taken is None:
            raise InvalidDatetimeFormat(
                f'invalid value "{written}" for "{part.text}"', detail="Value must be an integer."
            )
        value, self._at = taken
        if value not in _INT:
            raise DatetimeFieldOverflow(
                f'value for "{part.text}" in source string is out of range',
                detail=f"Value must be in the range {_INT.start} to {_INT.stop - 1}.",
            )
        return value, self._at - init

    def _slurped(self, init: int) -> tuple[int, int] | None:
        number = _INTEGER.match(self._text, init)
        return (int(number[0]), number.end()) if number else None

    def _exactly(self, part: Part, width: int, rest: str) -> tuple[int, int] | None:
        hint = 'If your source string is not fixed-width, try using the "FM" modifier.'
        if len(rest) < width:
            raise InvalidDatetimeFormat(
                f'source string too short for "{part.text}" formatting field',
                detail=f"Field requires {width} characters, but only {len(rest)} remain.",
                hint=hint,
            )
        number = _INTEGER.match(rest[:width])
        if number is None:
            return None
        if number.end() < width:
            raise InvalidDatetimeFormat(
                f'invalid value "{rest[:width]}" for "{part.text}"',
                detail=f"Field requires {width} characters, but only {number.end()} could be parsed.",
                hint=hint,
            )
        return int(number[0]), len(self._text) - len(rest) + width

    def _ends_itself(self, place: int) -> bool:
        """Is a number at this place followed by what is none?"""
        part = self._template[place]
        if not part.fill or part.ordinal or place + 1 == len(self._template):
            return True
        following = self._template[place + 1]
        if following.kind is Kind.PATTERN:
            return following.text not in DIGITS
        return not (following.text.isascii() and following.text.isdigit())

    def skip_ordinal(self, part: Part) -> None:
        if part.ordinal:
            self._at = min(self._at + 2, len(self._text))

    def set(self, name: str, value: int, part: Part) -> None:
        known = getattr(self.found, name)
        if known not in {0, value}:
            raise InvalidDatetimeFormat(
                f'conflicting values for "{part.text}" field in formatting string',
                detail="This value contradicts a previous setting for the same field type.",
            )
        setattr(self.found, name, value)

    # -- what is no plain number

    def word(self, part: Part, words: Sequence[str]) -> int:
        """Which of the words stands here, from 0."""
        rest = self._text[self._at :].lower()
        found = next((n for n, one in enumerate(words) if rest.startswith(one.lower())), None)
        if found is None:
            written = re.split(r"\s", self._text[self._at :], maxsplit=1)[0]
            raise InvalidDatetimeFormat(
                f'invalid value "{written}" for "{part.text}"',
                detail="The given value did not match any of the allowed values for this field.",
            )
        self._at += len(words[found])
        return found

    def grouped_year(self, part: Part) -> None:
        number = _GROUPED_YEAR.match(self._text, self._at)
        if number is None:
            raise InvalidDatetimeFormat('invalid input string for "Y,YYY"')
        self.set("year", int(number[1]) * 1000 + int(number[2]), part)
        self.found.year_digits = 4
        self._at = number.end()
        self.skip_ordinal(part)

    def zone_hours(self, place: int, part: Part) -> None:
        sign = self._text[self._at]
        if sign in "+- ":
            self.found.zone_sign = -1 if sign == "-" else 1
            self._at += 1
        else:
            is_swallowed = self._skipped > 0 and self._text[self._at - 1] == "-"
            self.found.zone_sign = -1 if is_swallowed else 1
        self.set("zone_hours", self.integer(place, part, 2)[0], part)


def _separates(character: str) -> bool:
    return character.isspace() or ("!" <= character <= "~" and not character.isalnum())
