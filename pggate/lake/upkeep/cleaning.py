"""
Files that no snapshot names: those that were merged or whose snapshots have expired, and orphans, which a
crash or a refused append has left.

Who has begun to read before a file was let go of reads it to the end.  So the file stays until everybody has
ended who had begun before; and a segment is no orphan while somebody is about to commit it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_literal
from pggate.lake.transactions import rolled_back_on_error

if TYPE_CHECKING:
    from datetime import datetime

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake

MARGIN: Final = timedelta(minutes=30)
"""
A file is let go of as of the beginning of the transaction that does it, and somebody may begin to read it
until its end: longer than any step of compaction takes, and than the clocks of the catalog and of S3 may go
wrong.
"""


def remove_old_files(lake: Lake, cursor: Cursor, before: datetime) -> int:
    """
    Remove what was let go of before that moment, in UTC; how many files.

    Args:
        cursor: In no transaction.
        before: MARGIN earlier than anything that is open.

    Raises:
        PgError: The storage or the catalog refuses it; it may have been done in part, and can be done again.

    """
    lake.secret.renew()
    cursor.begin()
    with rolled_back_on_error(cursor):
        found = cursor.rows(_call(lake, "ducklake_cleanup_old_files", before))
        with lake.commit_lock:
            cursor.commit()
    return len(found)


def remove_orphans(lake: Lake, cursor: Cursor, before: datetime) -> list[str]:
    """
    Remove what lies in the lake's place, was written before that moment, and is known to no snapshot; their
    names.  Takes and raises what `remove_old_files` does.
    """
    lake.secret.renew()
    before = min(before, lake.unfinished.oldest() - MARGIN)
    return [path for (path,) in cursor.rows(_call(lake, "ducklake_delete_orphaned_files", before))]


def find_orphans(lake: Lake, cursor: Cursor, before: datetime) -> list[str]:
    """
    The same, which stay.
    """
    lake.secret.renew()
    return [
        path
        for (path,) in cursor.rows(_call(lake, "ducklake_delete_orphaned_files", before, "dry_run => true"))
    ]


def _call(lake: Lake, function: str, before: datetime, *options: str) -> str:
    older = f"older_than => timestamptz {quote_literal(before.isoformat())}"
    return f"call {function}({', '.join((quote_literal(lake.alias), older, *options))})"
