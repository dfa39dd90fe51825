"""
One gateway at a time on a PostgreSQL catalog, whatever becomes of the connection that says so.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from pggate.engine.database import Engine
from pggate.engine.settings import EngineSettings
from pggate.errors import ObjectInUse, PgError
from pggate.lake import ownership
from pggate.lake.ownership import KEY, Ownership

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.server

HOLDER = f"""
    select a.pid, a.state, a.backend_xmin, a.application_name from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and (l.classid::bigint << 32 | l.objid::bigint) = {KEY}
      and l.database = (select oid from pg_database where datname = current_database())
"""


@pytest.fixture
def engines(tmp_path: Path) -> Iterator[tuple[Engine, Engine]]:
    """Two gateways' engines."""
    with ExitStack() as stack:
        one, other = (
            stack.enter_context(closing(Engine.open(EngineSettings(tmp_path / name, threads=1))))
            for name in ("one", "other")
        )
        yield one, other


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ownership, "WAIT_SECONDS", 0.0)


def test_the_first_has_it_until_it_releases_it(engines: tuple[Engine, Engine], postgres_dsn: str) -> None:
    one, other = engines
    first = Ownership(one, postgres_dsn)
    for _ in range(2):
        with pytest.raises(ObjectInUse, match=r"in use by another gateway on 127\.0\.0\.1") as refused:
            Ownership(other, postgres_dsn)
        first.keep()
    assert refused.value.hint is not None
    assert "pg_terminate_backend(" in refused.value.hint
    first.release()
    Ownership(other, postgres_dsn).release()


def test_it_holds_back_no_vacuum(engines: tuple[Engine, Engine], postgres_dsn: str) -> None:
    owner = Ownership(engines[0], postgres_dsn)
    with psycopg.connect(postgres_dsn) as connection:
        for _ in range(2):
            ((_, state, xmin, name),) = connection.execute(HOLDER).fetchall()
            assert (state, xmin, name) == ("idle", None, "pggate")
            owner.keep()
    owner.release()


def test_a_broken_connection_is_made_anew(engines: tuple[Engine, Engine], postgres_dsn: str) -> None:
    one, other = engines
    owner = Ownership(one, postgres_dsn)
    end_its_connection(postgres_dsn)
    owner.keep()
    with pytest.raises(ObjectInUse):
        Ownership(other, postgres_dsn)
    owner.release()


def test_who_has_lost_it_learns_so(engines: tuple[Engine, Engine], postgres_dsn: str) -> None:
    one, other = engines
    first = Ownership(one, postgres_dsn)
    end_its_connection(postgres_dsn)
    second = Ownership(other, postgres_dsn)
    for _ in range(2):
        with pytest.raises(ObjectInUse):
            first.keep()
    second.release()
    first.keep()
    first.release()


def test_no_database(engines: tuple[Engine, Engine]) -> None:
    for _ in range(2):
        with pytest.raises(PgError):
            Ownership(engines[0], "host=127.0.0.1 port=1 user=nobody dbname=nothing")


def end_its_connection(dsn: str) -> None:
    with psycopg.connect(dsn, autocommit=True) as connection:
        ((pid, *_),) = connection.execute(HOLDER).fetchall()
        connection.execute("select pg_terminate_backend(%s, 10000)", (pid,))
