"""
Years and weeks of ISO 8601: a year begins with the week of its first Thursday (PostgreSQL 15, 9.9.1).
"""

from __future__ import annotations

from pggate.types.datetimes import civil, day_number


def first_day(year: int) -> int:
    """
    The Monday on which a year of weeks begins: days since 1970-01-01.
    """
    fourth = day_number(year, 1, 4)
    return fourth - (fourth + 3) % 7


def iso_year(days: int) -> int:
    """
    The year of weeks that a day lies in.
    """
    year = civil(days)[0]
    if days >= first_day(year + 1):
        return year + 1
    return year if days >= first_day(year) else year - 1


def iso_week(days: int) -> int:
    """
    From 1.
    """
    return (days - first_day(iso_year(days))) // 7 + 1


def iso_day_of_year(days: int) -> int:
    """
    From 1, on the first Monday.
    """
    return days - first_day(iso_year(days)) + 1
