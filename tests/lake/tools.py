"""
Small things that the lake's tests say often.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pggate.engine.definitions import Relation
from pggate.engine.names import quote_literal, search_path
from pggate.lake.catalogs import alias

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

LONG = 20.0  # seconds; no test waits as long unless something is wrong


def rows(lake: Lake, sql: str) -> list[tuple[Any, ...]]:
    """A query on a cursor of its own, with the lake's schema first on the path."""
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.run(f"set search_path = {quote_literal(search_path([(lake.alias, 'public')]))}")
        return cursor.rows(sql)


def run(lake: Lake, *statements: str) -> None:
    for statement in statements:
        rows(lake, statement)


def topic(lake: Lake, name: str) -> Topic:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return next(found for found in lake.topics(cursor) if found.name == name)


def create(lake: Lake, name: str, columns: str) -> Topic:
    run(lake, f"create table {name} ({columns})")
    return topic(lake, name)


def named(topic: Topic) -> Relation:
    """What a statement about the topic names."""
    return Relation(alias(topic.lake), topic.schema, topic.name)


def batch(**columns: Any) -> pa.RecordBatch:
    """pyarrow arrays, or Python lists whose type it guesses."""
    return pa.RecordBatch.from_pydict(columns)


def integers(*values: int | None) -> pa.Array:
    return pa.array(values, pa.int32())


def wait_until(fact: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONG
    while not fact():
        assert time.monotonic() < deadline
        time.sleep(0.001)
