"""
Rows whose time is over.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate.lake.topic_options import TopicOptions
from pggate.lake.upkeep.retention import old_rows
from tests.lake import tools

if TYPE_CHECKING:
    from pggate.lake.lake import Lake

AGES = ("40 days", "33 days", "27 days", "0 days", "-1 day")


@pytest.mark.parametrize("of_type", ["timestamptz", "timestamp", "date"])
@pytest.mark.parametrize(
    ("retention", "left"), [("30 days", 3), ("1 month", 3), ("35 days", 4), ("1 hour", 2)]
)
def test_conditions(lake: Lake, of_type: str, retention: str, left: int) -> None:
    topic = tools.create(lake, "t", f"ts {of_type}")
    ages = ", ".join(f"(now() - interval '{age}')" for age in AGES)
    tools.run(lake, f"insert into t from (values {ages}, (null)) v (ts)")
    options = TopicOptions((("retention", retention), ("retention_column", "ts")))
    now = dt.datetime.now(dt.UTC)
    old = old_rows(replace(topic, options=options), now)
    ((kept,),) = tools.rows(lake, f"select count(*) from t where ({old}) is not true and ts is not null")
    assert kept == left
    assert old_rows(replace(topic, options=TopicOptions((("retention", retention),))), now) is None
