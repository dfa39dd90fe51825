"""
Snapshots that nobody needs any more.

A snapshot's message carries receipts, idempotency keys and declarations.  They are copied into the registry
first, and only what was copied expires; who looks for a key looks into the registry and into the snapshots
after the last one that was copied.  A process that dies in between has copied something twice at most, which
the registry does not mind.

A snapshot is needed as long as a moment is that it is the answer to: not only its own, but all until the
next.  So the newest one before the limit stays, and what began after the limit reads none that expires.  And
those stay that somebody has to read yet (kept_snapshots.py), however old they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_literal
from pggate.lake.transactions import rolled_back_on_error

if TYPE_CHECKING:
    from datetime import datetime

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake

SLICE: Final = 1000
"""Snapshots that expire at once: some 0.1 s, and 10 ms under the commit lock."""

NEEDED: Final = "select max(snapshot_id) from {metadata}.ducklake_snapshot where snapshot_time < $1"
UNNEEDED: Final = """
    select snapshot_id from {metadata}.ducklake_snapshot
    where snapshot_id < {needed} order by snapshot_id limit {slice}"""


def expire(lake: Lake, cursor: Cursor, before: datetime) -> int:
    """
    Let go of the oldest snapshots that were superseded before that moment, SLICE at most.

    Args:
        cursor: In no transaction.
        before: In UTC; no transaction that is open may have begun before it.

    Returns:
        How many.

    Raises:
        PgError: They cannot be copied, or the catalog refuses it; nothing has changed.

    """
    if not lake.keys.are_kept:
        return 0  # then the messages are all there is
    ((needed,),) = cursor.rows(NEEDED.format(metadata=lake.metadata), [before])
    if needed is None:
        return 0
    kept = lake.kept_snapshots.oldest()
    if kept is not None:
        needed = min(needed, kept)
    sql = UNNEEDED.format(metadata=lake.metadata, needed=needed, slice=SLICE)
    unneeded = [snapshot for (snapshot,) in cursor.rows(sql)]
    if not unneeded:
        return 0
    lake.keys.copy()  # everything that is committed by now, and so all of them
    if lake.declarations.catch_up(cursor).applied < unneeded[-1]:
        return 0
    cursor.begin()
    with rolled_back_on_error(cursor):
        cursor.rows(f"call ducklake_expire_snapshots({quote_literal(lake.alias)}, versions => {unneeded})")
        with lake.commit_lock:
            cursor.commit()
    return len(unneeded)
