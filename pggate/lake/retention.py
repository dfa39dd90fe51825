"""
Rows that are older than their topic keeps them: the option `retention` (topic_options.py).

They go by DELETE, under the topic's gate and in a commit like any session's: transactions that read an older
snapshot go on reading them.  A topic that somebody is changing is left for the next time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.definitions import Relation
from pggate.engine.names import qualified, quote_identifier
from pggate.errors import LockNotAvailable, SerializationFailure
from pggate.lake.transactions import begin_change, commit, rolled_back_on_error

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

LIMIT: Final = """(now() at time zone 'UTC')
    - to_months({months}) - to_days({days}) - to_microseconds({microseconds})"""
COMPARED: Final = {
    "DATE": "cast({limit} as date)",
    "TIMESTAMP WITH TIME ZONE": "({limit}) at time zone 'UTC'",
}
"""What a column of that type is compared with; others are moments of UTC as they are."""


def remove_old_rows(lake: Lake, cursor: Cursor) -> int:
    """
    Of every topic of a lake that keeps its rows for a time; how many went.

    Args:
        cursor: In no transaction.

    Raises:
        PgError: The storage or the catalog failed; what went before is gone.

    """
    declared = lake.declarations.catch_up(cursor).topics
    keeping = [table_id for table_id, one in declared.items() if one.options.retention is not None]
    return sum(_removed(lake, cursor, topic) for topic in lake.topics(cursor, keeping))


def _removed(lake: Lake, cursor: Cursor, topic: Topic) -> int:
    table = qualified(lake.alias, topic.schema, topic.name)
    old = old_rows(topic)
    if old is None or not cursor.rows(f"SELECT 1 FROM {table} WHERE {old} LIMIT 1"):
        return 0
    owner = object()
    try:
        cursor.begin()
        with rolled_back_on_error(cursor):
            meant = Relation(lake.alias, topic.schema, topic.name)
            begin_change(lake, cursor, owner, meant, [topic.table_id], timeout=0)
            ((count,),) = cursor.rows(f"SELECT count(*) FROM {table} WHERE {old}")
            cursor.run(f"DELETE FROM {table} WHERE {old}")
        commit(lake, cursor, [topic.table_id], owner)
    except (LockNotAvailable, SerializationFailure):
        return 0
    finally:
        lake.gates.release(owner)
    return int(count)


def old_rows(topic: Topic) -> str | None:
    """
    The condition of the rows that are too old, as SQL; None where nothing tells a row's age any more.
    """
    retention = topic.options.retention
    named = topic.options.retention_column
    column = next((column for column in topic.columns if column.name == named), None)
    if retention is None or column is None:
        return None
    limit = LIMIT.format(**retention._asdict())
    return (
        f"{quote_identifier(column.name)} < {COMPARED.get(column.duckdb_type, '{limit}').format(limit=limit)}"
    )
