"""
PostgreSQL's numeric: decimal text and base-10000 digits (PostgreSQL 15, numeric_send and numeric_recv).
"""

from __future__ import annotations

import re
from decimal import Decimal
from struct import Struct, error
from typing import Final

from pggate.errors import (
    InvalidBinaryRepresentation,
    InvalidTextRepresentation,
    NumericValueOutOfRange,
    ProtocolViolation,
)
from pggate.types.table import SPACE

_HEADER: Final = Struct(
    "!HhHH"
)  # digits, weight of the first (in units of 10000^weight), sign, display scale
_NEGATIVE: Final = 0x4000
_SIGN_OF_SPECIAL: Final = {"NaN": 0xC000, "Infinity": 0xD000, "-Infinity": 0xF000}
_SPECIAL_OF_SIGN: Final = {sign: Decimal(name) for name, sign in _SIGN_OF_SPECIAL.items()}
_SPECIALS: Final = {
    "nan": "NaN",
    "infinity": "Infinity",
    "inf": "Infinity",
    "+infinity": "Infinity",
    "+inf": "Infinity",
    "-infinity": "-Infinity",
    "-inf": "-Infinity",
}
_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)

# PostgreSQL 15, table 8.2: digits before and after the decimal point.
_MOST_WHOLE_DIGITS: Final = 131_072
_MOST_DECIMALS: Final = 16_383


def numeric_text(value: Decimal) -> str:
    """
    All digits, trailing zeros kept, never an exponent, no negative zero.
    """
    if value.is_nan():
        return "NaN"
    if value.is_infinite():
        return "Infinity" if value > 0 else "-Infinity"
    return format(value or abs(value), "f")


def read_numeric(text: str) -> Decimal:
    """
    A numeric from PostgreSQL's input syntax, its scale kept.

    Raises:
        InvalidTextRepresentation: 22P02.
        NumericValueOutOfRange: More digits than PostgreSQL's numeric holds.

    """
    body = text.strip(SPACE)
    special = _SPECIALS.get(body.lower())
    if special is not None:
        return Decimal(special)
    match = _NUMBER.fullmatch(body)
    if match is None:
        raise InvalidTextRepresentation(f'invalid input syntax for type numeric: "{text}"')
    if match[2] is not None and len(match[2]) > 7:
        raise NumericValueOutOfRange("value overflows numeric format")
    return _within_format(Decimal(body))


def numeric_binary(value: Decimal) -> bytes:
    """
    Header and digits; leading and trailing zero groups are left out.
    """
    if not value.is_finite():
        # PostgreSQL sends the sign's own bits as the scale of an infinity (numeric.c, NUMERIC_EXT_SIGN).
        return _HEADER.pack(0, 0, _SIGN_OF_SPECIAL[numeric_text(value)], 0 if value.is_nan() else 0x20)
    sign, digits, exponent = value.as_tuple()
    scale = max(0, -int(exponent))
    text = "".join(map(str, digits)) + "0" * max(0, int(exponent))
    whole, decimals = (text[:-scale] or "0", text[-scale:].rjust(scale, "0")) if scale else (text, "")
    whole = whole.rjust(-(-len(whole) // 4) * 4, "0")
    decimals = decimals.ljust(-(-scale // 4) * 4, "0")
    groups = [int((whole + decimals)[at : at + 4]) for at in range(0, len(whole + decimals), 4)]
    weight = len(whole) // 4 - 1
    while groups and groups[0] == 0:
        groups.pop(0)
        weight -= 1
    while groups and groups[-1] == 0:
        groups.pop()
    header = _HEADER.pack(len(groups), weight if groups else 0, _NEGATIVE if sign and groups else 0, scale)
    return header + Struct(f"!{len(groups)}h").pack(*groups)


def read_numeric_binary(data: bytes) -> Decimal:
    """
    A numeric from its binary form, with its display scale.

    Raises:
        ProtocolViolation: Fewer bytes than the header announces.
        InvalidBinaryRepresentation: A sign, scale or digit that cannot be, or bytes left over.

    """
    try:
        count, weight, sign, scale = _HEADER.unpack_from(data)
        groups = Struct(f"!{count}h").unpack_from(data, _HEADER.size)
    except error:
        raise ProtocolViolation("insufficient data left in message") from None
    if len(data) != _HEADER.size + 2 * count:
        raise InvalidBinaryRepresentation("incorrect binary data format")
    if sign in _SPECIAL_OF_SIGN:
        return _SPECIAL_OF_SIGN[sign]
    if sign not in (0, _NEGATIVE):
        raise InvalidBinaryRepresentation('invalid sign in external "numeric" value')
    if scale > _MOST_DECIMALS:
        raise InvalidBinaryRepresentation('invalid scale in external "numeric" value')
    if any(not 0 <= group < 10_000 for group in groups):
        raise InvalidBinaryRepresentation('invalid digit in external "numeric" value')
    return _from_groups(groups, weight, scale, negative=sign == _NEGATIVE)


def _from_groups(groups: tuple[int, ...], weight: int, scale: int, *, negative: bool) -> Decimal:
    text = "".join(f"{group:04}" for group in groups)
    whole_digits = (weight + 1) * 4
    if whole_digits < 0:
        text, whole_digits = "0" * -whole_digits + text, 0
    whole = text[:whole_digits].ljust(whole_digits, "0") or "0"
    # numeric_recv cuts digits beyond the display scale off.
    decimals = text[whole_digits : whole_digits + scale].ljust(scale, "0")
    return Decimal(f"{'-' if negative else ''}{whole}{'.' if scale else ''}{decimals}")


def _within_format(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if value and value.adjusted() >= _MOST_WHOLE_DIGITS:
        raise NumericValueOutOfRange("value overflows numeric format")
    if isinstance(exponent, int) and exponent < -_MOST_DECIMALS:
        raise NumericValueOutOfRange("value overflows numeric format")
    return value
