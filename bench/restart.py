"""
How long a gateway takes to its first answer after very many commits, each with an idempotency key.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, Any, Final

import duckdb
import httpx
import psycopg

from bench.ingest import new_topic, readings
from bench.load import ARROW, LoadError, posts, stream
from bench.measuring import Measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.servers import World
    from tests.fix_gateway import Gateway

COMMITS: Final = 100_000
LIMIT: Final = 2.0
LOADED: Final = 3.0
"""Seconds of posts before the kill."""
MARKED: Final = "the-first-key"


class LostKeyError(Exception):
    """
    An append was made again although its key had been used.
    """


def restarts(world: World) -> Iterator[Measured]:
    """
    After a kill amid posts; and after very many commits, where the first start copies what they say of their
    appends, and the later ones find it copied.
    """
    yield Measured(
        "answers again after a kill amid posts", _killed(world.new_gateway("killed")), 5, "limit", "s", 1
    )
    gateway = world.gateway
    url, body = new_topic(gateway, "posted"), stream(readings(100))
    first = _post(url, body, MARKED)
    gateway.kill()
    _multiply(gateway.data_dir / "lakes" / "pggate.duckdb")
    for name in ("which copies their receipts", "once they are copied"):
        began = time.perf_counter()
        gateway.start()
        yield Measured(
            f"ready after {COMMITS:,} commits, {name}", time.perf_counter() - began, LIMIT, "limit", "s", 1
        )
        for key in (MARKED, f"key-{COMMITS - 1}"):
            if _post(url, body, key)["batch_id"] != first["batch_id"]:
                raise LostKeyError(key)
        gateway.kill()


def _killed(gateway: Gateway) -> float:
    """Seconds from the start to the first answer of a gateway that was killed while 64 clients posted."""
    load = threading.Thread(target=_until_killed, args=(new_topic(gateway, "posted"), stream(readings(100))))
    load.start()
    time.sleep(LOADED)
    gateway.kill()
    load.join()
    began = time.perf_counter()
    gateway.start()
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("select count(*) from posted")
    return time.perf_counter() - began


def _until_killed(url: str, body: bytes) -> None:
    with contextlib.suppress(LoadError):  # nobody answers the last ones
        posts([url], body, clients=64, count=1_000_000, http=1)


def _post(url: str, body: bytes, key: str) -> dict[str, Any]:
    answer = httpx.post(
        url, content=body, headers={"content-type": ARROW, "idempotency-key": key}, timeout=60
    )
    answer.raise_for_status()
    receipt: dict[str, Any] = answer.json()
    return receipt


def _multiply(catalog: Any) -> None:
    """Let the newest commit have been made again and again, each time with another key."""
    with duckdb.connect(str(catalog)) as connection:
        ((newest, message),) = connection.execute(
            "select snapshot_id, commit_extra_info from ducklake_snapshot_changes order by 1 desc limit 1"
        ).fetchall()
        before, after = message.split(MARKED)
        connection.execute(
            "insert into ducklake_snapshot select snapshot_id + n, snapshot_time, schema_version,"
            " next_catalog_id, next_file_id from ducklake_snapshot, range(1, $1) r(n) where snapshot_id = $2",
            [COMMITS, newest],
        )
        connection.execute(
            "insert into ducklake_snapshot_changes select snapshot_id + n, changes_made, author,"
            " commit_message, $3 || 'key-' || n || $4 from ducklake_snapshot_changes, range(1, $1) r(n)"
            " where snapshot_id = $2",
            [COMMITS, newest, before, after],
        )
