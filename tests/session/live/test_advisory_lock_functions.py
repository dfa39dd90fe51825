"""
pg_advisory_lock() and its kin; what PostgreSQL answers is in the transcript `advisory_locks`.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError, QueryCanceled
from pggate.session.live.advisory_lock_functions import MACROS
from tests.waiting import wait_until

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect


def test_every_name_takes_both_kinds_of_keys() -> None:
    *both, alone = MACROS
    assert all("(key)" in macro and "(key1, key2)" in macro for macro in both)
    assert "pg_advisory_unlock_all()" in alone


@pytest.mark.slow
def test_sessions_keep_each_other_out(connect: Connect) -> None:
    one, other = connect(), connect()
    assert one.value("select pg_advisory_lock(17)") == ""
    assert other.value("select pg_try_advisory_lock(17)") == "f"
    assert one.value("select pg_advisory_unlock(17)") == "t"
    assert other.value("select pg_try_advisory_lock(17)") == "t"
    (notice,) = one.notices("select pg_advisory_unlock(17)")
    assert (notice.severity, notice.sqlstate) == ("WARNING", "01000")
    assert notice.message == "you don't own a lock of type ExclusiveLock"


@pytest.mark.slow
def test_a_transaction_of_savepoints_keeps_what_it_locked(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("begin", "select pg_advisory_xact_lock(1)", "savepoint s")
    assert one.code("select nope") == "42703"
    assert other.value("select pg_try_advisory_lock(1)") == "f"
    one.run("rollback to s", "commit")
    assert other.value("select pg_try_advisory_lock(1)") == "t"


@pytest.mark.slow
def test_who_waits_can_be_interrupted(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("select pg_advisory_lock(3)")
    told: list[PgError] = []
    waits = threading.Thread(target=lambda: told.append(other.error("select pg_advisory_lock(3)")))
    waits.start()
    wait_until(lambda: bool(one.rows("select 1 from pg_locks where not granted")))
    pid = other.identity.pid
    assert one.value(f"select wait_event from pg_stat_activity where pid = {pid}") == "advisory"
    assert one.value(f"select pg_blocking_pids({pid})") == f"{{{one.identity.pid}}}"
    other.session.interrupt(QueryCanceled("enough"))
    waits.join(10)
    assert told[0].message == "enough"


@pytest.mark.slow
def test_databases_have_locks_of_their_own(connect: Connect, session: Client) -> None:
    session.run("select pg_advisory_lock(9)")
    other = connect("pggate")
    assert other.value("select pg_try_advisory_lock(9)") == "t"
