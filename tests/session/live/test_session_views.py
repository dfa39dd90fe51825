"""
What a session builds, and gives up.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from pggate.errors import QueryCanceled
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


def entries(session: Client) -> set[int]:
    """OIDs of the views that the state has tables of."""
    lake = session.gateway.databases.find(session.identity.database).lake
    cursor = lake.engine.cursor()
    rows = cursor.rows(f'SELECT oid FROM "views:{lake.oid}".main.entries')
    cursor.close()
    return {oid for (oid,) in rows}


def test_what_is_rolled_back_leaves_no_tables(session: Client) -> None:
    session.run("create table t (v int)", "create materialized view m as select v from t")
    (kept,) = entries(session)
    session.run("begin", "create materialized view k as select v from t")
    assert len(entries(session)) == 2
    session.run("insert into t values (1)")
    session.run("rollback", "insert into t values (2)")
    assert session.rows("select v from m") == [("2",)]
    wait_until(lambda: entries(session) == {kept})
    session.run("drop materialized view m")
    wait_until(lambda: entries(session) == set())


def test_a_build_is_interrupted(session: Client, connect: Connect) -> None:
    session.run("create table t as select i as v from range(3000000) r(i)")
    other = connect()
    failed: list[str] = []
    sql = "create materialized view m as select v, md5(v::text) as a, sha256(md5(v::text)::bytea) as b from t"
    thread = threading.Thread(target=lambda: failed.append(other.code(sql)))
    thread.start()
    views = other.session._parts.cursors.live_views
    wait_until(lambda: views._cursor is not None)
    other.session.interrupt(QueryCanceled("canceling statement due to user request"))
    thread.join(LONG)
    assert failed == ["57014"]
    assert session.code("select * from m") == "42P01"
