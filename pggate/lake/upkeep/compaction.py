"""
One step of compaction: some files of a topic become one, and no row changes.

    the topic's gate     COMPACT: no UPDATE, DELETE, MERGE or ALTER, and no other step; appends pass (gate.py)
    BEGIN, the merge     outside of the commit lock: it may take seconds
    `commit`             the storage's sync, the commit lock, COMMIT, and whether the snapshot has moved

The step counts as a write of the topic: a transaction that reads an older snapshot cannot change rows any
more, since the files that it would delete them from are gone.  It is begun anew where that shows it no other
rows (session/transactions/work.py), else it gets 40001.

What was merged serves every snapshot that its files did.  They are scheduled for removal (cleaning.py), since
whoever is reading now does so from them.  A process that dies before COMMIT leaves an orphan.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_literal
from pggate.lake.gate import Kind
from pggate.lake.snapshots import seen
from pggate.lake.transactions import GATE_TIMEOUT, commit, roll_back, rolled_back_on_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake
    from pggate.lake.upkeep.small_files import Work

NAME: Final = """
    select s.schema_name, t.table_name
    from {metadata}.ducklake_table t
    join {metadata}.ducklake_schema s on s.schema_id = t.schema_id and {s}
    where t.table_id = {table_id} and {t}"""
# A snapshot knows the number of the next file: between its predecessor's and its own are those that it made.
MADE: Final = """
    select count(*), coalesce(sum(f.record_count), 0), coalesce(sum(f.file_size_bytes), 0)
    from {metadata}.ducklake_data_file f
    join {metadata}.ducklake_snapshot a on a.snapshot_id = {snapshot} - 1 and f.data_file_id >= a.next_file_id
    join {metadata}.ducklake_snapshot b on b.snapshot_id = {snapshot} and f.data_file_id < b.next_file_id"""


@dataclass(frozen=True, slots=True)
class Compacted:
    """
    What a step has done, or several have together.

    Args:
        files: That are no more.
        made: That have come in their place, with so many rows and bytes.

    """

    files: int = 0
    made: int = 0
    rows: int = 0
    size: int = 0
    seconds: float = 0.0

    def __add__(self, other: Compacted) -> Compacted:
        return Compacted(
            self.files + other.files,
            self.made + other.made,
            self.rows + other.rows,
            self.size + other.size,
            self.seconds + other.seconds,
        )


NOTHING: Final = Compacted()


def compact(
    lake: Lake,
    cursor: Cursor,
    work: Work,
    timeout: float = GATE_TIMEOUT,
    is_interrupted: Callable[[], bool] = lambda: False,
) -> Compacted:
    """
    Do it on the cursor, which is in no transaction.

    Args:
        timeout, is_interrupted: See `Gates.hold`.

    Returns:
        NOTHING where there is nothing to merge, or no such topic any more.

    Raises:
        LockNotAvailable: 55P03, somebody is changing the topic.
        QueryCanceled: 57014, the cursor was interrupted; nothing has changed.
        SerializationFailure, IoError, …: It cannot be done; nothing has changed.

    """
    owner = object()
    lake.gates.hold(owner, work.table_id, timeout, Kind.COMPACT, is_interrupted)
    began = time.perf_counter()
    try:
        lake.secret.renew()
        cursor.run(f"set session ducklake_target_file_size = {quote_literal(f'{work.target}B')}")
        cursor.begin()
        with rolled_back_on_error(cursor):
            files = _merged(lake, cursor, work)
        if not files:
            roll_back(cursor)
            return NOTHING
        snapshot = commit(lake, cursor, [work.table_id], owner, timeout)
        lake.gates.note_merge(snapshot)
    finally:
        lake.gates.release(owner)
    seconds = time.perf_counter() - began
    ((made, rows, size),) = cursor.rows(MADE.format(metadata=lake.metadata, snapshot=snapshot))
    return Compacted(files, int(made), int(rows), int(size), seconds)


def _merged(lake: Lake, cursor: Cursor, work: Work) -> int:
    """How many files the transaction has read."""
    conditions = seen(lake.snapshot(cursor))
    sql = NAME.format(metadata=lake.metadata, table_id=work.table_id, **conditions)
    named = cursor.rows(sql)
    return sum(
        int(files)
        for schema, name in named
        for *_, files, _ in cursor.rows(work.call(lake.alias, schema, name))
    )
