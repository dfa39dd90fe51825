"""
What may be written to a column of another type without a cast (PostgreSQL 15, 10.4, CREATE CAST).

DuckDB casts anything it can: 1 to true, true to 1, the text of a column to a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.assignments import NOWHERE
from pggate.engine.vocabulary import type_name
from pggate.errors import DatatypeMismatch
from pggate.translate.arrays.nested_arrays import depth
from pggate.types import table
from pggate.types.arrays import too_many_dimensions
from pggate.types.duck import column_type
from pggate.types.enums import FIRST_OID

if TYPE_CHECKING:
    from pggate.engine.assignments import Assignment
    from pggate.engine.bound import Bound

_NUMBERS: Final = frozenset({table.INT2, table.INT4, table.INT8, table.FLOAT4, table.FLOAT8, table.NUMERIC})
_MOMENTS: Final = frozenset(
    {table.DATE, table.TIME, table.TIMETZ, table.TIMESTAMP, table.TIMESTAMPTZ, table.INTERVAL}
)

REFUSED: Final = {
    table.BOOL: _NUMBERS | _MOMENTS,
    table.TEXT: _NUMBERS | _MOMENTS | {table.BOOL},
    **dict.fromkeys(_NUMBERS, _MOMENTS | {table.BOOL}),
    **dict.fromkeys(_MOMENTS, _NUMBERS | {table.BOOL}),
}
"""What is given -> the types that it is not made into by itself."""


def check_assignments(bound: Bound | None, text: str) -> None:
    """
    Args:
        bound: Of an INSERT or UPDATE, or anything else.
        text: What was bound.

    Raises:
        DatatypeMismatch: A column is of another type than its value.
        FeatureNotSupported: It is of arrays of fewer dimensions than its value has.

    """
    for assignment in bound.assignments if bound is not None else ():
        given, kept = depth(assignment.given), depth(assignment.wanted)
        if given > kept > 0:  # DuckDB makes texts of the rows
            raise too_many_dimensions(given, kept)
        if _is_refused(assignment, bound):
            raise DatatypeMismatch(
                f'column "{assignment.column}" is of type {_name(assignment.wanted)}'
                f" but expression is of type {_name(assignment.given)}",
                hint="You will need to rewrite or cast the expression.",
                position=_position(assignment, text),
            )


def _is_refused(assignment: Assignment, bound: Bound | None) -> bool:
    """A text is no label, but what stands beside a literal that is still to be one may be."""
    wanted, given = column_type(assignment.wanted).type, column_type(assignment.given).type
    if wanted.oid >= FIRST_OID and not wanted.fields and wanted.element is None:
        is_settled = bound is not None and all(literal.assigned for literal in bound.enum_literals)
        return given is table.TEXT and is_settled
    return wanted in REFUSED.get(given, ())


def _name(duckdb_type: str) -> str:
    """Without precision and scale, as PostgreSQL says it here."""
    return type_name(duckdb_type if duckdb_type.startswith("ENUM(") else duckdb_type.partition("(")[0])


def _position(assignment: Assignment, text: str) -> int | None:
    if assignment.location >= NOWHERE:
        return None
    return len(text.encode()[: assignment.location].decode(errors="ignore")) + 1
