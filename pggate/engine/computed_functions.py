"""
PostgreSQL's functions that DuckDB has not and no macro can say (`functions.table`), made known to an
instance.

They are pure, so that they run in any of the engine's threads, fold where their arguments are constants, and
are the same on the binder.  A row takes 1 to 10 µs, under Python's lock; an interrupt is noticed between two
vectors of 2,048 rows.

duckdb 1.5.5: a function without declared parameters takes any number of any types.  One that declares them
adds to those of its name that there are, DuckDB's own included, if it comes on another connection of the
instance; DuckDB then forgets what it calls with that connection, and calls it all the same.  What a function
of whole Arrow columns returns is no longer there where COALESCE reads it, so these are functions of values,
not slower, and 0.6 ms faster to call.
"""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, Final

from duckdb.func import FunctionNullHandling

from pggate.engine.functions import telling
from pggate.functions.table import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb

    from pggate.functions.function import Function


def register_computed(connection: duckdb.DuckDBPyConnection) -> None:
    """
    Make them callable on every cursor of the connection's instance.
    """
    for function, call in _CALLS:
        connection.cursor().create_function(
            function.name,
            call,
            None if function.overloads is None else list(function.overloads),
            function.returns,
            null_handling=FunctionNullHandling.SPECIAL,
        )


def _of_values(function: Function) -> Callable[..., Any]:
    def call(*values: Any) -> Any:
        return function.value(values)

    if function.overloads is not None:  # duckdb counts the parameters that it declares
        names = [Parameter(f"value{n}", Parameter.POSITIONAL_ONLY) for n in range(len(function.overloads))]
        call.__signature__ = Signature(names)  # type: ignore[attr-defined]  # what inspect.signature looks for
    return call


# As long as this module lives: see above.
_CALLS: Final = tuple((function, telling(_of_values(function))) for function in FUNCTIONS)
