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
    assert names.views == {"t": False, "v": True}
    names.remove("t")
    names.remove("never")
    assert names.views == {"v": True}
    names.has_comments = True
    names.clear()
    assert (names.views, names.has_comments) == ({}, False)
