"""
A result's columns that are made of texts of several types: varchar(3), char(3), text (PostgreSQL 15, 10.5).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.catalog.made_types import made_type
from pggate.session.columns.declared_columns import declared_types
from pggate.types.table import BY_OID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.character_sources import Made
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.outcome import Column


def as_character(columns: tuple[Column, ...], made: Sequence[Made], cursors: Cursors) -> tuple[Column, ...]:
    """
    The columns with the types of what they are made of, as far as that is known.
    """
    if len(made) != len(columns):
        return columns

    def declared(relation: Relation, name: str) -> tuple[int, int] | None:
        return declared_types(cursors, relation).get(name)

    found = (made_type(of, column.duckdb, declared) for of, column in zip(made, columns, strict=True))
    return tuple(
        column if one is None else replace(column, type=BY_OID[one.oid], typmod=one.typmod, width=one.width)
        for column, one in zip(columns, found, strict=True)
    )
