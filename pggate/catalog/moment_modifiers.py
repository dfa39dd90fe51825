"""
The modifier of a column that is made of dates, times or intervals: timestamp(3), interval day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.moment_columns import NONE
from pggate.types.table import INTERVAL, TIME, TIMESTAMP, TIMESTAMPTZ, TIMETZ

if TYPE_CHECKING:
    from pggate.catalog.made_types import Declared
    from pggate.engine.moment_columns import Modifiers

_SCALARS: Final = (TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL)
MODIFIED: Final = frozenset(oid for each in _SCALARS for oid in (each.oid, each.array_oid))
"""The OIDs of the types that have such a modifier, and of arrays of them."""


def moment_modifier(modifiers: Modifiers, oid: int, declared: Declared) -> int:
    """
    That of a column of the type; -1: it has none.
    """
    if oid not in MODIFIED:
        return NONE
    found = {
        source if isinstance(source, int) else _of_column(declared(*source), oid) for source in modifiers
    }
    return found.pop() if len(found) == 1 else NONE


def _of_column(declared: tuple[int, int] | None, oid: int) -> int:
    """
    The modifier that a column is declared with; an array's is that of its elements.
    """
    is_same = declared is not None and {declared[0], oid} <= _family(oid)
    return declared[1] if declared is not None and is_same else NONE


def _family(oid: int) -> frozenset[int]:
    """The type and the arrays of it."""
    return next(
        frozenset({each.oid, each.array_oid}) for each in _SCALARS if oid in (each.oid, each.array_oid)
    )
