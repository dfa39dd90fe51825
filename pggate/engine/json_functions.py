"""
The functions of `functions.json_functions`, made known to an instance as `computed_functions` are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
from duckdb.func import FunctionNullHandling, PythonUDFType

from pggate.engine.functions import telling
from pggate.functions.json_functions import COLUMN_FUNCTIONS, JSON_FUNCTIONS
from pggate.types.physical import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb

    from pggate.functions.json_function import ColumnFunction, JsonFunction


def register_json(connection: duckdb.DuckDBPyConnection) -> None:
    """
    Make them callable on every cursor of the connection's instance, with arguments of any types.
    """
    for function, call in _CALLS:
        connection.cursor().create_function(
            function.name, call, None, function.returns, null_handling=FunctionNullHandling.SPECIAL
        )
    for of_columns, call in _COLUMN_CALLS:
        connection.cursor().create_function(
            of_columns.name,
            call,
            None,
            "VARCHAR",
            type=PythonUDFType.ARROW,
            null_handling=FunctionNullHandling.SPECIAL,
        )


def _of_values(function: JsonFunction) -> Callable[..., Any]:
    return lambda *values: function.value(values)


def _of_columns(function: ColumnFunction) -> Callable[..., Any]:
    def call(*columns: Any) -> Any:
        return pa.array(function.rows([plain(column) for column in columns]), pa.string())

    return call


# As long as this module lives: duckdb 1.5.5 forgets what it calls with the connection that it was given on.
_CALLS: Final = tuple((function, telling(_of_values(function))) for function in JSON_FUNCTIONS)
_COLUMN_CALLS: Final = tuple((function, telling(_of_columns(function))) for function in COLUMN_FUNCTIONS)
