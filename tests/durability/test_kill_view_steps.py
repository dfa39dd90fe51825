"""
SIGKILL at every step of what the gateway does with its live views (mortal.py): after a commit of the lake's and
before the views have it, within the append, after it, within a merge of state, a build, the swap for one that was
made anew, and where groups are computed anew.  After the restart every view is its query, at the first SELECT.
"""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING

import pytest

from tests.durability import mortal
from tests.durability.test_kill_views import VIEWS, differences
from tests.durability.tools import session, until_killed
from tests.soaking import times

if TYPE_CHECKING:
    import psycopg

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

ROUNDS = times(4, soaking=30)
"""Each of seven kills."""

MORE = {
    "middle": "select g, percentile_cont(0.5) within group (order by v) as middle from t group by g",
    "alike": "select v % 40 as k, regr_count(v, v) as n, approx_count_distinct(g) as gs from t group by 1",
}
GROUPS = 60
"""So many that those of one of them are no tenth."""

CHANGES = (
    "delete from t where g = 'g3' and v % 2 = 0",
    "create materialized view if not exists passing as select v, count(*) as n from t group by v",
    "refresh materialized view most",
    "update t set v = v + 1 where v % 5 = 0",
    "begin; insert into t values ('g1', 1), ('new', 2); delete from t where g = 'new'; commit",
    "drop materialized view if exists passing",
    "delete from t where v > 45",
)
FIRST = {"regroup": 0, "build": 1, "rebuild": 2}
"""What leads to the step at once."""


def work(connection: psycopg.Connection, chance: random.Random, first: int) -> None:
    """Whatever there is to do for views, without end."""
    for number in itertools.count(first):
        rows = ", ".join(f"('g{chance.randrange(GROUPS)}', {chance.randrange(50)})" for _ in range(30))
        connection.execute(f"insert into t values {rows}".encode())
        connection.execute(CHANGES[number % len(CHANGES)].encode())
        connection.execute("select count(*) from most, sums")


def is_killed_at(gateway: Gateway, step: str, after: int, chance: random.Random) -> None:
    """While there is work."""
    file = gateway.directory / mortal.DIES
    with until_killed(), session(gateway) as connection:
        connection.execute("drop materialized view if exists passing")
        file.write_text(f"{step} {after}")
        work(connection, chance, FIRST.get(step, chance.randrange(5)))
    gateway.kill()
    file.unlink()


def test_views_are_their_queries_wherever_they_die(new_gateway: NewGateway) -> None:
    seed = random.randrange(1 << 30)
    print(f"seed {seed}")
    chance = random.Random(seed)
    views = VIEWS | MORE
    off = [
        word for name in ("https", "http", "flight", "flight-sql", "metrics") for word in (f"--{name}", "off")
    ]
    gateway = new_gateway(
        "--auth",
        "trust",
        *off,
        config={"log": {"level": "warning"}},
        environ=mortal.ENVIRON,
        module=mortal.__name__,
    )
    with session(gateway) as connection:
        connection.execute("create table t (g text, v int)")
        connection.execute(
            f"insert into t select 'g' || i % {GROUPS}, i % 50 from generate_series(1, 400) r(i)".encode()
        )
        for name, query in views.items():
            connection.execute(f"create materialized view {name} as {query}".encode())
    for number, name in itertools.product(range(seed, seed + ROUNDS), mortal.POINTS):
        step, after = mortal.POINTS[name][number % len(mortal.POINTS[name])]
        is_killed_at(gateway, step, after, chance)
        gateway.restart()
        with session(gateway) as connection:
            assert differences(connection, views) == [], f"{name}: {step} {after}"
    assert gateway.terminate() == 0
