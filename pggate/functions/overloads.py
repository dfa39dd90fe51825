"""
Functions of dates, times and intervals that DuckDB 1.5.5 has not for all of their types.

Some are computed here, a column at a time.  Others only say what type PostgreSQL's function returns for
each type: a macro names them in a branch that is never taken, and CASE then has the type of both branches,
whatever the expression is (typed macros cannot tell when an aggregate or a parameter is in it).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any, Final, NamedTuple, TypeAlias

from pggate.functions import (
    datetime_columns,
    interval_arithmetic,
    making,
    periods,
    truncation,
    zone_columns,
)

Columns: TypeAlias = Callable[..., Any]


class Overload(NamedTuple):
    """
    A function for arguments of certain types.

    Args:
        name: As macros call it; that of an operator of DuckDB's adds to those that it has.
        parameters: DuckDB's type texts.
        returns: DuckDB's type text.
        call: Arrow columns to an Arrow column; may raise PgError.

    """

    name: str
    parameters: tuple[str, ...]
    returns: str
    call: Columns


def _never(_column: Any) -> Any:
    raise AssertionError("a type's witness was computed")


# fmt: off
_WITNESSES: Final = (
    # What PostgreSQL's functions of a timestamp take a date for
    ("~moment",      "DATE",                     "TIMESTAMP WITH TIME ZONE"),
    ("~moment",      "TIMESTAMP",                "TIMESTAMP"),
    ("~moment",      "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH TIME ZONE"),
    ("~moment",      "INTERVAL",                 "INTERVAL"),
    ("~moment",      "TIME",                     "TIME"),
    ("~moment",      "TIME WITH TIME ZONE",      "TIME WITH TIME ZONE"),
    # What date_trunc makes of them
    ("~date_trunc",  "DATE",                     "TIMESTAMP WITH TIME ZONE"),
    ("~date_trunc",  "TIMESTAMP",                "TIMESTAMP"),
    ("~date_trunc",  "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH TIME ZONE"),
    ("~date_trunc",  "INTERVAL",                 "INTERVAL"),
    ("~date_trunc",  "TIME",                     "INTERVAL"),
    # Factors that give extract what it has behind the point: a date has only whole seconds
    ("~fraction",    "DATE",                     "DECIMAL(1,0)"),
    ("~fraction",    "TIMESTAMP",                "DECIMAL(6,6)"),
    ("~fraction",    "TIMESTAMP WITH TIME ZONE", "DECIMAL(6,6)"),
    ("~fraction",    "INTERVAL",                 "DECIMAL(6,6)"),
    ("~fraction",    "TIME",                     "DECIMAL(6,6)"),
    ("~fraction",    "TIME WITH TIME ZONE",      "DECIMAL(6,6)"),
    # … and days
    ("~julian",      "DATE",                     "DECIMAL(1,0)"),
    ("~julian",      "TIMESTAMP",                "DECIMAL(21,20)"),
    ("~julian",      "TIMESTAMP WITH TIME ZONE", "DECIMAL(21,20)"),
)
# fmt: on

_PERIODS: Final = ("TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "TIME")

OVERLOADS: Final = (
    *(Overload(name, (parameter,), returns, _never) for name, parameter, returns in _WITNESSES),
    Overload("-", ("TIME", "TIME"), "INTERVAL", interval_arithmetic.times_apart),
    *(
        Overload("overlaps", (of, first, of, second), "BOOLEAN", periods.overlap)
        for of in _PERIODS
        for first, second in product((of, "INTERVAL"), repeat=2)
    ),
    Overload("~make_date", ("INTEGER",) * 3, "DATE", making.dates),
    Overload("~make_time", ("INTEGER", "INTEGER", "DOUBLE"), "TIME", making.times),
    Overload("~make_timestamp", (*("INTEGER",) * 5, "DOUBLE"), "TIMESTAMP", making.timestamps),
    Overload("//", ("INTERVAL", "DOUBLE"), "INTERVAL", interval_arithmetic.divided),
    Overload("~zone_seconds", ("VARCHAR",), "INTEGER", zone_columns.seconds_of_name),
    Overload("~zone_seconds", ("INTERVAL",), "INTEGER", zone_columns.seconds_of_interval),
    Overload("~span_text", ("INTERVAL",), "VARCHAR", interval_arithmetic.texts),
    Overload("timezone", ("INTERVAL", "TIMESTAMP"), "TIMESTAMP WITH TIME ZONE", zone_columns.from_offset),
    Overload("timezone", ("INTERVAL", "TIMESTAMP WITH TIME ZONE"), "TIMESTAMP", zone_columns.to_offset),
    Overload("~justify_hours", ("INTERVAL",), "INTERVAL", interval_arithmetic.with_justified_hours),
    Overload("~justify_days", ("INTERVAL",), "INTERVAL", interval_arithmetic.with_justified_days),
    Overload("~justify_interval", ("INTERVAL",), "INTERVAL", interval_arithmetic.justified),
    Overload("~to_char", ("TIMESTAMP", "VARCHAR"), "VARCHAR", datetime_columns.text_of_timestamps),
    Overload(
        "~to_char", ("TIMESTAMP WITH TIME ZONE", "VARCHAR"), "VARCHAR", datetime_columns.text_of_instants
    ),
    Overload("~to_char", ("INTERVAL", "VARCHAR"), "VARCHAR", datetime_columns.text_of_intervals),
    Overload("~to_char", ("TIME", "VARCHAR"), "VARCHAR", datetime_columns.text_of_times),
    Overload("~to_date", ("VARCHAR", "VARCHAR"), "DATE", datetime_columns.dates),
    Overload("~to_timestamp", ("VARCHAR", "VARCHAR"), "VARCHAR", datetime_columns.timestamps),
    Overload("date_trunc", ("VARCHAR", "TIME"), "INTERVAL", truncation.times),
    Overload("~unit", ("VARCHAR",), "VARCHAR", truncation.known_units),
    Overload("~truncation", ("VARCHAR", "VARCHAR"), "VARCHAR", truncation.units),
    Overload("~zone_name", ("VARCHAR",), "VARCHAR", zone_columns.names),
    Overload("~offset_zone", ("VARCHAR",), "VARCHAR", zone_columns.names_of_offsets),
)
