"""
The thread that follows: what wakes it, what stops it, and that it goes on after an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import DiskFull, PgError
from pggate.views import catching_up
from tests.session.conftest import Client
from tests.views.test_live_views import stack, started
from tests.waiting import wait_until

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

    from pggate.views.follower import Follower

pytestmark = pytest.mark.server

__all__ = ["stack"]


@pytest.fixture
def client(tmp_path: Path, stack: ExitStack) -> Client:
    client = Client(started(tmp_path, stack), "pggate")
    stack.callback(client.close)
    client.run("create table t (v int)", "create materialized view m as select sum(v) as s from t")
    return client


@pytest.fixture
def follower(client: Client) -> Follower:
    return client.gateway.live_views.of(client.gateway.databases.find("pggate").lake)


def applied(follower: Follower) -> set[int]:
    return {standing.applied for standing in follower.standings._of.values()}


def newest(client: Client) -> int:
    lake = client.gateway.databases.find("pggate").lake
    cursor = lake.engine.cursor()
    found = lake.last_committed(cursor)
    cursor.close()
    return found


def test_a_commit_wakes_it(client: Client, follower: Follower) -> None:
    for n in range(3):
        client.run(f"insert into t values ({n})")
        wait_until(lambda: applied(follower) == {newest(client)})


def test_it_goes_on_after_an_error(
    client: Client, follower: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull("no space left")

    client.run("insert into t values (1)")
    assert client.rows("select s from m") == [("1",)]
    with monkeypatch.context() as patch:
        patch.setattr(catching_up, "changes", refuse)
        client.run("update t set v = 3", "set statement_timeout = '500ms'")
        assert client.code("select s from m") == "57014"
        wait_until(lambda: isinstance(follower.standings.trouble, PgError))
    client.run("reset statement_timeout")
    assert client.rows("select s from m") == [("3",)]
    wait_until(lambda: follower.standings.trouble is None)


def test_who_closes_it_waits_for_its_end(client: Client, follower: Follower) -> None:
    client.run("insert into t values (1)")
    client.gateway.live_views.close()
    assert follower._thread is not None
    assert not follower._thread.is_alive()
