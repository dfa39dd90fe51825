"""
What all of the session's own commands have in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_discard_all_forgets_what_the_session_has(session: Client) -> None:
    session.run(
        "set application_name = 'x'", "prepare p as select 1", "create temp table t (a int)", "discard all"
    )
    assert session.value("show application_name") == ""
    assert session.code("execute p") == "26000"
    assert session.code("select a from t") == "42P01"
    session.run("begin")
    assert session.code("discard all") == "25001"


def test_discard_of_what_is_not_kept(session: Client) -> None:
    session.run("create temp table t (a int)", "discard plans", "discard sequences")
    assert session.rows("select a from t") == []
    session.run("discard temp")
    assert session.code("select a from t") == "42P01"
    assert session.code("discard nope") == "42601"
