"""
What date_trunc truncates to (PostgreSQL 15, 9.9.2), by all the names that PostgreSQL has for it.
"""

from __future__ import annotations

from typing import Any, Final

import pyarrow as pa

from pggate.errors import FeatureNotSupported, InvalidParameterValue
from pggate.functions.interval_arithmetic import interval_column
from pggate.functions.moment_kinds import kind as kind_of
from pggate.types.datetimes import DAY, Interval
from pggate.types.interval_parts import TIMES

# fmt: off
_NAMES: Final = {
    "microseconds": "microsecon us usec usecond useconds usecs microsecond",
    "milliseconds": "millisecon ms msec msecond mseconds msecs millisecond",
    "second":       "s sec second seconds secs",
    "minute":       "m min mins minute minutes",
    "hour":         "h hour hours hr hrs",
    "day":          "d day days",
    "week":         "w week weeks",
    "month":        "mon mons month months",
    "quarter":      "qtr quarter",
    "year":         "y year years yr yrs",
    "decade":       "dec decade decades decs",
    "century":      "c cent centuries century",
    "millennium":   "mil millennia millennium mils",
}
# fmt: on
# PostgreSQL looks at the first ten characters of a name (datetime.h, TOKMAXLEN).
_SIGNIFICANT: Final = 10
_UNITS: Final = {name[:_SIGNIFICANT]: unit for unit, names in _NAMES.items() for name in names.split()}
_OTHER_FIELDS: Final = frozenset({"timezone", "timezone_h", "timezone_m"})
_NOT_OF_INTERVALS: Final = frozenset({"week"})


def unit(name: str, kind: str) -> str:
    """
    Args:
        name: As the statement has it.
        kind: PostgreSQL's name of the type that is truncated.

    Raises:
        InvalidParameterValue: 22023, there is no such unit.
        FeatureNotSupported: 0A000, the type is not truncated to it.

    """
    found = _UNITS.get(name.lower()[:_SIGNIFICANT])
    if found is None and name.lower()[:_SIGNIFICANT] not in _OTHER_FIELDS:
        raise InvalidParameterValue(f'unit "{name}" not recognized for type {kind}')
    if found is None or (kind == "interval" and found in _NOT_OF_INTERVALS):
        detail = "Months usually have fractional weeks." if found else None
        raise FeatureNotSupported(f'unit "{name}" not supported for type {kind}', detail=detail)
    return found


def known_units(names: Any) -> Any:
    """
    What is truncated to by each name, whatever the type; None for what is no unit.
    """
    return pa.array(
        [None if name is None else _UNITS.get(name.lower()[:_SIGNIFICANT]) for name in names.to_pylist()],
        pa.string(),
    )


def units(names: Any, types: Any) -> Any:
    """
    The same of columns, by DuckDB's types; a time is an interval to date_trunc.
    """
    pairs = zip(names.to_pylist(), types.to_pylist(), strict=True)
    return pa.array(
        [
            None if name is None else unit(name, "interval" if of_type == "TIME" else kind_of(of_type))
            for name, of_type in pairs
        ],
        pa.string(),
    )


def times(names: Any, clocks: Any) -> Any:
    """
    date_trunc of a time, which is an interval.
    """
    pairs = zip(names.to_pylist(), clocks.cast(pa.int64()).to_pylist(), strict=True)
    return interval_column(
        None if name is None or clock is None else Interval(0, 0, clock - clock % _LENGTHS.get(name, DAY))
        for name, clock in pairs
    )


_LENGTHS: Final = {unit: TIMES[unit.removesuffix("s")] for unit in _NAMES if unit.removesuffix("s") in TIMES}
