"""
SIGKILL of a gateway that gives out numbers: what a row was acknowledged with nobody gets again.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

ROUNDS = 3
SECONDS = 1.0
STATEMENTS = (
    "insert into t values (nextval('s'), 0) returning id",
    "insert into t (v) values (1), (2), (3) returning id",
    "insert into t select nextval('s'), x from generate_series(1, 5) g (x) returning id",
)


def load(gateway: Gateway, statement: str, given: list[int]) -> None:
    """Insert until the gateway is gone; `given` are the numbers of acknowledged rows."""
    with (
        contextlib.suppress(psycopg.OperationalError),
        psycopg.connect(gateway.dsn(), autocommit=True) as own,
    ):
        while True:
            given += [number for (number,) in own.execute(statement).fetchall()]


def test_no_number_comes_twice(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--auth", "trust")
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("create sequence s")
        connection.execute("create table t (id bigint default nextval('s'), v int)")
    given: list[int] = []
    for _ in range(ROUNDS):
        loaders = [threading.Thread(target=load, args=(gateway, text, given)) for text in STATEMENTS]
        for loader in loaders:
            loader.start()
        killer = threading.Timer(SECONDS, gateway.kill)
        killer.start()
        for thread in (*loaders, killer):
            thread.join()
        gateway.restart()
        with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
            ((following,),) = connection.execute("select nextval('s')").fetchall()
        assert following > max(given)
    assert len(set(given)) == len(given) > ROUNDS
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        rows = [number for (number,) in connection.execute("select id from t").fetchall()]
    assert len(set(rows)) == len(rows)
    assert set(given) <= set(rows)


def test_what_a_sequence_is_outlives_the_kill(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--auth", "trust")
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("create table t (a int)")
        connection.execute("create sequence s increment 5 start 10 owned by t.a")
        connection.execute("alter table t alter a set default nextval('s')")
        connection.execute("select setval('s', 100)")
    gateway.kill()
    gateway.restart()
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        assert connection.execute("insert into t values (default) returning a").fetchall() == [(105,)]
        connection.execute("select setval('s', 20, false)")
    gateway.terminate()
    gateway.restart()
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        assert connection.execute("select nextval('s')").fetchall() == [(20,)]
        assert connection.execute("select pg_get_serial_sequence('t', 'a')").fetchall() == [("public.s",)]
