"""
to_char of a column of moments, part by part: what it is of each moment by itself.
"""

from __future__ import annotations

import random
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest

from pggate.functions import templated_moments
from pggate.functions.datetime_formatting import formatted
from pggate.types.datetime_input import read_timestamp
from pggate.types.datetimes import MICROSECONDS, TIMESTAMP_INFINITY
from pggate.types.shown_fields import of_moment
from pggate.types.zones import abbreviation_at, offset_at
from tests.functions.test_datetime_formatting import MOMENTS, template

INSTANTS = (
    "1973-01-01 00:00",
    "2021-03-28 00:59:59.5",
    "2021-03-28 01:00",
    "2021-10-31 01:00",
    "2400-07-01 12:00",
)
ZONES = ("UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns")


def test_what_it_is_of_each() -> None:
    chosen = random.Random(15)
    moments = [read_timestamp(moment) for moment in MOMENTS]
    for _ in range(300):
        text = template(chosen)
        found = templated_moments.texts(pa.array(moments), text)
        if found is not None:
            assert found.to_pylist() == [formatted(of_moment(moment), text) for moment in moments], text


@pytest.mark.parametrize("name", ZONES)
def test_in_a_zone(name: str) -> None:
    zone = ZoneInfo(name)
    instants = [read_timestamp(instant) for instant in INSTANTS]
    fields = [
        of_moment(instant + offset * MICROSECONDS, abbreviation_at(zone, instant), offset)
        for instant in instants
        for offset in [offset_at(zone, instant)]
    ]
    text = "YYYY-MM-DD HH12:MI:SS.US"
    found = templated_moments.texts(pa.array(instants), text, zone)
    assert found.to_pylist() == [formatted(each, text) for each in fields]


def test_what_has_no_text() -> None:
    moments = pa.array([None, TIMESTAMP_INFINITY, -TIMESTAMP_INFINITY, 0])
    assert templated_moments.texts(moments, "YYYY").to_pylist() == [None, None, None, "1970"]
    assert (
        templated_moments.texts(moments, "YYYY", ZoneInfo("UTC")) is None
    )  # no one knows of all clocks then
    assert templated_moments.texts(pa.array([], pa.int64()), "YYYY").to_pylist() == []


def test_what_is_told_of_a_zone() -> None:
    assert templated_moments.runs("YYYY TZ") is None


def test_a_run_keeps_so_many_texts() -> None:
    (run,) = templated_moments.runs("SSSS") or ()
    seconds = pa.array(range(templated_moments.MOST_KNOWN + 2)).to_numpy() * MICROSECONDS
    assert run.texts(seconds).to_pylist()[-1] == str(templated_moments.MOST_KNOWN + 1)
    assert run.texts(seconds[:1]).to_pylist() == ["0"]
