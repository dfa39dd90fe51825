"""
The live sessions by process id.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pggate.errors import AdminShutdown
from pggate.session.live.activity import Activity
from pggate.session.live.advisory_locks import EXCLUSIVE, Key
from pggate.session.live.backends import Backend, Backends
from pggate.session.live.portals import Portals
from pggate.session.settings.settings import Settings
from pggate.session.statement.identity import Identity
from pggate.session.statement.notices import Notices

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.store import Store
    from pggate.errors import PgError

SHUTDOWN = AdminShutdown("terminating connection due to administrator command")


def no_store() -> Store:
    raise AssertionError


def backend(pid: int, *, end: Callable[[PgError], None] = lambda _: None, superuser: bool = True) -> Backend:
    return Backend(
        Identity("ann" if superuser else "bob", "db", pid, superuser),
        Settings({}),
        Activity(1_000),
        Notices(),
        Portals(no_store),
        lambda _: None,
        end,
        lambda: False,
    )


def test_who_is_there() -> None:
    backends = Backends()
    one = backend(1)
    backends.enter(one)
    backends.enter(backend(2))
    assert backends.find(1) is one
    assert [each.identity.pid for each in backends.live()] == [1, 2]
    backends.leave(1, 2_000)
    backends.leave(1, 2_000)
    assert backends.find(1) is None


def test_locks_end_with_the_session() -> None:
    backends = Backends()
    backends.enter(backend(1))
    assert backends.locks.try_lock(1, Key(5, 0, 1, 1), EXCLUSIVE, transaction=False)
    backends.leave(1, 2_000)
    assert backends.locks.rows() == []


def test_who_kills_waits_for_the_end() -> None:
    backends = Backends()
    ended: list[PgError] = []
    one = backend(1, end=ended.append)
    backends.enter(one)
    backends.kill(one, SHUTDOWN)
    assert ended == [SHUTDOWN]
    assert not backends.wait_gone(one, 0.01, lambda: False)
    assert not backends.wait_gone(one, 10, lambda: True)
    threading.Timer(0.01, backends.leave, (1, 2_000)).start()
    assert backends.wait_gone(one, 10, lambda: False)


def test_counts() -> None:
    backends = Backends()
    one, other = backend(1), backend(2)
    for each in (one, other):
        backends.enter(each)
        each.activity.run("select 1", 5)
        each.activity.rest("I", 6)
    backends.kill(one, SHUTDOWN)
    backends.leave(1, 3_000)
    count = backends.counts(5_000)["db"]
    assert (count.sessions, count.killed, count.commits, count.rollbacks) == (2, 1, 2, 0)
    assert count.microseconds == 2_000 + 4_000


def test_the_oldest_message() -> None:
    backends = Backends()
    assert backends.oldest_message() is None
    for pid, began in ((1, 2_000_000), (2, 1_000_000), (3, 500_000)):
        one = backend(pid)
        one.activity.run("select 1", began)
        backends.enter(one)
    one.activity.rest("T", 3_000_000)
    assert backends.oldest_message() == datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)
