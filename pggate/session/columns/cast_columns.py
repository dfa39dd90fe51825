"""
A result's columns that are casts to character types: varchar(3), char(3), name, "char".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.unbindable import NotBindable
from pggate.translate.characters import character_items
from pggate.translate.characters.character_types import MARK
from pggate.types.addresses import INET
from pggate.types.internal_types import XID
from pggate.types.table import BIT, BPCHAR, CHAR, NAME, OID, VARBIT, VARCHAR, array_of

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.session.statement.outcome import Column
    from pggate.translate.characters.character_items import Shown

_TYPES: Final = {
    "varchar": VARCHAR,
    "bpchar": BPCHAR,
    "name": NAME,
    "char": CHAR,
    "oid": OID,
    "xid": XID,
    "inet": INET,
    "bit": BIT,
    "varbit": VARBIT,
}
_OF_BITS: Final = frozenset({"bit", "varbit"})
_HEADER: Final = 4
"""VARHDRSZ: what a typmod has on top of the length."""


def as_cast(columns: tuple[Column, ...], text: str, binder: BinderCursor) -> tuple[Column, ...]:
    """
    The columns of an edited query with the types that it casts them to, and the names and addresses that
    functions return.
    Most queries pay a look for a mark and those functions.
    """
    if MARK not in text and not _NAMING.search(text):
        return columns
    try:
        shown = character_items.of_columns(binder.tree(text), len(columns))
    except NotBindable:
        return columns
    if len(shown) != len(columns) or not any(shown):
        return columns
    return tuple(
        column if cast is None else _as(column, cast) for column, cast in zip(columns, shown, strict=True)
    )


def as_made(
    columns: tuple[Column, ...], made: tuple[Column, ...], text: str, binder: BinderCursor
) -> tuple[Column, ...]:
    """
    The columns as `made` has them for what they are made of, but not those that are casts to a text: of
    x::text duckdb 1.5.5 has nothing in its plan where x is one.
    """
    if made == columns or not _TO_TEXT.search(text):
        return made
    try:
        casts = character_items.casts_of(binder.tree(text), len(columns))
    except NotBindable:
        return made
    return tuple(
        column if place in casts else other
        for place, (column, other) in enumerate(zip(columns, made, strict=True))
    )


_NAMING: Final = re.compile(rf"\b(?:{'|'.join(character_items.NAMING)})\b", re.IGNORECASE)
_TO_TEXT: Final = re.compile(rf"(?:::|\bas\b)\s*(?:text|varchar|string)\b|{re.escape(MARK)}", re.IGNORECASE)


def _as(column: Column, cast: Shown) -> Column:
    element = cast.name.removesuffix("[]")
    header = 0 if element in _OF_BITS else _HEADER
    typmod = -1 if cast.length is None else cast.length + header
    of_type = _TYPES[element]
    is_array = cast.name.endswith("[]")
    return replace(column, type=array_of(of_type) if is_array else of_type, typmod=typmod)
