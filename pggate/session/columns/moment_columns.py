"""
A result's columns that are dates, times or intervals of a precision: timestamp(3), interval day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.catalog.moment_modifiers import moment_modifier
from pggate.session.columns.declared_columns import declared_types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.moment_columns import Modifiers
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.outcome import Column


def as_modified(
    columns: tuple[Column, ...], modifiers: Sequence[Modifiers], cursors: Cursors
) -> tuple[Column, ...]:
    """
    The columns with the modifiers of what they are made of.  A query without moments pays nothing.
    """
    if len(modifiers) != len(columns):
        return columns

    def declared(relation: Relation, name: str) -> tuple[int, int] | None:
        return declared_types(cursors, relation).get(name)

    found = (
        moment_modifier(of, column.type.oid, declared) for of, column in zip(modifiers, columns, strict=True)
    )
    return tuple(
        column if typmod == -1 else replace(column, typmod=typmod)
        for column, typmod in zip(columns, found, strict=True)
    )
