from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.errors import SequenceGeneratorLimitExceeded
from pggate.lake.numbering import BLOCK, Numbering
from pggate.lake.registry import Registry
from pggate.lake.sequences import Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.lake import Home

UP = Sequence(7, "public", "s")
DOWN = Sequence(8, "public", "d", start=-1, increment=-2, minimum=-9, maximum=-1)


@pytest.fixture
def registry(home: Home) -> Iterator[Registry]:
    with contextlib.closing(home.engine.cursor()) as cursor:
        yield Registry(cursor)


def test_numbers_follow_each_other() -> None:
    numbering = Numbering(1, None)
    assert numbering.take(UP, 3, "INTEGER").equals(pa.array([1, 2, 3], pa.int32()))
    assert numbering.next(UP) == 4
    assert numbering.take(UP, 0).to_pylist() == []
    assert numbering.take(DOWN, 2).to_pylist() == [-1, -3]


def test_a_block_is_durable_before_its_first_number_is_used(registry: Registry) -> None:
    numbering = Numbering(1, registry)
    assert numbering.next(UP) == 1
    assert registry.number(1, UP.oid) == 1 + 1 + BLOCK
    after_a_crash = Numbering(1, registry)
    assert after_a_crash.next(UP) == 2 + BLOCK
    assert Numbering(2, registry).next(UP) == 1  # of another lake


def test_what_was_not_used_is_given_back(registry: Registry) -> None:
    numbering = Numbering(1, registry)
    numbering.take(UP, 5)
    numbering.release()
    assert Numbering(1, registry).next(UP) == 6


def test_setval(registry: Registry) -> None:
    numbering = Numbering(1, registry)
    numbering.set(UP, 100)
    assert numbering.next(UP) == 101
    numbering.set(UP, 10, is_called=False)
    assert Numbering(1, registry).next(UP) == 10


def test_where_a_sequence_is(registry: Registry) -> None:
    numbering = Numbering(1, registry)
    assert numbering.state(UP) == (1, False)
    numbering.next(UP)
    assert numbering.state(UP) == (1, True)
    numbering.set(UP, 10, is_called=False)
    assert numbering.state(UP) == (10, False)
    numbering.set(UP, 20)
    numbering.release()
    assert Numbering(1, registry).state(UP) == (20, True)


def test_another_increment_holds_from_the_last_number_on(registry: Registry) -> None:
    numbering = Numbering(1, registry)
    assert numbering.take(UP, 3).to_pylist() == [1, 2, 3]
    assert numbering.next(replace(UP, increment=10)) == 13
    assert numbering.next(replace(UP, increment=-1, minimum=-(10**9))) == 12
    assert registry.number(1, UP.oid) == 11 - BLOCK


def test_crashes_do_not_exhaust_a_short_sequence(registry: Registry) -> None:
    short = Sequence(9, "public", "short", maximum=100)
    assert [Numbering(1, registry).next(short) for _ in range(5)] == [1, 2, 3, 4, 5]


def test_a_cycle_begins_again(registry: Registry) -> None:
    numbering = Numbering(1, registry)
    around = Sequence(9, "public", "around", start=2, maximum=3, cycles=True)
    assert numbering.take(around, 6).to_pylist() == [2, 3, 1, 2, 3, 1]
    down = replace(DOWN, cycles=True)
    assert numbering.take(down, 7).to_pylist() == [-1, -3, -5, -7, -9, -1, -3]


def test_the_end() -> None:
    numbering = Numbering(1, None)
    few = Sequence(9, "public", "few", maximum=2)
    with pytest.raises(SequenceGeneratorLimitExceeded, match=r'maximum value of sequence "few" \(2\)'):
        numbering.take(few, 3)
    assert numbering.take(few, 2).to_pylist() == [1, 2]
    numbering.take(DOWN, 5)
    with pytest.raises(SequenceGeneratorLimitExceeded, match="minimum value"):
        numbering.next(DOWN)
