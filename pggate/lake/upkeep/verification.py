"""
Every live file of a lake, read again and held against what the catalog says of it: `pggate verify`.

Read only.  A file must be there, as long as the catalog says, as its receipt says (SHA-256) where one is kept
of it, readable from the first page to the last, and must hold as many rows.
"""

from __future__ import annotations

import contextlib
import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from pggate.engine.names import quote_literal
from pggate.errors import PgError, QueryCanceled
from pggate.lake.damage import overlapping_rows, two_delete_files
from pggate.lake.upkeep.cleaning import find_orphans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pggate.lake.lake import Lake

YOUNG: Final = timedelta(hours=1)
"""What is younger may be about to be committed, and is no orphan yet."""
AT_ONCE: Final = 4
"""Files that are in memory at a time."""

FILES: Final = """
    select s.schema_name, t.table_name, f.kind,
           case when f.path_is_relative then s.path || t.path || f.path else f.path end, f.size, f.rows
    from (
        select table_id, 'data' as kind, path, path_is_relative, file_size_bytes as size,
               record_count as rows, end_snapshot
        from {metadata}.ducklake_data_file
        union all
        select table_id, 'delete', path, path_is_relative, file_size_bytes, delete_count, end_snapshot
        from {metadata}.ducklake_delete_file
    ) f
    join {metadata}.ducklake_table t on t.table_id = f.table_id and t.end_snapshot is null
    join {metadata}.ducklake_schema s on s.schema_id = t.schema_id and s.end_snapshot is null
    where f.end_snapshot is null and {which}
    order by all"""


class File(NamedTuple):
    """
    As the catalog has it.
    """

    schema: str
    table: str
    kind: str  # data or delete
    path: str
    size: int
    rows: int


@dataclass(slots=True)
class Verified:
    """
    Of a topic: its live files, and what the catalog says of their rows and bytes.
    """

    files: int = 0
    rows: int = 0
    bytes: int = 0


@dataclass(slots=True)
class Findings:
    """
    Args:
        faults: One line each.
        orphans: Files that no snapshot names: nobody misses them.

    """

    topics: dict[str, Verified] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)


def verify(
    lake: Lake,
    topic: tuple[str, str] | None = None,
    is_interrupted: Callable[[], bool] = lambda: False,
) -> Findings:
    """
    Args:
        topic: Schema and name; None for all, and for orphans.

    Raises:
        QueryCanceled: It was interrupted.
        PgError: The catalog, or the storage as a whole, cannot be asked.

    """
    found = Findings()
    lake.keys.copy()
    checksums = lake.keys.checksums()
    with contextlib.closing(lake.engine.cursor(is_interrupted)) as cursor:
        sql = FILES.format(metadata=lake.metadata, which=_which(topic))
        files = [File(*row) for row in cursor.rows(sql)]
        doubled = [*two_delete_files(lake, cursor), *overlapping_rows(lake, cursor)]
        of_topic = "" if topic is None else f"{'.'.join(topic)}: "
        found.faults += [fault for fault in doubled if fault.startswith(of_topic)]
        if topic is None:
            found.orphans = find_orphans(lake, cursor, datetime.now(UTC) - YOUNG)
    for file in files:
        known = found.topics.setdefault(f"{file.schema}.{file.table}", Verified())
        known.files += 1
        known.bytes += file.size
        known.rows += file.rows if file.kind == "data" else -file.rows

    def faults(file: File) -> list[str]:
        if is_interrupted():
            raise QueryCanceled("canceling statement due to user request")
        return [
            f"{file.schema}.{file.table}: file {file.path} {fault}"
            for fault in _faults(lake, file, checksums)
        ]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for some in pool.map(faults, files):
            found.faults += some
    return found


def _which(topic: tuple[str, str] | None) -> str:
    if topic is None:
        return "true"
    schema, name = map(quote_literal, topic)
    return f"s.schema_name = {schema} and t.table_name = {name}"


def _faults(lake: Lake, file: File, checksums: Mapping[str, str]) -> Iterator[str]:
    path = file.path.removeprefix(lake.storage.root)
    if not lake.storage.exists(path):
        yield "is missing"
        return
    try:
        data = lake.storage.get(path)
    except PgError as error:
        yield f"cannot be read: {error.message}"
        return
    if len(data) != file.size:
        yield f"has {len(data)} bytes, the catalog says {file.size}"
    if path in checksums and hashlib.sha256(data).hexdigest() != checksums[path]:
        yield "is not what was written: its SHA-256 is not its receipt's"
    try:
        said, counted = rows_of(data)
    except (pa.ArrowException, OSError) as error:
        yield f"is damaged: {error}"
        return
    for rows, where in ((said, "its footer"), (counted, "its pages")):
        if rows != file.rows:
            yield f"has {rows} rows by {where}, the catalog says {file.rows}"


def rows_of(data: bytes) -> tuple[int, int]:
    """
    How many rows a Parquet file says it has, and how many it has.

    Raises:
        ArrowException, OSError: It cannot be read to the end.

    """
    with pq.ParquetFile(pa.BufferReader(data), page_checksum_verification=True) as file:
        return file.metadata.num_rows, sum(batch.num_rows for batch in file.iter_batches())
