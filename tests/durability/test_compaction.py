"""
SIGKILL while files are merged: what was acknowledged is there once, what was deleted stays deleted.
"""

from __future__ import annotations

import itertools
import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.durability.tools import rows, session, until_killed, value
from tests.soaking import times
from tests.waiting import wait_until

if TYPE_CHECKING:
    import psycopg

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

KILLS = times(3, soaking=40)
MERGES = 3  # at least, before each kill
OFF = ("--https", "off", "--http", "off", "--flight", "off")


class Clients:
    """
    One inserts numbers and one deletes every third of them; what they know is kept outside the server.
    """

    def __init__(self) -> None:
        self.inserted = 0  # acknowledged: all numbers below it
        self.deleted = 0  # the same of every third one
        self.is_over = False

    def insert(self, gateway: Gateway) -> None:
        with until_killed(), session(gateway) as client:
            for number in itertools.count(self.inserted):
                client.execute("insert into t values (%s, repeat('x', 100))", (number,))
                self.inserted = number + 1

    def has(self, number: int) -> bool:
        """Is there such a row, or will there be none?"""
        return self.inserted > number or self.is_over

    def delete(self, gateway: Gateway) -> None:
        with until_killed(), session(gateway) as client:
            for number in itertools.count(self.deleted, 3):
                wait_until(partial(self.has, number))
                if self.is_over:
                    return
                client.execute("delete from t where n = %s", (number,))
                self.deleted = number + 3


def has_merged(client: psycopg.Connection) -> bool:
    return bool(value(client, "select coalesce(sum(merges), 0) from pggate.compaction") >= MERGES)


def test_kills_amid_merges(new_gateway: NewGateway) -> None:
    gateway = new_gateway(*OFF, config={"compaction": {"small_files": 2}})
    with session(gateway) as client:
        client.execute("create table t (n int, v text)")
    clients = Clients()
    for _ in range(KILLS):
        clients.is_over = False
        at_work = [threading.Thread(target=work, args=[gateway]) for work in (clients.insert, clients.delete)]
        for thread in at_work:
            thread.start()
        with until_killed(), session(gateway) as client:
            wait_until(partial(has_merged, client))
        gateway.kill()
        clients.is_over = True
        for thread in at_work:
            thread.join()
        gateway.start()
        with session(gateway) as client:
            found = [n for (n,) in rows(client, "select n from t order by n")]
            assert value(client, "select pggate.damage()") == []
        there = set(found)
        assert len(found) == len(there)
        if clients.inserted in there:  # it was in flight, and had happened
            clients.inserted += 1
        if clients.deleted < clients.inserted and clients.deleted not in there:
            clients.deleted += 3
        gone = set(range(0, clients.deleted, 3))
        assert there == set(range(clients.inserted)) - gone
    with session(gateway) as client:
        value(client, "select count(*) from pggate.compaction")
        client.execute("call pggate.compact('t')")
        assert value(client, "select live_files from pggate.compaction") <= 3
