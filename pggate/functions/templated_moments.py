"""
to_char of a column of moments by one template: part by part, once for each value of what a part looks at.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.functions.datetime_formatting import written
from pggate.functions.datetime_templates import Kind, parts
from pggate.types.datetimes import DAY, MICROSECONDS, TIMESTAMP_INFINITY
from pggate.types.shown_fields import of_moment
from pggate.types.zones import offset_at

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from pggate.functions.datetime_templates import Part

MOST_KNOWN: Final = 65_536
"""Texts of one run that are kept."""
QUARTER: Final = 900 * MICROSECONDS
SINCE_QUARTERS: Final = 94_694_400 * MICROSECONDS
"""1973: since then all clocks have been changed at a quarter of an hour."""


class Grain(NamedTuple):
    """
    What a pattern looks at: so many microseconds, counted up to a number; None: without end.
    """

    unit: int
    most: int | None


_DAYS: Final = Grain(DAY, None)
_HOURS: Final = Grain(3600 * MICROSECONDS, 24)
_MILLISECONDS: Final = Grain(1000, 1000)
_FRACTIONS: Final = Grain(1, MICROSECONDS)
_OF_THE_CLOCK: Final = {
    **dict.fromkeys(("HH", "HH12", "HH24", "A.M.", "P.M.", "a.m.", "p.m.", "AM", "PM", "am", "pm"), _HOURS),
    "MI": Grain(60 * MICROSECONDS, 60),
    "SS": Grain(MICROSECONDS, 60),
    **dict.fromkeys(("SSSS", "SSSSS"), Grain(MICROSECONDS, 86_400)),
    **dict.fromkeys(("MS", "FF1", "FF2", "FF3"), _MILLISECONDS),
    **dict.fromkeys(("US", "FF4", "FF5", "FF6"), _FRACTIONS),
}
_OF_ZONES: Final = frozenset({"TZ", "tz", "TZH", "TZM", "OF"})


class Run:
    """
    Parts of a template that look at one grain.
    """

    def __init__(self, grain: Grain, of: tuple[Part, ...]) -> None:
        self._grain = grain
        self._parts = of
        self._known: dict[int, str] = {}

    def texts(self, moments: Any) -> Any:
        """
        Args:
            moments: int64, microseconds since 1970-01-01 of the clock that is shown.

        """
        unit, most = self._grain
        keys = moments // unit if most is None else moments // unit % most
        encoded = pa.array(keys).dictionary_encode()
        return pa.array(map(self._text, encoded.dictionary.to_pylist()), pa.string()).take(encoded.indices)

    def _text(self, key: int) -> str:
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = written(of_moment(key * self._grain.unit), self._parts)
        return known


@lru_cache(maxsize=64)
def runs(template: str) -> tuple[Run, ...] | None:
    """
    In order; None where something is told of a zone.
    """
    of = parts(template)
    if any(part.kind is Kind.PATTERN and part.text in _OF_ZONES for part in of):
        return None
    return tuple(Run(grain, tuple(each)) for grain, each in groupby(of, _Grains()))


class _Grains:
    """
    The grain of each part in turn: a text goes with what stands before it.
    """

    def __init__(self) -> None:
        self._last = _DAYS

    def __call__(self, part: Part) -> Grain:
        if part.kind is Kind.PATTERN:
            self._last = _OF_THE_CLOCK.get(part.text, _DAYS)
        return self._last


def texts(moments: Any, template: str, zone: ZoneInfo | None = None) -> Any:
    """
    The Arrow column of texts; None where each moment has to be looked at.

    Args:
        moments: int64, microseconds since 1970-01-01, of the zone's clock or, with a zone, UTC.
        template: Of to_char.
        zone: The session's.

    """
    found = runs(template)
    if not found:
        return None
    numbers = moments.fill_null(TIMESTAMP_INFINITY).to_numpy(zero_copy_only=False)
    is_shown = np.abs(numbers) != TIMESTAMP_INFINITY
    numbers = np.where(is_shown, numbers, SINCE_QUARTERS)
    if zone is not None:
        if numbers.size and numbers.min() < SINCE_QUARTERS:
            return None
        numbers = numbers + _offsets(zone, numbers) * MICROSECONDS
    columns = [run.texts(numbers) for run in found]
    shown = pc.binary_join_element_wise(*columns, "") if len(columns) > 1 else columns[0]
    return pc.if_else(pa.array(is_shown), shown, None)


def _offsets(zone: ZoneInfo, instants: Any) -> Any:
    quarters, places = np.unique(instants // QUARTER, return_inverse=True)
    return np.array([_offset(zone, quarter) for quarter in quarters.tolist()], np.int64)[places]


@lru_cache(maxsize=MOST_KNOWN)
def _offset(zone: ZoneInfo, quarter: int) -> int:
    return offset_at(zone, quarter * QUARTER)
