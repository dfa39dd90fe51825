"""
What happened to which topic in which snapshot, as DuckLake notes it for every commit of every process.

DuckLake's note of a snapshot (ducklake_snapshot_changes.changes_made) is a list such as

    created_table:"public"."t",inserted_into_table:5,deleted_from_table:5

and tells less than there is to know (ducklake 1.5.5), so that two other tables are read with it:

    ducklake_table          what was created is noted with a name and no id, and a renamed topic as created
    ducklake_delete_file    rows that a transaction inserts and deletes itself are noted as inserted alone
"""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake


class Kind(enum.Flag):
    """
    `MERGED`, `REWRITTEN`: other files, the same rows; a merge keeps the snapshots in which they came, too.
    `ALTERED`: other columns or another name, or something else that is no row's.  `OPAQUE`: what became of
    the rows is not known.
    """

    APPENDED = enum.auto()
    DELETED = enum.auto()
    MERGED = enum.auto()
    REWRITTEN = enum.auto()
    CREATED = enum.auto()
    ALTERED = enum.auto()
    DROPPED = enum.auto()
    OPAQUE = enum.auto()


NOTHING: Final = Kind(0)

OF_TOPICS: Final = {
    "inserted_into_table": Kind.APPENDED,
    "deleted_from_table": Kind.DELETED,
    "altered_table": Kind.ALTERED,
    "dropped_table": Kind.DROPPED,
    "merge_adjacent": Kind.MERGED,
    "rewrite_delete": Kind.REWRITTEN,
    # Of processes that keep small changes in the catalog, as this one does not.
    "inlined_insert": Kind.APPENDED,
    "inlined_delete": Kind.OPAQUE,
    "inline_flush": Kind.OPAQUE,
}
"""What DuckLake notes with a topic's id; of what it may come to note later the rows are not known."""

OF_OTHERS: Final = frozenset(
    {
        "created_table",  # by its name; ducklake_table has the id
        "created_schema",
        "created_view",
        "created_scalar_macro",
        "created_table_macro",
        "dropped_schema",
        "dropped_view",
        "dropped_scalar_macro",
        "dropped_table_macro",
        "altered_view",
    }
)

ONE: Final = re.compile(r'(\w+):((?:"(?:[^"]|"")*"|[^",])*)(?:,|$)')

CHANGES: Final = """
    select s.snapshot_id, null, coalesce(c.changes_made, '')
    from {metadata}.ducklake_snapshot s
    left join {metadata}.ducklake_snapshot_changes c on c.snapshot_id = s.snapshot_id
    where s.snapshot_id >= {after} and s.snapshot_id <= {until}
    union all
    select begin_snapshot, table_id, 'begun'
    from {metadata}.ducklake_table where begin_snapshot > {after} and begin_snapshot <= {until}
    union all
    select end_snapshot, table_id, 'ended'
    from {metadata}.ducklake_table where end_snapshot > {after} and end_snapshot <= {until}
    union all
    select begin_snapshot, table_id, 'deletes'
    from {metadata}.ducklake_delete_file where begin_snapshot > {after} and begin_snapshot <= {until}"""

# A delete file is written anew with all deletes of its data file: those of the snapshots from begin_snapshot
# to partial_max.  Neither it nor a data file that has one goes from the metadata before their snapshots do.
TOUCHED: Final = """
    select distinct s.snapshot_id, f.table_id, parse_filename(f.path)
    from (values {deleting}) s(snapshot_id, table_id)
    join {metadata}.ducklake_data_file f on f.table_id = s.table_id and f.begin_snapshot <= s.snapshot_id
    left join {metadata}.ducklake_delete_file d on d.data_file_id = f.data_file_id
      and d.begin_snapshot <= s.snapshot_id and coalesce(d.partial_max, d.begin_snapshot) >= s.snapshot_id
    where f.end_snapshot = s.snapshot_id or d.data_file_id is not null"""


class UnknownNoteError(Exception):
    """
    DuckLake has noted something without saying of which topic, or in words that are none.
    """


@dataclass(frozen=True, slots=True)
class Change:
    """
    What one snapshot has done to one topic.

    Args:
        touched: The names of the files from which it deletes, where it does; perhaps some more.

    """

    snapshot: int
    table_id: int
    kinds: Kind
    touched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Changes:
    """
    What happened after one snapshot, until another.

    Args:
        by_topic: Of those that something happened to, in the order of the snapshots.
        is_complete: Is it known of all snapshots?  Else one of them has expired, or the one before them,
            which is needed to tell what has gone; or `until` is none yet; or DuckLake has noted what nobody
            here understands.  Then nothing can be made of `by_topic`.

    """

    after: int
    until: int
    by_topic: Mapping[int, Sequence[Change]]
    is_complete: bool

    def of(self, table_id: int) -> Sequence[Change]:
        return self.by_topic.get(table_id, ())


def changes(cursor: Cursor, lake: Lake, after: int, until: int) -> Changes:
    """
    The changes of the snapshots after < s <= until, in one query (so never torn); and one for the files,
    where rows were deleted.

    Args:
        cursor: In no transaction, or in one that sees `until`.

    """
    sql = CHANGES.format(metadata=lake.metadata, after=int(after), until=int(until))
    there, is_complete = 0, True
    tables: dict[tuple[int, int], set[str]] = defaultdict(set)
    found: dict[tuple[int, int], Kind] = {}
    for snapshot, table_id, said in cursor.rows(sql):
        if table_id is not None:
            tables[table_id, snapshot].add(said)
            continue
        there += 1
        if snapshot == after:
            continue
        try:
            for noted, kind in parse(said):
                found[noted, snapshot] = found.get((noted, snapshot), NOTHING) | kind
        except UnknownNoteError:
            is_complete = False
    for place, facts in tables.items():
        found[place] = found.get(place, NOTHING) | _told(facts)
    files = _files(cursor, lake, [place for place, kinds in found.items() if Kind.DELETED in kinds])
    by_topic: dict[int, list[Change]] = defaultdict(list)
    for (table_id, snapshot), kinds in sorted(found.items()):
        touched = frozenset(files.get((snapshot, table_id), ()))
        by_topic[table_id].append(Change(snapshot, table_id, kinds, touched))
    return Changes(after, until, by_topic, is_complete and there == until - after + 1)


def _files(
    cursor: Cursor, lake: Lake, deleting: Sequence[tuple[int, int]]
) -> Mapping[tuple[int, int], set[str]]:
    """Those that rows were deleted from, by snapshot and topic."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    if deleting:
        values = ", ".join(f"({snapshot}, {table_id})" for table_id, snapshot in deleting)
        for snapshot, table_id, name in cursor.rows(TOUCHED.format(metadata=lake.metadata, deleting=values)):
            found[snapshot, table_id].add(name)
    return found


def _told(facts: Collection[str]) -> Kind:
    """What the tables tell of a topic and a snapshot; under another name one ends, and begins."""
    kind = NOTHING
    if "begun" in facts:
        kind |= Kind.ALTERED if "ended" in facts else Kind.CREATED
    elif "ended" in facts:
        kind |= Kind.DROPPED
    return kind | Kind.DELETED if "deletes" in facts else kind


def parse(noted: str) -> Iterator[tuple[int, Kind]]:
    """
    Of the topics that DuckLake's note of a snapshot names by their ids.

    Raises UnknownNoteError.
    """
    place = 0
    while place < len(noted):
        one = ONE.match(noted, place)
        if one is None:
            raise UnknownNoteError(noted)
        place, (what, which) = one.end(), one.groups()
        if what in OF_OTHERS:
            continue
        if not which.isdecimal():
            raise UnknownNoteError(noted)
        yield int(which), OF_TOPICS.get(what, Kind.OPAQUE)
