"""
What is sent again with its idempotency key exists once: by HTTP, INSERT and COPY, through restarts and at the
same moment.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING

import psycopg
import pyarrow as pa
import pytest

from tests.durability.tools import Poster, rows, session, token_for
from tests.ingest.streams import stream
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

BODY = stream(pa.record_batch({"a": pa.array([1, 2, 3], pa.int32())}))


@pytest.fixture
def t(gateway: Gateway) -> Iterator[psycopg.Connection]:
    with session(gateway) as connection:
        connection.execute("create or replace table t (a int)")
        yield connection
        connection.execute("drop table t")


def count(connection: psycopg.Connection) -> int:
    return int(rows(connection, "select count(*) from t")[0][0])


def use(connection: psycopg.Connection, key: str) -> None:
    connection.execute(f"set pggate.idempotency_key = '{key}'")


def test_a_post_that_is_repeated_gets_its_receipt_again(t: psycopg.Connection, gateway: Gateway) -> None:
    with contextlib.closing(Poster(gateway, token_for(t, "t"))) as poster:
        first, again = (poster.post(BODY, "k-1") for _ in range(2))
    assert first.status == again.status == 200
    assert first.body == again.body
    assert count(t) == 3


def test_a_key_is_for_one_statement(t: psycopg.Connection) -> None:
    use(t, "k-2")
    t.execute("insert into t values (1)")
    assert rows(t, "show pggate.idempotency_key") == [("",)]
    t.execute("insert into t values (1)")
    use(t, "k-2")
    assert t.execute("insert into t values (1)").statusmessage == "INSERT 0 1"
    assert count(t) == 2


def test_a_statement_that_fails_leaves_its_key(t: psycopg.Connection) -> None:
    use(t, "k-3")
    with pytest.raises(psycopg.errors.InvalidTextRepresentation):
        t.execute("insert into t values ('x')")
    assert rows(t, "show pggate.idempotency_key") == [("k-3",)]
    t.execute("insert into t values (1)")
    assert count(t) == 1


@pytest.mark.parametrize("size", [3, 2_000_000], ids=["in a batch", "in several segments"])
def test_copy(t: psycopg.Connection, size: int) -> None:
    for _ in range(2):
        use(t, f"copy-{size}")
        with t.cursor() as cursor:
            with cursor.copy("copy t from stdin") as copy:
                for _ in range(size // 1_000 or 1):
                    copy.write("1\n" * min(size, 1_000))
            assert cursor.rowcount == size
    assert count(t) == size
    ((kept,),) = rows(t, f"select rows from pggate.receipts where idempotency_key = 'copy-{size}'")
    assert kept == size


def test_a_large_insert(t: psycopg.Connection) -> None:
    for _ in range(2):
        use(t, "large")
        t.execute("insert into t select generate_series(1, 5000000)")
    assert count(t) == 5_000_000


def test_in_a_transaction_the_key_is_used_when_it_commits(t: psycopg.Connection) -> None:
    for end, there in (("rollback", 1), ("commit", 3), ("commit", 4)):
        t.execute("begin")
        t.execute("insert into t values (0)")
        use(t, "k-4")
        t.execute("insert into t values (1), (2)")
        t.execute(end)
        t.execute("insert into t values (9)" if end == "rollback" else "select 1")
        assert count(t) == there + (end == "commit")


def test_a_savepoint_gives_its_key_back(t: psycopg.Connection) -> None:
    with t.transaction():
        t.execute("savepoint s")
        use(t, "k-5")
        t.execute("insert into t values (1)")
        t.execute("rollback to s")
        use(t, "k-5")
        t.execute("insert into t values (2)")
    assert rows(t, "select a from t") == [(2,)]


def test_who_comes_meanwhile_waits_and_gets_the_same(t: psycopg.Connection, gateway: Gateway) -> None:
    answers = []
    t.execute("begin")
    use(t, "k-6")
    t.execute("insert into t values (1), (2), (3)")
    with session(gateway) as other:
        poster = Poster(gateway, token_for(other, "t"))
        posting = threading.Thread(target=lambda: answers.append(poster.post(BODY, "k-6")))
        posting.start()
        posting.join(0.5)
        assert not answers
        t.execute("commit")
        posting.join(LONG)
        poster.close()
        assert answers[0].status == 200
        assert count(other) == 3
        assert rows(other, "select batch_id, rows from pggate.receipts where idempotency_key = 'k-6'") == [
            (answers[0].body["batch_id"], 3)
        ]


def test_who_waits_hears_of_a_rollback(t: psycopg.Connection, gateway: Gateway) -> None:
    answers = []
    t.execute("begin")
    use(t, "k-7")
    t.execute("insert into t values (1)")
    with session(gateway) as other, contextlib.closing(Poster(gateway, token_for(other, "t"))) as poster:
        posting = threading.Thread(target=lambda: answers.append(poster.post(BODY, "k-7")))
        posting.start()
        posting.join(0.3)
        t.execute("rollback")
        posting.join(LONG)
        assert answers[0].status == 503
        assert poster.post(BODY, "k-7").status == 200
        assert count(other) == 3


@pytest.mark.parametrize(
    "statement",
    [
        "create table u (a int); insert into u values (1)",
        "insert into k values (1) on conflict (a) do nothing",
        "insert into t values (1) returning a",
        "with w as (insert into t values (1) returning a) insert into t select a from w",
        "create temp table if not exists own (a int); insert into own values (1)",
    ],
)
def test_other_inserts_take_no_key(t: psycopg.Connection, statement: str) -> None:
    t.execute("create table if not exists k (a int primary key)")
    use(t, "k-8")
    with pytest.raises(psycopg.errors.FeatureNotSupported, match="idempotency key"):
        t.execute(statement)


def test_a_key_is_checked_where_it_is_set(t: psycopg.Connection) -> None:
    with pytest.raises(psycopg.errors.InvalidParameterValue, match="invalid idempotency key"):
        use(t, "two words")


def test_a_key_outlives_kills_and_the_copying_of_receipts(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--https", "off")
    with session(gateway) as connection:
        connection.execute("create table t (a int)")
        token = token_for(connection, "t")
    receipts = {}
    for turn in range(3):
        for key in ("first", f"turn-{turn}"):
            with contextlib.closing(Poster(gateway, token)) as poster:
                answer = poster.post(BODY, key)
            assert answer.status == 200
            assert receipts.setdefault(key, answer.body) == answer.body
        if turn == 1:
            with session(gateway) as connection:
                wait_until(lambda: len(rows(connection, "select 1 from pggate.receipts")) == 3)
        gateway.kill()
        gateway.start()
    with session(gateway) as connection:
        assert count(connection) == 3 * len(receipts)
        found = rows(connection, "select idempotency_key, batch_id, rows, snapshot from pggate.receipts")
        assert {key: rest for key, *rest in found} == {
            key: [body["batch_id"], body["rows"], body["snapshot"]] for key, body in receipts.items()
        }


def test_who_waits_can_give_up(t: psycopg.Connection, gateway: Gateway) -> None:
    t.execute("begin")
    use(t, "k-9")
    t.execute("insert into t values (1)")
    with session(gateway) as other:
        for limit, error in (
            ("statement_timeout", psycopg.errors.QueryCanceled),
            ("lock_timeout", psycopg.errors.LockNotAvailable),
        ):
            other.execute(f"set {limit} = 300")
            use(other, "k-9")
            began = time.monotonic()
            with pytest.raises(error):
                other.execute("insert into t values (1)")
            assert time.monotonic() - began < LONG / 2
            other.execute(f"set {limit} = 0")
        t.execute("commit")
        other.execute("insert into t values (1)")  # the key stayed where the statement failed
        assert count(other) == 1


def test_a_transaction_does_not_wait_for_itself(t: psycopg.Connection) -> None:
    with t.transaction():
        for _ in range(2):
            use(t, "k-10")
            t.execute("insert into t values (1)")
    assert count(t) == 1


def test_what_is_rolled_back_takes_its_key_along(t: psycopg.Connection) -> None:
    use(t, "k-11")
    t.execute("begin")
    t.execute("insert into t values (100)")
    t.execute("rollback")
    t.execute("insert into t values (200)")
    use(t, "k-11")
    t.execute("insert into t values (100)")
    assert rows(t, "select a from t order by a") == [(100,), (200,)]


@pytest.mark.parametrize("name", ["declared", "receipts", "keys", "pggate", "commit"])
def test_any_word_is_a_key_and_a_column(new_gateway: NewGateway, name: str) -> None:
    gateway = new_gateway("--https", "off")
    with session(gateway) as connection:
        connection.execute(f"create table t (a int, {name} varchar(3))")
        with contextlib.closing(Poster(gateway, token_for(connection, "t"))) as poster:
            first = poster.post(BODY, name)
            assert first.status == 200
            connection.execute("create table u (a varchar(3))")
            assert rows(connection, "select idempotency_key from pggate.receipts") == [(name,)]
    gateway.kill()
    gateway.start()
    with (
        session(gateway) as connection,
        contextlib.closing(Poster(gateway, token_for(connection, "t"))) as poster,
    ):
        assert poster.post(BODY, name) == first
        assert count(connection) == 3
