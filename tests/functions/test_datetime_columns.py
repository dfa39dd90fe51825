"""
to_char, to_date and to_timestamp of columns.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.errors import DatetimeFieldOverflow
from pggate.functions import datetime_columns
from pggate.functions.interval_arithmetic import interval_column
from pggate.types.datetimes import Interval

MOMENTS = pa.array([0, None, 2**63 - 1])


def test_texts() -> None:
    template = pa.array(["YYYY HH24 TZ"] * 3)
    berlin = MOMENTS.cast(pa.timestamp("us", "Europe/Berlin"))
    assert datetime_columns.text_of_instants(berlin, template).to_pylist() == ["1970 01 CET", None, None]
    plain = MOMENTS.cast(pa.timestamp("us"))
    assert datetime_columns.text_of_timestamps(plain, template).to_pylist() == ["1970 00 ", None, None]
    assert datetime_columns.text_of_timestamps(plain, pa.array([""] * 3)).to_pylist() == [None] * 3
    spans = interval_column([Interval(0, 2, 0)])
    assert datetime_columns.text_of_intervals(spans, pa.array(["DD"])).to_pylist() == ["02"]
    times = pa.array([3_600_000_000], pa.time64("us"))
    assert datetime_columns.text_of_times(times, pa.array(["HH24"])).to_pylist() == ["01"]


def test_moments() -> None:
    texts, templates = pa.array(["1970-01-02", None]), pa.array(["YYYY-MM-DD"] * 2)
    assert datetime_columns.dates(texts, templates).cast(pa.int32()).to_pylist() == [1, None]
    assert datetime_columns.timestamps(texts, templates).to_pylist() == ["1970-01-02 00:00:00", None]
    zoned = datetime_columns.timestamps(pa.array(["1970 +01"]), pa.array(["YYYY TZH"]))
    assert zoned.to_pylist() == ["1969-12-31 23:00:00+00"]


def test_what_is_too_far_away() -> None:
    texts, templates = pa.array(["6000000-01-01"]), pa.array(["YYYY-MM-DD"])
    for read in (datetime_columns.dates, datetime_columns.timestamps):
        with pytest.raises(DatetimeFieldOverflow, match="out of range"):
            read(texts, templates)
