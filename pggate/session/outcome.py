"""
What executing a statement gives: rows to pull, or a count; and how Arrow rows become a client's rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import pyarrow as pa

from pggate.types.duck import column_type
from pggate.types.table import TEXT, PgType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Column:
    """
    A result column: as the client is told of it, and its DuckDB type's text.
    """

    name: str
    type: PgType = TEXT
    typmod: int = -1
    duckdb: str = "VARCHAR"


def column(name: str, duckdb_type: str) -> Column:
    """The column that a DuckDB type alone makes."""
    found = column_type(duckdb_type)
    return Column(name, found.type, found.typmod, duckdb_type)


@dataclass(frozen=True, slots=True)
class Done:
    """
    The statement returned no rows; `tag` is its whole command tag.
    """

    tag: str

    def close(self) -> None:
        """Nothing is held."""


@dataclass(frozen=True, slots=True)
class Rows:
    """
    The statement returns rows.  `next_batch` gives the next of them, None at the end.

    `tag` makes the command tag from the number of rows that were sent.
    """

    columns: tuple[Column, ...]
    next_batch: Callable[[], pa.RecordBatch | None]
    tag: Callable[[int], str]
    close: Callable[[], None] = field(default=lambda: None)


Outcome: TypeAlias = Done | Rows


def rows_of(columns: Sequence[Column], values: Sequence[Sequence[str | None]], tag: str) -> Rows:
    """
    A small result that pggate itself makes: text columns, given column by column.
    """
    arrays = [pa.array(column, pa.string()) for column in values]
    batch = pa.record_batch(arrays, names=[column.name for column in columns])
    batches: Iterator[pa.RecordBatch] = iter((batch,) if batch.num_rows else ())
    return Rows(tuple(columns), lambda: next(batches, None), lambda _rows: tag)
