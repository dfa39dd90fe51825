"""
Messages in an order that nobody has thought of: pggate answers each of them as PostgreSQL 15 does.

What differs for a known reason is not said here: Parse of DROP of what does not exist fails at once, EXPLAIN has
no COSTS, and Bind counts its formats before it looks for its statement.
"""

from __future__ import annotations

import itertools
import random
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from pggate.wire import backend as b
from pggate.wire import frontend as f
from tests.transcripts.client import Client
from tests.transcripts.messages import Closed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway, Login
    from tests.fix_postgres import PostgresDatabase

pytestmark = [pytest.mark.server, pytest.mark.slow]

SEEDS = range(150)
SENTINEL = 5 * [f.Close("S", "no such statement")]
"""Its answer ends that of a batch of messages."""

FIVE = "select i from (values (1),(2),(3),(4),(5)) v(i) order by i"
QUERIES = (
    "select 1 as a",
    "select null::int as n",
    "values (1, 'x')",
    FIVE,
    "select a from q order by a",
    "table q",
    "select nope",
    "selec",
    "",
    "  ;  ",
)
WITH_PARAMETERS = (
    "select $1::int as x",
    "select $1::int + $2::int as y, 'k'::text as t",
    "select i, $1::text as t from (values (1),(2),(3)) v(i) order by i",
    "insert into q values ($1)",
    "delete from q where a = $1",
)
CHANGES = (
    "create temp table q (a int)",
    "insert into q values (1)",
    "insert into q select i from (values (1),(2),(3)) v(i)",
    "update q set a = a + 1",
)
BLOCKS = (
    *("begin", "commit", "rollback", "start transaction read only", "commit and chain", "abort"),
    *("savepoint s", "rollback to s", "release s"),
)
CURSORS = (
    *(f"declare c cursor for {FIVE}", f"declare h cursor with hold for {FIVE}"),
    *(
        "fetch 2 from c",
        "fetch all from c",
        "fetch 1 from h",
        "move 1 in c",
        "close c",
        "close h",
        "close all",
    ),
)
COMMANDS = (
    *("prepare p as select 7 as seven", "execute p", "deallocate p", "deallocate all", "discard plans"),
    *("set extra_float_digits = 1", "set local extra_float_digits = 2", "show extra_float_digits"),
    *("reset extra_float_digits",),
)
PREPARED = (*QUERIES, *WITH_PARAMETERS, *CHANGES, *BLOCKS, *CURSORS, *COMMANDS)
SAID = (*PREPARED, "drop table q", "select 1 as a; select 2 as b", "begin; select 1 as a; commit")

STATEMENTS = ("", "", "s1", "s2")
PORTALS = ("", "", "p1", "p2", "c")
VALUES = (b"1", b"2", b"x", None, b"")


def message(choose: random.Random) -> f.Frontend:
    """Any message that may come between two statements."""
    one = choose.choice
    match choose.choices(("query", "parse", "bind", "describe", "execute", "close", "sync", "flush"),
                         (22, 20, 20, 10, 14, 4, 7, 3))[0]:  # fmt: skip
        case "query":
            return f.Query(one(SAID))
        case "parse":
            return f.Parse(one(STATEMENTS), one(PREPARED), one(((), (), (), (23,), (0,), (23, 23))))
        case "bind":
            values = tuple(one(VALUES) for _ in range(one((0, 0, 1, 1, 2))))
            return f.Bind(one(PORTALS), one(STATEMENTS), (), values, one(((), (), (0,), (1,))))
        case "describe":
            return f.Describe(one(("S", "P")), one(STATEMENTS + PORTALS))
        case "execute":
            return f.Execute(one(PORTALS), one((0, 0, 0, 1, 2, 3)))
        case "close":
            return f.Close(one(("S", "P")), one(STATEMENTS + PORTALS))
        case "sync":
            return f.Sync()
        case _:
            return f.Flush()


def batches(seed: int) -> list[list[f.Frontend]]:
    choose = random.Random(seed)
    return [[message(choose) for _ in range(choose.choice((1, 2, 3, 5, 8)))] for _ in range(6)]


PORTAL_ERRORS = ("34000", "55000")
"""There is none, or it cannot be run: a simple query that fails in a block leaves PostgreSQL one that cannot."""


def told(reply: b.Backend | Closed) -> list[str]:
    """What has to be the same: of an error its code, of settings nothing."""
    match reply:
        case b.ErrorResponse(error):
            return [f"error {'of a portal' if error.code in PORTAL_ERRORS else error.code}"]
        case b.NoticeResponse(notice):
            return [f"notice {notice.sqlstate}"]
        case b.ParameterStatus():
            return []
        case _:
            return [str(shown(reply))]


def answers(login: Login, asked: list[list[f.Frontend]]) -> Iterator[list[str]]:
    with closing(Client(login["host"], login["port"])) as client:
        client.start({"user": login["user"], "database": login["database"]}, (3, 0), login["password"])
        while not isinstance(client.receive(), b.ReadyForQuery):
            pass
        for batch in asked:
            client.send(b"".join(map(f.encode, [*batch, f.Sync(), *SENTINEL, f.Sync()])))
            yield list(itertools.chain.from_iterable(map(told, until_sentinel(client))))


def until_sentinel(client: Client) -> Iterator[b.Backend | Closed]:
    closed = 0
    while True:
        reply = client.receive()
        yield reply
        if isinstance(reply, Closed) or (closed >= len(SENTINEL) and isinstance(reply, b.ReadyForQuery)):
            return
        closed = closed + 1 if isinstance(reply, b.CloseComplete) else 0


@pytest.fixture
def ours(gateway: Gateway) -> Iterator[Login]:
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("create database conversations")
        yield gateway.login(database="conversations")
        connection.execute("drop database conversations")


def test_conversations(postgres_database: PostgresDatabase, ours: Login) -> None:
    server = postgres_database.server
    oracle: Login = {
        "host": server.host,
        "port": server.port,
        "user": "postgres",
        "password": None,
        "database": postgres_database.name,
    }
    for seed in SEEDS:
        asked = batches(seed)
        for batch, right, found in zip(asked, answers(oracle, asked), answers(ours, asked), strict=True):
            assert found == right, (seed, batch)
