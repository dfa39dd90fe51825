"""
COPY … FROM STDIN: bytes of the text, csv or binary format → Arrow batches of a topic's columns.  Lines of
JSON, which come by HTTP, are read in the same way.

The compiled kernel takes rows apart and reads the usual spellings of the usual types straight into Arrow's
buffers.  A row that is not plainly well-formed goes to ``copy_rows``, a field that the kernel does not
recognise to ``text.decode`` and ``binary.decode``; they also say what is wrong, in the order in which
PostgreSQL would come upon it.  Without the kernel they read everything, and the answers are the same.

What has arrived is kept until it is enough to read, or one row: memory does not grow with the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from pggate.errors import InternalError, PgError
from pggate.types import copy_tuples, rows
from pggate.types.copy_columns import ColumnReader, DocumentReader, InputColumn
from pggate.types.copy_json_rows import JsonSource
from pggate.types.copy_line_rows import LineSource
from pggate.types.copy_rows import Header, Source, located, shown
from pggate.types.copy_tuple_rows import TupleSource
from pggate.types.framings import CopyBinary, CopyCsv, CopyText, JsonLines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from pggate.types.copy_rows import Row

if rows.IS_COMPILED:
    from pggate.types import _kernel

__all__ = ["CopyIn", "CopyReader", "InputColumn"]

# What is read at once, and the rows of a batch: large enough that a batch costs nothing beside its rows,
# small enough that many COPYs at a time fit into memory.
ENOUGH: Final = 4 << 20
MOST_ROWS: Final = 1 << 17


@dataclass(frozen=True, slots=True)
class CopyIn:
    """
    The options of COPY FROM.

    Args:
        framing: The format with its delimiter, NULL string, quote and escape.
        header: Whether the first line is one of names; "match": which must be the columns'.
        force_not_null: csv: the places of columns where what reads as NULL is the NULL string.
        force_null: csv: the places of columns where the NULL string is NULL though it is in quotes.

    """

    framing: CopyText | CopyCsv | CopyBinary | JsonLines
    header: Header = False
    force_not_null: frozenset[int] = frozenset()
    force_null: frozenset[int] = frozenset()

    def forced(self, columns: int) -> bytes:
        """The two options as the kernel is told them: a byte for each column."""
        return bytes((at in self.force_not_null) | (at in self.force_null) << 1 for at in range(columns))


class CopyReader:
    """
    Args:
        how: The options.
        columns: The columns that the rows have, in their order.
        relation: The relation's name, for errors.
        zone: The session's TimeZone.
        is_compiled: Whether the kernel reads, where it is.

    Raises:
        FeatureNotSupported: 0A000, a column that cannot be copied into.

    """

    def __init__(
        self,
        how: CopyIn,
        columns: Sequence[InputColumn],
        relation: str,
        zone: tzinfo,
        *,
        is_compiled: bool = rows.IS_COMPILED,
    ) -> None:
        self._is_binary = isinstance(how.framing, CopyBinary)
        documents = how.framing.documents if isinstance(how.framing, JsonLines) else frozenset[int]()
        self._columns = [
            DocumentReader(column, zone)
            if place in documents
            else ColumnReader(column, zone, is_binary=self._is_binary)
            for place, column in enumerate(columns)
        ]
        self._schema = pa.schema([(column.name, column.arrow_type) for column in self._columns])
        self._told = tuple(column.told for column in self._columns)
        self._relation = relation
        self._is_compiled = is_compiled
        self._source = _source(how, [column.name for column in columns], relation)
        self._held = bytearray()
        self._enough = ENOUGH
        self._loose = _Loose(len(columns))

    def feed(self, data: bytes | bytearray | memoryview) -> list[pa.RecordBatch]:
        """
        The next bytes, cut anywhere; answers the rows that have become enough for a batch.

        Raises:
            PgError: With PostgreSQL's SQLSTATE, message and context; the reader is of no use after it.

        """
        made: list[pa.RecordBatch] = []
        view = memoryview(data)
        for start in range(0, len(view), ENOUGH):
            self._held += view[start : start + ENOUGH]
            if len(self._held) >= self._enough:
                made += self._read(final=False)
        return made

    def catch_up(self) -> list[pa.RecordBatch]:
        """
        All rows that are whole, though they are few.

        Raises:
            PgError: As ``feed``.

        """
        return self._read(final=False)

    def finish(self) -> list[pa.RecordBatch]:
        """
        The last rows; the data has ended.

        Raises:
            PgError: As ``feed``.

        """
        return self._read(final=True)

    def interrupted(self, error: PgError) -> PgError:
        """
        An error that comes from elsewhere, with the place that the data has reached.

        Raises:
            PgError: As ``feed``: that came before it.

        """
        self._read(final=False)
        if not self._source.is_past_header:
            return error
        return located(error, self._relation, self._source.number + 1)

    def _read(self, *, final: bool) -> list[pa.RecordBatch]:
        source, made = self._source, list[pa.RecordBatch]()
        while not source.ended:
            framing = source.framing() if self._is_compiled else None
            if framing is not None:
                count, is_unfinished = self._read_compiled(framing, made)
                if count == MOST_ROWS:
                    continue
                if is_unfinished and not final:
                    break
            row = source.row(self._held, final=final)
            if row is None:
                break
            self._take(row)
            if self._loose.is_enough:
                made.append(self._loose_batch())
        if final and self._loose.count:
            made.append(self._loose_batch())
        self._forget_read()
        return made

    def _forget_read(self) -> None:
        if self._source.ended:
            self._held.clear()
        else:
            del self._held[: self._source.at]
        self._source.at = 0
        left = len(self._held)
        if left >= copy_tuples.MOST_BYTES:
            raise located(copy_tuples.too_long(left), self._relation, self._source.number + 1)
        # A row that goes on is looked at again when there is twice as much of it: its length is read through
        # twice at most, however it is cut.
        self._enough = max(ENOUGH, 2 * left)

    # ---- rows of the reference ----

    def _take(self, row: Row) -> None:
        values = [
            None if cell is None else self._value(at, cell, self._source.number)
            for at, cell in enumerate(row.cells)
        ]
        if row.fault is not None:
            raise row.fault
        self._loose.add(values, sum(len(cell) for cell in row.cells if cell is not None))

    def _value(self, at: int, field: bytes, number: int) -> Any:
        column = self._columns[at]
        try:
            return column.decode(field)
        except PgError as error:
            said = "" if self._is_binary else f": {shown(field)}"
            raise located(error, self._relation, number, f", column {column.name}{said}") from None

    def _loose_batch(self) -> pa.RecordBatch:
        arrays = [
            column.array(values) for column, values in zip(self._columns, self._loose.columns, strict=True)
        ]
        self._loose = _Loose(len(arrays))
        return pa.RecordBatch.from_arrays(arrays, schema=self._schema)

    # ---- rows of the kernel ----

    def _read_compiled(self, framing: tuple[Any, ...], made: list[pa.RecordBatch]) -> tuple[int, bool]:
        """Adds a batch of the rows that the kernel takes; their number, and whether the data ended."""
        source = self._source
        start = source.at, source.number
        is_unfinished, at, number, count, columns, beyond = _kernel.read_copy(
            self._held, source.at, MOST_ROWS, source.number, framing, self._told
        )
        places: list[list[int]] = [[] for _ in columns]
        values: list[list[Any]] = [[] for _ in columns]
        try:
            for row, column, line, field in beyond:
                places[column].append(row)
                values[column].append(self._value(column, field, line))
        except PgError:
            if any(column.is_enum for column in self._columns):
                self._refuse(*start, count)  # a stranger may come first
            raise
        source.at, source.number = at, number
        if count:
            arrays = [
                column.taken(count, read, places[place], values[place])
                for place, (column, read) in enumerate(zip(self._columns, columns, strict=True))
            ]
            if any(column.has_stranger(array) for column, array in zip(self._columns, arrays, strict=True)):
                self._refuse(*start, count)
            batch = pa.RecordBatch.from_arrays(arrays, schema=self._schema)
            made.append(pa.concat_batches([self._loose_batch(), batch]) if self._loose.count else batch)
        return count, is_unfinished

    def _refuse(self, at: int, number: int, count: int) -> None:
        """
        Read again, row by row, what the kernel has taken and is wrong, to say where.
        """
        self._source.at, self._source.number = at, number
        for _ in range(count):
            row = self._source.row(self._held, final=True)
            if row is not None:
                self._take(row)
        raise InternalError("what the kernel has read is wrong, and right when it is read again")


class _Loose:
    """Values that are not yet a batch, column by column."""

    def __init__(self, columns: int) -> None:
        self.columns: list[list[Any]] = [[] for _ in range(columns)]
        self.count = 0
        self._bytes = 0

    def add(self, values: list[Any], size: int) -> None:
        for column, value in zip(self.columns, values, strict=True):
            column.append(value)
        self.count += 1
        self._bytes += size

    @property
    def is_enough(self) -> bool:
        return self.count >= MOST_ROWS or self._bytes >= ENOUGH


def _source(how: CopyIn, names: list[str], relation: str) -> Source:
    if isinstance(how.framing, CopyBinary):
        return TupleSource(names, relation)
    if isinstance(how.framing, JsonLines):
        return JsonSource(how.framing, names, relation)
    return LineSource(how.framing, how.header, names, how.forced(len(names)), relation)
