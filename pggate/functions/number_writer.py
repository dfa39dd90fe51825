"""
to_char writes a number's digits along a template's patterns: NUM_processor of PostgreSQL 15's formatting.c.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.functions.number_templates import Node, Template

ROMAN_WIDTH: Final = 15


class Writer:
    """
    NUM_processor: walks the template's nodes, and the number's digits along with them.
    """

    def __init__(self, template: Template, digits: str, sign: str, spaces: int) -> None:
        self._template = template
        self._digits = digits
        self._sign = sign
        self._spaces = spaces
        self._at = 0
        self._position = 0
        self._is_in_number = False
        self._out: list[str] = []
        self._fills = not template.has("fillmode")
        self._bracket = template.has("bracket") and (sign == "-" or self._fills)
        self._lsign = template.lsign
        self._zero_start = template.zero_start - 1 if template.zero_start else 0
        self._sign_written = self._needs_no_sign()
        self._pre = template.pre + template.multi
        if not template.has("plus", "minus") and self._lsign == "pre" and self._pre == template.pre_lsign:
            self._lsign = "post"
        self._last = self._last_relevant()
        self._count = template.post + self._pre - 1
        if not self._sign_written and not spaces:
            self._count += 1

    def _needs_no_sign(self) -> bool:
        template = self._template
        if template.has("plus", "minus"):
            return template.has("minus")
        return self._sign == "+" and not self._fills and not template.has("lsign")

    def _last_relevant(self) -> int | None:
        """The last digit behind the point that has to be shown under FM; the point's place where none has."""
        point = self._digits.find(".")
        if self._fills or not self._template.has("decimal") or point < 0:
            return None
        last = max(len(self._digits.rstrip("0")) - 1, point)
        if self._template.zero_end > self._spaces:
            last = max(last, min(len(self._digits) - 1, self._template.zero_end - self._spaces))
        return last

    def written(self) -> str:
        for node in self._template.nodes:
            if not node.key:
                self._out.append(node.text)
            elif node.key in "90.":
                if not self._template.has("roman"):
                    self._digit(node)
            else:
                self._out.append(_SIGNS.get(node.key, _nothing)(self))
        return "".join(self._out)

    def comma(self) -> str:
        return "," if self._is_in_number else " " * self._fills

    def minus(self) -> str:
        return "-" if self._sign == "-" else " " * self._fills

    def plus(self) -> str:
        return "+" if self._sign == "+" else " " * self._fills

    def sign(self) -> str:
        return self._sign

    def currency(self) -> str:
        return " "

    def roman(self) -> str:
        return self._digits.rjust(ROMAN_WIDTH if self._fills else 0)

    def ordinal(self) -> str:
        if self._template.has("roman", "decimal") or self._digits.startswith("#") or self._sign == "-":
            return ""
        if self._digits[-2:-1] == "1":
            return "TH"
        return {"1": "ST", "2": "ND", "3": "RD"}.get(self._digits[-1:], "TH")

    def _digit(self, node: Node) -> None:
        """NUM_numpart_to_char."""
        self._is_in_number = False
        template = self._template
        shows_zeros = template.has("zero")
        if not self._sign_written and (
            (self._position >= self._spaces or (shows_zeros and self._zero_start == self._position))
            and (not self._is_left_out() or self._ends_at_point())
        ):
            self._write_sign()
        if self._position < self._spaces:
            if shows_zeros and self._zero_start <= self._position:
                self._out.append("0")
                self._is_in_number = True
            else:
                self._out.append(" " * self._fills)
        else:
            self._write_digit(node)
        self._write_end()
        self._position += 1

    def _is_left_out(self) -> bool:
        """IS_PREDEC_SPACE: 0.1 under 9.9 is .1."""
        template = self._template
        return bool(
            not template.has("zero") and self._at == 0 and self._digits.startswith("0") and template.post
        )

    def _ends_at_point(self) -> bool:
        return self._last is not None and self._digits[self._last] == "."

    def _write_sign(self) -> None:
        if self._template.has("lsign"):
            if self._lsign != "pre":
                return
            self._out.append(self._sign)
        elif self._bracket:
            self._out.append(" " if self._sign == "+" else "<")
        elif self._sign == "+":
            self._out.append(" " * self._fills)
        else:
            self._out.append("-")
        self._sign_written = True

    def _write_digit(self, node: Node) -> None:
        digit = self._digits[self._at : self._at + 1]
        if digit == ".":
            self._out.append(".")
        elif self._last is not None and self._at > self._last and node.key != "0":
            pass
        elif self._is_left_out():
            self._out.append(" " if self._fills else "0" if self._ends_at_point() else "")
        else:
            self._out.append(digit)
            self._is_in_number = True
        self._at += len(digit)

    def _write_end(self) -> None:
        """What stands behind the last digit: a bracket, or the sign."""
        end = self._count + bool(self._spaces) + self._template.has("decimal")
        if self._last is not None and self._last == self._at:
            end = self._position
        if self._position + 1 != end:
            return
        if self._sign_written and self._bracket:
            self._out.append(" " if self._sign == "+" else ">")
        elif self._template.has("lsign") and self._lsign == "post":
            self._out.append(self._sign)


def _nothing(_: Writer) -> str:
    return ""


_SIGNS: Final[dict[str, Callable[[Writer], str]]] = {
    ",": Writer.comma,
    "L": Writer.currency,
    "MI": Writer.minus,
    "PL": Writer.plus,
    "SG": Writer.sign,
    "RN": Writer.roman,
    "rn": lambda writer: writer.roman().lower(),
    "TH": Writer.ordinal,
    "th": lambda writer: writer.ordinal().lower(),
}
