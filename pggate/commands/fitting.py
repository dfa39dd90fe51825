"""
A file's columns as the topic that they are for has them: a CSV file has no types of its own, and other files
are made with the widest ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from pggate.commands.client import ClientError, ask
from pggate.types.arrow import compatible
from pggate.types.arrow_fits import copied_of
from pggate.types.ducktype import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    import asyncpg

    from pggate.config import Config

UNDEFINED_TABLE: Final = "42P01"

TRUE: Final = ("t", "T", "true", "True", "TRUE", "y", "yes", "on", "1")
FALSE: Final = ("f", "F", "false", "False", "FALSE", "n", "no", "off", "0")
"""Spellings that PostgreSQL takes, too (PostgreSQL 15, 8.6)."""

_TEXTS: Final = frozenset({"VARCHAR", "JSON", "UUID"})
"""Read as text, which the server makes into what the column is."""

_NO_EMPTY: Final = _TEXTS - {"VARCHAR"}

_READ: Final = frozenset(
    {
        *("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"),
        *("FLOAT", "DOUBLE", "DECIMAL", "BOOLEAN", "DATE", "TIME"),
        *("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE"),
    }
)
"""As what pyarrow itself reads a CSV file's fields."""


def topic_columns(config: Config, topic: str) -> dict[str, str]:
    """
    A topic's columns and their DuckDB types.

    Raises:
        ClientError: There is no such topic; says how it is made.

    """

    async def described(connection: asyncpg.Connection) -> list[asyncpg.Record]:
        found: list[asyncpg.Record] = await connection.fetch(
            f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {topic})"
        )
        return found

    try:
        return dict(ask(config, described))
    except ClientError as error:
        if error.sqlstate != UNDEFINED_TABLE:
            raise
        raise ClientError(
            f"{error}: pass --create to make it with the columns of the first file", error.sqlstate
        ) from None


def csv_types(columns: Mapping[str, str]) -> dict[str, pa.DataType]:
    """
    As what a CSV file's columns are read; one that is not here is inferred.
    """
    types = {name: parse(duckdb_type) for name, duckdb_type in columns.items()}
    texts = {name: pa.string() for name, column in types.items() if column.name in _TEXTS}
    return texts | {name: copied_of(column) for name, column in types.items() if column.name in _READ}


def without_empty(batch: pa.RecordBatch, columns: Mapping[str, str]) -> pa.RecordBatch:
    """
    A CSV file's batch with NULL for fields without a character, where these are no texts to the topic.
    """
    for number, name in enumerate(batch.schema.names):
        array = batch.column(number)
        if columns.get(name) in _NO_EMPTY and pa.types.is_string(array.type):
            batch = batch.set_column(number, name, pc.if_else(pc.equal(array, ""), None, array))
    return batch


def fitted(batch: pa.RecordBatch, columns: Mapping[str, str]) -> pa.RecordBatch:
    """
    The batch with narrower numbers and coarser moments where the topic has them, as far as each value is
    one of theirs.

    Raises:
        ClientError: One is not.

    """
    arrays = [
        _fitted(name, array, columns[name]) if name in columns else array
        for name, array in zip(batch.schema.names, batch.columns, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, names=batch.schema.names)


def _fitted(name: str, array: pa.Array, duckdb_type: str) -> pa.Array:
    if compatible(array.type, duckdb_type):
        return array
    wanted = parse(duckdb_type)
    if wanted.name not in _READ or not _is_alike(array.type, copied_of(wanted)):
        return array  # the server says what it wants
    try:
        return array.cast(copied_of(wanted))
    except pa.ArrowInvalid as error:
        raise ClientError(f'column "{name}" is of type {duckdb_type}: {error}') from None


def _is_alike(got: Any, wanted: Any) -> bool:
    if pa.types.is_timestamp(got) and pa.types.is_timestamp(wanted):
        return (got.tz is None) == (wanted.tz is None)
    return _is_number(got) and _is_number(wanted)


def _is_number(of_type: Any) -> bool:
    return bool(pa.types.is_integer(of_type) or pa.types.is_floating(of_type) or pa.types.is_decimal(of_type))
