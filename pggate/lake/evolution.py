"""
What a topic becomes for rows that have more columns than it, or wider numbers (the option evolve).

Values only; evolving.py brings it about.  Columns are added at the end and are nullable; a column of whole
numbers or floats becomes as wide as the rows need.  Everything else is refused, as it is of a topic that does
not evolve.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.errors import (
    CharacterNotInRepertoire,
    DuplicateColumn,
    NameTooLong,
    PgError,
    SerializationFailure,
)
from pggate.lake.layouts import refuse_namesakes
from pggate.lake.storable import storable
from pggate.lake.topic_options import INGESTED_AT
from pggate.lake.topics import SYSTEM_COLUMNS, UNNUMBERED, TopicColumn
from pggate.types.arrow import arrow_type, compatible, duckdb_type
from pggate.types.ducktype import parse, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.topics import Topic
    from pggate.types.ducktype import DuckType

_WHOLE: Final = ("SMALLINT", "USMALLINT", "INTEGER", "UINTEGER", "BIGINT", "UBIGINT")
WIDER: Final = {
    **dict.fromkeys(("TINYINT", "UTINYINT", *_WHOLE), _WHOLE),
    "FLOAT": ("DOUBLE",),
}
"""What a column of each type may become: the first that has all values of both."""


NAME_BYTES: Final = 63


class FilledByServerError(PgError):
    """
    A value for a column that only the server fills (428C9, generated_always).
    """

    sqlstate = "428C9"


def evolved(topic: Topic, schema: pa.Schema) -> Topic:
    """
    The topic as rows of that schema need it; the same where they fit, or it does not evolve.

    Raises:
        FilledByServerError: They have a value for __ingested_at.
        FeatureNotSupported: 0A000, a new column that no topic can keep, or called as a partition's key.

    """
    refuse_filled(topic, schema)
    if topic.options.evolve == "none":
        return topic
    columns = *(_wide_enough(topic, column, schema) for column in topic.columns), *_added(topic, schema)
    return topic if columns == topic.columns else replace(topic, columns=columns, evolved_from=topic)


def refuse_filled(topic: Topic, schema: pa.Schema) -> None:
    """
    Raises:
        FilledByServerError: Rows of that schema have a value for __ingested_at.

    """
    if topic.options.ingested_at and INGESTED_AT in schema.names:
        raise FilledByServerError(
            f'column "{INGESTED_AT}" is filled by the server', hint="Leave it out of the rows."
        )


def without_untyped(topic: Topic, batch: pa.RecordBatch) -> pa.RecordBatch:
    """
    Rows for a topic that evolves, without columns that are unknown to it and of Arrow's null type: nothing
    tells what to make of them, and they have no values.
    """
    if topic.options.evolve == "none":
        return batch
    known = {column.name for column in topic.columns}
    untyped = [each.name for each in batch.schema if each.name not in known and pa.types.is_null(each.type)]
    return batch.drop_columns(untyped) if untyped else batch


def _added(topic: Topic, schema: pa.Schema) -> Iterator[TopicColumn]:
    known = {column.name for column in topic.columns}
    new = [each for each in schema if each.name not in known and not pa.types.is_null(each.type)]
    refuse_namesakes(topic.options.partition_by, (each.name for each in new))
    for each in new:
        refuse_name(each.name)
        try:
            made = duckdb_type(each.type)
        except PgError as error:
            error.message = f'column "{each.name}": {error.message}'
            raise
        storable(each.name, made)
        yield _column(each.name, parse(made))


def refuse_name(name: str) -> None:
    """
    Raises:
        PgError: 42622, 42701, 22021: no column of a topic can be called so.

    """
    if len(name.encode(errors="surrogateescape")) > NAME_BYTES:
        raise NameTooLong(f'column name "{name[:NAME_BYTES]}…" is too long')
    if "\0" in name:
        raise CharacterNotInRepertoire("a column's name has a NUL in it")
    if name in SYSTEM_COLUMNS:
        raise DuplicateColumn(f'column name "{name}" conflicts with a system column name')


def _column(name: str, of_type: DuckType) -> TopicColumn:
    names = ("element",) if of_type.is_list else tuple(name for name, _ in of_type.children)
    parts = tuple(_column(name, part) for name, (_, part) in zip(names, of_type.children, strict=True))
    return TopicColumn(name, UNNUMBERED, spell(of_type), nullable=True, children=parts)


def _wide_enough(topic: Topic, column: TopicColumn, schema: pa.Schema) -> TopicColumn:
    """The column, wider if values need it and nothing else is said of its type."""
    if schema.get_field_index(column.name) < 0:
        return column
    given = schema.field(column.name).type
    if compatible(given, column.duckdb_type) or not _may_widen(topic, column):
        return column
    old = arrow_type(column.duckdb_type)
    for wider in WIDER.get(column.duckdb_type, ()):
        if compatible(old, wider) and compatible(given, wider):
            return replace(column, duckdb_type=wider)
    return column


def _may_widen(topic: Topic, column: TopicColumn) -> bool:
    declared, partitions = column.declared, {term.column for term in topic.options.partition_by}
    is_declared = declared is not None and (declared.type != 0 or declared.sequence != 0)
    return not is_declared and column.name not in partitions


def changes(now: Topic, then: Topic) -> tuple[list[TopicColumn], list[TopicColumn]]:
    """
    What is to become wider, and what is to be added.

    Args:
        now: As it is committed.
        then: What `evolved` has made of it as it was a while ago, and rows were made for.

    Raises:
        SerializationFailure: 40001, the rows do not fit what it would become.

    """
    made = {column.name: column for column in then.columns}
    known = {column.name: column for column in now.columns}
    if not (
        now.is_same_but_columns(then)
        and known.keys() <= made.keys()
        and all(column.name in known for column in then.columns if column.column_id != UNNUMBERED)
        and all(_may_become(column, made[column.name], then) for column in now.columns)
    ):
        raise SerializationFailure(
            f'relation "{then.name}" was altered concurrently', hint="Send the rows again."
        )
    wider = [made[name] for name, column in known.items() if made[name].duckdb_type != column.duckdb_type]
    return wider, [column for column in then.columns if column.name not in known]


def _may_become(now: TopicColumn, made: TopicColumn, then: Topic) -> bool:
    """Can rows for the one come to the other, made as wide?"""
    is_wide = now.duckdb_type == made.duckdb_type or (
        made.duckdb_type in WIDER.get(now.duckdb_type, ())
        and compatible(arrow_type(now.duckdb_type), made.duckdb_type)
    )
    return is_wide and _is_as_known(then, now)


def _is_as_known(then: Topic, now: TopicColumn) -> bool:
    """Is it, but for its type, what the rows were made for?"""
    before = then.evolved_from.columns if then.evolved_from is not None else ()
    known = next((column for column in before if column.name == now.name), None)
    if known is None:  # another append has added it
        return now.nullable and now.declared is None
    return replace(now, duckdb_type="") == replace(known, duckdb_type="")
