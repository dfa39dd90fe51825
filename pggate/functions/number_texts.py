"""
to_char of numbers (PostgreSQL 15, 9.8): numeric_to_char and its kin of formatting.c.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from pggate.errors import NumericValueOutOfRange
from pggate.functions.number_layouts import laid_out
from pggate.functions.number_templates import Template, read_template
from pggate.functions.number_writer import ROMAN_WIDTH, Writer

_WIDE: Final = Context(prec=2000)
_FLOAT_DIGITS: Final = 15
"""DBL_DIG: what a double is certain of."""
_MOST_ROMAN: Final = 3999
# fmt: off
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)
# fmt: on


def number_text(number: float | Decimal, template: str) -> str:
    """
    Args:
        number: A whole one, a Decimal or a float.
        template: Its patterns.

    Raises:
        SyntaxError: 42601, patterns that do not go together.
        NumericValueOutOfRange: 22003, no such Roman number.

    """
    read = read_template(template)
    if not read.nodes:
        return ""
    if read.has("roman"):
        return Writer(read, _roman(number), "+", 0).written()
    if read.has("eeee"):
        return _with_exponent(number, read)
    post, pre = read.post, read.pre + read.multi
    digits = _float_digits(number, read) if isinstance(number, float) else _digits(number, read)
    sign = "-" if digits.startswith("-") else "+"
    digits = digits.lstrip("-")
    if len(digits.partition(".")[0]) > pre:
        return Writer(read, "#" * pre + "." + "#" * post, sign, 0).written()
    return laid_out(template, sign, digits)


def _digits(number: Decimal | int, template: Template) -> str:
    if isinstance(number, int) and not template.multi:
        return f"{number}.{'0' * template.post}" if template.post else str(number)
    number = Decimal(number)
    if not number.is_finite():
        return str(number)
    rounded = number.scaleb(template.multi, _WIDE).quantize(
        Decimal(1).scaleb(-template.post), ROUND_HALF_UP, _WIDE
    )
    return f"{abs(rounded) if rounded == 0 else rounded:f}"


def _float_digits(number: float, template: Template) -> str:
    number *= 10.0**template.multi
    if not math.isfinite(number):
        return {math.inf: "Infinity", -math.inf: "-Infinity"}.get(number, "NaN")
    whole = len(f"{abs(number):.0f}")
    return f"{number:.{max(min(template.post, _FLOAT_DIGITS - whole), 0)}f}"


def _roman(number: float | Decimal) -> str:
    if not math.isfinite(number) or not -(2**31) <= (whole := _whole(number)) < 2**31:
        raise NumericValueOutOfRange("integer out of range")
    if not 0 < whole <= _MOST_ROMAN:
        return "#" * ROMAN_WIDTH
    written = ""
    for value, letters in _ROMAN:
        written += letters * (whole // value)
        whole %= value
    return written


def _whole(number: float | Decimal) -> int:
    if isinstance(number, float):
        return round(number)
    return int(Decimal(number).quantize(Decimal(1), ROUND_HALF_UP, _WIDE))


def _with_exponent(number: float | Decimal, template: Template) -> str:
    if not math.isfinite(number):
        return " " + "#" * template.pre + "." + "#" * (template.post + 4)
    if not isinstance(number, float) and number:
        number = Context(prec=template.post + 1, rounding=ROUND_HALF_UP).plus(Decimal(number))
    mantissa, _, exponent = f"{number or 0.0:.{template.post}e}".partition("e")
    sign = "" if mantissa.startswith("-") else " "
    return f"{sign}{mantissa}e{exponent[0]}{exponent[1:]:0>2}"
