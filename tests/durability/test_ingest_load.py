"""
Many clients at once share commits; an append that is alone waits for nobody.
"""

from __future__ import annotations

import statistics
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from tests.durability.tools import Crew, Poster, metric, rows, session, token_for
from tests.ingest.streams import stream

if TYPE_CHECKING:
    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

POSTS = 1000
ROWS = 100
CLIENTS = 64
POSTS_PER_COMMIT = 5  # at least
ALONE = 60


@pytest.fixture
def gateway(new_gateway: NewGateway) -> Gateway:
    """One whose commits are appends alone: a merge is a commit, too."""
    return new_gateway(config={"compaction": {"enabled": False}})


def body(first: int) -> bytes:
    numbers = range(first, first + ROWS)
    return stream(
        pa.record_batch(
            {"k": pa.array(numbers, pa.int64()), "text": pa.array([f"row {number}" for number in numbers])}
        )
    )


def topic(gateway: Gateway, name: str) -> str:
    with session(gateway) as connection:
        connection.execute(f"create table {name} (k bigint, text varchar)")
        return token_for(connection, f"public.{name}")


def post_some(poster: Poster, bodies: list[bytes], start: threading.Barrier, snapshots: list[int]) -> None:
    start.wait()
    for one in bodies:
        answer = poster.post(one)
        assert (answer.status, answer.body["rows"]) == (200, ROWS), answer
        snapshots.append(answer.body["snapshot"])


def test_a_thousand_posts_of_64_clients(gateway: Gateway) -> None:
    token = topic(gateway, "crowd")
    bodies = [body(ROWS * number) for number in range(POSTS)]
    start, crew, snapshots = threading.Barrier(CLIENTS + 1), Crew(), list[int]()
    posters = [Poster(gateway, token) for _ in range(CLIENTS)]
    commits = metric(gateway, "pggate_commits_total")
    for number, poster in enumerate(posters):
        crew.start(post_some, poster, bodies[number::CLIENTS], start, snapshots)
    start.wait()
    began = time.monotonic()
    crew.join()
    seconds = time.monotonic() - began
    commits = metric(gateway, "pggate_commits_total") - commits
    for poster in posters:
        poster.close()
    print(
        f"{POSTS / seconds:.0f} acks/s, {POSTS * ROWS / seconds:.0f} rows/s, {commits:.0f} commits,"
        f" {POSTS / commits:.1f} posts per commit"
    )
    with session(gateway) as connection:
        assert rows(connection, "select count(*), count(distinct k), min(k), max(k) from crowd") == [
            (POSTS * ROWS, POSTS * ROWS, 0, POSTS * ROWS - 1)
        ]
    assert len(snapshots) == POSTS
    assert len(set(snapshots)) == commits
    assert commits * POSTS_PER_COMMIT <= POSTS
    assert metric(gateway, "pggate_append_waiting_bytes") == 0


def test_an_append_that_is_alone_waits_for_nobody(gateway: Gateway) -> None:
    """Each has a commit of its own, which costs no more than one that nothing could have delayed."""
    token = topic(gateway, "alone")
    snapshots, posts, transactions = [], [], []
    with closing(Poster(gateway, token)) as poster, session(gateway) as connection:
        for number in range(ALONE):
            began = time.monotonic()
            answer = poster.post(body(ROWS * number))
            posts.append(time.monotonic() - began)
            assert answer.status == 200
            snapshots.append(answer.body["snapshot"])
        first = snapshots[0]
        assert snapshots == list(range(first, first + ALONE))
        connection.execute("create table aside as select * from alone limit 100")
        for _ in range(ALONE):
            began = time.monotonic()
            with connection.transaction():
                connection.execute("insert into aside select * from aside limit 100")
            transactions.append(time.monotonic() - began)
    post, transaction = statistics.median(posts), statistics.median(transactions)
    print(f"alone: post {post * 1000:.1f} ms, transaction {transaction * 1000:.1f} ms (medians)")
    assert post < 2 * transaction
