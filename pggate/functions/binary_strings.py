"""
Functions of byte strings that DuckDB has not (PostgreSQL 15, 9.5).
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Final

from pggate.errors import InvalidParameterValue, PgError


def sha224(data: bytes) -> bytes:
    return hashlib.sha224(data).digest()


def sha384(data: bytes) -> bytes:
    return hashlib.sha384(data).digest()


def sha512(data: bytes) -> bytes:
    return hashlib.sha512(data).digest()


def as_read(data: bytes) -> bytes:
    """
    What a text is as bytea: its reader has made the bytes.
    """
    return data


def get_byte(data: bytes, place: int) -> int:
    return data[_index(place, len(data))]


def set_byte(data: bytes, place: int, value: int) -> bytes:
    at = _index(place, len(data))
    return data[:at] + bytes([value & 0xFF]) + data[at + 1 :]


def get_bit(data: bytes, place: int) -> int:
    at = _index(place, 8 * len(data))
    return data[at // 8] >> at % 8 & 1


def set_bit(data: bytes, place: int, value: int) -> bytes:
    """
    Raises:
        InvalidParameterValue: 22023, the value is neither 0 nor 1.

    """
    at = _index(place, 8 * len(data))
    if value not in (0, 1):
        raise InvalidParameterValue("new bit must be 0 or 1")
    others = data[at // 8] & ~(1 << at % 8)
    return set_byte(data, at // 8, others | value << at % 8)


def _index(place: int, length: int) -> int:
    if not 0 <= place < length:
        raise PgError(f"index {place} out of valid range, 0..{length - 1}", sqlstate="2202E")
    return place


def bit_count(data: bytes) -> int:
    return int.from_bytes(data, "big").bit_count()


def bits(data: bytes) -> int:
    return 8 * len(data)


def like(data: bytes, pattern: bytes, escape: str = "\\") -> bool:
    """
    LIKE of byte strings, byte by byte (PostgreSQL 15, 9.7.1).

    Raises:
        PgError: 22025, the pattern ends in the character that escapes.

    """
    return _pattern(pattern, escape.encode()).fullmatch(data) is not None


def not_like(data: bytes, pattern: bytes, escape: str = "\\") -> bool:
    return not like(data, pattern, escape)


@lru_cache(maxsize=256)
def _pattern(pattern: bytes, escape: bytes) -> re.Pattern[bytes]:
    pieces, at = [], 0
    while at < len(pattern):
        byte = pattern[at : at + 1]
        if escape and byte == escape:
            at += 1
            byte = pattern[at : at + 1]
            if not byte:
                raise PgError("LIKE pattern must not end with escape character", sqlstate="22025")
            pieces.append(re.escape(byte))
        else:
            pieces.append(_WILDCARDS.get(byte) or re.escape(byte))
        at += 1
    return re.compile(b"".join(pieces), re.DOTALL)


_WILDCARDS: Final = {b"%": b".*", b"_": b"."}


def position(data: bytes, part: bytes) -> int:
    return data.find(part) + 1


def sliced(data: bytes, first_place: int, count: int | None = None) -> bytes:
    """
    Raises:
        PgError: 22011, the count is negative.

    """
    if count is None:
        return data[max(first_place - 1, 0) :]
    if count < 0:
        raise PgError("negative substring length not allowed", sqlstate="22011")
    return data[max(first_place - 1, 0) : max(first_place - 1 + count, 0)]


def trimmed(data: bytes, unwanted: bytes) -> bytes:
    return data.strip(unwanted) if unwanted else data


def left_trimmed(data: bytes, unwanted: bytes) -> bytes:
    return data.lstrip(unwanted) if unwanted else data


def right_trimmed(data: bytes, unwanted: bytes) -> bytes:
    return data.rstrip(unwanted) if unwanted else data
