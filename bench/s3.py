"""
Appends to a lake on S3 that takes 30 ms for a PUT: moto, an S3 server in Python, behind the tests' proxy.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from bench.ingest import TOPICS, new_topic, readings
from bench.load import posts, posts_to_each, stream
from bench.measuring import Measured
from tests.fault_proxy import FaultProxy, late
from tests.fix_s3 import FaultyS3, new_bucket, running_moto

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.servers import World

LATENCY: Final = 0.03
"""Seconds; what moto itself takes comes on top."""


def appends(world: World) -> Iterator[Measured]:
    """Against limits, not peers."""
    moto = world.enter(running_moto(world.directory))
    proxy = world.enter(closing(FaultProxy(moto.endpoint)))
    proxy.plan(late(LATENCY), "PUT", times=None)
    gateway = world.new_gateway("s3", config={"lake": FaultyS3(proxy, new_bucket(moto)).config()})
    body = stream(readings(100))
    name = f"S3 with {LATENCY * 1000:g} ms"

    url = new_topic(gateway, "posted")
    posts([url], body, clients=8, count=100, http=1)
    many = posts([url], body, clients=64, count=5000, http=1)
    yield Measured(f"{name}, 64 writers x 100 rows, ack p50", many.p50, 120, "the limit", "ms", 1)
    yield Measured(f"{name}, 64 writers x 100 rows, ack p99", many.p99, 300, "the limit", "ms", 1)

    urls = [new_topic(gateway, f"one_of_{number}") for number in range(TOPICS)]
    crowd = posts_to_each(urls, body, clients=10, count=100)
    yield Measured(f"{name}, {TOPICS} topics at once, ack p50", crowd.p50, 500, "the limit", "ms", 1)
