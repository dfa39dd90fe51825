"""
Moments with fewer digits behind the second's decimal point (PostgreSQL 15, 8.5).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pyarrow as pa

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


def rounded_all(moments: pa.Array, digits: int) -> pa.Array:
    """
    An array of timestamps or times of day, in microseconds, each rounded; itself where all of them are.
    """
    origin = 0 if pa.types.is_time(moments.type) else EPOCH_2000
    unit = 10 ** (MOST_DIGITS - digits)
    found = np.frombuffer(moments.buffers()[1] or b"", np.int64)[moments.offset :][: len(moments)]
    since = found - origin
    kept = origin + (np.abs(since) + unit // 2) // unit * unit * np.where(since < 0, -1, 1)
    kept = np.where(np.abs(found) == TIMESTAMP_INFINITY, found, kept)
    mask = np.asarray(moments.is_null()) if moments.null_count else None
    if np.array_equal(kept, found) or (mask is not None and np.array_equal(kept[~mask], found[~mask])):
        return moments
    return pa.array(kept, pa.int64(), mask=mask).view(moments.type)
