"""
A result's columns that are casts to character types: varchar(3), char(3), name, "char".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.unbindable import NotBindable
from pggate.translate import character_types
from pggate.types.table import BPCHAR, CHAR, NAME, OID, VARBIT, VARCHAR

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.session.outcome import Column
    from pggate.translate.character_types import Shown

_TYPES: Final = {
    "varchar": VARCHAR,
    "bpchar": BPCHAR,
    "name": NAME,
    "char": CHAR,
    "oid": OID,
    "varbit": VARBIT,
}
_HEADER: Final = 4
"""VARHDRSZ: what a typmod has on top of the length."""


def as_cast(columns: tuple[Column, ...], text: str, binder: BinderCursor) -> tuple[Column, ...]:
    """
    The columns of an edited query with the types that it casts them to.  Most queries pay a look for a mark.
    """
    if character_types.MARK not in text:
        return columns
    try:
        shown = character_types.of_columns(binder.tree(text))
    except NotBindable:
        return columns
    if len(shown) != len(columns):
        return columns
    return tuple(
        column if cast is None else _as(column, cast) for column, cast in zip(columns, shown, strict=True)
    )


def _as(column: Column, cast: Shown) -> Column:
    header = 0 if cast.name == "varbit" else _HEADER
    typmod = -1 if cast.length is None else cast.length + header
    return replace(column, type=_TYPES[cast.name], typmod=typmod)
