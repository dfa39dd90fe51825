"""
SHOW, RESET and roles, beyond what the transcripts compare with PostgreSQL's answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_a_role_is_only_itself(session: Client) -> None:
    session.run("set role pggate", "set role none", "reset role", "set session authorization default")
    assert session.code("set role somebody") == "42501"


def test_show_all_and_reset_all(session: Client) -> None:
    session.run("set application_name = 'x'", "set my.own = 'y'")
    shown = {name: value for name, value, _ in session.rows("show all")}
    assert (shown["application_name"], shown["my.own"], shown["TimeZone"]) == ("x", "y", "UTC")
    session.run("reset all")
    assert session.value("show application_name") == ""
