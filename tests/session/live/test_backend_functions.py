"""
What SQL asks of the live sessions; what PostgreSQL answers is in the transcript `backends`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pggate.errors import InsufficientPrivilege
from pggate.session.live.backend_functions import TERMINATE, UNSEEN, backend_functions
from pggate.session.live.backends import Backends
from tests.session.live.test_backends import backend

if TYPE_CHECKING:
    from tests.session.conftest import Connect


def called(backends: Backends, name: str, *arguments: Any) -> Any:
    (function,) = [one for one in backend_functions(backends) if one.name == name]
    return function.call(*arguments)


def test_only_a_superuser_sees_what_others_do() -> None:
    backends = Backends()
    boss, clerk = backend(1), backend(2, superuser=False)
    for each in (boss, clerk):
        backends.enter(each)
        each.activity.run("select 'ä' -- " + "ä" * 1000, 5)
    seen = {row["pid"]: row for row in called(backends, "~backends", 1)}
    assert len(seen[2]["query"].encode()) in {1022, 1023}
    assert seen[2]["state"] == "active"
    seen = {row["pid"]: row for row in called(backends, "~backends", 2)}
    assert (seen[1]["query"], seen[1]["state"], seen[1]["database"]) == (UNSEEN, None, None)
    assert (seen[1]["role"], seen[1]["application_name"]) == ("ann", "")
    assert seen[2]["state"] == "active"


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("~cancel_backend", (), "must be a superuser to cancel superuser query"),
        ("~terminate_backend", (0,), "must be a superuser to terminate superuser process"),
    ],
)
def test_a_superusers_session_is_a_superusers(name: str, arguments: tuple[int, ...], message: str) -> None:
    backends = Backends()
    backends.enter(backend(1))
    backends.enter(backend(2, superuser=False))
    with pytest.raises(InsufficientPrivilege, match=message):
        called(backends, name, 2, 1, *arguments)
    assert called(backends, name, 1, 2, *arguments)


def test_nobody_is_there() -> None:
    backends = Backends()
    asking = backend(1)
    backends.enter(asking)
    assert not called(backends, TERMINATE, 1, 7, 0)
    (notice,) = asking.notices.take()
    assert (notice.severity, notice.sqlstate) == ("WARNING", "01000")
    assert notice.message == "PID 7 is not a PostgreSQL backend process"
    backends.enter(backend(7))
    assert not called(backends, TERMINATE, 1, 7, 10), "it does not end"
    (notice,) = asking.notices.take()
    assert notice.message == "backend with PID 7 did not terminate within 10 milliseconds"


@pytest.mark.slow
def test_a_view_of_ours_shows_what_is_now(connect: Connect) -> None:
    one = connect()
    one.run("create view others as select pid, state from pg_stat_activity where pid <> pg_backend_pid()")
    other = connect()
    other.run("begin")
    found = dict(one.rows("select pid, state from others"))
    assert found[str(other.identity.pid)] == "idle in transaction"
    other.run("rollback")
    found = dict(one.rows("select pid, state from others"))
    assert found[str(other.identity.pid)] == "idle"


@pytest.mark.slow
def test_the_locks_of_a_transaction(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("create table t (a int)", "begin", "insert into t values (1)", "select a from t")
    sql = f"select locktype, relation::regclass, mode from pg_locks where pid = {one.identity.pid} order by 1, 3"
    assert other.rows(sql) == [
        ("relation", "t", "AccessShareLock"),
        ("relation", "t", "RowExclusiveLock"),
        ("virtualxid", None, "ExclusiveLock"),
    ]
    one.run("rollback")
    assert other.rows(sql) == []
