"""
A result's columns that are made of texts of several types: varchar(3), char(3), text (PostgreSQL 15, 10.5).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE as EMULATION
from pggate.engine.character_columns import CastTo, ColumnOf, ComparedAs
from pggate.session.column_types import VARHDRSZ, DeclaredType
from pggate.session.declared_columns import declared_types
from pggate.types.table import BPCHAR, BY_OID, TEXT, VARCHAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.character_columns import Made, Source
    from pggate.session.cursors import Cursors
    from pggate.session.outcome import Column

TEXTS: Final = DeclaredType(TEXT.oid)
_CASTS: Final = {"varchar": VARCHAR, "bpchar": BPCHAR}
_AGREEING: Final = frozenset({TEXT.oid, VARCHAR.oid, BPCHAR.oid})
"""Types of which each can be the others': the first decides."""


def as_character(columns: tuple[Column, ...], made: Sequence[Made], cursors: Cursors) -> tuple[Column, ...]:
    """
    The columns with the types of what they are made of, as far as that is known.
    """
    if len(made) != len(columns):
        return columns
    return tuple(_shown(column, of, cursors) for column, of in zip(columns, made, strict=True))


def _shown(column: Column, made: Made, cursors: Cursors) -> Column:
    if column.duckdb != "VARCHAR":
        return column
    sources = [source for source in made.sources if source is not None]
    types = [of_type for of_type in (_type(source, cursors) for source in sources) if of_type is not None]
    decided = _decided(types) if len(types) == len(sources) else None
    if decided is None:
        return column
    known = dict(zip(sources, types, strict=True))
    modifiers = {-1 if source is None else _modifier(known[source], decided) for source in made.reached}
    return replace(
        column,
        type=BY_OID[decided],
        typmod=modifiers.pop() if len(modifiers) == 1 else -1,
        width=_width(types) if len(types) == len(made.sources) else 0,
    )


def _decided(types: Sequence[DeclaredType]) -> int | None:
    """
    The OID of the type that the others become; None where it is not among those.
    """
    oids = {of_type.oid for of_type in types}
    if not oids or (len(oids) > 1 and not oids <= _AGREEING):
        return None
    return types[0].oid if types[0].oid in BY_OID else None


def _width(types: Sequence[DeclaredType]) -> int:
    """
    The width of char(n)s that are all of one; 0 of others.
    """
    widths = {of_type.typmod - VARHDRSZ if of_type.oid == BPCHAR.oid else 0 for of_type in types}
    return max(widths.pop(), 0) if len(widths) == 1 else 0


def _modifier(of_type: DeclaredType, decided: int) -> int:
    return of_type.typmod if of_type.oid == decided else -1


def _type(source: Source, cursors: Cursors) -> DeclaredType | None:
    """
    The type of what a column is made of; None of what pg_catalog has.
    """
    match source:
        case CastTo(name, length):
            return DeclaredType(_CASTS[name].oid, length + VARHDRSZ)
        case ComparedAs(value):
            of_type = _type(value, cursors)
            return TEXTS if of_type is not None and of_type.oid == VARCHAR.oid else of_type
        case ColumnOf(relation, name) if relation.catalog != EMULATION:
            return DeclaredType(*declared_types(cursors, relation).get(name, (TEXT.oid, -1)))
        case _:
            return None
