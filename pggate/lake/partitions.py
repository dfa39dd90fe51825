"""
The rows of a segment, divided by the partitions of their topic: a file has the rows of one.

ducklake 1.5.5 takes a file into a partitioned table only if its path names the partition (KEY=VALUE/…), and
reads a column that a table is partitioned by itself from there: what no path can tell is refused.

The engine computes what DuckLake's own INSERT computes; moments are taken in UTC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import pyarrow as pa
import pyarrow.compute as pc

from pggate.engine.names import quote_identifier
from pggate.errors import DataError, ProgramLimitExceeded
from pggate.lake.layouts import BUCKET, partition_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.lake.layouts import PartitionKey, PartitionTerm
    from pggate.lake.topics import Topic

MOST: Final = 100
"""Files that the rows of one segment become: DuckLake reads each of them under the commit lock."""

ABSENT: Final = "__HIVE_DEFAULT_PARTITION__"
"""How a path tells NULL."""
NULL: Final = "null"
"""A text that DuckDB reads as NULL from a path, in upper and lower case."""
LONGEST: Final = 200
"""Bytes of a value in a path: a file system's names have at most 255."""

ROWS: Final = "~divided"
PLACE: Final = "~place"


class TooManyPartitionsError(ProgramLimitExceeded):
    """
    54000: rows of more partitions than one commit takes.
    """


def check_partitions(topic: Topic, batches: Collection[pa.RecordBatch]) -> None:
    """
    Raises:
        DataError: 22023, a value that no path can tell.

    """
    names = [term.column for term in topic.options.partition_by if not term.transform]
    for column in topic.columns:
        if column.name in names and column.duckdb_type == "VARCHAR":
            for batch in batches:
                _check_texts(topic, column.name, batch.column(column.name))


def _check_texts(topic: Topic, name: str, values: pa.Array) -> None:
    texts = pc.drop_null(pc.unique(values))
    is_null = pc.equal(pc.utf8_lower(texts), NULL)
    is_long = pc.greater(pc.binary_length(texts), LONGEST // 3)  # each byte may be written as three
    for text in texts.filter(pc.or_(pc.or_(is_null, is_long), pc.equal(texts, ABSENT))).to_pylist():
        if len(_quoted(text)) <= LONGEST and text != ABSENT and text.lower() != NULL:
            continue
        raise DataError(
            f'column "{name}" of relation "{topic.name}" partitions it, and cannot be "{text}"',
            sqlstate="22023",
            hint=f"Partition by bucket(16, {name}) instead.",
        )


def divided(
    cursor: Cursor, topic: Topic, batches: Sequence[pa.RecordBatch]
) -> Iterator[tuple[str, list[pa.RecordBatch]]]:
    """
    The rows of each partition, with the directory that tells it.

    Args:
        topic: That has partitions.
        batches: Conformed, at least one row.

    Raises:
        TooManyPartitionsError: 54000.

    """
    keys = partition_keys(topic.options.partition_by)
    table = pa.Table.from_batches(list(batches)).combine_chunks()
    found = _partitions(cursor, table, keys)
    if found.num_rows > MOST:
        raise TooManyPartitionsError(
            f'the rows belong to {found.num_rows} partitions of relation "{topic.name}", more than {MOST}',
            hint="Send fewer of them at once, ordered by what partitions the topic, or partition it coarser.",
        )
    *texts, places = found.columns
    for values, of_partition in zip(
        zip(*map(pa.ChunkedArray.to_pylist, texts), strict=True), places, strict=True
    ):
        rows = table if found.num_rows == 1 else table.take(of_partition.values)
        yield _directory(keys, values), rows.combine_chunks().to_batches()


def _partitions(cursor: Cursor, table: pa.Table, keys: Sequence[PartitionKey]) -> pa.Table:
    """The partitions: their values as texts, and the places of their rows."""
    seen = pa.table({name: _in_utc(table.column(name)) for name in {key.term.column for key in keys}})
    seen = seen.append_column(PLACE, pa.arange(0, table.num_rows))
    place = quote_identifier(PLACE)
    texts = ", ".join(f"cast({_expression(key.term)} as varchar)" for key in keys)
    groups = ", ".join(str(number) for number in range(1, len(keys) + 1))
    cursor.register(ROWS, seen)
    try:
        sql = (
            f"select {texts}, list({place} order by {place}) from {quote_identifier(ROWS)}"
            f" group by {groups} order by min({place})"
        )
        with cursor.run(sql) as result:
            batches = list(iter(result.next_batch, None))
        names = [f"~{number}" for number in range(len(keys) + 1)]
        return pa.Table.from_batches([batch.rename_columns(names) for batch in batches])
    finally:
        cursor.unregister(ROWS)


def _in_utc(values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Instants as the moments that they are in UTC, whatever the session's time zone is."""
    if pa.types.is_timestamp(values.type) and values.type.tz is not None:
        return values.cast(pa.timestamp(values.type.unit))
    return values


def _expression(term: PartitionTerm) -> str:
    """What ducklake 1.5.5 computes for it."""
    column = quote_identifier(term.column)
    if term.transform == BUCKET:
        return f"(murmur3_32({column})::bigint & 2147483647) % {term.buckets}"
    return f"{term.transform}({column})" if term.transform else column


def _directory(keys: Sequence[PartitionKey], values: Sequence[str | None]) -> str:
    parts = (
        f"{_quoted(key.name)}={ABSENT if value is None else _quoted(value)}/"
        for key, value in zip(keys, values, strict=True)
    )
    return "".join(parts)


def _quoted(text: str) -> str:
    return quote(text, safe="")
