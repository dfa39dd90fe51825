"""
Moments with fewer digits behind the second's decimal point (PostgreSQL 15, 8.5).
"""

from __future__ import annotations

from typing import Final

from pggate.types.datetimes import TIMESTAMP_INFINITY

MOST_DIGITS: Final = 6
EPOCH_2000: Final = 946_684_800_000_000
"""Where PostgreSQL's timestamps count from: microseconds since 1970-01-01."""


def rounded(microseconds: int, digits: int | None, origin: int = EPOCH_2000) -> int:
    """
    Halves go away from the origin (timestamp.c, AdjustTimestampForTypmod).

    Args:
        microseconds: Since 1970-01-01, or since midnight.
        digits: How many are kept; None: all.
        origin: 0 for times of day.

    """
    if digits is None or digits >= MOST_DIGITS or abs(microseconds) == TIMESTAMP_INFINITY:
        return microseconds
    unit: int = 10 ** (MOST_DIGITS - digits)
    since = microseconds - origin
    return origin + (abs(since) + unit // 2) // unit * unit * (1 if since >= 0 else -1)
