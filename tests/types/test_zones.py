"""
Offsets of zones, for one instant and for columns.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.types import zones
from pggate.types.datetimes import DAY, MICROSECONDS, day_number

NAMES = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "UTC",
]


@given(
    st.sampled_from(NAMES),
    st.lists(st.datetimes(datetime(2, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC)), max_size=5),
)
def test_a_column_has_the_offsets_of_its_values(name: str, moments: list[datetime]) -> None:
    zone = ZoneInfo(name)
    instants = np.array(
        [(m - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) for m in moments], np.int64
    )
    expected = [int((m.astimezone(zone).utcoffset() or timedelta()).total_seconds()) for m in moments]
    assert zones.offsets(zone, instants).tolist() == expected
    assert [zones.offset_at(zone, int(instant)) for instant in instants] == expected


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("1893-03-31 23:06:31", 3208),
        ("1893-03-31 23:06:32", 3600),
        ("2020-03-29 00:59:59", 3600),
        ("2020-03-29 01:00:00", 7200),
        ("2020-12-31 23:59:59", 3600),
        ("2021-01-01 00:00:00", 3600),
        ("2050-07-01 00:00:00", 7200),
    ],
)
def test_around_changes(text: str, offset: int) -> None:
    moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    instant = int(moment.timestamp()) * MICROSECONDS
    assert zones.offsets(ZoneInfo("Europe/Berlin"), np.array([instant])).tolist() == [offset]


@pytest.mark.parametrize(
    ("year", "month", "offset"),
    [(-43, 3, 3208), (0, 1, 3208), (12_020, 7, 7200), (12_020, 1, 3600), (9999, 7, 7200)],
)
def test_years_that_python_does_not_know(year: int, month: int, offset: int) -> None:
    instant = day_number(year, month, 1) * DAY
    berlin = ZoneInfo("Europe/Berlin")
    assert zones.offset_at(berlin, instant) == offset
    assert zones.offsets(berlin, np.array([instant, 0])).tolist() == [offset, 3600]


@pytest.mark.parametrize(("year", "day"), [(16_770, 29), (9933, 26)])
def test_far_summers_begin_when_postgresqls_do(year: int, day: int) -> None:
    change = day_number(year, 3, day) * DAY + 3600 * MICROSECONDS
    berlin = ZoneInfo("Europe/Berlin")
    assert [zones.offset_at(berlin, change - 1), zones.offset_at(berlin, change)] == [3600, 7200]
    assert zones.offsets(berlin, np.array([change - 1, change])).tolist() == [3600, 7200]


def test_fixed_offsets() -> None:
    zone = timezone(timedelta(hours=-2, minutes=-30))
    assert zones.offsets(zone, np.array([0, 10**18])).tolist() == [-9000, -9000]


@pytest.mark.parametrize(
    ("local", "offset"),
    [
        ("2020-03-29 02:30:00", 3600),  # skipped: PostgreSQL 15 reads it as 03:30+02
        ("2020-10-25 02:30:00", 3600),  # repeated: PostgreSQL 15 reads the later one
        ("2020-07-01 00:00:00", 7200),
    ],
)
def test_local_times(local: str, offset: int) -> None:
    moment = int(datetime.fromisoformat(local).replace(tzinfo=UTC).timestamp()) * MICROSECONDS
    berlin = ZoneInfo("Europe/Berlin")
    assert zones.offset_of_local(berlin, moment) == offset
    assert zones.offsets_of_local(berlin, np.array([moment, 0])).tolist() == [offset, 3600]
