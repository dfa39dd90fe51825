"""
Time zones, a column at a time.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.errors import InvalidParameterValue
from pggate.functions import zone_columns
from pggate.functions.interval_arithmetic import interval_column
from pggate.types.datetimes import Interval

NAMES = pa.array(["pst", "europe/berlin", None])


def test_names() -> None:
    assert zone_columns.seconds_of_name(NAMES).to_pylist() == [-28_800, None, None]
    assert zone_columns.names(NAMES).to_pylist() == [None, "Europe/Berlin", None]


def test_intervals() -> None:
    hours = interval_column([Interval(0, 0, -7_200_000_000), None])
    assert zone_columns.seconds_of_interval(hours).to_pylist() == [-7200, None]
    with pytest.raises(
        InvalidParameterValue, match='interval time zone "1 mon" must not include months or days'
    ):
        zone_columns.seconds_of_interval(interval_column([Interval(1, 0, 0)]))


def test_moments() -> None:
    hours = interval_column([Interval(0, 0, -7_200_000_000)] * 3)
    moments = pa.array([0, 2**63 - 1, None])
    to_utc = zone_columns.from_offset(hours, moments.cast(pa.timestamp("us")))
    assert to_utc.cast(pa.int64()).to_pylist() == [7_200_000_000, 2**63 - 1, None]
    from_utc = zone_columns.to_offset(hours, moments.cast(pa.timestamp("us", "UTC")))
    assert from_utc.cast(pa.int64()).to_pylist() == [-7_200_000_000, 2**63 - 1, None]


def test_offsets_of_make_timestamptz() -> None:
    zones = pa.array(["+2", "-3:30", "Europe/Berlin", None])
    assert zone_columns.names_of_offsets(zones).to_pylist() == [
        "<>-02:00:00",
        "<>+03:30:00",
        "Europe/Berlin",
        None,
    ]
    with pytest.raises(InvalidParameterValue, match="numeric time zone"):
        zone_columns.names_of_offsets(pa.array(["+99"]))
