"""
How many decimals a value shows that is numeric without a precision (PostgreSQL 15, 8.1.2), which
pggate/decimals.py has DECIMALs for.

    TRIMMED    what is declared or cast as `numeric`, and products of it.  There are no zeros at the end.
    QUOTIENTS  what a division gave: sixteen significant digits at least, as numeric_div has them
               (select_div_scale in numeric.c); the last decimal that is stored is not shown.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.decimals import BARE_SCALE, MOST_DIGITS, PRODUCT_SCALES, QUOTIENT_SCALES
from pggate.types.ducktype import DuckType
from pggate.types.physical import listed, unscaled

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

TRIMMED: Final = frozenset(
    DuckType("DECIMAL", (MOST_DIGITS, scale)) for scale in (BARE_SCALE, *PRODUCT_SCALES)
)
QUOTIENTS: Final = frozenset(DuckType("DECIMAL", (MOST_DIGITS, scale)) for scale in QUOTIENT_SCALES)

# PostgreSQL 15, numeric.c: NUMERIC_MIN_SIG_DIGITS and DEC_DIGITS
_SIGNIFICANT: Final = 16
_DIVISION: Final = QUOTIENT_SCALES[0]
"""Roots, logarithms and averages of large numbers have the others."""
_GROUP: Final = 4

_FEW: Final = 64
"""Rows: the kernels take 0.3 ms to begin with, a value 5 µs."""

_WIDE: Final = Context(prec=2 * MOST_DIGITS)


def is_unconstrained(source: DuckType) -> bool:
    """
    Is a column of this DuckDB type numeric without a modifier, each value with a scale of its own?
    """
    return source in TRIMMED or source in QUOTIENTS


def shown(source: DuckType, value: Decimal) -> Decimal:
    """
    A value of such a type with the decimals that it shows.
    """
    scale = int(source.args[1])
    digits = str(abs(int(value.scaleb(scale, _WIDE))))
    if source in TRIMMED:
        kept = digits.rstrip("0")
        places = max(scale - (len(digits) - len(kept)), 0) if kept else 0
    else:
        weight = -1 if digits == "0" else -((scale - len(digits)) // _GROUP) - 1
        weight -= scale == _DIVISION and digits.rstrip("0") == "1" and (len(digits) - 1 - scale) % _GROUP == 0
        places = min(max(_SIGNIFICANT - _GROUP * weight, 0), scale - 1)
    return value.quantize(Decimal((0, (1,), -places)), ROUND_HALF_UP, _WIDE)


def cells(
    source: DuckType, array: Any, write: Callable[[Any], Any], write_one: Callable[[Decimal], bytes]
) -> Any:
    """
    Cells of such a column: those of each display scale are written by themselves.

    Args:
        source: Its type, for which is_unconstrained holds.
        array: Decimals of the type's scale.
        write: Makes cells of decimals that all show their full scale.
        write_one: Makes a cell of one Decimal, which is faster for a few.

    """
    if len(array) <= _FEW:
        return listed(
            None if value is None else write_one(shown(source, value)) for value in array.to_pylist()
        )
    scales = _trimmed_scales(array) if source in TRIMMED else _quotient_scales(array)
    array = array.cast(pa.decimal256(2 * MOST_DIGITS, array.type.scale))  # 9.9 is rounded to one digit more
    parts, places = [], []
    for scale in np.unique(scales):
        (rows,) = np.nonzero(scales == scale)
        some = array.take(pa.array(rows))
        rounded = pc.round(some, int(scale), round_mode="half_towards_infinity")
        parts.append(write(rounded.cast(pa.decimal128(MOST_DIGITS, int(scale)))))
        places.append(rows)
    if not parts:
        return write(array)
    back = np.empty(len(array), np.int64)
    back[np.concatenate(places)] = np.arange(len(array))
    return pa.concat_arrays(parts).take(pa.array(back))


def _digits(array: Any) -> Any:
    return pc.utf8_ltrim(unscaled(array).cast(pa.string()).fill_null("0"), "-")


def _lengths(digits: Any) -> npt.NDArray[np.int64]:
    lengths: npt.NDArray[np.int64] = pc.binary_length(digits).to_numpy(zero_copy_only=False).astype(np.int64)
    return lengths


def _trimmed_scales(array: Any) -> npt.NDArray[np.int64]:
    digits = _digits(array)
    kept = _lengths(pc.utf8_rtrim(digits, "0"))
    zeros = _lengths(digits) - kept
    return np.where(kept == 0, 0, np.maximum(array.type.scale - zeros, 0))


def _quotient_scales(array: Any) -> npt.NDArray[np.int64]:
    """
    The weight is the power of 10000 of a value's first digits, which decides on the scale of a quotient.

    PostgreSQL guesses it from the first digits of both sides: one too low where they are the same, which is
    seen of a quotient that is itself a power of 10000.
    """
    digits = _digits(array)
    whole = _lengths(digits) - array.type.scale  # how many stand before the point; -2 is 0.00x
    zero = pc.equal(digits, "0").to_numpy(zero_copy_only=False)
    power = (
        (array.type.scale == _DIVISION)
        & pc.equal(pc.utf8_rtrim(digits, "0"), "1").to_numpy(zero_copy_only=False)
        & (whole % _GROUP == 1)
    )
    weight = np.where(zero, -1, -(-whole // _GROUP) - 1) - power
    scales: npt.NDArray[np.int64] = np.clip(_SIGNIFICANT - _GROUP * weight, 0, array.type.scale - 1)
    return scales
