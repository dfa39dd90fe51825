"""
The time that has really passed.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pggate.lake.upkeep.passing_time import PassingTime

BEGIN = datetime(2026, 1, 2, tzinfo=UTC)


def test_the_clock_may_go_back_but_not_ahead() -> None:
    wall, monotonic = [BEGIN], [7.0]
    passing = PassingTime(lambda: wall[0], lambda: monotonic[0])
    for seconds, shown, now in ((0, 0, 0), (10, 10, 10), (20, 4_000, 20), (30, -50, -50), (40, 40, 40)):
        wall[0], monotonic[0] = BEGIN + timedelta(seconds=shown), 7.0 + seconds
        assert passing.now() == BEGIN + timedelta(seconds=now)
