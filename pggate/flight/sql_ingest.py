"""
Flight SQL's bulk ingest: a stream of rows into a table that is there, or that is made for it.

What is made is filled under another name first and gets its own with the last commit: nobody sees half of it,
and a failure leaves what was there before.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import (
    DuplicateTable,
    FeatureNotSupported,
    PgError,
    SerializationFailure,
    UndefinedTable,
)
from pggate.flight.sql_messages import APPEND, CREATE, REPLACE
from pggate.flight.topics import FIRST, SCHEMA
from pggate.logs import Log
from pggate.types.arrow import duckdb_type

if TYPE_CHECKING:
    import pyarrow as pa

    from pggate.flight.credentials import Caller
    from pggate.flight.puts import Puts
    from pggate.flight.queries import Queries
    from pggate.session.live.gateway import Gateway


log = Log("flight")


class Ingest:
    """
    Takes CommandStatementIngest.
    """

    def __init__(self, gateway: Gateway, queries: Queries, puts: Puts) -> None:
        self._gateway = gateway
        self._queries = queries
        self._puts = puts

    def take(self, context: Any, caller: Caller, command: Any, reader: Any) -> int:
        """
        How many rows there were.

        Raises:
            DuplicateTable: 42P07, the table is there and was to be made.
            UndefinedTable: 42P01, it is not, and was to be appended to.
            SerializationFailure: 40001, another has made the table meanwhile, and that would have been fine.
            FeatureNotSupported: A temporary table, or a transaction.

        """
        if command.temporary or command.HasField("transaction_id"):
            raise FeatureNotSupported("bulk ingest takes neither temporary tables nor transactions")
        options = command.table_definition_options
        place = (
            command.catalog or caller.database or FIRST,
            command.schema or SCHEMA,
            command.table,
        )
        found = self._gateway.mirror.catalog.find(*place)
        if found is not None and options.if_exists not in (APPEND, REPLACE):
            raise DuplicateTable(f'relation "{command.table}" already exists')
        if found is not None and options.if_exists == APPEND:
            return self._puts.rows(context, caller, place, reader)
        if found is None and options.if_not_exist != CREATE:
            raise UndefinedTable(f'relation "{command.table}" does not exist')
        try:
            return self._make(context, caller, place, reader, replaced=found is not None)
        except PgError as error:
            if error.code != DuplicateTable.sqlstate or options.if_exists not in (APPEND, REPLACE):
                raise
            raise SerializationFailure(error.message, hint="Send the rows again.") from error

    def _make(
        self, context: Any, caller: Caller, place: tuple[str, str, str], reader: Any, *, replaced: bool
    ) -> int:
        database, schema, name = place
        filled = f"{name}~{secrets.token_hex(8)}"
        self._run(caller, f"CREATE TABLE {qualified(database, schema, filled)} ({_columns(reader.schema)})")
        try:
            count = self._puts.rows(context, caller, (database, schema, filled), reader)
            drop = [f"DROP TABLE {qualified(*place)}"] if replaced else []
            rename = f"ALTER TABLE {qualified(database, schema, filled)} RENAME TO {quote_identifier(name)}"
            self._run(caller, "BEGIN", *drop, rename, "COMMIT")
        except BaseException:
            self._drop(caller, database, schema, filled)
            raise
        return count

    def _drop(self, caller: Caller, database: str, schema: str, filled: str) -> None:
        """What was filled and is of no use; the error that made it so is the one to be told."""
        try:
            self._run(caller, f"DROP TABLE IF EXISTS {qualified(database, schema, filled)}")
        except PgError as error:
            log.warning("ingest_left", database=database, topic=f"{schema}.{filled}", error=error.message)

    def _run(self, caller: Caller, *statements: str) -> None:
        self._queries.run_all(caller, statements)


def _columns(schema: pa.Schema) -> str:
    return ", ".join(f"{quote_identifier(field.name)} {duckdb_type(field.type)}" for field in schema)
