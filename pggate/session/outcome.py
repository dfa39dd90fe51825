"""
What executing a statement gives: rows to pull, or a count; and how Arrow rows become a client's rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

import pyarrow as pa

from pggate.types.duck import column_type
from pggate.types.table import OID, TEXT, PgType, array_of

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


def column(name: str, duckdb_type: str, *, of_catalog: bool = False) -> Column:
    """
    The column that a DuckDB type makes.

    Args:
        of_catalog: The query reads pg_catalog and nothing else.

    """
    if of_catalog and duckdb_type in CATALOG_TYPES:
        return Column(name, CATALOG_TYPES[duckdb_type], duckdb=duckdb_type)
    found = column_type(duckdb_type)
    return Column(name, found.type, found.typmod, duckdb_type)


CATALOG_TYPES: Final = {"UINTEGER": OID, "UINTEGER[]": array_of(OID)}
"""What the emulation has for PostgreSQL's types that DuckDB does not know."""


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
