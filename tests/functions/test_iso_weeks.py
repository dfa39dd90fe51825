"""
Years and weeks of ISO 8601: Python's are the measure.
"""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from pggate.functions.iso_weeks import first_day, iso_day_of_year, iso_week, iso_year

EPOCH = dt.date(1970, 1, 1)


@given(st.dates(min_value=dt.date(2, 1, 1), max_value=dt.date(9998, 12, 31)))
def test_weeks(date: dt.date) -> None:
    days = (date - EPOCH).days
    year, week, weekday = date.isocalendar()
    assert (iso_year(days), iso_week(days)) == (year, week)
    assert iso_day_of_year(days) == (week - 1) * 7 + weekday
    assert first_day(year) == days - iso_day_of_year(days) + 1
