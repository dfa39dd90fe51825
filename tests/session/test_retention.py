"""
Topics that keep their rows for a time, and who is reading or changing them meanwhile.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING

from pggate.lake.upkeep.retention import remove_old_rows

if TYPE_CHECKING:
    import pytest

    from pggate.lake.lake import Lake
    from tests.session.conftest import Client


def remove(lake: Lake) -> int:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return remove_old_rows(lake, cursor, dt.datetime.now(dt.UTC))


def test_topics_that_keep_rows_for_a_time(session: Client) -> None:
    lake = session.gateway.databases.find(session.identity.database).lake
    session.run(
        "create table kept (a int, ts timestamptz)",
        "create table gone (a int, ts timestamptz) with (retention = '1 day', partition_by = 'day(ts)')",
        *(
            f"insert into {name} values (1, now() - interval '2 days'), (2, now())"
            for name in ("kept", "gone")
        ),
    )
    session.run("begin", "delete from gone where a = 7")
    assert remove(lake) == 0, "somebody is changing it"
    session.run("rollback", "begin isolation level repeatable read")
    assert session.rows("select count(*) from gone") == [("2",)]
    assert remove(lake) == 1
    assert session.rows("select count(*) from gone") == [("2",)], "in the transaction's snapshot"
    session.run("commit")
    assert session.rows("select a from gone") == [("2",)]
    assert session.rows("select count(*) from kept") == [("2",)]
    assert remove(lake) == 0


def test_a_topic_that_has_become_another(session: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    lake = session.gateway.databases.find(session.identity.database).lake
    session.run(
        "create table was (a int, ts timestamptz) with (retention = '1 day', retention_column = 'ts')",
        "insert into was values (1, now() - interval '2 days')",
    )
    with contextlib.closing(lake.engine.cursor()) as cursor:
        topics = lake.topics(cursor, [found for found, _ in _keeping(lake)])
    session.run("alter table was set (retention = '1 year')")
    asked = iter([topics])
    real = lake.topics
    monkeypatch.setattr(lake, "topics", lambda *given: next(asked, None) or real(*given))
    assert remove(lake) == 0, "what was said when the look began is not what is said now"
    monkeypatch.undo()
    session.run("drop table was")


def _keeping(lake: Lake) -> list[tuple[int, object]]:
    declared = lake.declarations.declared.topics
    return [(found, one) for found, one in declared.items() if one.options.retention is not None]


def test_a_retention_beyond_all_times_keeps_no_other(session: Client) -> None:
    lake = session.gateway.databases.find(session.identity.database).lake
    session.run(
        *(
            f"create table {name} (ts timestamptz) with (retention = '{long}', retention_column = 'ts')"
            for name, long in (("a", "300000 years"), ("b", "1 day"))
        ),
        *(f"insert into {name} values (now() - interval '2 days')" for name in ("a", "b")),
    )
    assert remove(lake) == 1
    assert session.rows("select count(*) from a") == [("1",)]
