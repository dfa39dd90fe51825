"""
Names of months and days, and Roman months, as templates of to_char have them (PostgreSQL 15, 9.8).
"""

from __future__ import annotations

from typing import Final

# fmt: off
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)
DAYS: Final = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# fmt: on
SHORT_MONTHS: Final = tuple(name[:3] for name in MONTHS)
SHORT_DAYS: Final = tuple(name[:3] for name in DAYS)
