"""
to_number (PostgreSQL 15, 9.8): NUM_processor of its formatting.c, the other way round.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported, InvalidTextRepresentation, NumericValueOutOfRange
from pggate.functions.number_templates import Template, read_template

if TYPE_CHECKING:
    from collections.abc import Callable

_DATA: Final = frozenset("0123456789.,+-")


def read_number(text: str, template: str) -> Decimal | None:
    """
    Args:
        text: What is read.
        template: Its patterns; NULL comes of an empty one.

    Raises:
        SyntaxError: 42601, patterns that do not go together.
        FeatureNotSupported: 0A000, EEEE and RN are not for reading.
        InvalidTextRepresentation: 22P02, no digit was found.
        NumericValueOutOfRange: 22003, more digits than the template has.

    """
    if not template:
        return None
    read = read_template(template)
    for flag, name in (("eeee", "EEEE"), ("roman", "RN")):
        if read.has(flag):
            raise FeatureNotSupported(f'"{name}" not supported for input', hint="Write the number in digits.")
    found = _Reader(read, text).number()
    if not any(character.isdigit() for character in found):
        raise InvalidTextRepresentation(f'invalid input syntax for type numeric: "{found}"')
    number = Decimal(found.strip())
    if number.adjusted() >= read.pre + read.multi and number:
        raise NumericValueOutOfRange("numeric field overflow")
    return number.scaleb(-read.multi)


class _Reader:
    """
    Walks the template's nodes, and the text along with them.
    """

    def __init__(self, template: Template, text: str) -> None:
        self._template = template
        self._text = text
        self._at = 0
        self._sign = " "
        self._digits = ""
        self._point_read = False
        self._post = 0
        self._is_in_number = False

    def number(self) -> str:
        for node in self._template.nodes:
            if self._ended():
                break
            if not node.key:
                self._at += 1
            elif node.key in "90.":
                self._digit(node.key)
                self._at += 1
            else:
                _READERS.get(node.key, _nothing)(self)
        return self._sign + self._digits.rstrip(".")

    def comma(self) -> None:
        if not self._template.has("fillmode") or self._is_in_number:
            self._at += self._next() == ","

    def minus(self) -> None:
        self._take_sign("-")

    def plus(self) -> None:
        self._take_sign("+")

    def sign(self) -> None:
        self._take_sign("-", "+")

    def blank(self, most: int = 1) -> None:
        """Skips what is no part of a number."""
        while most and not self._ended() and self._next() not in _DATA:
            self._at += 1
            most -= 1

    def ordinal(self) -> None:
        self.blank(2)

    def _take_sign(self, *signs: str) -> None:
        if self._next() in signs:
            self._sign = self._next()
            self._at += 1
        else:
            self.blank()

    def _next(self, ahead: int = 0) -> str:
        return self._text[self._at + ahead : self._at + ahead + 1]

    def _ended(self) -> bool:
        return self._at >= len(self._text)

    def _digit(self, key: str) -> None:
        """NUM_numpart_from_char; whoever called steps behind what it has read."""
        if self._next() == " ":
            self._at += 1
        if not self._digits.strip(".") and self._sign == " " and key != ".":
            self._leading_sign()
        was_read = False
        if self._next().isdecimal():
            if self._point_read and self._post == self._template.post:
                return
            self._digits += self._next()
            self._post += self._point_read
            was_read = True
        elif self._next() == "." and self._template.has("decimal") and not self._point_read:
            self._digits += "."
            self._point_read = was_read = True
        if not self._ended() and self._sign == " " and self._digits.strip("."):
            self._trailing_sign(was_read=was_read)

    def _leading_sign(self) -> None:
        if self._template.has("lsign"):
            signs = "+-" if self._template.lsign == "pre" else ""
        else:
            signs = "+-<" if self._template.has("bracket") else "+-"
        if self._next() and self._next() in signs:
            self._sign = "+" if self._next() == "+" else "-"
            self._at += 1

    def _trailing_sign(self, *, was_read: bool) -> None:
        if self._template.has("lsign"):
            if was_read and self._next(1) and self._next(1) in "+-":
                self._sign = self._next(1)
                self._at += 1
        elif not was_read and self._next() in ("+", "-"):
            self._sign = self._next()


def _nothing(_: _Reader) -> None:
    return None


_READERS: Final[dict[str, Callable[[_Reader], None]]] = {
    ",": _Reader.comma,
    "L": _Reader.blank,
    "MI": _Reader.minus,
    "PL": _Reader.plus,
    "SG": _Reader.sign,
    "TH": _Reader.ordinal,
    "th": _Reader.ordinal,
}
