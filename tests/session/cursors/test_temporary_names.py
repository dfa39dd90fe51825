"""
What the session has called temporary tables and views.
"""

from __future__ import annotations

from pggate.session.cursors.temporary_names import TemporaryNames


def test_names_come_and_go() -> None:
    names = TemporaryNames()
    names.add("t", is_view=False)
    names.add("v", is_view=True)
    names.add("t", is_view=False)
    assert (names.views, names.has_more) == ({"t": False, "v": True}, False)
    names.remove("t")
    names.remove("never")
    assert names.views == {"v": True}
    names.has_more = True
    names.clear()
    assert (names.views, names.has_more) == ({}, False)


def test_what_was_a_table_and_a_view_may_be_either() -> None:
    names = TemporaryNames()
    names.add("t", is_view=False)
    names.add("t", is_view=True)
    assert names.has_more
