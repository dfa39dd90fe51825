"""
Ten thousand commits of one writer, while compaction merges their files: time does not grow with history.
"""

from __future__ import annotations

import json
import statistics
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import psycopg

from bench.ingest import new_topic, readings
from bench.load import posts, stream
from bench.measuring import Measured, percentile, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.load import Answer
    from bench.servers import World
    from tests.fix_gateway import Gateway

COMMITS: Final = 10_000
ROWS: Final = 100
ROUND: Final = 100
"""So many posts, and the live files are counted."""
COMPARED: Final = 1000
"""The first, and the last."""
MERGING: Final = 100.0
"""Milliseconds that an acknowledgement may take more while files are merged."""
FILES: Final = "select live_files from pggate.compaction where name = 'history'"
COUNT: Final = "select count(*) from history"
SUM: Final = "select sum(id), sum(score) from history"


def history(world: World) -> Iterator[Measured]:
    """Against limits, not peers."""
    gateway = world.new_gateway("commits", config={"log": {"level": "debug", "format": "json"}})
    answers, files = _posted(gateway)
    first, last = (statistics.fmean(one.wait for one in part) for part in _ends(answers))
    name = f"{COMMITS:,} commits, the last {COMPARED:,}, mean"
    yield Measured(name, last, first, f"the first {COMPARED:,}", "ms", 1 / 1.2)
    yield Measured(f"{COMMITS:,} commits, live files at most", files, 200, "the limit", "files", 1)
    beside, alone = (percentile(waits, 99) for waits in by_merges(answers, list(_merges(gateway))))
    yield Measured("an ack while files are merged, p99", beside, alone + MERGING, "else + 100 ms", "ms", 1)
    client = world.to_gateway(gateway)
    client.query(SUM)
    taken = statistics.median(seconds(lambda: client.query(SUM)) for _ in range(20))
    yield Measured(f"sum of their {COMMITS * ROWS:,} rows", taken * 1000, 50, "the limit", "ms", 1)


def _posted(gateway: Gateway) -> tuple[Sequence[Answer], int]:
    """What each post was answered, and how many live files there were at most."""
    url, body = new_topic(gateway, "history"), stream(readings(ROWS))
    answers: list[Answer] = []
    files = 0
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        while len(answers) < COMMITS:
            answers += posts([url], body, clients=1, count=ROUND, http=1).answers
            files = max(files, *_one_row(connection, FILES))
        assert _one_row(connection, COUNT) == (COMMITS * ROWS,)
    return answers, files


def _one_row(connection: psycopg.Connection, sql: str) -> tuple[Any, ...]:
    row = connection.execute(sql).fetchone()
    assert row is not None, sql
    return row


def _ends(answers: Sequence[Answer]) -> tuple[Sequence[Answer], Sequence[Answer]]:
    return answers[:COMPARED], answers[-COMPARED:]


def _merges(gateway: Gateway) -> Iterator[tuple[float, float]]:
    """When each has begun and ended, in seconds since 1970; the log knows it to the millisecond."""
    for line in gateway.log().splitlines():
        if '"compacted"' in line:
            event = json.loads(line)
            ended = datetime.fromisoformat(event["time"]).timestamp()
            yield ended - event["seconds"], ended


def by_merges(
    answers: Sequence[Answer], merges: Sequence[tuple[float, float]]
) -> tuple[list[float], list[float]]:
    """The waits of the answers that overlap a merge, and of the others."""
    beside: list[float] = []
    alone: list[float] = []
    for answer in answers:
        overlaps = any(begun < answer.ended and answer.begun < ended for begun, ended in merges)
        (beside if overlaps else alone).append(answer.wait)
    return beside, alone
