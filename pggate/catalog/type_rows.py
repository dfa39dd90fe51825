"""
Rows of the mirror's table of types, for the types that a database has beside PostgreSQL's: enumerations,
composites, the rows of relations, and the arrays of all of them; and what the columns of such a type are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog.given import TypeFacts
from pggate.functions.identifiers import quote_ident
from pggate.types.composites import ROW_TYPES, STRUCT_TYPES, row_type_oid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.catalog.given import Given
    from pggate.catalog.model import Database, Relation
    from pggate.lake.declared_composites import CompositeType
    from pggate.types.enums import EnumType

    Row = tuple[object, ...]


class _Shape(NamedTuple):
    """
    What all types of a kind have alike; functions by their OIDs.
    """

    facts: TypeFacts
    subscript: int
    functions: tuple[int, int, int, int]
    """Input, output, receive, send."""
    analyze: int


_ENUM: Final = _Shape(TypeFacts(4, True, "e", "E", "i", "p", 0), 0, (3506, 3507, 3532, 3533), 0)
_COMPOSITE: Final = _Shape(TypeFacts(-1, False, "c", "C", "d", "x", 0), 0, (2290, 2291, 2402, 2403), 0)
_ARRAY: Final = _Shape(TypeFacts(-1, False, "b", "A", "i", "x", 0), 6179, (750, 751, 2400, 2401), 3816)

NOT_SPELLED: Final = (False, ",")
"""typispreferred, typdelim."""
NO_MODIFIER: Final = (0, 0)


class NamedType(NamedTuple):
    """
    A type and the type of its arrays, of a schema; `relation` is that of its columns, 0 if it has none.
    """

    oid: int
    array_oid: int
    schema_oid: int
    schema: str
    name: str
    relation: int = 0


class Types:
    """
    The types of a database's columns, by their OIDs.
    """

    def __init__(self, given: Given, database: Database) -> None:
        self._given: Mapping[int, TypeFacts] = given.types
        declared = database.declared
        self._created: dict[int, TypeFacts] = {}
        for shape, types in ((_ENUM, declared.enums.values()), (_COMPOSITE, declared.composites.values())):
            self._created |= {one.oid: shape.facts for one in types}
            self._created |= {one.array_oid: _array_of(shape).facts for one in types}
        for oid in map(row_type_oid, declared.live_views):
            self._created |= {oid: _COMPOSITE.facts, oid + 1: _array_of(_COMPOSITE).facts}

    def facts(self, oid: int) -> TypeFacts | None:
        """Those of a type; None of one that there is not."""
        found = self._given.get(oid)
        if found is not None:
            return found
        if oid in ROW_TYPES or oid in STRUCT_TYPES:
            return (_array_of(_COMPOSITE) if oid % 2 else _COMPOSITE).facts
        return self._created.get(oid)


def row_types(database: Database, relation: Relation) -> Iterator[Row]:
    """
    The row type of a relation, and its arrays.
    """
    if relation.kind != "S":
        oid = row_type_oid(relation.oid)
        schema = database.schemas[relation.schema]
        one = NamedType(oid, oid + 1, schema.oid, schema.name, relation.name, relation.oid)
        yield from composite_rows(database.key, one)


def enum_types(database: Database, enum: EnumType) -> Iterator[Row]:
    """
    An enumerated type, and its arrays.
    """
    if (schema := database.schemas.get(enum.schema)) is not None:
        one = NamedType(enum.oid, enum.array_oid, schema.oid, schema.name, enum.name)
        yield from _rows(database.key, _ENUM, one)


def composite_types(database: Database, one: CompositeType) -> Iterator[Row]:
    """
    A composite type, whose relation has its OID, and its arrays.
    """
    if (schema := database.schemas.get(one.schema)) is not None:
        of = NamedType(one.oid, one.array_oid, schema.oid, schema.name, one.name, one.oid)
        yield from composite_rows(database.key, of)


def composite_rows(key: str, one: NamedType) -> Iterator[Row]:
    """
    Args:
        key: Of the database's rows.

    """
    yield from _rows(key, _COMPOSITE, one)


def _rows(key: str, shape: _Shape, one: NamedType) -> Iterator[Row]:
    """The type, and that of its arrays, which are aligned as it is."""
    quoted = quote_ident(one.name)
    yield (
        *(key, one.oid, one.name),
        *_of_shape(shape, 0, one.array_oid),
        *(one.schema_oid, one.relation, one.oid, quoted, "", ""),
        *(one.schema, _distinct(one.name, quoted)),
    )
    yield (
        *(key, one.array_oid, f"_{one.name}"),
        *_of_shape(_array_of(shape), one.oid, 0),
        *(one.schema_oid, 0, one.oid, quoted, "", "[]"),
        *(one.schema, _distinct(f"_{one.name}", f"{one.name}[]", f"{quoted}[]")),
    )


def _distinct(*names: str) -> list[str]:
    return list(dict.fromkeys(names))


def _array_of(shape: _Shape) -> _Shape:
    return _ARRAY._replace(facts=_ARRAY.facts._replace(align=shape.facts.align))


def _of_shape(shape: _Shape, element: int, array: int) -> Row:
    facts = shape.facts
    return (
        *(facts.typlen, facts.byval, facts.typtype, facts.category, *NOT_SPELLED, shape.subscript),
        *(element, array, *shape.functions, *NO_MODIFIER, shape.analyze),
        *(facts.align, facts.storage, facts.collation),
    )
