"""
Rows that are older than their topic keeps them: the option `retention` (topic_options.py).

They go by DELETE, under the topic's gate and in a commit like any session's: transactions that read an older
snapshot go on reading them.  A topic that somebody is changing is left for the next time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.definitions import Relation
from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.errors import LockNotAvailable, PgError, QueryCanceled, SerializationFailure
from pggate.lake.transactions import begin_change, commit, rolled_back_on_error
from pggate.logs import Log

if TYPE_CHECKING:
    from datetime import datetime

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

log = Log("lake")

LIMIT: Final = """timestamp {now}
    - to_months({months}) - to_days({days}) - to_microseconds({microseconds})"""
COMPARED: Final = {
    "DATE": "cast({limit} as date)",
    "TIMESTAMP WITH TIME ZONE": "({limit}) at time zone 'UTC'",
}
"""What a column of that type is compared with; others are moments of UTC as they are."""


def remove_old_rows(lake: Lake, cursor: Cursor, now: datetime) -> int:
    """
    Of every topic of a lake that keeps its rows for a time; how many went.

    Args:
        cursor: In no transaction.
        now: In UTC.

    Raises:
        QueryCanceled: The cursor was interrupted.

    """
    declared = lake.declarations.catch_up(cursor).topics
    keeping = [table_id for table_id, one in declared.items() if one.options.retention is not None]
    return sum(_tried(lake, cursor, topic, now) for topic in lake.topics(cursor, keeping))


def _tried(lake: Lake, cursor: Cursor, topic: Topic, now: datetime) -> int:
    """One topic; what is wrong with it keeps no other one's rows."""
    try:
        return _removed(lake, cursor, topic, now)
    except (LockNotAvailable, SerializationFailure):
        return 0  # the next time
    except QueryCanceled:
        raise
    except PgError as error:
        log.warning("retention_failed", database=lake.name, topic=topic.table_id, error=error.message)
        return 0


def _removed(lake: Lake, cursor: Cursor, topic: Topic, now: datetime) -> int:
    table, old = qualified(lake.alias, topic.schema, topic.name), old_rows(topic, now)
    if old is None or not cursor.rows(f"SELECT 1 FROM {table} WHERE {old} LIMIT 1"):
        return 0
    owner = object()
    try:
        cursor.begin()
        with rolled_back_on_error(cursor):
            named = Relation(lake.alias, topic.schema, topic.name)
            meant = begin_change(lake, cursor, owner, named, [topic.table_id], timeout=0)
            if meant != {topic.table_id} or lake.committed([topic.table_id]) != (topic,):
                raise SerializationFailure("the topic is another one now")
            ((count,),) = cursor.rows(f"SELECT count(*) FROM {table} WHERE {old}")
            cursor.run(f"DELETE FROM {table} WHERE {old}")
        commit(lake, cursor, [topic.table_id], owner)
    finally:
        lake.gates.release(owner)
    return int(count)


def old_rows(topic: Topic, now: datetime) -> str | None:
    """
    The condition of the rows that are too old, as SQL; None where nothing tells a row's age any more.

    Args:
        now: In UTC.

    """
    retention = topic.options.retention
    named = topic.options.retention_column
    column = next((column for column in topic.columns if column.name == named), None)
    if retention is None or column is None:
        return None
    moment = quote_literal(now.replace(tzinfo=None).isoformat(sep=" "))
    limit = LIMIT.format(now=moment, **retention._asdict())
    return (
        f"{quote_identifier(column.name)} < {COMPARED.get(column.duckdb_type, '{limit}').format(limit=limit)}"
    )
