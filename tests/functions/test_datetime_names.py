"""
Names of months and days: Python's, in its own locale, are the same.
"""

from __future__ import annotations

import calendar

from pggate.functions.datetime_names import DAYS, MONTHS, ROMAN, SHORT_DAYS, SHORT_MONTHS


def test_names() -> None:
    assert tuple(calendar.month_name[1:]) == MONTHS
    assert tuple(calendar.month_abbr[1:]) == SHORT_MONTHS
    assert (*DAYS[1:], DAYS[0]) == tuple(calendar.day_name)
    assert (*SHORT_DAYS[1:], SHORT_DAYS[0]) == tuple(calendar.day_abbr)
    assert len(ROMAN) == 12
