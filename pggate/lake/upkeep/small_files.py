"""
Which live files of a lake are worth merging or rewriting, and how much of it is done at once.

Files are merged within tiers of their sizes, so that a byte is written again a few times in its life and not
with every round: the small ones of the commits into middling ones, those into large ones, those into full
ones.  A file with deleted rows is merged with nothing (duckdb 1.5.5) until it is rewritten without them.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.engine.names import quote_literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pggate.engine.cursor import Cursor

STEP: Final = 16
"""How much larger the files of the next tier are."""
LATER: Final = (8, 4)
"""So many files of the second and the third tier are merged; how many of the first one is configured."""
MOSTLY_GONE: Final = 0.5
"""A file that has lost this share of its rows is rewritten, whatever others have."""

COUNTS: Final = """
    select f.table_id, {tiers}
    from {metadata}.ducklake_data_file f
    where f.end_snapshot is null and {topics} and f.data_file_id not in (
      select d.data_file_id from {metadata}.ducklake_delete_file d
      where d.end_snapshot is null and d.data_file_id is not null
    )
    group by f.table_id"""
IN_TIER: Final = "count(*) filter (where f.file_size_bytes >= {least} and f.file_size_bytes < {most})"
LIVE: Final = """
    select table_id, count(*), count(*) filter (where file_size_bytes < {small}),
           cast(sum(file_size_bytes) as bigint)
    from {metadata}.ducklake_data_file where end_snapshot is null group by table_id"""
DELETED: Final = """
    select f.table_id, f.file_size_bytes, d.delete_count::double / f.record_count
    from {metadata}.ducklake_delete_file d
    join {metadata}.ducklake_data_file f on f.data_file_id = d.data_file_id
    where d.end_snapshot is null and f.end_snapshot is null and f.record_count > 0 and {topics}"""


@dataclass(frozen=True, slots=True)
class Sizes:
    """
    Args:
        small_files: So many small files of a topic are merged.
        target: Bytes of a full file, which is left alone; what one step merges is not much more.

    """

    small_files: int = 32
    target: int = 2**27


@dataclass(frozen=True, slots=True)
class Merge:
    """
    Merge files of `least` to `most` bytes into one of about `target` bytes.
    """

    table_id: int
    least: int
    most: int
    target: int

    def call(self, lake: str, schema: str, name: str) -> str:
        given = _named(lake, schema, name)
        least = f", min_file_size => {self.least}" if self.least else ""
        return (
            f"call ducklake_merge_adjacent_files({given}, max_file_size => {self.most}{least},"
            " max_compacted_files => 1)"
        )


@dataclass(frozen=True, slots=True)
class Rewrite:
    """
    Rewrite the files that have lost this share of their rows.
    """

    table_id: int
    share: float
    target: int

    def call(self, lake: str, schema: str, name: str) -> str:
        given = _named(lake, schema, name)
        return f"call ducklake_rewrite_data_files({given}, delete_threshold => {self.share})"


Work: TypeAlias = Merge | Rewrite


def kind_of(work: Work) -> str:
    """What stays the same of work on a topic while its files come and go."""
    return f"merge from {work.least}" if isinstance(work, Merge) else "rewrite"


def find_work(
    cursor: Cursor, metadata: str, sizes: Sizes, table_ids: Collection[int] | None = None, *, least: int = 0
) -> list[Work]:
    """
    The next steps of the topics that need some, of all or of those that are named.

    Args:
        least: So few files are merged, where somebody asks for it; 0 where it is to be worth its cost.

    """
    if table_ids is not None and not table_ids:
        return []
    topics = f"f.table_id in ({', '.join(map(str, table_ids))})" if table_ids is not None else "true"
    tiers = tiers_of(sizes)
    wanted = [least or count for count in (sizes.small_files, *LATER)]
    columns = ", ".join(IN_TIER.format(least=low, most=high) for low, high in tiers)
    found: list[Work] = []
    for table_id, *counts in cursor.rows(COUNTS.format(metadata=metadata, tiers=columns, topics=topics)):
        found += [
            Merge(table_id, low, high, min(high * STEP, sizes.target))
            for (low, high), count, enough in zip(tiers, counts, wanted, strict=True)
            if count >= enough
        ]
    deleted: dict[int, list[tuple[int, float]]] = {}
    for table_id, size, share in cursor.rows(DELETED.format(metadata=metadata, topics=topics)):
        deleted.setdefault(table_id, []).append((int(size), float(share)))
    for table_id, files in deleted.items():
        share = share_to_rewrite(files, least or sizes.small_files, sizes.target)
        if share is not None:
            found.append(Rewrite(table_id, share, sizes.target))
    return found


def count_files(cursor: Cursor, metadata: str, sizes: Sizes) -> list[tuple[int, int, int, int]]:
    """
    Of each topic that has any: its id, its live files, those of the smallest tier, and the bytes of all.
    """
    (_, small), *_ = tiers_of(sizes)
    return [
        (int(table_id), int(files), int(few), int(size))
        for table_id, files, few, size in cursor.rows(LIVE.format(metadata=metadata, small=small))
    ]


def tiers_of(sizes: Sizes) -> Sequence[tuple[int, int]]:
    """
    From so many bytes to below so many.
    """
    bounds = (0, *(max(sizes.target // STEP**n, 1) for n in (2, 1)), sizes.target)
    return list(itertools.pairwise(bounds))


def share_to_rewrite(files: Iterable[tuple[int, float]], enough: int, most: int) -> float | None:
    """
    Files that have lost that share of their rows or more are to be rewritten; None for no file.

    Args:
        files: Bytes, and the share that was deleted.
        enough: With so many of them every one is worth it.
        most: Bytes that are rewritten at once; one file at least.

    """
    by_share = sorted(files, key=lambda file: (-file[1], file[0]))
    if len(by_share) < enough:
        by_share = [file for file in by_share if file[1] >= MOSTLY_GONE]
    found, total = None, 0
    for size, share in by_share:
        total += size
        if found is not None and total > most:
            break
        found = share
    return found


def _named(lake: str, schema: str, name: str) -> str:
    return f"{quote_literal(lake)}, {quote_literal(name)}, schema => {quote_literal(schema)}"
