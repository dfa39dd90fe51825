"""
The type of a column that is made of texts of several types, or of arrays of them: varchar(3), char(3), text
(PostgreSQL 15, 10.5).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pggate.catalog.catalog_types import declared_types as catalog_types
from pggate.catalog.emulation import DATABASE as EMULATION
from pggate.engine.character_sources import ArrayOf, CastTo, ColumnOf, ComparedAs, ElementOf
from pggate.types.padding import VARHDRSZ
from pggate.types.table import BPCHAR, BY_OID, CHAR, NAME, TEXT, VARCHAR

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.engine.character_sources import Made, Source
    from pggate.engine.definitions import Relation

    Declared: TypeAlias = Callable[[Relation, str], tuple[int, int] | None]
    """What a column of a relation is declared as, OID and typmod; None where DuckDB's type tells all."""


class MadeType(NamedTuple):
    """
    A type's OID and modifier, and the width of a char(n) that is told without a modifier.
    """

    oid: int
    typmod: int = -1
    width: int = 0


_CASTS: Final = {"varchar": VARCHAR, "bpchar": BPCHAR}
_FIXED: Final = frozenset({BPCHAR.oid, BPCHAR.array_oid})
_AGREEING: Final = (
    frozenset({TEXT.oid, VARCHAR.oid, BPCHAR.oid}),
    frozenset({TEXT.array_oid, VARCHAR.array_oid, BPCHAR.array_oid}),
)
"""Types of which each can be the others': the first decides."""
_AS_TEXT: Final = frozenset({VARCHAR.oid, NAME.oid, CHAR.oid})
"""What is compared as a text."""
_OF_TEXTS: Final = re.compile(r"VARCHAR(\[\])*")


def made_type(made: Made, duckdb_type: str, declared: Declared) -> MadeType | None:
    """
    The type that comes of it; None where DuckDB's type tells it, or it is not known.
    """
    if not _OF_TEXTS.fullmatch(duckdb_type):
        return None
    sources = [source for source in made.sources if source is not None]
    is_array = duckdb_type.endswith("[]")
    found = [_type(source, declared, is_array=is_array) for source in sources]
    types = [of_type for of_type in found if of_type is not None]
    decided = _decided(types) if len(types) == len(sources) else None
    if decided is None:
        return None
    known = dict(zip(sources, types, strict=True))
    modifiers = {-1 if source is None else _modifier(known[source], decided) for source in made.reached}
    return MadeType(
        decided,
        modifiers.pop() if len(modifiers) == 1 else -1,
        _width(types) if len(types) == len(made.sources) else 0,
    )


def _decided(types: Sequence[MadeType]) -> int | None:
    """
    The OID of the type that the others become; None where it is not among those.
    """
    oids = {of_type.oid for of_type in types}
    if not oids or (len(oids) > 1 and not any(oids <= agreeing for agreeing in _AGREEING)):
        return None
    return types[0].oid if types[0].oid in BY_OID else None


def _width(types: Sequence[MadeType]) -> int:
    """
    The width of char(n)s that are all of one; 0 of others.
    """
    widths = {of_type.typmod - VARHDRSZ if of_type.oid in _FIXED else 0 for of_type in types}
    return max(widths.pop(), 0) if len(widths) == 1 else 0


def _modifier(of_type: MadeType, decided: int) -> int:
    return of_type.typmod if of_type.oid == decided else -1


def _type(source: Source, declared: Declared, *, is_array: bool) -> MadeType | None:
    """
    The type of what a column is made of; None of what pg_catalog has as a text.
    """
    match source:
        case CastTo(name, length):
            return MadeType(_CASTS[name].oid, length + VARHDRSZ)
        case ComparedAs(value):
            of_type = _type(value, declared, is_array=is_array)
            return MadeType(TEXT.oid) if of_type is not None and of_type.oid in _AS_TEXT else of_type
        case ArrayOf(element):
            return _array(_type(element, declared, is_array=False))
        case ElementOf(array):
            return _element(_type(array, declared, is_array=True))
        case ColumnOf(relation, name):
            return _of_column(relation, name, declared, is_array=is_array)
        case _:
            return None


def _of_column(relation: Relation, name: str, declared: Declared, *, is_array: bool) -> MadeType | None:
    if relation.catalog == EMULATION:
        of_catalog = catalog_types().get((relation.schema, relation.name, name))
        return None if of_catalog is None else MadeType(of_catalog.oid)
    plain = TEXT.array_oid if is_array else TEXT.oid
    return MadeType(*(declared(relation, name) or (plain, -1)))


def _array(of_type: MadeType | None) -> MadeType | None:
    if of_type is None or of_type.oid not in BY_OID:  # of what was created nothing is known here
        return None
    return of_type._replace(oid=BY_OID[of_type.oid].array_oid or of_type.oid)


def _element(of_array: MadeType | None) -> MadeType | None:
    element = BY_OID[of_array.oid].element if of_array is not None and of_array.oid in BY_OID else None
    return None if of_array is None or element is None else of_array._replace(oid=element.oid)
