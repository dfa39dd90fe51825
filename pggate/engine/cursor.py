"""
Statements run on a cursor, their rows come out as Arrow batches, one at a time.

A cursor holds one open result of DuckDB's, which is set aside before anything else runs (`open_result`).  It
is used by one thread at a time, by different ones over time; `interrupt` may come from any thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

import duckdb

from pggate.engine.interrupts import Interrupts
from pggate.engine.open_result import OpenResult
from pggate.engine.open_transactions import OpenTransactions
from pggate.engine.parameters import values_of
from pggate.engine.result import Result, ResultColumn
from pggate.errors import (
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path


# Four of DuckDB's vectors.  10 million rows of three columns come at the same speed from 2,048 rows up to a
# million (0.3 s); what a batch of wide rows takes in memory speaks for few.
BATCH_ROWS: Final = 8192

_DESCRIBE: Final = "DESCRIBE "


class ArrowStream(Protocol):
    """
    What can be read as a stream of Arrow batches (Arrow's PyCapsule interface), such as a pyarrow Table.
    """

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


class Cursor:
    """
    One connection to the engine: one session's settings, temporary tables and transaction.

    Args:
        is_canceled: Whether its user has been interrupted just now.
        transactions: Where it says that it has one open.

    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        spool_directory: Path,
        spool_limit: int,
        is_canceled: Callable[[], bool] = lambda: False,
        transactions: OpenTransactions | None = None,
    ) -> None:
        self._connection = connection
        self._transactions = transactions or OpenTransactions()
        self._interrupts = Interrupts(connection, is_canceled)
        self._call = self._interrupts.call
        self._open_result = OpenResult(connection, self._interrupts, spool_directory, spool_limit)

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
        with self._interrupts.busy():
            statements = self._call(sql, lambda: self._connection.extract_statements(sql))
            # PIVOT is several statements with one text, of which the last one answers
            if len({statement.query for statement in statements}) > 1:
                raise SyntaxError("cannot insert multiple commands into a prepared statement")
            if not statements:
                return Result()
            self._open_result.set_aside()
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
        self._transactions.begin(self)
        self.run("BEGIN TRANSACTION READ ONLY" if read_only else "BEGIN TRANSACTION")

    def commit(self) -> None:
        """
        COMMIT.  duckdb 1.5.5: a transaction that an error aborted answers OK here and is rolled back.

        Nothing cancels it once it has begun: an error means that it did not happen.
        """
        with self._interrupts.busy():
            self._open_result.set_aside()
        with self.shielded():
            self.run("COMMIT")
        self._transactions.end(self)

    def set_aside(self) -> None:
        """
        Have the rest of the open result in its spool, where it outlives the transaction.  Nothing cancels it.
        """
        with self.shielded(), self._interrupts.busy():
            self._open_result.set_aside()

    def rollback(self) -> None:
        """
        ROLLBACK, which nothing cancels.  The rest of an open result goes with its transaction.
        """
        self._open_result.lose()
        try:
            with self.shielded():
                self.run("ROLLBACK")
        finally:
            self._transactions.end(self)

    def shielded(self) -> AbstractContextManager[None]:
        """
        Inside of this nothing cancels what runs on the cursor.
        """
        return self._interrupts.shielded()

    def register(self, name: str, rows: ArrowStream) -> None:
        """
        Make Arrow rows readable as relation `name` on this cursor alone.
        """
        with self._interrupts.busy():
            self._open_result.set_aside()
            self._call(name, lambda: self._connection.register(name, rows))

    def unregister(self, name: str) -> None:
        with self._interrupts.busy():
            self._open_result.set_aside()
            self._call(name, lambda: self._connection.unregister(name))

    def interrupt(self) -> bool:
        """
        Cancel what runs: the call that is in the engine now, or else the open result, whose next batch will
        raise QueryCanceled.  Where nothing runs nothing happens, and the next statement is not affected.

        Returns:
            Whether there was something to cancel.

        """
        return self._interrupts.interrupt()

    def close(self) -> None:
        """
        End the cursor; an open result is lost, an open transaction is rolled back.
        """
        self._open_result.close()
        self._connection.close()
        self._transactions.end(self)

    def _execute(self, sql: str, statement: duckdb.Statement, parameters: Sequence[object] | None) -> None:
        names = statement.named_parameters
        if not names:
            self._call(sql, lambda: self._connection.execute(statement))
            return
        values = values_of(names, parameters or ())
        self._call(sql, lambda: self._connection.execute(statement, values))

    def _result(self, sql: str, statement: duckdb.Statement, batch_rows: int) -> Result:
        kinds = statement.expected_result_type
        columns = _columns(self._connection.description)
        if duckdb.ExpectedResultType.QUERY_RESULT not in kinds:
            return Result()
        if duckdb.ExpectedResultType.CHANGED_ROWS in kinds and _counts(columns, sql):
            row = self._call(sql, self._connection.fetchone)
            return Result(changed=row[0] if row else None)
        return self._open_result.open(sql, columns, batch_rows)


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
