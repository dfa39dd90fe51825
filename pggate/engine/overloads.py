"""
The functions of `types.overloads`, made known to an instance: DuckDB picks one by the types of its arguments.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from duckdb.func import FunctionNullHandling, PythonUDFType

from pggate.engine.functions import telling
from pggate.functions.overloads import OVERLOADS

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb


def register_overloads(connection: duckdb.DuckDBPyConnection) -> None:
    """
    Make them callable on every cursor of the connection's instance.

    duckdb 1.5.5: a connection refuses a second function of one name, another connection to the same instance
    adds an overload.
    """
    for overload, call in zip(OVERLOADS, _CALLS, strict=True):
        connection.cursor().create_function(
            overload.name,
            call,
            list(overload.parameters),
            overload.returns,
            type=PythonUDFType.ARROW,
            null_handling=FunctionNullHandling.SPECIAL,
        )


def _on_arrays(call: Callable[..., Any]) -> Callable[..., Any]:
    """duckdb hands over chunked arrays, and counts the parameters that a function names."""

    @wraps(call)
    def on_arrays(*columns: Any) -> Any:
        return call(*(column.combine_chunks() for column in columns))

    return on_arrays


# duckdb 1.5.5 forgets what it calls with the connection that it was given on, and then calls it all the same.
_CALLS: Final = tuple(telling(_on_arrays(overload.call)) for overload in OVERLOADS)
