"""
hashtext() and hashtextextended(): PostgreSQL's own hashes of texts, which migration tools make the numbers of
advisory locks of (PostgreSQL 15, src/common/hashfn.c: Bob Jenkins' lookup3, 2006).
"""

from __future__ import annotations

from typing import Final

_WORD: Final = 0xFFFFFFFF
_CHUNK: Final = 12
"""Bytes that are mixed in at once: three words, the lowest byte first."""


def hashtext(text: str) -> int:
    """
    32 bits, signed.
    """
    return _signed(_hashed(text.encode())[1], 32)


def hashtextextended(text: str, seed: int) -> int:
    """
    64 bits, signed; with the seed 0 the lower half is that of hashtext().
    """
    high, low = _hashed(text.encode(), seed)
    return _signed(high << 32 | low, 64)


def _hashed(data: bytes, seed: int = 0) -> tuple[int, int]:
    a = b = c = (0x9E3779B9 + len(data) + 3923095) & _WORD
    if seed:
        a, b, c = _mixed(a + (seed >> 32), b + seed, c)
    while len(data) >= _CHUNK:
        a, b, c = _mixed(a + _word(data[:4]), b + _word(data[4:8]), c + _word(data[8:12]))
        data = data[_CHUNK:]
    # The lowest byte of c is for the length
    return _final(a + _word(data[:4]), b + _word(data[4:8]), c + (_word(data[8:]) << 8))


def _word(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _mixed(a: int, b: int, c: int) -> tuple[int, int, int]:
    for turn in ((4, 6, 8), (16, 19, 4)):
        a = (a - c) & _WORD ^ _rotated(c, turn[0])
        c = (c + b) & _WORD
        b = (b - a) & _WORD ^ _rotated(a, turn[1])
        a = (a + c) & _WORD
        c = (c - b) & _WORD ^ _rotated(b, turn[2])
        b = (b + a) & _WORD
    return a, b, c


def _final(a: int, b: int, c: int) -> tuple[int, int]:
    a, b, c = a & _WORD, b & _WORD, c & _WORD
    c = ((c ^ b) - _rotated(b, 14)) & _WORD
    a = ((a ^ c) - _rotated(c, 11)) & _WORD
    b = ((b ^ a) - _rotated(a, 25)) & _WORD
    c = ((c ^ b) - _rotated(b, 16)) & _WORD
    a = ((a ^ c) - _rotated(c, 4)) & _WORD
    b = ((b ^ a) - _rotated(a, 14)) & _WORD
    c = ((c ^ b) - _rotated(b, 24)) & _WORD
    return b, c


def _rotated(word: int, bits: int) -> int:
    word &= _WORD
    return (word << bits | word >> (32 - bits)) & _WORD


def _signed(number: int, bits: int) -> int:
    return number - (1 << bits) if number >> (bits - 1) else number
