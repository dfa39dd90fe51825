"""
pggate.compaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError

if TYPE_CHECKING:
    from pggate.session.live.gateway import Gateway
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def test_a_topic_before_and_after_a_merge(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1)", "insert into t values (2)")
    counted = "select name, live_files, small_files, byte_count > 0, merges, last_merge_at is null from"
    assert session.rows(f"{counted} pggate.compaction where catalog = current_database()") == [
        ("t", "2", "2", "t", "0", "t")
    ]
    session.run("call pggate.compact('t')")
    assert session.rows(f"{counted} boilstream.compaction where catalog = current_database()") == [
        ("t", "1", "1", "t", "1", "f")
    ]
    lately = "select last_merge_at > now() - interval '1 minute', last_merge_ms > 0, merged_rows, last_error"
    assert session.rows(f"{lately} from pggate.compaction where catalog = current_database()") == [
        ("t", "t", "2", None)
    ]


def test_what_has_failed(session: Client, opened: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    session.run("create table t (a int)", "insert into t values (1)", "insert into t values (2)")
    lake = opened.databases.find(session.value("select current_database()") or "").lake

    def fail() -> None:
        raise PgError("disk on fire", sqlstate="58030")

    monkeypatch.setattr(lake.storage, "sync", fail)
    assert session.code("call pggate.compact('t')") == "58030"
    monkeypatch.undo()
    errors = "select last_error from pggate.compaction where catalog = current_database()"
    assert session.rows(errors) == [("disk on fire",)]
