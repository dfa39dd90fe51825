"""
How often: some times in a test that everybody runs, many times in `make soak`, which has hours.
"""

from __future__ import annotations

import os


def times(few: int, *, soaking: int) -> int:
    """The one number, or where the variable SOAK is set the other."""
    return soaking if os.environ.get("SOAK") else few
