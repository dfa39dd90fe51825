"""
gcd and lcm of numerics (PostgreSQL 15, 9.3, table 9.5): DuckDB has them for integers.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def gcd(one: Decimal | int, other: Decimal | int) -> str:
    """
    The text of the greatest common divisor, with the decimals of the argument that has more.
    """
    return _of_units(math.gcd, one, other)


def lcm(one: Decimal | int, other: Decimal | int) -> str:
    """
    The text of the least common multiple.
    """
    return _of_units(math.lcm, one, other)


def _of_units(call: Callable[[int, int], int], *numbers: Decimal | int) -> str:
    """
    What a function of integers makes of the numbers, counted in the last decimal's units.
    """
    exact = [Decimal(number) for number in numbers]
    scale = max(-int(number.as_tuple().exponent) for number in exact)
    one, other = (int(number.scaleb(scale)) for number in exact)
    return str(Decimal(call(one, other)).scaleb(-scale))
