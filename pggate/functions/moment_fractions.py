"""
What extract() has behind the point: as many digits as PostgreSQL's numeric has there for the argument's type.
"""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Any, Final

import numpy as np
import pyarrow as pa

from pggate.types.datetimes import DAY, MICROSECONDS

JULIAN_DIGITS: Final = 20
_EXACT: Final = Context(prec=38)
_NOTHING: Final = pa.decimal128(1, 0)
_SIX_DIGITS: Final = pa.decimal128(7, 6)
_JULIAN: Final = pa.decimal128(JULIAN_DIGITS + 1, JULIAN_DIGITS)


def nothing(_moments: Any, microseconds: Any) -> Any:
    """
    A date has only whole seconds and days.
    """
    return pa.array(np.zeros(len(microseconds), np.int64)).cast(pa.decimal128(19, 0)).cast(_NOTHING)


def of_seconds(_moments: Any, microseconds: Any) -> Any:
    """
    0.25 of 7250000, with the sign of the number.
    """
    values = np.fmod(microseconds.fill_null(0).to_numpy(zero_copy_only=False), MICROSECONDS)
    whole = pa.array(values, pa.int64(), mask=microseconds.is_null().to_numpy(zero_copy_only=False))
    unscaled = whole.cast(pa.decimal128(19, 0))
    return pa.Array.from_buffers(_SIX_DIGITS, len(unscaled), unscaled.buffers())


def of_days(_moments: Any, microseconds: Any) -> Any:
    """
    0.5 of noon.
    """
    step = Decimal(10) ** -JULIAN_DIGITS
    return pa.array(
        [
            None
            if value is None
            else _EXACT.divide(Decimal(value), Decimal(DAY)).quantize(step, context=_EXACT)
            for value in microseconds.to_pylist()
        ],
        _JULIAN,
    )
