"""
One gate: who has to wait for whom, and in which order those who wait are let through; no threads.
"""

from __future__ import annotations

import pytest

from pggate.lake.gate import Gate, Kind, Request

CHANGE, APPEND, COMPACT = Kind.CHANGE, Kind.APPEND, Kind.COMPACT


class Asked:
    """A gate, and who was let through, in order."""

    def __init__(self) -> None:
        self.gate = Gate()
        self.granted: list[str] = []

    def ask(self, owner: str, kind: Kind) -> Request:
        request = Request(owner, 7, kind, lambda: self.granted.append(owner))
        self.gate.ask(request)
        return request

    def end(self, request: Request) -> None:
        self.gate.withdraw(request)
        self.gate.advance()


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.mark.parametrize(
    ("held", "wanted", "passes"),
    [
        (CHANGE, CHANGE, False),
        (CHANGE, APPEND, False),
        (CHANGE, COMPACT, False),
        (APPEND, CHANGE, False),
        (APPEND, APPEND, True),
        (APPEND, COMPACT, True),
        (COMPACT, CHANGE, False),
        (COMPACT, APPEND, True),
        (COMPACT, COMPACT, False),
    ],
)
def test_the_table_of_the_module(asked: Asked, held: Kind, wanted: Kind, passes: bool) -> None:
    holder = asked.ask("a", held)
    asked.ask("b", wanted)
    assert asked.granted == (["a", "b"] if passes else ["a"])
    asked.end(holder)
    assert asked.granted == ["a", "b"]


def test_who_waits_is_served_in_the_order_of_asking(asked: Asked) -> None:
    first = asked.ask("append", APPEND)
    change = asked.ask("change", CHANGE)
    asked.ask("later", APPEND)
    assert asked.granted == ["append"]
    asked.end(first)
    assert asked.granted == ["append", "change"]
    asked.end(change)
    assert asked.granted == ["append", "change", "later"]


def test_appends_overtake_only_while_a_compaction_holds_the_topic(asked: Asked) -> None:
    compaction = asked.ask("compaction", COMPACT)
    asked.ask("change", CHANGE)
    passing = asked.ask("append", APPEND)
    assert asked.granted == ["compaction", "append"]
    asked.end(compaction)
    asked.ask("later", APPEND)
    assert asked.granted == ["compaction", "append"]
    asked.end(passing)
    assert asked.granted == ["compaction", "append", "change"]


def test_nobody_waits_for_what_was_withdrawn(asked: Asked) -> None:
    asked.ask("a", APPEND)
    waiting = asked.ask("b", CHANGE)
    asked.ask("c", APPEND)
    asked.end(waiting)
    assert asked.granted == ["a", "c"]
    asked.end(waiting)  # it is gone already


def test_an_owner_does_not_wait_for_itself(asked: Asked) -> None:
    asked.ask("a", APPEND)
    asked.ask("a", CHANGE)
    assert asked.granted == ["a", "a"]


def test_who_is_waited_for(asked: Asked) -> None:
    held = [asked.ask("a", APPEND), asked.ask("b", COMPACT)]
    earlier = asked.ask("c", CHANGE)
    assert list(asked.gate.blockers(earlier)) == held
    later = asked.ask("d", COMPACT)
    assert list(asked.gate.blockers(later)) == [held[1], earlier]
