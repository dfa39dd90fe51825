"""
SIGKILL between a commit that declares something and the registry's knowing of it: nothing is lost.

The process is killed where the projection would be brought up to date, so that only the commit's own message has
what was declared.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fix_gateway import NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

KILLED = """
import os, signal, sys
from contextlib import ExitStack
from pathlib import Path
from pggate import config
from pggate.composition import open_gateway
from pggate.datadir import DataDirectory
from pggate.lake.declarations import Declarations
from tests.session.conftest import Client

path = sys.argv[1]
with ExitStack() as stack:
    gateway = open_gateway(config.load(None, {}, {"data_dir": path, "auth": "trust"}), DataDirectory(Path(path)), stack)
    client = Client(gateway, "pggate")
    for sql in sys.argv[2:-1]:
        client.run(sql)
    Declarations.catch_up = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    client.run("begin", *sys.argv[-1].split(";"), "commit")
"""


def killed_after(directory: Path, *statements: str) -> None:
    """A gateway that runs these, and dies when the last of them is committed and nobody knows yet."""
    command = [sys.executable, "-c", KILLED, str(directory), *statements]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr


def test_what_was_declared_is_there_after_the_kill(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--auth", "trust")
    gateway.terminate()
    killed_after(
        gateway.directory / "data",
        "create type old as enum ('x')",
        "create type mood as enum ('sad', 'ok');"
        "alter type old add value 'y';"
        "create table t (id serial primary key, v varchar(3), m mood, o old)",
    )
    gateway.restart()
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        for sql, code in (
            ("insert into t (v) values ('abcd')", "22001"),
            ("insert into t (m) values ('happy')", "22P02"),
            ("insert into t (id) values (null)", "23502"),
        ):
            with pytest.raises(psycopg.Error) as caught:
                connection.execute(sql)
            assert caught.value.sqlstate == code
        connection.execute("insert into t (v, m, o) values ('abc', 'ok', 'y'), ('ab', 'sad', 'x')")
        assert connection.execute("select v from t order by m").fetchall() == [("ab",), ("abc",)]
        keys = "select conname from pg_constraint where conrelid = 't'::regclass"
        assert connection.execute(keys).fetchall() == [("t_pkey",)]


def test_numbers_come_once_whenever_the_process_dies(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--auth", "trust")
    found: list[int] = []
    for _ in range(3):
        with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
            connection.execute("create table if not exists n (id serial, v int)")
            rows = connection.execute("insert into n (v) select 1 from generate_series(1, 5) returning id")
            found += [id_ for (id_,) in rows.fetchall()]
        gateway.kill()
        gateway.restart()
    assert len(set(found)) == len(found) == 15
    assert found == sorted(found)
