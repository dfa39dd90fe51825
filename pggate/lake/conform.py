"""
Batches that a client sent → batches of a topic: same columns, exact types, every value storable.

A file that the engine cannot read would make its whole topic unreadable, so everything is checked here,
before any byte is written: this is the border.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.errors import (
    CharacterNotInRepertoire,
    DataError,
    DatatypeMismatch,
    DatetimeFieldOverflow,
    DuplicateColumn,
    NotNullViolation,
    PgError,
    SerializationFailure,
    UndefinedColumn,
)
from pggate.lake.array_shapes import check_shapes
from pggate.lake.declared_values import declared_values
from pggate.types.arrow import arrow_type, compatible, convert, describe
from pggate.types.lists import elements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pggate.lake.topics import Topic, TopicColumn

# A column's default at this moment: as an array of one value; of a numbered column as so many values
Default: TypeAlias = Callable[["TopicColumn", int], pa.Array]

DAY: Final = 86_400_000_000  # microseconds; 24:00:00 is a time of PostgreSQL's


def conform(topic: Topic, batch: pa.RecordBatch, default: Default, *, ragged: bool = False) -> pa.RecordBatch:
    """
    The batch with the topic's columns in the topic's order.

    Columns are found by name.  One that is missing takes its default, evaluated once, as in an INSERT or
    COPY that does not name it, or NULL.

    Args:
        ragged: May lists of lists be of any lengths?  Then they are none of PostgreSQL's arrays.

    Raises:
        UndefinedColumn: 42703, a column that the topic does not have.
        DuplicateColumn: 42701.
        DatatypeMismatch: 42804, names the column and both types.
        NotNullViolation: 23502.
        CharacterNotInRepertoire: 22021, NUL or bytes that are not UTF-8 in a text.
        ArraySubscriptError: 2202E, an array of several dimensions whose parts differ in length.
        DataError and below: a value that its type does not have.

    """
    refuse_unknown_columns(topic, batch.schema)
    arrays = [column_values(topic, column, batch, default) for column in topic.columns]
    for column, array in zip(topic.columns, arrays, strict=True):
        if column.children and not ragged:
            check_shapes(column, array)
    return pa.RecordBatch.from_arrays(arrays, names=[column.name for column in topic.columns])


class Conformed(list[pa.RecordBatch]):
    """
    Batches that `conform` has made for a topic.  They are not always what it takes: Parquet has no seconds,
    so that what fits a TIMESTAMP_S comes out in milliseconds, which as such do not fit.
    """

    def __init__(self, topic: Topic, batches: Iterable[pa.RecordBatch], *, ragged: bool = False) -> None:
        super().__init__(batches)
        self.topic = topic
        self.ragged = ragged


def conform_all(
    topic: Topic, batches: Iterable[pa.RecordBatch], default: Default, *, ragged: bool = False
) -> list[pa.RecordBatch]:
    """
    `conform` for batches that came together: now() is one moment for all of them.

    Raises:
        SerializationFailure: 40001, rows that were conformed do not fit what their topic has become.
        PgError: As `conform`.

    """
    once = default_once(default)
    if not isinstance(batches, Conformed):
        return [conform(topic, batch, once, ragged=ragged) for batch in batches]
    if batches.topic == topic:
        return batches
    try:
        return [conform(topic, batch, once, ragged=ragged or batches.ragged) for batch in batches]
    except (
        PgError
    ) as error:  # of values and columns that were made here: whoever sent the rows is not at fault
        raise SerializationFailure(
            f'relation "{topic.name}" was altered concurrently',
            detail=error.message,
            hint="Send the rows again.",
        ) from error


def default_once(default: Default) -> Default:
    """
    Every default is evaluated once; only numbers are new for every row.
    """
    once = functools.cache(default)
    return lambda column, count: (once if column.sequence is None else default)(column, count)


def refuse_unknown_columns(topic: Topic, schema: pa.Schema) -> None:
    known = {column.name for column in topic.columns}
    for position, name in enumerate(schema.names):
        if name not in known:
            raise UndefinedColumn(f'column "{name}" of relation "{topic.name}" does not exist')
        if name in schema.names[:position]:
            raise DuplicateColumn(f'column "{name}" specified more than once')


def column_values(topic: Topic, column: TopicColumn, batch: pa.RecordBatch, default: Default) -> pa.Array:
    if column.name in batch.schema.names:
        values = converted(column, batch.column(column.name))
    elif column.sequence is not None:
        values = default(column, batch.num_rows)
    elif column.default is not None and batch.num_rows:
        values = pa.repeat(converted(column, default(column, 1))[0], batch.num_rows)
    else:
        values = pa.nulls(batch.num_rows, arrow_type(column.duckdb_type))
    if values.null_count and not column.nullable:
        raise NotNullViolation(
            f'null value in column "{column.name}" of relation "{topic.name}" violates not-null constraint'
        )
    check_values(column, values)
    return values if column.declared is None else declared_values(column, values)


def converted(column: TopicColumn, values: pa.Array) -> pa.Array:
    """
    The values as the column's Arrow type.
    """
    if not compatible(values.type, column.duckdb_type):
        raise DatatypeMismatch(
            f'column "{column.name}" is of type {column.duckdb_type}'
            f" but the data is of type {describe(values.type)}"
        )
    try:
        validate(values)
        if values.type == arrow_type(column.duckdb_type) and "JSON" not in column.duckdb_type:
            return values
        return convert(values, column.duckdb_type)
    except PgError as error:
        error.message = f'column "{column.name}": {error.message}'
        raise
    except pa.ArrowException as error:
        refuse_invalid(column, error)


def validate(values: pa.Array) -> None:
    """
    Offsets, UTF-8, digits: whatever Arrow itself can find wrong; raises pa.ArrowInvalid.

    Arrow's times end before 24:00:00, PostgreSQL's and the engine's with it.
    """
    plain = _without_times(values.type)
    (values if plain == values.type else values.view(plain)).validate(full=True)


def _without_times(of_type: pa.DataType) -> pa.DataType:
    """The type with whole numbers in the place of times, within lists, too."""
    if pa.types.is_list(of_type):
        return pa.list_(of_type.value_field.with_type(_without_times(of_type.value_type)))
    return pa.int64() if pa.types.is_time64(of_type) else of_type


def refuse_invalid(column: TopicColumn, error: pa.ArrowException) -> NoReturn:
    if "UTF8" in str(error):
        raise CharacterNotInRepertoire(
            f'column "{column.name}": invalid byte sequence for encoding "UTF8"'
        ) from error
    raise DataError(f'column "{column.name}": {error}') from error


# ---- values that a type does not have, at any depth ----------------------------------------------------


def check_values(column: TopicColumn, values: pa.Array) -> None:
    for leaf, array in leaves(column, values):
        if (check := CHECKS.get(leaf.duckdb_type)) is not None and len(array):
            check(column.name, array)


def leaves(column: TopicColumn, values: pa.Array) -> Iterator[tuple[TopicColumn, pa.Array]]:
    """
    The scalar parts of a column with the values that can be seen: those under a NULL are left out.
    """
    if not column.children:
        yield column, values
    elif pa.types.is_struct(values.type):
        for child, array in zip(column.children, values.flatten(), strict=True):
            yield from leaves(child, array)
    elif pa.types.is_map(values.type):
        entry = pa.struct([("key", values.type.key_type), ("value", values.type.item_type)])
        entries = elements(values.cast(pa.list_(entry)))
        for child, array in zip(column.children, entries.flatten(), strict=True):
            yield from leaves(child, array)
    else:
        yield from leaves(column.children[0], elements(values))


def check_text(name: str, values: pa.Array) -> None:
    """
    NUL ends a text in the engine's statistics and makes the topic unreadable; PostgreSQL has no NUL either.
    """
    data = values.buffers()[2]
    if data is None or not data.size or np.frombuffer(data, np.uint8).all():
        return
    if pc.any(pc.match_substring(values, "\0")).as_py():
        raise CharacterNotInRepertoire(
            f'column "{name}": invalid byte sequence for encoding "UTF8": 0x00',
        )


def between(storage: pa.DataType, low: int, high: int, kind: str) -> Callable[[str, pa.Array], None]:
    """
    A check that the integers behind a date or time lie in what the engine can read back.
    """

    def check(name: str, values: pa.Array) -> None:
        found: dict[str, Any] = pc.min_max(values.view(storage)).as_py()
        if found["min"] is not None and not low <= found["min"] <= found["max"] <= high:
            raise DatetimeFieldOverflow(f'column "{name}": {kind} out of range')

    return check


# The lowest integer means nothing to the engine, the next and the highest are the infinities (duckdb 1.5.5).
SYMMETRIC: Final = 2**63 - 1
CHECKS: Final[dict[str, Callable[[str, pa.Array], None]]] = {
    "VARCHAR": check_text,
    "DATE": between(pa.int32(), -(2**31) + 1, 2**31 - 1, "date"),
    "TIME": between(pa.int64(), 0, DAY, "time"),
    "TIMESTAMP": between(pa.int64(), -SYMMETRIC, SYMMETRIC, "timestamp"),
    "TIMESTAMP WITH TIME ZONE": between(pa.int64(), -SYMMETRIC, SYMMETRIC, "timestamp"),
    "TIMESTAMP_MS": between(pa.int64(), -SYMMETRIC, SYMMETRIC, "timestamp"),
    "TIMESTAMP_NS": between(pa.int64(), -SYMMETRIC, SYMMETRIC, "timestamp"),
    "TIMESTAMP_S": between(pa.int64(), -SYMMETRIC, SYMMETRIC, "timestamp"),
}
