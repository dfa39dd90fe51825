"""
A result's columns that are bit strings: bit(n), bit or bit varying (PostgreSQL 15, 8.10).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.types.table import BIT, VARBIT, array_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.bit_columns import Bits
    from pggate.session.statement.outcome import Column


def as_bits(columns: tuple[Column, ...], bits: Sequence[Bits]) -> tuple[Column, ...]:
    """
    The columns with the types that the plan tells of bit strings.  Most queries have none, and pay nothing.
    """
    if len(bits) != len(columns):
        return columns
    return tuple(_shown(column, of) for column, of in zip(columns, bits, strict=True))


def _shown(column: Column, of: Bits) -> Column:
    if of.is_varying is not False or (column.type.element or column.type) is not VARBIT:
        return column
    typmod = -1 if of.length is None else of.length
    return replace(column, type=BIT if column.type.element is None else array_of(BIT), typmod=typmod)
