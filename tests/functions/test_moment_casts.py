"""
Texts that are cast to dates and times where a statement runs.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.functions.moment_casts import read_moment

# 2024-07-01 02:30:15.5 UTC, which is June in New York
NOW = 1_719_801_015_500_000
NEW_YORK = "America/New_York"


@pytest.mark.parametrize(
    ("type_name", "text", "spelled"),
    [
        ("date", "Jan 5 2024", "2024-01-05"),
        ("date", "0044-03-15 BC", "0044-03-15 (BC)"),
        ("date", "now", "2024-06-30"),
        ("date", "today", "2024-06-30"),
        ("date", " Yesterday ", "2024-06-29"),
        ("date", "tomorrow 10:00", "2024-07-01"),
        ("time", "10:00 PM", "22:00:00"),
        ("time", "NOW", "22:30:15.5"),
        ("timetz", "10:00+02", "10:00:00+02"),
        ("timetz", "10:00", "10:00:00-04"),
        ("timetz", "2024-01-05 10:00", "10:00:00-05"),
        ("timetz", "now", "22:30:15.5-04"),
        ("timestamp", "20240105 101112", "2024-01-05 10:11:12"),
        ("timestamp", "now", "2024-06-30 22:30:15.5"),
        ("timestamp", "10:00 today", "2024-06-30 10:00:00"),
        ("timestamptz", "2024-01-05 10:00 Europe/Berlin", "2024-01-05 09:00:00+00"),
        ("timestamptz", "Jan 5 2024", "2024-01-05 00:00:00"),
        ("timestamptz", "now", "2024-07-01 02:30:15.5+00"),
        ("timestamptz", "today 10:00+02", "2024-06-30 08:00:00+00"),
        ("timestamptz", "-infinity", "-infinity"),
        ("interval", "1 mon -2 days", "1 months -2 days 0 microseconds"),
    ],
)
def test_forms(type_name: str, text: str, spelled: str) -> None:
    assert read_moment(type_name, text, NOW, NEW_YORK) == spelled


@pytest.mark.parametrize(
    ("type_name", "text", "code"),
    [
        ("date", "xyz", "22007"),
        ("date", "today today", "22007"),
        ("date", "2024-02-30", "22008"),
        ("time", "today", "22007"),
        ("timetz", "tomorrow 10:00+02", "22007"),
        ("timestamp", "now 10:00", "22007"),
        ("timestamptz", "2024-01-05 10:00+99", "22009"),
        ("interval", "1 fortnight", "22007"),
    ],
)
def test_what_is_none(type_name: str, text: str, code: str) -> None:
    with pytest.raises(PgError) as raised:
        read_moment(type_name, text, NOW, NEW_YORK)
    assert raised.value.code == code
    assert f'"{text}"' in raised.value.message


def test_a_zone_that_is_an_offset() -> None:
    assert read_moment("timestamp", "now", 0, "Etc/GMT-2") == "1970-01-01 02:00:00"
    assert read_moment("timetz", "10:00", 0, "<+03>-03") == "10:00:00+03"
