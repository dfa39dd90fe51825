"""
A result's columns that are dates, times or intervals of a precision: timestamp(3), interval day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.unbindable import NotBindable
from pggate.translate.dates import moment_precisions

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.session.statement.outcome import Column


def as_modified(columns: tuple[Column, ...], text: str, binder: BinderCursor) -> tuple[Column, ...]:
    """
    The columns of an edited query with the modifiers of its casts.  Most queries pay a look for a mark.
    """
    if moment_precisions.MARK not in text:
        return columns
    try:
        modifiers = moment_precisions.of_columns(binder.tree(text))
    except NotBindable:
        return columns
    if len(modifiers) != len(columns):
        return columns
    return tuple(
        column if modifier is None else replace(column, typmod=modifier)
        for column, modifier in zip(columns, modifiers, strict=True)
    )
