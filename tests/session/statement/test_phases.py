"""
A statement that writes, in two phases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.statement.outcome import Done
from pggate.session.statement.phases import finish, whole

if TYPE_CHECKING:
    from pggate.session.statement.phases import Phases


def phases(done: list[str], *, fails: bool = False) -> Phases:
    try:
        done.append("reads")
        yield Done("INSERT 0 1")
        done.append("writes")
        if fails:
            raise ValueError
    finally:
        done.append("ends")


def test_whole() -> None:
    done: list[str] = []
    assert whole(phases(done)) == Done("INSERT 0 1")
    assert done == ["reads", "writes", "ends"]


def test_a_failure_in_the_second_phase() -> None:
    done: list[str] = []
    with pytest.raises(ValueError):
        whole(phases(done, fails=True))
    assert done == ["reads", "writes", "ends"]


def test_finish() -> None:
    done: list[str] = []
    begun = phases(done)
    next(begun)
    assert done == ["reads"]
    finish(begun)
    assert done == ["reads", "writes", "ends"]
