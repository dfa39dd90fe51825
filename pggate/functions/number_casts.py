"""
Texts that a statement computes or reads, and casts to a number: what PostgreSQL 15 takes for one (8.1).

The engine casts plain digits by itself (sql/number_functions.sql); only the others come here, most of them to
be refused.
"""

from __future__ import annotations

from pggate.types import table, text
from pggate.types.numerics import numeric_text
from pggate.types.table import BY_NAME


def as_read(type_name: str, written: str) -> str:
    """
    The number in digits that the engine casts.

    Args:
        type_name: smallint, integer, bigint, oid, real, double precision or numeric.
        written: Of any form.

    Raises:
        PgError: 22P02 or 22003, PostgreSQL cannot read it either.

    """
    type_ = BY_NAME[type_name]
    value = text.decode(type_, written)
    if type_ is not table.NUMERIC:
        return repr(value)
    return numeric_text(value) if value.is_finite() else written  # which the engine will refuse
