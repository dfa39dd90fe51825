"""
What a statement answers: columns, and batches that are pulled one at a time.  No duckdb here: the batches
come from a spool that was filled earlier, then from the source that still computes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

    import pyarrow as pa

    from pggate.engine.spool import Spool
    from pggate.errors import PgError


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """
    Args:
        name: As DuckDB gives it; names may occur twice.
        duckdb_type: DuckDB's text of the type: `DECIMAL(10,2)`, `ENUM('a', 'b')`, `INTEGER[][]`,
            `INTEGER[2]`, `STRUCT(a INTEGER, "b c" VARCHAR)`, of ROW `STRUCT(INTEGER, INTEGER)`,
            `MAP(VARCHAR, INTEGER)`, `UNION(k INTEGER)`, `JSON`.  A column of the NULL type is an INTEGER.

    """

    name: str
    duckdb_type: str


class Source(Protocol):
    """
    Who computes the rows of a result (the cursor).
    """

    def pull(self, result: Result) -> pa.RecordBatch | None:
        """
        The next batch, None at the end.
        """

    def abandon(self, result: Result) -> None:
        """
        Nobody will read the rest.
        """


class Result:
    """
    What one statement answered.

    `columns` are there before the first row and without rows too.  `returns_rows` tells SELECT, RETURNING,
    EXPLAIN … from what only acts; `changed` is the number of rows that an INSERT, UPDATE, DELETE, MERGE, COPY
    or CREATE TABLE AS touched, None for everything else.  Read it to the end or close it.
    """

    def __init__(
        self,
        columns: tuple[ResultColumn, ...] = (),
        *,
        returns_rows: bool = False,
        changed: int | None = None,
        source: Source | None = None,
    ) -> None:
        self.columns = columns
        self.returns_rows = returns_rows
        self.changed = changed
        self._source = source
        self._spool: Spool | None = None
        self._failure: PgError | None = None

    def next_batch(self) -> pa.RecordBatch | None:
        """
        The next rows, at least one and at most as many as the batch size; None at the end.

        Raises:
            PgError: The statement failed at this place; the result is at its end then.

        """
        if self._spool is not None:
            batch = self._spool.read()
            if batch is not None:
                return batch
            self._drop_spool()
        if self._source is not None:
            return self._source.pull(self)
        if self._failure is not None:
            failure, self._failure = self._failure, None
            raise failure
        return None

    def batches(self) -> Iterator[pa.RecordBatch]:
        """
        All that is left; raises as next_batch does.
        """
        while (batch := self.next_batch()) is not None:
            yield batch

    def close(self) -> None:
        """
        Let go of what is left: the computation, its transaction outside of BEGIN, the spool.
        """
        if self._source is not None:
            self._source.abandon(self)
        self._drop_spool()
        self._failure = None

    def spool_to(self, spool: Spool) -> None:
        """
        What is written to `spool` from now on comes before what the source still has.
        """
        self._spool = spool

    @property
    def spool(self) -> Spool | None:
        return self._spool

    def ended(self, failure: PgError | None = None) -> None:
        """
        The source has no more rows; `failure` is what the reader meets after the spooled ones.
        """
        self._source = None
        self._failure = failure

    def _drop_spool(self) -> None:
        if self._spool is not None:
            self._spool.close()
            self._spool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
