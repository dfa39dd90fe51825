"""
The rows of pggate.compaction: the files of every topic, and what has become of them.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.functions import Function
from pggate.lake.upkeep.small_files import count_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from pggate.lake.databases import Databases
    from pggate.lake.lake import Lake
    from pggate.lake.upkeep.upkeep import Upkeep

COMPACTION: Final = "~compaction"

_TOPIC: Final = """STRUCT(
    lake VARCHAR, table_id BIGINT, files BIGINT, small_files BIGINT, bytes BIGINT, steps BIGINT,
    merged_files BIGINT, made_files BIGINT, "rows" BIGINT, last_at BIGINT, milliseconds BIGINT,
    last_error VARCHAR
)[]"""

MACROS: Final = (
    f"""create or replace macro "~pg"."~mirror".compaction() as
        "{COMPACTION}"("~pg"."~mirror".this_pid())""",
)
"""How SQL calls them."""


def compaction_functions(databases: Databases, upkeep: Upkeep) -> tuple[Function, ...]:
    """
    What MACROS call.
    """

    def compaction(_pid: int) -> list[dict[str, Any]]:
        return [row for lake in databases.lakes().values() for row in _topics(lake, upkeep)]

    return (Function(COMPACTION, ("INTEGER",), _TOPIC, compaction),)


def _topics(lake: Lake, upkeep: Upkeep) -> Iterator[dict[str, Any]]:
    with closing(lake.engine.cursor()) as cursor:
        counted = count_files(cursor, lake.metadata, upkeep.sizes)
        declared = lake.declarations.catch_up(cursor)
    for table_id, files, small, size in counted:
        known = upkeep.history.find((lake.oid, table_id))
        yield {
            "lake": lake.name,
            "table_id": declared.origin(table_id),
            "files": files,
            "small_files": small,
            "bytes": size,
            "steps": known.steps,
            "merged_files": known.done.files,
            "made_files": known.done.made,
            "rows": known.done.rows,
            "last_at": _microseconds(known.last_at),
            "milliseconds": None if known.last_seconds is None else round(known.last_seconds * 1000),
            "last_error": known.error,
        }


def _microseconds(at: datetime | None) -> int | None:
    return None if at is None else int(at.timestamp() * 1_000_000)
