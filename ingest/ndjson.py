"""
Newline-delimited JSON as record batches of a topic: an object a line, whose members are found by the columns'
names and read as PostgreSQL's json_populate_record reads them.

A member that is missing is the column's default, one that is null NULL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from pggate.errors import FeatureNotSupported, PgError, ProgramLimitExceeded
from pggate.types import table
from pggate.types.arrow_fits import copied_of
from pggate.types.copy_input import CopyIn, CopyReader, InputColumn
from pggate.types.duck import COMPOSITES, column_type
from pggate.types.ducktype import parse
from pggate.types.framings import JsonLines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pggate.lake.topics import Topic, TopicColumn

BODY: Final = "body"
"""What an error's context calls the rows."""
BIGGEST_VALUE: Final = 16
"""Bytes of a value that are there however short its text is."""
UTC: Final = ZoneInfo("UTC")


class JsonReader:
    """
    The rows of one body.

    Args:
        limit: Bytes that a line may have, and that rows read at once may become.

    """

    def __init__(self, topic: Topic, limit: int) -> None:
        columns = [column for column in topic.columns if _is_read(column)]
        self._asked = tuple(
            place
            for place, column in enumerate(columns)
            if column.default is not None or column.sequence is not None
        )
        documents = frozenset(place for place, column in enumerate(columns) if _is_document(column))
        inputs = [
            InputColumn(column.name, column_type(column.duckdb_type).type, -1, column.duckdb_type)
            for column in columns
        ]
        asked = [InputColumn(columns[place].name, table.BOOL, -1, "BOOLEAN") for place in self._asked]
        how = CopyIn(JsonLines(documents, self._asked))
        self._reader = CopyReader(how, inputs + asked, BODY, UTC)
        self._row_bytes = BIGGEST_VALUE * max(len(topic.columns), 1)
        self._names = [column.name for column in columns]
        self._topic = topic.name
        self._limit = limit
        self._line = self._held = 0
        """Bytes of the line that goes on, and those that the rows of what was not read yet may become."""

    def cut(self, data: bytes) -> Iterator[bytes]:
        """What is read at once: all that has come."""
        yield data

    def rest(self) -> bytes:
        """Nothing is left of what was cut."""
        return b""

    def extent(self, data: bytes) -> int:
        """
        The most that the rows can take up which these bytes end.

        Raises:
            ProgramLimitExceeded: That, or a line, is more than the limit.

        """
        ended = data.rfind(b"\n") + 1
        self._line = len(data) - ended if ended else self._line + len(data)
        self._held += len(data) + self._row_bytes * (data.count(b"\n") + 1)
        if max(self._line, self._held) > self._limit:
            raise ProgramLimitExceeded(
                f"the JSON is too large: a line of it, or the rows of a request, exceed {self._limit} bytes",
                hint="Send fewer rows, or in chunks, without a Content-Length.",
            )
        return self._held

    def batches(self, data: bytes, *, final: bool = False) -> Iterator[pa.RecordBatch]:
        """
        The rows that these bytes complete.

        Args:
            final: Nothing comes after them.

        Raises:
            PgError: What is wrong with a value or line, and which line it is.

        """
        try:
            read = self._reader.feed(data)
            read += self._reader.finish() if final else self._reader.catch_up()
        except PgError as error:
            raise self._told(error) from None
        self._held = self._line
        yield from self._with_defaults(read)

    def _told(self, error: PgError) -> PgError:
        error.message = error.message.replace(f'relation "{BODY}"', f'relation "{self._topic}"')
        if error.context:
            error.message = f"{error.context.removeprefix(f'COPY {BODY}, ')}: {error.message}"
        return error

    def _with_defaults(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Rows that leave out the same columns together, without these."""
        count = len(self._names)
        for batch in batches:
            whole = pa.RecordBatch.from_arrays(batch.columns[:count], names=self._names)
            if not self._asked:
                yield whole
                continue
            given = np.stack([column.to_numpy(zero_copy_only=False) for column in batch.columns[count:]])
            kinds, kind = np.unique(given, axis=1, return_inverse=True)
            for place, named in enumerate(kinds.T):
                yield _without(whole.filter(pa.array(kind.ravel() == place)), self._missing(named))

    def _missing(self, named: Sequence[bool]) -> list[str]:
        return [
            self._names[place] for place, is_named in zip(self._asked, named, strict=True) if not is_named
        ]


def _without(batch: pa.RecordBatch, names: list[str]) -> pa.RecordBatch:
    return batch.drop_columns(names) if names else batch


def _is_read(column: TopicColumn) -> bool:
    try:
        copied_of(parse(column.duckdb_type))
    except FeatureNotSupported:
        return False
    return True


def _is_document(column: TopicColumn) -> bool:
    parsed = parse(column.duckdb_type)
    return parsed.is_list or parsed.name == "JSON" or parsed.name in COMPOSITES
