"""
What is remembered of compaction.
"""

from __future__ import annotations

from datetime import UTC, datetime

from pggate.lake.upkeep.compaction import NOTHING, Compacted
from pggate.lake.upkeep.compactions import Compactions, History

AT = datetime(2026, 5, 1, tzinfo=UTC)
STEP = Compacted(files=3, made=1, rows=30, size=900, seconds=0.5)


def test_steps_add_up() -> None:
    history = History()
    assert history.find((1, 2)) == Compactions(0, NOTHING, None, None, None)
    history.succeeded((1, 2), STEP, AT)
    history.succeeded((1, 2), STEP, AT)
    assert history.find((1, 2)) == Compactions(2, Compacted(6, 2, 60, 1800, 1.0), AT, 0.5)


def test_an_error_stands_until_a_step_succeeds() -> None:
    history = History()
    history.failed((1, 2), "disk full")
    assert history.find((1, 2)).error == "disk full"
    history.succeeded((1, 2), STEP, AT)
    assert history.find((1, 2)).error is None


def test_a_lake_that_is_gone_is_forgotten() -> None:
    history = History()
    history.succeeded((1, 2), STEP, AT)
    history.succeeded((2, 2), STEP, AT)
    history.forget(1)
    assert (history.find((1, 2)).steps, history.find((2, 2)).steps) == (0, 1)
