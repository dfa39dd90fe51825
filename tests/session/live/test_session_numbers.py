from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from pggate.lake.numbering import Numbering
from pggate.lake.sequences import Sequence
from pggate.session.live.session_numbers import SessionNumbers

IDS = Sequence(7, "public", "s")


def test_what_was_given() -> None:
    numbers = SessionNumbers()
    assert (numbers.last(), numbers.current(1)) == (None, None)
    assert numbers.give(1, 10) == 10
    numbers.give(2, 20)
    assert (numbers.last(), numbers.current(1)) == (20, 10)
    numbers.give(1, 11)
    assert numbers.last() == 11
    numbers.discard()
    assert numbers.last() is None


def test_a_restart_holds_for_all_when_it_is_committed() -> None:
    lake: Any = SimpleNamespace(oid=1, numbering=Numbering(1, None))
    one, other = SessionNumbers(), SessionNumbers()
    assert one.take(lake, IDS, 3, "BIGINT").to_pylist() == [1, 2, 3]
    one.restart(lake, IDS, 1)
    assert one.numbering(lake, IDS).next(IDS) == 1
    assert other.numbering(lake, IDS).next(IDS) == 4
    one.leave_transaction(committed=False)
    assert one.take(lake, IDS, 1, "INTEGER").to_pylist() == [5]
    assert one.last() == 5
    one.restart(lake, IDS, 1)
    one.numbering(lake, IDS).next(IDS)
    one.leave_transaction(committed=True)
    assert other.numbering(lake, IDS).next(IDS) == 2
