"""
The feed: the rows that came into a topic and went from it, as SQL with the snapshot of each, "~seq".

For every snapshot s of a span of changes, as multisets,

    rows at s = rows before + inserted up to s - deleted up to s

They come from ducklake_table_insertions and ducklake_table_deletions, which are right about it, also where
files were merged since, except that (ducklake 1.5.5; tests/lake/test_feed.py has a case each)

    the columns are those of the range's last snapshot    so a span ends where the topic is altered
    rows that a rewrite has moved are told as gone        so no range has a rewrite in it
      and come
    what goes from a merged file is told with the         so every snapshot that deletes is a range of its own
      snapshot in which it had come
    rows are told twice where their file goes as a        so a row counts once by its place in its file
      whole after the transaction had deleted some

And every read of an older snapshot is planned with the minima and maxima of the newest, which a rewrite
makes narrower: filters, groups and sorts of it go wrong.  So no value reaches the planner as the column that
it has statistics of: TRY(x) is x, of which it knows nothing.

What it costs: insertions follow the rows and their files, not the history.  Deletions open every delete file
that the topic has, also those of rewritten files until their snapshots expire, some 0.5 ms each; of the data
files they read those that were touched.

An insert that its own transaction has deleted again is in both, with the same snapshot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.errors import ObjectNotInPrerequisiteState
from pggate.lake.changes import Kind
from pggate.lake.topic_rows import read_topics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.lake.changes import Change
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

VIRTUAL: Final = frozenset({"filename", "file_row_number", "snapshot_id"})
"""What the functions tell of a row beside its columns, unless a column is called so."""

BEGINS_ANEW: Final = Kind.ALTERED | Kind.CREATED | Kind.DROPPED
"""The rows after it have other columns, or the topic another name."""

INSERTED: Final = """
    select {columns}, "~r".snapshot_id as "~seq"
    from ducklake_table_insertions({lake}, {schema}, {topic}, {first}, {last}) as {names}"""
DELETED: Final = """
    select distinct on ("~r".filename, "~r".file_row_number) {columns}, {snapshot}::bigint as "~seq"
    from ducklake_table_deletions({lake}, {schema}, {topic}, {snapshot}, {snapshot}) as {names}
    where parse_filename("~r".filename) in ({files})"""
NONE: Final = """
    select {columns}, 0::bigint as "~seq" where false"""
HISTORY: Final = """
    select {columns}, {seq}::bigint as "~seq" from {table} at (version => {snapshot})"""


def spans(changes: Sequence[Change]) -> Iterator[Sequence[Change]]:
    """
    Changes of a topic, divided into those whose rows have the same columns: all but the first span begin with
    a change that alters, creates or drops it.
    """
    first = 0
    for place, change in enumerate(changes):
        if place > first and change.kinds & BEGINS_ANEW:
            yield changes[first:place]
            first = place
    if changes:
        yield changes[first:]


def topic_at(cursor: Cursor, lake: Lake, table_id: int, snapshot: int) -> Topic | None:
    """
    The topic as it was in a snapshot; what it declares beside its columns as it is now.
    """
    declared = lake.declarations.catch_up(cursor)
    found = read_topics(cursor, lake.metadata, lake.name, lake.oid, [table_id], snapshot, declared=declared)
    return found[0] if found else None


def inserted(lake: Lake, topic: Topic, span: Iterable[Change]) -> str:
    """
    The rows that came.

    Args:
        topic: As it was in the span's last snapshot.
        span: One of `spans`, or a part of it.

    Raises:
        ObjectNotInPrerequisiteState: 55000, of some change the rows are not known: begin anew.

    """
    ranges: list[tuple[int, int]] = []
    continues = False
    for change in _known(topic, span):
        if Kind.APPENDED in change.kinds:
            first = ranges.pop()[0] if continues else change.snapshot
            ranges.append((first, change.snapshot))
            continues = True
        elif Kind.REWRITTEN in change.kinds:
            continues = False
    parts = [INSERTED.format(**_named(lake, topic), first=first, last=last) for first, last in ranges]
    return _together(topic, parts)


def deleted(lake: Lake, topic: Topic, span: Iterable[Change]) -> str:
    """
    The rows that went.  Takes and raises what `inserted` does.
    """
    named = _named(lake, topic)
    parts = []
    for change in _known(topic, span):
        if change.touched:
            files = ", ".join(map(quote_literal, sorted(change.touched)))
            parts.append(DELETED.format(**named, snapshot=change.snapshot, files=files))
    return _together(topic, parts)


def history(lake: Lake, topic: Topic, snapshot: int, seq: int | None = None) -> str:
    """
    All rows of a snapshot.

    Args:
        topic: As it was then.
        seq: What is said to be their snapshot, where it is not that.

    """
    table = qualified(lake.alias, topic.schema, topic.name)
    return HISTORY.format(
        columns=_columns(topic), table=table, snapshot=snapshot, seq=snapshot if seq is None else seq
    )


def nothing(topic: Topic) -> str:
    """
    No rows.
    """
    nulls = (f"null::{column.duckdb_type} as {quote_identifier(column.name)}" for column in topic.columns)
    return NONE.format(columns=", ".join(nulls))


def is_known(span: Iterable[Change]) -> bool:
    """
    Can it be said which rows came and went, in the columns that there were before?
    """
    return not any(_is_unknown(change) or change.kinds & BEGINS_ANEW for change in span)


def _is_unknown(change: Change) -> bool:
    is_mixed = Kind.REWRITTEN in change.kinds and bool(change.kinds & (Kind.APPENDED | Kind.DELETED))
    return Kind.OPAQUE in change.kinds or is_mixed


def _known(topic: Topic, span: Iterable[Change]) -> Iterator[Change]:
    for place, change in enumerate(span):
        if _is_unknown(change) or (place and change.kinds & BEGINS_ANEW):
            raise _unknown(topic, change)
        yield change


def _unknown(topic: Topic, change: Change) -> ObjectNotInPrerequisiteState:
    return ObjectNotInPrerequisiteState(
        f'what snapshot {change.snapshot} has done to the rows of "{topic.name}" is not known'
    )


def _together(topic: Topic, parts: Sequence[str]) -> str:
    if not parts:
        return nothing(topic)
    return "\n    union all".join(f"\n    ({part})" if len(parts) > 1 else part for part in parts)


def _named(lake: Lake, topic: Topic) -> dict[str, str]:
    names = [column.name for column in topic.columns]
    if VIRTUAL.isdisjoint(map(str.lower, names)):
        columns, renamed = _columns(topic), ""
    else:
        given = [quote_identifier(f"~{place}") for place in range(len(names))]
        columns = _tried(zip(given, map(quote_identifier, names), strict=True))
        renamed = f"({', '.join(given)})"
    return {
        "columns": columns,
        "names": f'"~r"{renamed}',
        "lake": quote_literal(lake.alias),
        "schema": quote_literal(topic.schema),
        "topic": quote_literal(topic.name),
    }


def _columns(topic: Topic) -> str:
    names = [quote_identifier(column.name) for column in topic.columns]
    return _tried(zip(names, names, strict=True))


def _tried(names: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"try({given}) as {name}" for given, name in names)
