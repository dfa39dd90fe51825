"""
The OIDs of what an open transaction has made, renamed and replaced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def oid(session: Client, name: str) -> str | None:
    return session.value(f"select to_regclass('{name}')::oid")


def test_what_is_made_keeps_its_oid_to_the_end(session: Client) -> None:
    session.run("begin", "create table first (a int)")
    made = oid(session, "first")
    session.run("create table second (a int)", "alter table first rename to third")
    assert oid(session, "third") == made
    assert oid(session, "second") not in {made, None}
    session.run("drop table third", "create table third (a int)")
    assert oid(session, "third") not in {made, oid(session, "second"), None}
    session.run("rollback")


def test_what_was_there_keeps_it_for_good(session: Client) -> None:
    session.run("create table first (a int)", "create view seen as select a from first")
    before, of_view = oid(session, "first"), oid(session, "seen")
    session.run("begin", "alter table first rename to second", "comment on view seen is 'x'")
    assert (oid(session, "second"), oid(session, "first"), oid(session, "seen")) == (before, None, of_view)
    session.run("create table first (a int)")
    assert oid(session, "first") not in {before, None}
    session.run("commit")
    assert oid(session, "second") == before
