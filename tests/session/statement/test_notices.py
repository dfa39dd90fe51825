from __future__ import annotations

from pggate.errors import Notice
from pggate.session.statement.notices import MOST, Notices


def test_taken_once_and_in_order() -> None:
    notices = Notices()
    notices.add(Notice("a"))
    notices.extend(iter([Notice("b"), Notice("c")]))
    assert [notice.message for notice in notices.take()] == ["a", "b", "c"]
    assert list(notices.take()) == []


def test_what_is_said_while_they_are_told_waits_for_the_next_reply() -> None:
    notices = Notices()
    notices.add(Notice("a"))
    for _ in notices.take():
        notices.add(Notice("b"))
    assert [notice.message for notice in notices.take()] == ["b"]


def test_a_statement_that_repeats_itself_is_cut_off() -> None:
    notices = Notices()
    notices.extend(Notice(str(number)) for number in range(MOST + 5))
    notices.add(Notice("more"))
    assert [notice.message for notice in notices.take()] == [str(number) for number in range(MOST)]
    notices.add(Notice("again"))
    assert [notice.message for notice in notices.take()] == ["again"]
