"""
What of DuckLake's metadata tables is part of which snapshot.

A transaction of the engine's reads one snapshot of a lake; the metadata, read beside it, knows of later ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_literal

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor

TABLE_IDS: Final = """
    select t.table_id
    from {metadata}.ducklake_table t
    join {metadata}.ducklake_schema s on s.schema_id = t.schema_id and {s}
    where {t} and lower(s.schema_name) = lower({schema})
"""
SCHEMA_VERSION: Final = "select max(schema_version) from {metadata}.ducklake_snapshot s where {taken}"


def seen(snapshot: int | None) -> dict[str, str]:
    """
    The conditions under which a schema `s`, a table `t` and a column `c` are part of a snapshot, and a row of
    ducklake_snapshot `s` is that one, or of use for finding the newest, which None means.
    """
    if snapshot is None:
        return {"taken": "true"} | {row: f"{row}.end_snapshot is null" for row in "stc"}
    return {"taken": f"s.snapshot_id = {snapshot}"} | {
        row: f"{row}.begin_snapshot <= {snapshot} and coalesce({row}.end_snapshot > {snapshot}, true)"
        for row in "stc"
    }


def read_table_ids(cursor: Cursor, metadata: str, snapshot: int, schema: str, name: str) -> frozenset[int]:
    """
    The topic of that name as of a snapshot, if there is one; for the empty name all topics of the schema.

    Names are compared as the engine does, which does not tell capital from small letters.
    """
    sql = TABLE_IDS.format(metadata=metadata, schema=quote_literal(schema), **seen(snapshot))
    if name:
        sql += f" and lower(t.table_name) = lower({quote_literal(name)})"
    return frozenset(int(table_id) for (table_id,) in cursor.rows(sql))


def read_schema_version(cursor: Cursor, metadata: str, snapshot: int | None = None) -> int:
    ((version,),) = cursor.rows(SCHEMA_VERSION.format(metadata=metadata, **seen(snapshot)))
    return int(version)
