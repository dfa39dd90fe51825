"""
Small things that the lake's tests say often.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pggate.engine.definitions import Relation
from pggate.engine.names import quote_literal, search_path
from pggate.lake.appends import Append
from pggate.lake.catalogs import alias
from pggate.lake.conform import conform_all
from pggate.lake.local import LocalStorage
from pggate.lake.segments import write_segment
from tests.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.errors import PgError
    from pggate.lake.lake import Lake
    from pggate.lake.lanes import Lane
    from pggate.lake.objects import Stored
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer


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


def table(lake: Lake, name: str = "t") -> str:
    """The qualified name of one of the lake's topics."""
    return f'"{lake.alias}".public.{name}'


def segment(lake: Lake, topic: Topic, *keys: int) -> Segment:
    """A durable segment of one append."""
    given = [batch(k=integers(*keys))]
    conformed = conform_all(topic, given, lake.default)
    return write_segment(lake, topic, conformed, [Append.of(topic, given, conformed, began=0)])


def batch(**columns: Any) -> pa.RecordBatch:
    """pyarrow arrays, or Python lists whose type it guesses."""
    return pa.RecordBatch.from_pydict(columns)


def integers(*values: int | None) -> pa.Array:
    return pa.array(values, pa.int32())


class WatchedStorage(LocalStorage):
    """A directory whose PUTs can be held back or refused."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.open = threading.Event()
        self.open.set()
        self.refuse: PgError | None = None
        self.puts: list[str] = []
        self.deleted: list[str] = []

    def put(self, path: str, data: bytes) -> Stored:
        self.puts.append(path)
        assert self.open.wait(LONG)
        if self.refuse is not None:
            raise self.refuse
        return super().put(path, data)

    def delete(self, path: str) -> None:
        self.deleted.append(path)
        super().delete(path)


def snapshots(lake: Lake) -> int:
    return rows(lake, f"select count(*) from {lake.metadata}.ducklake_snapshot")[0][0]


@contextlib.contextmanager
def held(lake: Lake, topic: Topic) -> Iterator[None]:
    """Somebody changes rows of the topic meanwhile."""
    owner = object()
    lake.gates.hold(owner, topic.table_id, LONG)
    try:
        yield
    finally:
        lake.gates.release(owner)


def lanes(writer: Writer) -> list[Lane]:
    with writer.pipeline.changed:
        return list(writer.pipeline.lanes.by_topic.values())


ONE = [batch(k=integers(1))]
