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
    from pggate.types.table import PgType

    Declared: TypeAlias = Callable[[Relation, str], tuple[int, int] | None]
    """What a column of a relation is declared as, OID and typmod; None where DuckDB's type tells all."""


class MadeType(NamedTuple):
    """
    A type's OID and modifier, and the width of a char(n) that is told without a modifier.
    """

    oid: int
    typmod: int = -1
    width: int = 0


_CASTS: Final = {"varchar": VARCHAR, "bpchar": BPCHAR, "text": TEXT}
_FIXED: Final = frozenset({BPCHAR.oid, BPCHAR.array_oid})
_BECOMING: Final = {
    TEXT: {TEXT, VARCHAR, BPCHAR, NAME, CHAR},
    VARCHAR: {TEXT, VARCHAR, BPCHAR},
    BPCHAR: {TEXT, VARCHAR, BPCHAR},
    NAME: {TEXT, VARCHAR, BPCHAR, NAME},
    CHAR: {CHAR},
}
"""What becomes each type where nobody writes a cast (PostgreSQL 15, pg_cast)."""
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
    oids = tuple(dict.fromkeys(of_type.oid for of_type in types))
    known = [BY_OID[oid] for oid in oids if oid in BY_OID]
    if not known or len(known) < len(oids):
        return None
    if len(known) == 1:
        return known[0].oid
    decided = _common([one.element or one for one in known])
    if decided is None:
        return None
    return decided.oid if known[0].element is None else decided.array_oid


def _common(types: Sequence[PgType]) -> PgType | None:
    """
    The first, but where only a later one is what the other can become (PostgreSQL 15, parse_coerce.c,
    select_common_type).
    """
    decided = types[0]
    for other in types[1:]:
        is_wider = decided in _BECOMING.get(other, ()) and other not in _BECOMING.get(decided, ())
        if is_wider and decided is not TEXT:
            decided = other
    return decided if all(one in _BECOMING.get(decided, ()) for one in types) else None


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
            return MadeType(_CASTS[name].oid, -1 if length is None else length + VARHDRSZ)
        case ComparedAs(value, others):
            return _compared(_type(value, declared, is_array=is_array), others, declared)
        case ArrayOf(element):
            return _array(_type(element, declared, is_array=False))
        case ElementOf(array):
            return _element(_type(array, declared, is_array=True))
        case ColumnOf(relation, name):
            return _of_column(relation, name, declared, is_array=is_array)
        case _:
            return None


def _compared(of_type: MadeType | None, others: Sequence[Source], declared: Declared) -> MadeType | None:
    """
    As which type it is compared: a name stays one by =, a "char" beside another or a literal, a char(n)
    beside all but a text; and beside a char(n) a varchar becomes one (10.2).
    """
    if of_type is None or of_type.oid not in {BPCHAR.oid, *_AS_TEXT}:
        return of_type
    beside = {found.oid for other in others if (found := _type(other, declared, is_array=False)) is not None}
    if of_type.oid == BPCHAR.oid:
        return MadeType(TEXT.oid) if TEXT.oid in beside else of_type
    if of_type.oid == VARCHAR.oid and BPCHAR.oid in beside:
        return MadeType(BPCHAR.oid)
    is_same = all(other is None or _type(other, declared, is_array=False) == of_type for other in others)
    is_kept = of_type.oid == NAME.oid or (of_type.oid == CHAR.oid and is_same)
    return of_type if others and is_kept else MadeType(TEXT.oid)


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
