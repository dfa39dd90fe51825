"""
Topics that keep their rows for a time, and who is reading or changing them meanwhile.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from pggate.lake.retention import remove_old_rows

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from tests.session.conftest import Client


def remove(lake: Lake) -> int:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return remove_old_rows(lake, cursor)


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
