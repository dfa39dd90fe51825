"""
What did not fit a topic, kept aside: beside a topic NAME the topic NAME__rejects, a row for each body.

It is an ordinary topic: its rows are as durable as others, are queried, deleted and compacted like them.  It
is made when it is needed first.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.engine.definitions import Relation
from pggate.engine.names import qualified
from pggate.errors import DuplicateTable, SerializationFailure, UndefinedTable
from pggate.lake.redefinitions import Redefinition, relation
from pggate.lake.transactions import commit, rolled_back_on_error

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

SUFFIX: Final = "__rejects"
COLUMNS: Final = (
    ("received_at", "TIMESTAMP WITH TIME ZONE"),
    ("token_id", "BIGINT"),
    ("sqlstate", "VARCHAR"),
    ("reason", "VARCHAR"),
    ("content_type", "VARCHAR"),
    ("content_encoding", "VARCHAR"),
    ("idempotency_key", "VARCHAR"),
    ("body", "BLOB"),
)
ATTEMPTS: Final = 5
"""Each that fails has found that another body has made the topic, or something else at the same moment."""


@dataclass(frozen=True, slots=True)
class Reject:
    """
    A body as it came, and why it was not taken: a value for each of COLUMNS.
    """

    received_at: datetime
    token_id: int
    sqlstate: str
    reason: str
    content_type: str
    content_encoding: str | None
    idempotency_key: str | None
    body: bytes

    def batch(self) -> pa.RecordBatch:
        moment = pa.timestamp("us", tz="UTC")
        return pa.record_batch(
            {
                "received_at": pa.array([self.received_at], moment),
                "token_id": pa.array([self.token_id], pa.int64()),
                "sqlstate": [self.sqlstate],
                "reason": [self.reason.replace("\0", "\N{REPLACEMENT CHARACTER}")],
                "content_type": [self.content_type],
                "content_encoding": pa.array([self.content_encoding], pa.string()),
                "idempotency_key": pa.array([self.idempotency_key], pa.string()),
                "body": pa.array([self.body], pa.binary()),
            }
        )


def rejects_of(lake: Lake, topic: Topic) -> Topic:
    """
    The topic of a topic's rejects, which is made where there is none.

    Raises:
        PgError: The storage or the catalog failed, or something else has its name.

    """
    for left in reversed(range(ATTEMPTS)):
        try:
            return _found(lake, topic) or _made(lake, topic)
        except (DuplicateTable, SerializationFailure):
            if not left:
                raise
    raise AssertionError


def _found(lake: Lake, topic: Topic) -> Topic | None:
    with closing(lake.engine.cursor()) as cursor:
        ids = lake.table_ids(cursor, Relation(lake.alias, topic.schema, topic.name + SUFFIX))
        return next((lake.topic(cursor, table_id) for table_id in ids), None)


def _made(lake: Lake, topic: Topic) -> Topic:
    name = topic.name + SUFFIX
    columns = ", ".join(f"{column} {duckdb}" for column, duckdb in COLUMNS)
    with closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        with rolled_back_on_error(cursor):
            since = lake.snapshot(cursor)
            cursor.run(f"CREATE TABLE {qualified(lake.alias, topic.schema, name)} ({columns})")
            defined = Redefinition(since, frozenset({relation(topic.schema, name)}))
        commit(lake, cursor, defined=defined)
    _tell(lake.followers)
    found = _found(lake, topic)
    if found is None:
        raise UndefinedTable(f'relation "{name}" does not exist')
    return found


def _tell(followers: list[Callable[[], None]]) -> None:
    """Whoever asks after the answer finds the topic."""
    for follow in followers:
        follow()
