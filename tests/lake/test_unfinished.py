"""
Segments that somebody has in hand.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from pggate.lake.unfinished import Unfinished
from tests.lake.tools import create, segment

if TYPE_CHECKING:
    from pggate.lake.lake import Lake

EARLY = datetime(2026, 5, 1, tzinfo=UTC)


class Held:
    """What stands for a segment."""


def test_the_oldest_counts_until_it_is_let_go_of() -> None:
    unfinished, one, other = Unfinished(), Held(), Held()
    held: list[Any] = [one, other]
    assert unfinished.oldest() > EARLY
    for number, each in enumerate(held):
        unfinished.add(each, EARLY + timedelta(hours=number))
    assert unfinished.oldest() == EARLY
    held.remove(one)
    del one, each
    assert unfinished.oldest() == EARLY + timedelta(hours=1)


@pytest.mark.slow
def test_a_segment_is_unfinished_while_it_is_there(lake: Lake) -> None:
    before = datetime.now(UTC)
    made = segment(lake, create(lake, "t", "k integer"), 1)
    between = datetime.now(UTC)
    assert before <= lake.unfinished.oldest() <= between
    del made
    assert lake.unfinished.oldest() >= between
