"""
When deltas become one with the base: many of them, and nobody who reads an earlier snapshot.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from pggate.views.merging import Merging
from tests.views.test_state import COMPILED, SUMS, built, cursor, delta, read, rows, state

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from pggate.views.state import Entry, State

__all__ = ["cursor", "state"]

NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = NOON
        self.oldest: datetime | None = None


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def merging(state: State, clock: Clock) -> Merging:
    return Merging(state, lambda: clock.oldest, 3, lambda: clock.now)


def filled(state: State, cursor: Cursor) -> Entry:
    entry = built(state, cursor, SUMS, ("a", 1, 5))
    more = [(f"g{n}", n, 6 + n) for n in range(4)]
    state.append(cursor, [delta(SUMS, rows(*more))], [entry], 9)
    return state.entries(cursor)[SUMS.oid]


def test_few_deltas_stay(merging: Merging, state: State, cursor: Cursor) -> None:
    entry = built(state, cursor, SUMS, ("a", 1, 5))
    for _ in range(3):
        assert merging.look_after(cursor, SUMS, COMPILED[SUMS.oid], entry, 0) is entry


def test_many_are_merged(merging: Merging, state: State, cursor: Cursor) -> None:
    entry, before = filled(state, cursor), read(cursor, SUMS)
    now = merging.look_after(cursor, SUMS, COMPILED[SUMS.oid], entry, 0)
    assert (now.cut, now.applied, now.generation) == (9, 9, 2)
    assert state.pending(cursor, now) == (5, 0)
    assert read(cursor, SUMS) == before
    assert merging.look_after(cursor, SUMS, COMPILED[SUMS.oid], now, 0) is now


def test_not_while_somebody_may_read_what_was_before(
    merging: Merging, state: State, cursor: Cursor, clock: Clock
) -> None:
    entry = filled(state, cursor)
    for oldest in (NOON - timedelta(hours=1), NOON):
        clock.oldest = oldest
        assert merging.look_after(cursor, SUMS, COMPILED[SUMS.oid], entry, 0) is entry
    clock.oldest = NOON + timedelta(seconds=1)
    assert merging.look_after(cursor, SUMS, COMPILED[SUMS.oid], entry, 0).cut == 9


def test_rows_are_counted_once(merging: Merging, state: State, cursor: Cursor) -> None:
    entry = built(state, cursor, SUMS, ("a", 1, 5))
    generations = []
    for number in range(4):
        entry = replace(entry, applied=6 + number)
        generations.append(merging.look_after(cursor, SUMS, COMPILED[SUMS.oid], entry, added=1).generation)
    assert generations == [1, 1, 1, 2]
