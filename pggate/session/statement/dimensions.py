"""
Parameters whose values are arrays of several dimensions.

PostgreSQL has one type for arrays of any dimensions, the engine one for each number of them, and Parse comes
before the values.  So a statement is analysed again where a value has more than one.  What is declared of a
parameter then is a number of more bits than an OID has: its lower 32 are the OID, those above them tell how
many dimensions there are beyond the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_OID_BITS: Final = 32


def deepened(oids: Sequence[int], values: Sequence[object]) -> tuple[int, ...] | None:
    """
    The OIDs with their values' dimensions; None where no value has more than one.
    """
    depths = [_depth(value) for value in values]
    if max(depths, default=0) < 2:
        return None
    return tuple(oid | max(depth - 1, 0) << _OID_BITS for oid, depth in zip(oids, depths, strict=True))


def oid_of(declared: int) -> int:
    """
    The OID alone.
    """
    return declared & (1 << _OID_BITS) - 1


def of_dimensions(duckdb_type: str, declared: int) -> str:
    """
    DuckDB's type of an array, with the dimensions that are declared.
    """
    return duckdb_type + "[]" * (declared >> _OID_BITS)


def _depth(value: object) -> int:
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0
