"""
RETURNING: the rows that a statement has written, computed before it is committed and kept until they are
read.

A statement with RETURNING runs to its end at the first Execute, however few rows that asks for (PostgreSQL
15, 55.2.3), and its rows outlive its transaction's use of the engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.session.cursors.results import carried, checker
from pggate.session.statement.outcome import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pyarrow as pa

    from pggate.engine.cursor import Cursor
    from pggate.engine.result import Result
    from pggate.engine.store import Store
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.outcome import Column

IN_MEMORY: Final = 4 * 1024 * 1024
"""Arrow bytes of a statement's rows that stay in memory; more of them are kept in a file."""


class Kept:
    """
    Rows that are read once, forward.

    Args:
        make_store: Where many of them are kept.

    """

    def __init__(self, make_store: Callable[[], Store]) -> None:
        self._make_store = make_store
        self._batches: list[pa.RecordBatch] = []
        self._size = 0
        self._store: Store | None = None
        self._rest = self._all()

    def append(self, batch: pa.RecordBatch) -> None:
        """
        Raises:
            ConfigurationLimitExceeded: There are as many bytes of rows as there may be.

        """
        if self._store is None:
            self._batches.append(batch)
            self._size += batch.nbytes
            if self._size < IN_MEMORY:
                return
            self._store = self._make_store()
            batches, self._batches = self._batches, []
        else:
            batches = [batch]
        for one in batches:
            self._store.append(one)

    def next_batch(self) -> pa.RecordBatch | None:
        """The next rows, None at the end."""
        return next(self._rest, None)

    def _all(self) -> Iterator[pa.RecordBatch]:
        yield from self._batches
        if self._store is not None:
            row = 0
            while row < self._store.rows:
                batch = self._store.ascending(row, self._store.rows)
                row += batch.num_rows
                yield batch
        self.close()

    def close(self) -> None:
        """Give memory and disk back."""
        self._batches = []
        if self._store is not None:
            self._store.close()
            self._store = None


def answered(
    cursor: Cursor,
    make_store: Callable[[], Store],
    analysed: Analysed,
    text: str,
    parameters: Sequence[object],
) -> Rows:
    """
    Run RETURNING's query to its end.

    Args:
        analysed: Whose columns are known.
        text: The query; or what the engine itself returns rows of.

    """
    columns = analysed.columns or ()
    with result_of(cursor, text, parameters, columns) as result:
        kept = kept_of(make_store, result, columns)
    return Rows(columns, kept.next_batch, analysed.statement.tag, kept.close)


def drained(make_store: Callable[[], Store], analysed: Analysed, result: Result) -> Rows:
    """
    The rows that the engine itself returns of what it has written; to be read to their end.

    Raises:
        FeatureNotSupported: Some of them would not survive the way out of the engine.

    """
    columns = analysed.columns or ()
    with result:
        if carried("", columns, result.columns):
            raise FeatureNotSupported(
                "RETURNING of a column of this type is not supported together with ON CONFLICT",
                hint="Cast it to text.",
            )
        kept = kept_of(make_store, result, columns)
    return Rows(columns, kept.next_batch, analysed.statement.tag, kept.close)


def kept_of(make_store: Callable[[], Store], result: Result, columns: Sequence[Column]) -> Kept:
    """
    All rows of a result.

    Raises:
        PgError: A value that no client can be sent, such as a ragged array: then nothing is written, either.

    """
    kept = Kept(make_store)
    check = checker(columns)
    try:
        for batch in result.batches():
            check(batch)
            kept.append(batch)
    except BaseException:
        kept.close()
        raise
    return kept


def result_of(cursor: Cursor, text: str, parameters: Sequence[object], columns: Sequence[Column]) -> Result:
    """
    The result of a query whose client was told of these columns.
    """
    first = carried(text, columns)
    result = cursor.run(first, parameters)
    wanted = carried(text, columns, result.columns)
    if wanted == first:
        return result
    result.close()
    return cursor.run(wanted, parameters)
