"""
The binder: a second, in-memory, locked DuckDB in which every relation that exists is an empty table.

It answers what a statement is about without executing it and without touching a lake: relations, targets and
functions (what authorisation stands on), the types of $n, the result columns.  Files, URLs and macros that
were not defined here do not bind at all.  A bind costs 0.1 to 0.3 ms, however many relations there are.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

import duckdb

from pggate.engine import errors
from pggate.engine.binding import BinderCursor, end_transaction
from pggate.engine.computed_functions import register_computed
from pggate.engine.functions import never_called, register
from pggate.engine.json_functions import register_json
from pggate.engine.names import quote_identifier
from pggate.engine.overloads import register_overloads
from pggate.engine.plan_answers import FunctionNames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pggate.engine.functions import Function

BINDER_SETTINGS: Final[Mapping[str, str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "allow_persistent_secrets": "false",
    "errors_as_json": "true",
    "default_null_order": "postgres",
    "preserve_identifier_case": "false",
    "integer_division": "true",
    "TimeZone": "UTC",
    "threads": "1",  # nothing here runs long; without the scheduler a call takes 0.1 ms less
    "enable_external_access": "false",
}

# What a cursor must still be able to set after the lock
OPEN_SETTINGS: Final = ("TimeZone", "integer_division", "errors_as_json")

# The worst of functions of one name: CONSISTENT, CONSISTENT_WITHIN_QUERY, VOLATILE
STABILITY: Final = """
    SELECT lower(function_name), max(stability) FROM duckdb_functions()
    WHERE stability IS NOT NULL GROUP BY 1"""

TABLE_FUNCTION_TYPES: Final = frozenset({"table", "table_macro", "pragma"})


class Binder:
    """
    The instance.  Its methods may be called from any thread.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        rows = connection.execute(
            "SELECT lower(function_name), function_type FROM duckdb_functions()"
        ).fetchall()
        self._stability = dict(connection.execute(STABILITY).fetchall())
        self._functions = FunctionNames(
            scalar=frozenset(name for name, kind in rows if kind not in TABLE_FUNCTION_TYPES),
            table=frozenset(name for name, kind in rows if kind in TABLE_FUNCTION_TYPES),
        )

    @classmethod
    def open(cls) -> Binder:
        connection = duckdb.connect(":memory:")
        for name, value in BINDER_SETTINGS.items():
            connection.execute(f"SET GLOBAL {name} = '{value}'")
        register_computed(connection)
        register_json(connection)
        register_overloads(connection)
        connection.execute(f"SET GLOBAL allowed_configs = {list(OPEN_SETTINGS)}")
        connection.execute("SET GLOBAL lock_configuration = true")
        return cls(connection)

    def attach(self, alias: str) -> None:
        """
        An empty database under the alias that the engine uses for the real one.
        """
        self._run([f"ATTACH ':memory:' AS {quote_identifier(alias)}"])

    def detach(self, alias: str) -> None:
        self._run([f"DETACH {quote_identifier(alias)}"])

    def apply(self, script: Iterable[str]) -> None:
        """
        Run statements that define what exists, all of them or none.

        DuckDB writes to one database per transaction: a script is about one alias.
        """
        self._run(["BEGIN", *script, "COMMIT"])

    def define(self, function: Function) -> None:
        """
        Let a function of the gateway's own bind; it is never called here.
        """
        register(self._connection, never_called(function))

    def cursor(self, is_canceled: Callable[[], bool] = lambda: False) -> BinderCursor:
        """
        Args:
            is_canceled: Whether its user has been interrupted.

        """
        return BinderCursor(self._connection.cursor(), self._functions, is_canceled, self._stability)

    def close(self) -> None:
        self._connection.close()

    def _run(self, statements: Sequence[str]) -> None:
        with self._lock:
            try:
                for statement in statements:
                    self._connection.execute(statement)
            except duckdb.Error as error:
                if statements[0] == "BEGIN":
                    end_transaction(self._connection)
                raise errors.from_exception(error, statement) from error
