"""
The shortest decimal text of a float that reads back as the same float, in PostgreSQL's layout.

PostgreSQL 15, 8.1.3 (extra_float_digits = 1): plain notation for exponents -4 to 14 (float4: to 5), else
scientific with at least two exponent digits.  Its digits are those of Ryu *without* the interval's bounds:
where the shortest digits lie exactly half way between two floats, one that others print relies on
round-to-even when it is read and PostgreSQL prints more digits (1e23 is 9.999999999999999e+22).
"""

from __future__ import annotations

import math
import re
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from pggate.errors import InvalidTextRepresentation, NumericValueOutOfRange
from pggate.types.table import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

# Below these magnitudes no short decimal lies half way between two floats: a mid-point is an odd 54-bit
# (25-bit) integer times a power of two, and under them it has more digits than the 17 (9) that are ever
# printed.
_MIDPOINTS_FROM_8: Final = 2.0**51
_MIDPOINTS_FROM_4: Final = 2.0**21

_FLOAT: Final = re.compile(
    r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|[+-]?(inf(inity)?|nan)", re.IGNORECASE | re.ASCII
)
# strtod of C99 reads it, and so does PostgreSQL
_HEXADECIMAL: Final = re.compile(
    r"[+-]?0x([\da-f]+\.?[\da-f]*|\.[\da-f]+)(p[+-]?\d+)?", re.IGNORECASE | re.ASCII
)

PLAIN_FROM: Final = 1e-4
PLAIN_BELOW_4: Final = 1e6


def float8_text(value: float) -> str:
    """
    A float8 as PostgreSQL prints it: ``0.1``, ``1e+15``, ``-0``, ``NaN``, ``Infinity``.
    """
    if not math.isfinite(value):
        return _special(value)
    digits = repr(value)
    if abs(value) >= _MIDPOINTS_FROM_8:
        digits = _unambiguous(value, digits, math.nextafter, 17)
    return layout(digits, 15)


def float4_text(value: float) -> str:
    """
    A float4 as PostgreSQL prints it; ``value`` is the float4 widened.
    """
    if not math.isfinite(value):
        return _special(value)
    digits = str(np.float32(value))
    if abs(value) >= _MIDPOINTS_FROM_4:
        digits = _unambiguous(value, digits, _next_float4, 9)
    return layout(digits, 6)


def layout(shortest: str, plain_below: int) -> str:
    """
    Put digits into PostgreSQL's notation.

    Args:
        shortest: A decimal number in any notation (``1.5``, ``15e-1``, ``1e+16``).
        plain_below: The first exponent that is written in scientific notation.

    """
    mantissa, _, exponent = shortest.lower().partition("e")
    sign = "-" if mantissa.startswith("-") else ""
    whole, _, fraction = mantissa.lstrip("-").partition(".")
    digits = (whole + fraction).lstrip("0")
    if not digits:
        return f"{sign}0"
    power = int(exponent or 0) + len(whole) - 1 - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    if -4 <= power < plain_below:
        return sign + _plain(digits, power)
    point = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{point}e{'-' if power < 0 else '+'}{abs(power):02}"


def read_float8(text: str) -> float:
    """
    A float8 from PostgreSQL's input syntax; 22P02, or 22003 where it is not zero or infinite as written.
    """
    value = _read_float(text, "double precision")
    return _finite_as_written(value, value, text, "double precision")


def read_float4(text: str) -> float:
    """
    ``read_float8`` for a float4, widened.
    """
    value = _read_float(text, "real")
    return _finite_as_written(_narrowed(value, text.strip(SPACE)), value, text, "real")


def _narrowed(value: float, body: str) -> float:
    """The float4 nearest to what is written, which ``value`` may have been rounded from."""
    with np.errstate(over="ignore", under="ignore"):
        narrow = float(np.float32(value))
    if not math.isfinite(narrow) or narrow == value:
        return narrow
    other = _next_float4(narrow, math.copysign(math.inf, value - narrow))
    if value - narrow != other - value:
        return narrow
    # Half way, once rounded: it was not exactly so before.
    exact = Decimal(value) if is_hexadecimal(body) else Decimal(body)
    if exact == Decimal(value):
        return narrow
    return max(narrow, other) if exact > Decimal(value) else min(narrow, other)


def _read_float(text: str, type_name: str) -> float:
    body = text.strip(SPACE)
    if is_hexadecimal(body):
        with suppress(OverflowError):
            return float.fromhex(body)
        return math.inf
    if not _FLOAT.fullmatch(body):
        raise InvalidTextRepresentation(f'invalid input syntax for type {type_name}: "{text}"')
    return float(body)


def is_hexadecimal(text: str) -> bool:
    """
    Is it a number such as 0x1.8p3?
    """
    return _HEXADECIMAL.fullmatch(text.strip(SPACE)) is not None


def _finite_as_written(narrow: float, value: float, text: str, type_name: str) -> float:
    # strtod's overflow to infinity and underflow to zero are errors unless infinity or zero was written.
    words = text.strip(SPACE).lower().lstrip("+-")
    mantissa = words.partition("p" if "x" in words else "e")[0].removeprefix("0x")
    overflow = math.isinf(narrow) and not words.startswith("inf")
    underflow = narrow == 0 and (value != 0 or bool(mantissa.strip("0.")))
    if overflow or underflow:
        raise NumericValueOutOfRange(f'"{text}" is out of range for type {type_name}')
    return narrow


def _plain(digits: str, power: int) -> str:
    if power < 0:
        return "0." + "0" * (-power - 1) + digits
    whole, fraction = digits[: power + 1].ljust(power + 1, "0"), digits[power + 1 :]
    return f"{whole}.{fraction}" if fraction else whole


def _unambiguous(
    value: float, digits: str, neighbour: Callable[[float, float], float], most_digits: int
) -> str:
    if not _is_midpoint(value, digits, neighbour):
        return digits
    for precision in range(1, most_digits):
        longer = f"{value:.{precision}e}"
        if _nearest(value, longer, neighbour) and not _is_midpoint(value, longer, neighbour):
            return longer
    return f"{value:.{most_digits - 1}e}"


def _is_midpoint(value: float, digits: str, neighbour: Callable[[float, float], float]) -> bool:
    twice = 2 * Fraction(digits)
    around = (neighbour(value, -math.inf), neighbour(value, math.inf))
    return any(math.isfinite(near) and twice == Fraction(value) + Fraction(near) for near in around)


def _nearest(value: float, digits: str, neighbour: Callable[[float, float], float]) -> bool:
    below, above = neighbour(value, -math.inf), neighbour(value, math.inf)
    distance = abs(Fraction(digits) - Fraction(value))
    return all(
        not math.isfinite(near) or distance < abs(Fraction(digits) - Fraction(near))
        for near in (below, above)
    )


def _next_float4(value: float, toward: float) -> float:
    with np.errstate(over="ignore", under="ignore"):  # the neighbour of the largest float4 is infinity
        return float(np.nextafter(np.float32(value), np.float32(toward)))


def _special(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    return "Infinity" if value > 0 else "-Infinity"
