"""
The DECIMALs that stand for numeric without a precision (PostgreSQL 15, 8.1.2), which DuckDB has not.

A DECIMAL has one scale for all its values, PostgreSQL's unconstrained numeric one for each.  So DECIMALs of
these widths and scales, which nobody declares, are taken for it wherever they occur.
"""

from __future__ import annotations

from typing import Final

MOST_DIGITS: Final = 38
"""Of a DECIMAL (duckdb 1.5.5)."""

BARE_SCALE: Final = 11
"""
What is declared, or cast, as `numeric`: 27 digits stand before the point, and products of three such numbers
are a DECIMAL still.
"""

PRODUCT_SCALES: Final = (13, 22, 33)
"""Such a number times one with two decimals, times another such number, and times two of them."""

QUOTIENT_SCALES: Final = (21, 19, 16)
"""
What a division gave.  The first has PostgreSQL's twenty decimals of a number below 1, and one more, which is
not shown; the second holds the average of any bigints; the third the variance of smaller ones.
"""
