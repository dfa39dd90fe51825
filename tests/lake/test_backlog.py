"""
The bound on what waits: for all topics, for one, and for what comes alone.
"""

from __future__ import annotations

import pytest

from pggate.lake.backlog import Backlog, Overloaded


def test_one_topic_has_half_and_all_have_the_whole() -> None:
    backlog = Backlog(100)
    backlog.admit(1, 40, 0.01)
    with pytest.raises(Overloaded):
        backlog.admit(1, 11, 0.01)
    backlog.admit(1, 10, 0.01)
    backlog.admit(2, 50, 0.01)
    with pytest.raises(Overloaded):
        backlog.admit(3, 1, 0.01)
    backlog.leave(2, 50)
    backlog.admit(3, 1, 0.01)
    assert (backlog.total, backlog.appends, dict(backlog.of_topic)) == (51, 3, {1: 50, 3: 1})


def test_what_comes_alone_is_taken() -> None:
    backlog = Backlog(100)
    backlog.admit(1, 1000, 0.01)
    with pytest.raises(Overloaded):
        backlog.admit(2, 1, 0.01)
    backlog.leave(1, 1000)
    assert (backlog.total, backlog.appends, dict(backlog.of_topic)) == (0, 0, {})


@pytest.mark.parametrize(("takes", "retry"), [(0.001, 50), (0.2, 400)])
def test_it_says_when_to_come_again(takes: float, retry: int) -> None:
    backlog = Backlog(1)
    backlog.admit(1, 1, takes)
    with pytest.raises(Overloaded) as caught:
        backlog.admit(1, 1, takes)
    assert (caught.value.code, caught.value.retry_after_ms) == ("53400", retry)
    assert caught.value.hint == f"Retry in {retry} ms."
