"""
Functions of bit strings that DuckDB has not (PostgreSQL 15, 9.6); a value is a str of 0 and 1.
"""

from __future__ import annotations

from pggate.errors import FeatureNotSupported, PgError


def position(bits: str, part: str) -> int:
    return bits.find(part) + 1


def sliced(bits: str, first_place: int, count: int | None = None) -> str:
    """
    Raises:
        FeatureNotSupported: 0A000, nothing is left: DuckDB has no bit string without bits.
        PgError: 22011, the count is negative.

    """
    if count is not None and count < 0:
        raise PgError("negative substring length not allowed", sqlstate="22011")
    stop = len(bits) if count is None else max(first_place - 1 + count, 0)
    return _filled(bits[max(first_place - 1, 0) : stop])


def overlaid(bits: str, part: str, first_place: int, count: int | None = None) -> str:
    """
    Raises:
        PgError: 22011, the part would stand before the first bit.

    """
    if first_place < 1:
        raise PgError("negative substring length not allowed", sqlstate="22011")
    stop = max(first_place - 1 + (len(part) if count is None else count), 0)
    return _filled(bits[: first_place - 1] + part + bits[stop:])


def _filled(bits: str) -> str:
    if not bits:
        raise FeatureNotSupported(
            "bit strings without bits are not supported", hint="Make a text of the bit string."
        )
    return bits
