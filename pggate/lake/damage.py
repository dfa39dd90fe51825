"""
What must never be true of a lake, asked of its metadata: the search behind `pggate check --lake`.

Read only, and cheap but for the files: one existence check for each file that a live snapshot names.
"""

from __future__ import annotations

import contextlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from pggate.lake.s3 import CONNECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake

# Every row of such a data file is returned once for each of its live delete files: duckdb 1.5.5 commits both
# of two overlapping DELETEs.  The write gates are there to prevent it.
TWO_DELETE_FILES: Final = """
    select s.schema_name, t.table_name, d.data_file_id, count(*)
    from {metadata}.ducklake_delete_file d
    join {metadata}.ducklake_table t on t.table_id = d.table_id and t.end_snapshot is null
    join {metadata}.ducklake_schema s on s.schema_id = t.schema_id and s.end_snapshot is null
    where d.end_snapshot is null
    group by all
    having count(*) > 1
    order by all
"""

# Rows get their numbers from the table's counter; a file that numbers its own rows has no row_id_start.
OVERLAPPING_ROWS: Final = """
    select schema_name, table_name, data_file_id
    from (
        select s.schema_name, t.table_name, f.data_file_id, f.row_id_start,
               max(f.row_id_start + f.record_count) over (
                   partition by f.table_id order by f.row_id_start, f.data_file_id
                   rows between unbounded preceding and 1 preceding
               ) as used
        from {metadata}.ducklake_data_file f
        join {metadata}.ducklake_table t on t.table_id = f.table_id and t.end_snapshot is null
        join {metadata}.ducklake_schema s on s.schema_id = t.schema_id and s.end_snapshot is null
        where f.end_snapshot is null and f.row_id_start is not null
    )
    where row_id_start < used
    order by all
"""

FILES: Final = """
    select s.schema_name, t.table_name, s.path || t.path || f.path
    from (
        select table_id, path, path_is_relative, end_snapshot from {metadata}.ducklake_data_file
        union all
        select table_id, path, path_is_relative, end_snapshot from {metadata}.ducklake_delete_file
    ) f
    join {metadata}.ducklake_table t on t.table_id = f.table_id and t.end_snapshot is null
    join {metadata}.ducklake_schema s on s.schema_id = t.schema_id and s.end_snapshot is null
    where f.end_snapshot is null and f.path_is_relative
    order by all
"""


def find_damage(lake: Lake) -> list[str]:
    """
    One line for each fault found; none of them is ever normal.
    """
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return [
            *two_delete_files(lake, cursor),
            *overlapping_rows(lake, cursor),
            *missing_files(lake, cursor),
        ]


def two_delete_files(lake: Lake, cursor: Cursor) -> Iterator[str]:
    for schema, table, file_id, count in cursor.rows(TWO_DELETE_FILES.format(metadata=lake.metadata)):
        yield f"{schema}.{table}: data file {file_id} has {count} live delete files, its rows are doubled"


def overlapping_rows(lake: Lake, cursor: Cursor) -> Iterator[str]:
    for schema, table, file_id in cursor.rows(OVERLAPPING_ROWS.format(metadata=lake.metadata)):
        yield f"{schema}.{table}: data file {file_id} has row numbers of another file"


def missing_files(lake: Lake, cursor: Cursor) -> Iterator[str]:
    files = cursor.rows(FILES.format(metadata=lake.metadata))
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        there = pool.map(lambda file: lake.storage.exists(file[2]), files)
    for (schema, table, path), exists in zip(files, there, strict=True):
        if not exists:
            yield f"{schema}.{table}: file {path} is missing"
