"""
The one result that a cursor has open: its reader pulls it, and what uses the cursor next sets its rest aside.

duckdb 1.5.5: whatever runs next on the cursor silently ends the open result, so the rest of a result that is
still being read is written to a spool file first; its reader does not notice.  An error met on the way, too,
waits in the result until its reader comes to that place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import duckdb

from pggate.engine.interrupts import CANCELED
from pggate.engine.result import Result
from pggate.engine.spool import Spool
from pggate.errors import InvalidCursorState, PgError, QueryCanceled

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

    from pggate.engine.interrupts import Interrupts
    from pggate.engine.result import ResultColumn


_NOT_IN_ARROW: Final = "VARIANT"
"""duckdb 1.5.5 opens no stream of such a column, not even to tell what it is."""


class OpenResult:
    """
    The source of a cursor's open result, or the place where the next one will be.

    Args:
        spool_limit: Bytes on disk that the rest of one result may take.

    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        interrupts: Interrupts,
        spool_directory: Path,
        spool_limit: int,
    ) -> None:
        self._connection = connection
        self._interrupts = interrupts
        self._spool_directory = spool_directory
        self._spool_limit = spool_limit
        self._result: Result | None = None
        self._reader: pa.RecordBatchReader | None = None
        self._sql = ""
        self._batch_rows = 0

    def open(self, sql: str, columns: tuple[ResultColumn, ...], batch_rows: int) -> Result:
        """
        The result of the statement that has just been executed.

        That of a VARIANT is opened when it is read: who sees its columns reads them by another statement.
        """
        self._batch_rows = batch_rows
        if not any(_NOT_IN_ARROW in column.duckdb_type for column in columns):
            self._reader = self._opened(sql)
        self._interrupts.result_opened()
        self._sql = sql
        self._result = Result(columns, returns_rows=True, source=self)
        return self._result

    def pull(self, result: Result) -> pa.RecordBatch | None:
        """
        The next batch (Result.next_batch is the caller).
        """
        try:
            with self._interrupts.busy():
                batch = self._next()
        except PgError:
            self._finish(result)
            raise
        if batch is None:
            self._finish(result)
        return batch

    def abandon(self, result: Result) -> None:
        """
        Nobody will read the rest.
        """
        self._finish(result)
        # duckdb 1.5.5: the statement's own transaction lives on until the cursor runs something else, and
        # pins old versions and attached files.  In an aborted transaction this fails, which is enough.
        try:
            self._connection.execute("SELECT NULL").fetchall()
        except duckdb.Error:
            return

    def set_aside(self) -> None:
        """
        Write the rest to its spool, so that the cursor can be used; with the cursor's interrupts busy.

        Raises:
            QueryCanceled: An interrupt came meanwhile.
            ConfigurationLimitExceeded: It does not fit; nothing of it is lost.

        """
        result = self._result
        if result is None:
            return
        if self._interrupts.result_canceled:
            # canceled while nobody was reading: that is for its reader, not for the statement that runs now
            self._finish(result, QueryCanceled(CANCELED))
            return
        spool = result.spool or Spool(self._spool_directory, self._spool_limit)
        result.spool_to(spool)
        failure = self._fill(spool)
        self._finish(result, failure)
        if isinstance(failure, QueryCanceled):
            raise QueryCanceled(CANCELED)

    def lose(self) -> None:
        """
        Its transaction is rolled back: the rest goes with it, and its reader will hear of it.
        """
        if self._result is not None:
            self._finish(self._result, InvalidCursorState("the transaction of this result was rolled back"))

    def close(self) -> None:
        """
        The cursor ends, and what it has open with it.
        """
        result = self._result
        if result is not None:
            self._finish(result)
            result.close()

    def _fill(self, spool: Spool) -> PgError | None:
        """
        The open stream into the spool; how the stream ended.  A full spool raises with nothing lost: the
        result goes on with the spool and then with the stream.
        """
        while True:
            spool.require_room()
            try:
                batch = self._next()
                if batch is None:
                    return None
                spool.write(batch)
            except PgError as failure:
                return failure

    def _opened(self, sql: str) -> pa.RecordBatchReader:
        return self._interrupts.call(sql, lambda: self._connection.to_arrow_reader(self._batch_rows))

    def _next(self) -> pa.RecordBatch | None:
        if self._interrupts.result_canceled:
            raise QueryCanceled(CANCELED)
        reader = self._reader = self._reader or self._opened(self._sql)
        while True:
            try:
                batch = self._interrupts.call(self._sql, reader.read_next_batch)
            except StopIteration:
                return None
            if batch.num_rows:
                return batch

    def _finish(self, result: Result, failure: PgError | None = None) -> None:
        self._result = None
        reader, self._reader = self._reader, None
        self._interrupts.result_ended()
        if reader is not None:
            reader.close()
        result.ended(failure)
