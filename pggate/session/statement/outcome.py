"""
What executing a statement gives: rows to pull, a count, or rows of COPY, in either direction.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

import pyarrow as pa

from pggate.types.duck import USUAL, Shown, column_type, is_nested
from pggate.types.table import JSONB, OID, TEXT, PgType, array_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pggate.errors import PgError
    from pggate.types.framings import Framing


@dataclass(frozen=True, slots=True)
class Column:
    """
    A result column: as the client is told of it, its DuckDB type's text, and the width of a char(n) that is
    told without a modifier.
    """

    name: str
    type: PgType = TEXT
    typmod: int = -1
    duckdb: str = "VARCHAR"
    width: int = 0


def column(
    name: str,
    duckdb_type: str,
    *,
    of_catalog: bool = False,
    is_declared: bool = True,
    is_jsonb: bool = False,
    shown: Shown = USUAL,
) -> Column:
    """
    The column that a DuckDB type makes.

    Args:
        of_catalog: The query reads pg_catalog and nothing else.
        is_jsonb: A JSON of it is a jsonb: DuckDB has one type for both.
        shown: As what the session wants to see values that PostgreSQL has no type for.
        is_declared: It is a plain column or a cast, so that its type has the modifier that was declared.

    """
    if of_catalog and duckdb_type in CATALOG_TYPES:
        return Column(name, CATALOG_TYPES[duckdb_type], duckdb=duckdb_type)
    if is_jsonb and duckdb_type == _JSON:
        return Column(name, JSONB, duckdb=duckdb_type)
    is_shown = is_jsonb and not (shown.nested_as_json and is_nested(duckdb_type))
    if is_shown and duckdb_type.rstrip(_BRACKETS) == _JSON:
        return Column(name, array_of(JSONB), duckdb=duckdb_type)
    found = column_type(duckdb_type, shown)
    return Column(name, found.type, found.typmod if is_declared else -1, duckdb_type)


_JSON: Final = "JSON"
_BRACKETS: Final = "[]"

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

    `tag` makes the command tag from the number of rows that were sent.  `format` is what a simple query's
    client gets them in: 1, binary, if they are fetched from a BINARY cursor.
    """

    columns: tuple[Column, ...]
    next_batch: Callable[[], pa.RecordBatch | None]
    tag: Callable[[int], str]
    close: Callable[[], None] = field(default=lambda: None)
    format: int = 0


@dataclass(frozen=True, slots=True)
class CopyOut:
    """
    COPY TO STDOUT.

    Args:
        rows: What is copied; its `tag` is COPY's.
        framing: What the rows are written as.
        header: Does a line with the columns' names come first?

    """

    rows: Rows
    framing: Framing
    header: bool

    @property
    def tag(self) -> Callable[[int], str]:
        """As that of Rows."""
        return self.rows.tag

    def close(self) -> None:
        """Free the result."""
        self.rows.close()


@dataclass(frozen=True, slots=True)
class CopyIn:
    """
    COPY FROM STDIN, for which the client has yet to send the rows.

    Args:
        columns: How many.
        binary: Are they in the binary format?
        take: Takes the next bytes, cut anywhere.
        finish: All has come: the rows are what the transaction makes of them; how many there were.
        failed: The error of a client that gives up, with its place in the data.
        tag: As that of Rows.
        close: Leaves nothing of what was not finished.

    """

    columns: int
    binary: bool
    take: Callable[[bytes], None]
    finish: Callable[[], int]
    failed: Callable[[str], PgError]
    tag: Callable[[int], str]
    close: Callable[[], None]


Outcome: TypeAlias = Done | Rows | CopyOut | CopyIn


def rows_of(columns: Sequence[Column], values: Sequence[Sequence[str | None]], tag: str) -> Rows:
    """
    A small result that pggate itself makes: text columns, given column by column.
    """
    arrays = [pa.array(column, pa.string()) for column in values]
    batch = pa.record_batch(arrays, names=[column.name for column in columns])
    batches: Iterator[pa.RecordBatch] = iter((batch,) if batch.num_rows else ())
    return Rows(tuple(columns), lambda: next(batches, None), lambda _rows: tag)
