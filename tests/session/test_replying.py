"""
Rows, tags and whose turn it is, whichever way a statement came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.wire import backend, frontend
from tests.session.conftest import rows_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_rows_are_computed_no_faster_than_they_are_taken(session: Client) -> None:
    replies = session.session.handle(frontend.Query("select range from range(100000000000)"))
    taken = [next(replies) for _ in range(3)]
    assert isinstance(taken[0], backend.RowDescription)
    assert isinstance(taken[1], backend.DataRows)
    replies.close()  # the client is gone
    assert session.rows("select 1") == [("1",)]


def test_extended_and_simple_agree(session: Client) -> None:
    sql = "select 1 as a, null::int as b, 'x' as c, array[1, null] as d"
    assert rows_of(succeeded(session.extended(sql))) == session.rows(sql)


def test_a_setting_is_reported_when_the_turn_goes_back(session: Client) -> None:
    *_, tag, report, ready = session.query("set application_name = 'me'")
    assert tag == backend.CommandComplete("SET")
    assert report == backend.ParameterStatus("application_name", "me")
    assert ready == backend.ReadyForQuery("I")


def test_notices_come_before_the_tag(session: Client) -> None:
    notice, tag, ready = session.query("drop table if exists nope")
    assert isinstance(notice, backend.NoticeResponse)
    assert (tag, ready) == (backend.CommandComplete("DROP TABLE"), backend.ReadyForQuery("I"))
