"""
Bit strings as PostgreSQL reads and sends them (PostgreSQL 15, 8.10; varbit.c); a value is a str of 0 and 1.
"""

from __future__ import annotations

import re
from struct import Struct
from typing import Final

from pggate.errors import InvalidBinaryRepresentation, InvalidTextRepresentation

_LENGTH: Final = Struct("!i")  # in bits; the bytes behind it are filled with zeros at the end


def read_bits(text: str) -> str:
    """
    Of 101, B101 or X5.

    Raises:
        InvalidTextRepresentation: 22P02, names the character that is no digit.

    """
    if text[:1] in ("x", "X"):
        digits = _checked(text[1:], r"[^0-9a-fA-F]", "hexadecimal")
        return "".join(f"{int(digit, 16):04b}" for digit in digits)
    return _checked(text[1:] if text[:1] in ("b", "B") else text, r"[^01]", "binary")


def _checked(digits: str, stranger: str, kind: str) -> str:
    if found := re.search(stranger, digits):
        raise InvalidTextRepresentation(f'"{found[0]}" is not a valid {kind} digit')
    return digits


def bits_binary(value: str) -> bytes:
    """
    What varbit_send writes.
    """
    count = -(-len(value) // 8)
    packed = int(value.ljust(8 * count, "0") or "0", 2).to_bytes(count, "big")
    return _LENGTH.pack(len(value)) + packed


def read_bits_binary(data: bytes) -> str:
    """
    Raises:
        InvalidBinaryRepresentation: 22P03, other bytes than the length announces.

    """
    length = _LENGTH.unpack_from(data)[0] if len(data) >= _LENGTH.size else -1
    if length < 0 or len(data) - _LENGTH.size != -(-length // 8):
        raise InvalidBinaryRepresentation("invalid length in external bit string")
    return "".join(f"{byte:08b}" for byte in data[_LENGTH.size :])[:length]
