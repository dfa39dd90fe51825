"""
Statements run on a cursor, their rows come out as Arrow batches, one at a time.

A cursor holds one open result of DuckDB's.  duckdb 1.5.5: whatever runs next on the cursor silently ends that
result, so the rest of a result that is still being read is written to a spool file first; its reader does not
notice.  An error met on the way, too, waits in the result until its reader comes to that place.

A cursor is used by one thread at a time, by different ones over time; `interrupt` may come from any thread.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any, Final

import duckdb
import pyarrow as pa

from pggate.engine import errors
from pggate.engine.result import Result, ResultColumn
from pggate.engine.spool import Spool
from pggate.errors import (
    InvalidCursorState,
    PgError,
    QueryCanceled,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
    UndefinedParameter,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

# Four of DuckDB's vectors.  10 million rows of three columns come at the same speed from 2,048 rows up to a
# million (0.3 s); what a batch of wide rows takes in memory speaks for few.
BATCH_ROWS: Final = 8192

# What duckdb raises, what Python values it cannot convert raise, and what its Arrow streams raise
ENGINE_ERRORS: Final = (
    duckdb.Error,
    pa.ArrowException,
    OSError,
    ValueError,
    TypeError,
    RuntimeError,
    MemoryError,
)

_DESCRIBE: Final = "DESCRIBE "

CANCELED: Final = "canceling statement due to user request"


class Cursor:
    """
    One connection to the engine: one session's settings, temporary tables and transaction.

    Args:
        is_canceled: Whether its user has been interrupted just now.  Asked at the beginning of everything
            that may take long, since an `interrupt` that comes before that finds nothing to cancel.

    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        spool_directory: Path,
        spool_limit: int,
        is_canceled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._connection = connection
        self._spool_directory = spool_directory
        self._spool_limit = spool_limit
        self._is_canceled = is_canceled
        self._open: Result | None = None
        self._reader: pa.RecordBatchReader | None = None
        self._sql = ""
        self._lock = threading.Lock()  # guards the four below
        self._is_shielded = False
        self._running = False
        self._call_canceled = False
        self._result_canceled = False

    def run(
        self, sql: str, parameters: Sequence[object] | None = None, *, batch_rows: int = BATCH_ROWS
    ) -> Result:
        """
        Run one statement.  What only acts has acted when this returns; rows are computed as they are pulled.

        Args:
            parameters: Values of $1, $2, …; a number may occur twice or not at all.
            batch_rows: At most this many rows per batch.

        Raises:
            PgError: The statement failed, or could not be prepared.
            ConfigurationLimitExceeded: The rest of a suspended result does not fit into the spool.

        """
        with self._busy():
            statements = self._call(sql, lambda: self._connection.extract_statements(sql))
            # PIVOT is several statements with one text, of which the last one answers
            if len({statement.query for statement in statements}) > 1:
                raise SyntaxError("cannot insert multiple commands into a prepared statement")
            if not statements:
                return Result()
            self._set_aside()
            for statement in statements:
                self._execute(sql, statement, parameters)
            return self._result(sql, statements[-1], batch_rows)

    def rows(self, sql: str, parameters: Sequence[object] | None = None) -> list[tuple[Any, ...]]:
        """
        All rows of a small internal query as Python values.
        """
        rows: list[tuple[Any, ...]] = []
        with self.run(sql, parameters) as result:
            for batch in result.batches():
                columns = [column.to_pylist() for column in batch.columns]
                rows += zip(*columns, strict=True)
        return rows

    def describe(self, sql: str) -> tuple[ResultColumn, ...]:
        """
        Names and types of what a query without open $n returns: bound on the real relations, not run.
        """
        try:
            rows = self.rows(f"{_DESCRIBE}{sql}")
        except PgError as error:
            if error.position is not None:
                error.position -= len(_DESCRIBE)
            raise
        return tuple(ResultColumn(name, of_type) for name, of_type, *_ in rows)

    def begin(self, *, read_only: bool = False) -> None:
        self.run("BEGIN TRANSACTION READ ONLY" if read_only else "BEGIN TRANSACTION")

    def commit(self) -> None:
        """
        COMMIT.  duckdb 1.5.5: a transaction that an error aborted answers OK here and is rolled back.

        Nothing cancels it once it has begun: an error means that it did not happen.
        """
        with self._busy():
            self._set_aside()
        with self.shielded():
            self.run("COMMIT")

    def set_aside(self) -> None:
        """
        Have the rest of the open result in its spool, where it outlives the transaction.  Nothing cancels it.
        """
        with self.shielded(), self._busy():
            self._set_aside()

    def rollback(self) -> None:
        """
        ROLLBACK, which nothing cancels.  The rest of an open result goes with its transaction.
        """
        if self._open is not None:
            self._finish(self._open, InvalidCursorState("the transaction of this result was rolled back"))
        with self.shielded():
            self.run("ROLLBACK")

    @contextlib.contextmanager
    def shielded(self) -> Iterator[None]:
        """
        Inside of this nothing cancels what runs on the cursor.
        """
        before = self._is_shielded
        with self._lock:
            self._is_shielded = True
        try:
            yield
        finally:
            self._is_shielded = before

    def register(self, name: str, table: pa.Table) -> None:
        """
        Make an Arrow table readable as relation `name` on this cursor alone.
        """
        with self._busy():
            self._set_aside()
            self._call(name, lambda: self._connection.register(name, table))

    def unregister(self, name: str) -> None:
        with self._busy():
            self._set_aside()
            self._call(name, lambda: self._connection.unregister(name))

    def interrupt(self) -> bool:
        """
        Cancel what runs: the call that is in the engine now, or else the open result, whose next batch will
        raise QueryCanceled.  Where nothing runs nothing happens, and the next statement is not affected.

        Returns:
            Whether there was something to cancel.

        """
        with self._lock:
            if self._is_shielded:
                return False
            if self._running:
                self._call_canceled = True
                self._connection.interrupt()
                return True
            self._result_canceled = self._reader is not None
            return self._result_canceled

    def close(self) -> None:
        """
        End the cursor; an open result is lost, an open transaction is rolled back.
        """
        result, self._open = self._open, None
        if result is not None:
            self._release()
            result.ended()
            result.close()
        self._connection.close()

    def pull(self, result: Result) -> pa.RecordBatch | None:
        """
        The next batch of the open result (Result.next_batch is the caller).
        """
        try:
            with self._busy():
                batch = self._next()
        except PgError:
            self._finish(result)
            raise
        if batch is None:
            self._finish(result)
        return batch

    def abandon(self, result: Result) -> None:
        """
        Nobody will read the rest of the open result.
        """
        self._finish(result)
        # duckdb 1.5.5: the statement's own transaction lives on until the cursor runs something else, and
        # pins old versions and attached files.  In an aborted transaction this fails, which is enough.
        try:
            self._connection.execute("SELECT NULL").fetchall()
        except duckdb.Error:
            return

    def _set_aside(self) -> None:
        """
        Write the rest of the open result to its spool, so that the cursor can be used.
        """
        result = self._open
        if result is None:
            return
        if self._result_canceled:
            # canceled while nobody was reading: that is for its reader, not for the statement that runs now
            self._finish(result, QueryCanceled(CANCELED))
            return
        spool = result.spool or Spool(self._spool_directory, self._spool_limit)
        result.spool_to(spool)
        failure = self._fill(spool)
        self._finish(result, failure)
        if isinstance(failure, QueryCanceled):
            raise QueryCanceled(CANCELED)

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

    def _execute(self, sql: str, statement: duckdb.Statement, parameters: Sequence[object] | None) -> None:
        names = statement.named_parameters
        if not names:
            self._call(sql, lambda: self._connection.execute(statement))
            return
        values = _values(names, parameters or ())
        self._call(sql, lambda: self._connection.execute(statement, values))

    def _result(self, sql: str, statement: duckdb.Statement, batch_rows: int) -> Result:
        kinds = statement.expected_result_type
        columns = _columns(self._connection.description)
        if duckdb.ExpectedResultType.QUERY_RESULT not in kinds:
            return Result()
        if duckdb.ExpectedResultType.CHANGED_ROWS in kinds and _counts(columns, sql):
            row = self._call(sql, self._connection.fetchone)
            return Result(changed=row[0] if row else None)
        self._reader = self._call(sql, lambda: self._connection.to_arrow_reader(batch_rows))
        self._sql = sql
        self._open = Result(columns, returns_rows=True, source=self)
        return self._open

    def _next(self) -> pa.RecordBatch | None:
        reader = self._reader
        if reader is None:
            return None
        if self._result_canceled:
            raise QueryCanceled(CANCELED)
        while True:
            try:
                batch = self._call(self._sql, reader.read_next_batch)
            except StopIteration:
                return None
            if batch.num_rows:
                return batch

    def _finish(self, result: Result, failure: PgError | None = None) -> None:
        self._open = None
        self._release()
        result.ended(failure)

    def _release(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()
        with self._lock:
            self._result_canceled = False

    @contextlib.contextmanager
    def _busy(self) -> Iterator[None]:
        """
        Everything that may take long happens inside of this: an interrupt is for it.
        """
        with self._lock:
            self._running = True
            self._call_canceled = not self._is_shielded and self._is_canceled()
        try:
            yield
        finally:
            with self._lock:
                self._running = False

    def _call(self, sql: str, engine_call: Callable[[], Any]) -> Any:
        """
        One call of the engine's; an interrupt that came before it would be forgotten by DuckDB.
        """
        if self._call_canceled:
            raise QueryCanceled(CANCELED)
        try:
            return engine_call()
        except ENGINE_ERRORS as error:
            raise errors.from_exception(error, sql) from error


def require_numbers(names: Iterable[str]) -> None:
    """
    DuckDB has parameters with names ($foo) too, PostgreSQL numbers them.
    """
    for name in names:
        if not name.isdecimal():
            raise SyntaxError(f'syntax error at or near "${name}"')


def _values(names: set[str], parameters: Sequence[object]) -> dict[str, object]:
    """
    The values of the numbers that the statement uses; DuckDB refuses values that nothing asks for.
    """
    require_numbers(names)
    values = {}
    for name in names:
        if not 1 <= int(name) <= len(parameters):
            raise UndefinedParameter(f"there is no parameter ${name}")
        values[name] = parameters[int(name) - 1]
    return values


def _columns(description: Sequence[Sequence[Any]] | None) -> tuple[ResultColumn, ...]:
    return tuple(ResultColumn(name, str(duckdb_type)) for name, duckdb_type, *_ in description or ())


def _counts(columns: tuple[ResultColumn, ...], sql: str) -> bool:
    """
    Whether the answer is DuckDB's row count and not RETURNING's rows, which may be called "Count" as well.
    RETURNING is a reserved word, so it stands as a keyword only where the clause does.
    """
    if columns != (ResultColumn("Count", "BIGINT"),):
        return False
    if "returning" not in sql.lower():
        return True
    text = sql.encode()
    return not any(
        kind == duckdb.token_type.keyword and text[offset : offset + 9].lower() == b"returning"
        for offset, kind in duckdb.tokenize(sql)
    )
