"""
Live views: how soon they have what was appended, whatever the history, the groups and the number of views;
what it costs to read and to make them; beside the same by computing everything anew.
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Final

import httpx

from bench.ingest import new_topic, readings
from bench.load import ARROW, stream
from bench.measuring import Measured, percentile, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.client import Client
    from bench.servers import World

SMALL, LARGE = 1_000_000, 10_000_000
BATCH: Final = 1_000
TIMES: Final = 60
VIEWS: Final = 20

FILL: Final = """
    insert into {topic}
    select i, 'name ' || (i % 1000), i / 7.0, timestamptz '2026-01-01' + (i % 86400) * interval '1 s'
    from generate_series(1, {rows}) r(i)"""
GROUPED: Final = "select name, count(*) as n, sum(id) as ids, max(seen) as last from {topic} group by name"
MEDIANS: Final = """
    select id % 10000 as k, max(id) as most, percentile_cont(0.5) within group (order by score) as middle
    from {topic} group by 1"""
MANY: Final = "select id % 1000000 as k, count(*) as n, sum(score) as s from {topic} group by 1"


def views(world: World) -> Iterator[Measured]:
    """Against limits, the query itself, and PostgreSQL's REFRESH MATERIALIZED VIEW."""
    client = world.to_gateway()
    urls = {}
    for topic, rows in (("small", SMALL), ("large", LARGE)):
        urls[topic] = new_topic(world.gateway, topic)
        client.query(FILL.format(topic=topic, rows=rows))
    made = seconds(lambda: _make(client, "by_name", GROUPED.format(topic="large")))
    yield Measured(f"CREATE over {LARGE:,} rows", made, 2, "limit", "s", 1)
    _make(client, "few", GROUPED.format(topic="small"))
    body = stream(readings(BATCH))
    large = list(_waits(client, urls["large"], body, "select n from by_name where name = 'name 7'"))
    yield Measured(
        f"a view has {BATCH:,} rows after their ack, p50", percentile(large, 50), 8, "limit", "ms", 1
    )
    yield Measured(
        f"a view has {BATCH:,} rows after their ack, p99", percentile(large, 99), 30, "limit", "ms", 1
    )
    small = list(_waits(client, urls["small"], body, "select n from few where name = 'name 7'"))
    yield _medians(f"the same on {LARGE:,} rows of history", large, small, f"on {SMALL:,}", 1 / 1.2)
    client.query("drop materialized view few")
    _make(client, "many", MANY.format(topic="small"))
    many = list(_waits(client, urls["small"], body, "select n from many where k = 7"))
    yield _medians("the same of 1,000,000 groups", many, small, "of 1,000", 1 / 2)
    point = [seconds(lambda: client.query("select n from many where k = 7")) * 1000 for _ in range(TIMES)]
    yield Measured("one of 1,000,000 groups, p50", percentile(point, 50), 5, "limit", "ms", 1)
    top = [
        seconds(lambda: client.query("select * from many order by n desc limit 10")) * 1000 for _ in range(9)
    ]
    yield Measured("the top 10 of 1,000,000 groups, p50", percentile(top, 50), 50, "limit", "ms", 1)
    client.query("drop materialized view many")
    for number in range(VIEWS):
        _make(client, f"v{number}", GROUPED.format(topic="small").replace("sum(id)", f"sum(id + {number})"))
    all_of_them = list(
        _waits(client, urls["small"], body, f"select n from v{VIEWS - 1} where name = 'name 7'")
    )
    yield Measured(
        f"{VIEWS} views have {BATCH:,} rows, p50", percentile(all_of_them, 50), 50, "limit", "ms", 1
    )
    client.query(f"drop materialized view {', '.join(f'v{number}' for number in range(VIEWS))}")
    yield _gone(client)
    yield from _beside(world, client)


def _gone(client: Client) -> Measured:
    """Rows go that a view cannot take back, of 3 of its groups."""
    _make(client, "medians", MEDIANS.format(topic="small"))
    waits = []
    for first in range(1, 28, 3):
        client.query(f"delete from small where id between {first} and {first + 2}")
        waits.append(seconds(lambda: client.query("select middle from medians where k = 7")))
    anew = [seconds(lambda: client.query("refresh materialized view medians")) for _ in range(3)]
    name = f"rows of 3 of 10,000 groups of {SMALL:,} rows go"
    took, other = statistics.median(waits) * 1000, statistics.median(anew) * 1000
    return Measured(name, took, other, "REFRESH", "ms", 1)


def _beside(world: World, client: Client) -> Iterator[Measured]:
    """Reading a view, and what it spares."""
    read = statistics.median(seconds(lambda: client.query("select * from by_name")) for _ in range(9))
    anew = statistics.median(seconds(lambda: client.query(GROUPED.format(topic="large"))) for _ in range(5))
    yield Measured("reading a view of 1,000 groups", read * 1000, anew * 1000, "its query", "ms", 1)
    postgres = world.to_postgres()
    postgres.query("create table large (id bigint, name varchar, score float8, seen timestamptz)")
    postgres.query(FILL.format(topic="large", rows=SMALL))
    postgres.query(f"create materialized view by_name as {GROUPED.format(topic='large')}")
    refresh = "refresh materialized view by_name"
    refreshed = statistics.median(seconds(lambda: postgres.query(refresh)) for _ in range(3))
    name = f"the same; REFRESH over {SMALL:,} rows"
    yield Measured(name, read * 1000, refreshed * 1000, "PostgreSQL 15", "ms", 1)


def _make(client: Client, name: str, query: str) -> None:
    client.query(f"create materialized view {name} as {query}")


def _waits(client: Client, url: str, body: bytes, sql: str) -> Iterator[float]:
    """How many milliseconds longer a SELECT takes right after an acknowledgement than alone."""
    client.query(sql)
    alone = statistics.median(seconds(lambda: client.query(sql)) for _ in range(TIMES))
    for _ in range(TIMES):
        httpx.post(url, content=body, headers={"Content-Type": ARROW}).raise_for_status()
        yield max(0.0, seconds(lambda: client.query(sql)) - alone) * 1000


def _medians(name: str, ours: Sequence[float], others: Sequence[float], versus: str, goal: float) -> Measured:
    return Measured(name, percentile(list(ours), 50), percentile(list(others), 50), versus, "ms", goal)
