"""
How often: some times in a test that everybody runs, many times in `make soak`, which has hours; or as often as the
variable SOAK says, for who has less of them (SOAK=25).
"""

from __future__ import annotations

import os


def times(few: int, *, soaking: int) -> int:
    """The one number, or where the variable SOAK is set the other, or SOAK's own."""
    asked = int(os.environ.get("SOAK") or 0)
    return asked if asked > 1 else soaking if asked else few


def amount(few: int, *, soaking: int) -> int:
    """The same of what is done each time, which no number of times replaces."""
    return soaking if os.environ.get("SOAK") else few


def seeds(few: int, *, soaking: int) -> range:
    """Numbers of as many histories; from SOAK_FROM on, for who goes on with a soak that was ended."""
    first = int(os.environ.get("SOAK_FROM") or 1)
    return range(first, 1 + times(few, soaking=soaking))
