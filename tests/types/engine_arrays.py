"""
Values as arrays, in a layout that the engine gives them.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

import duckdb
import pyarrow as pa

from pggate.types.duck import travels_as

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Made = Callable[[Sequence[Any]], Any]


def of(type_: Any) -> Made:
    return lambda values: pa.array(values, type_)


def seen_as(stored: Any, type_: Any) -> Made:
    """Of the physical values: Python's own end before Arrow's."""
    return lambda values: pa.array(values, stored).view(type_)


def mapped(spell: Callable[[Any], Any], type_: Any) -> Made:
    return lambda values: pa.array([None if value is None else spell(value) for value in values], type_)


def enumerated(values: Sequence[Any]) -> Any:
    return pa.array(values, pa.string()).dictionary_encode()


def exported(duckdb_type: str, spell: Callable[[Any], str] = str, read: str = "") -> Made:
    """
    What the engine itself makes of their text.

    Args:
        duckdb_type: Its DuckDB type.
        spell: A value's text.
        read: The engine's expression for the value of a text `x`; a cast if it is not given.

    """
    query = (
        f"select ({read or f'x::{duckdb_type}'})::{travels_as(duckdb_type) or duckdb_type} as x from given"
    )

    def array(values: Sequence[Any]) -> Any:
        given = _engine().from_arrow(pa.table({"x": mapped(spell, pa.string())(values)}))
        return given.query("given", query).to_arrow_table().column("x").combine_chunks()

    return array


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def listed(items: Made, values: Sequence[Any]) -> Any:
    ends = accumulate((0 if value is None else len(value) for value in values), initial=0)
    made = items([item for value in values if value is not None for item in value])
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), made, mask=_nulls(values))


def listed_equally(items: Made, size: int, values: Sequence[Any]) -> Any:
    """A DuckDB ARRAY: so many items each, also where it is NULL."""
    made = items([item for value in values for item in value or [None] * size])
    return pa.FixedSizeListArray.from_arrays(made, size, mask=_nulls(values))


def _nulls(values: Sequence[Any]) -> Any:
    return pa.array([value is None for value in values], pa.bool_())


def interval_text(parts: tuple[int, int, int]) -> str:
    return " ".join(map(str, parts))


# duckdb 1.5.5 does not read -2^63 microseconds in a literal.
INTERVAL_OF_TEXT: Final = (
    "to_months(split_part(x, ' ', 1)::integer) + to_days(split_part(x, ' ', 2)::integer)"
    " + to_microseconds(split_part(x, ' ', 3)::bigint)"
)


def timetz_text(value: tuple[int, int]) -> str:
    micros, east = value
    seconds, fraction = divmod(micros, 1_000_000)
    return f"{_clock(seconds)}.{fraction:06}{'-' if east < 0 else '+'}{_clock(abs(east))}"


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
