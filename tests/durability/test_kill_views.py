"""
SIGKILL while rows come and go, views are made and dropped, and their state is merged: after every restart each
live view is its query, at the first SELECT.

The seed of every run stands in the report.
"""

from __future__ import annotations

import random
import shutil
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.durability.tools import Crew, session, until_killed
from tests.soaking import times
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

KILLS = times(8, soaking=200)
ACKS = 30  # before each kill

VIEWS = {
    "sums": "select g, count(*) as n, sum(v) as s, avg(v) as mean from t group by g",
    "most": "select g, max(v) as most, min(v) as least from t group by g",
    "few": "select g, v, v * 2 as w from t where v % 7 = 0",
    "kinds": "select distinct g from t",
    "top": "select g, count(*) as n from t group by g having count(*) > 3 order by n desc, g limit 5",
    "whole": "select count(*) as n, sum(v) as s, bool_or(v > 10) as o from t",
}


class Told:
    """
    What the writers were told.
    """

    def __init__(self) -> None:
        self.acks = 0
        self.lock = threading.Lock()

    def acknowledged(self) -> None:
        with self.lock:
            self.acks += 1


def write(gateway: Gateway, told: Told, seed: int) -> None:
    chance = random.Random(seed)
    with until_killed(), session(gateway) as connection:
        while True:
            rows = ", ".join(
                f"('g{chance.randrange(9)}', {chance.randrange(50)})" for _ in range(chance.randrange(1, 20))
            )
            connection.execute(f"insert into t values {rows}".encode())
            told.acknowledged()


def change(gateway: Gateway, told: Told, seed: int) -> None:
    chance = random.Random(seed)
    changes = (
        "update t set v = v + 1 where v % 5 = 0",
        "delete from t where v > 45",
        "begin; insert into t values ('g1', 1), ('new', 2); delete from t where g = 'new'; commit",
        "call pggate.compact('t')",
        "drop materialized view if exists passing",
        "create materialized view if not exists passing as select v, count(*) as n from t group by v",
        "refresh materialized view most",
    )
    with until_killed(), session(gateway) as connection:
        while True:
            try:
                connection.execute(chance.choice(changes).encode())
            except psycopg.errors.SerializationFailure:
                connection.rollback()
            told.acknowledged()


def is_under_way(told: Told, crew: Crew) -> bool:
    return told.acks >= ACKS or bool(crew.errors)


def differences(connection: psycopg.Connection, views: Mapping[str, str] = VIEWS) -> list[str]:
    """The views that are not their queries; nobody writes."""
    found = []
    passing = connection.execute("select 1 from pg_matviews where matviewname = 'passing'").fetchone()
    wanted = dict(views)
    if passing is not None:
        wanted["passing"] = "select v, count(*) as n from t group by v"
    for name, query in wanted.items():
        view = connection.execute(f"select * from {name}".encode()).fetchall()
        truth = connection.execute(query.encode()).fetchall()
        if sorted(map(repr, view)) != sorted(map(repr, truth)):
            found.append(f"{name}: {view} is not {truth}")
    return found


def test_views_are_their_queries_after_every_kill(new_gateway: NewGateway) -> None:
    seed = random.randrange(1 << 30)
    print(f"seed {seed}")
    chance = random.Random(seed)
    gateway = new_gateway("--auth", "trust", config={"log": {"level": "warning"}})
    with session(gateway) as connection:
        connection.execute("create table t (g text, v int)")
        for name, query in VIEWS.items():
            connection.execute(f"create materialized view {name} as {query}".encode())
    for kill in range(KILLS):
        told = Told()
        crew = Crew()
        for number in range(2):
            crew.start(write, gateway, told, chance.randrange(1 << 30) + number)
        crew.start(change, gateway, told, chance.randrange(1 << 30))
        wait_until(partial(is_under_way, told, crew), LONG)
        time.sleep(chance.random() * 0.2)
        gateway.kill()
        crew.join()
        if kill % 4 == 3:  # what is lost is made anew
            shutil.rmtree(gateway.data_dir / "views")
        gateway.restart()
        with session(gateway) as connection:
            assert differences(connection) == []
    assert gateway.terminate() == 0
