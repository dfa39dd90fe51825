"""
The engine: one in-memory DuckDB instance to which lakes and state files are attached.
"""

from __future__ import annotations

import os
import shutil
import threading
from typing import TYPE_CHECKING, Final

import duckdb

from pggate.engine import errors
from pggate.engine.computed_functions import register_computed
from pggate.engine.cursor import Cursor
from pggate.engine.extensions import require_versions
from pggate.engine.functions import register
from pggate.engine.json_functions import register_json
from pggate.engine.names import quote_identifier, quote_literal
from pggate.engine.open_transactions import OpenTransactions
from pggate.engine.overloads import register_overloads
from pggate.engine.settings import CURSOR_SETTINGS, opening_statements
from pggate.engine.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.functions import Function
    from pggate.engine.settings import EngineSettings


UNALIGNED: Final = ("ACERO_ALIGNMENT_HANDLING", "reallocate")
"""
What pyarrow 26, by which DuckDB filters Arrow, does with buffers as gRPC leaves them.  Unless it is told, it
writes a line to standard error each time; whoever sets the variable for himself is heard.
"""


class Engine:
    """
    The instance.  Its methods may be called from any thread.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, settings: EngineSettings) -> None:
        self._connection = connection
        self._settings = settings
        self._lock = threading.Lock()
        self.transactions = OpenTransactions()
        self.macros = ""
        """A search_path, as SET takes it, on which the macros are that a column's default may call."""

    @classmethod
    def open(cls, settings: EngineSettings) -> Engine:
        """
        Raises:
            RuntimeError: DuckDB or an extension is not of the version this gateway was made for.
            PgError: DuckDB refused a setting or an extension.

        """
        require_versions()
        os.environ.setdefault(*UNALIGNED)
        spool = settings.spool_directory
        shutil.rmtree(spool, ignore_errors=True)
        spool.mkdir(parents=True)
        connection = duckdb.connect(":memory:")
        try:
            for statement in opening_statements(settings):
                connection.execute(statement)
            register_computed(connection)
            register_json(connection)
            register_overloads(connection)
        except duckdb.Error as error:
            connection.close()
            raise errors.from_exception(error) from error
        return cls(connection, settings)

    def cursor(self, is_canceled: Callable[[], bool] = lambda: False) -> Cursor:
        """
        A cursor of its own for one session or one internal task (0.06 ms).
        """
        connection = self._connection.cursor()
        for name, value in CURSOR_SETTINGS.items():
            connection.execute(f"SET {name} = {quote_literal(value)}")
        settings = self._settings
        return Cursor(
            connection, settings.spool_directory, settings.spool_limit, is_canceled, self.transactions
        )

    def store(self) -> Store:
        """
        An empty file for a cursor's rows, as large as the spool of one result may be.
        """
        return Store(self._settings.spool_directory, self._settings.spool_limit)

    def attach_postgres(self, alias: str, connection_string: str) -> None:
        """
        Attach a PostgreSQL database by a libpq connection string.
        """
        name = quote_identifier(alias)
        self._execute(f"ATTACH {quote_literal(connection_string)} AS {name} (TYPE postgres)")

    def detach(self, alias: str) -> None:
        self._execute(f"DETACH {quote_identifier(alias)}")

    def create_s3_secret(
        self,
        name: str,
        *,
        scope: str,
        key: str,
        secret: str,
        region: str | None = None,
        token: str | None = None,
        endpoint: str | None = None,
        url_style: str | None = None,
        use_ssl: bool = True,
    ) -> None:
        """
        Make or replace the credentials for objects under `scope` ("s3://bucket/prefix").

        DuckDB's own credential_chain provider needs its aws extension, which no package ships: credentials
        of the usual AWS chain are resolved with boto3 and given here again before they expire.

        Args:
            endpoint: HOST:PORT without scheme; None = AWS.
            url_style: "path" or "vhost"; None = DuckDB's choice.

        """
        texts = {
            "SCOPE": scope,
            "KEY_ID": key,
            "SECRET": secret,
            "REGION": region,
            "SESSION_TOKEN": token,
            "ENDPOINT": endpoint,
            "URL_STYLE": url_style,
        }
        options = [f"{option} {quote_literal(text)}" for option, text in texts.items() if text is not None]
        options.append(f"USE_SSL {'true' if use_ssl else 'false'}")
        self._execute(f"CREATE OR REPLACE SECRET {quote_identifier(name)} (TYPE s3, {', '.join(options)})")

    def define(self, function: Function) -> None:
        """
        Make a function of the gateway's own callable in every cursor's SQL.
        """
        register(self._connection, function)

    def close(self) -> None:
        """
        Close the instance and remove spool files.  Cursors must be closed before.
        """
        self._connection.close()
        shutil.rmtree(self._settings.spool_directory, ignore_errors=True)

    def _execute(self, statement: str) -> None:
        """
        Run one of our own statements; its text may hold a password, so an error carries no position.
        """
        with self._lock:
            try:
                self._connection.execute(statement)
            except duckdb.Error as error:
                raise errors.from_exception(error) from None
