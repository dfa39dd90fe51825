"""
What follows from what there is, as rows of the mirror's tables: the types of enumerations, composites and
rows, with their arrays; the relations that indexes and composite types are.

PostgreSQL has these as objects of their own; views that made them up would have to be planned with every
query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.types.composites import row_type_oid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.catalog.model import Database, Relation

    Row = tuple[object, ...]

INDEXED: Final = frozenset({"p", "u", "index", "unique index"})
"""Kinds of keys that have an index, or are one."""


class _Shape(NamedTuple):
    """
    What all types of a kind have alike; functions by their OIDs.
    """

    typlen: int
    byval: bool
    typtype: str
    category: str
    subscript: int
    functions: tuple[int, int, int, int]
    """Input, output, receive, send."""
    analyze: int
    align: str
    storage: str


_ENUM: Final = _Shape(4, True, "e", "E", 0, (3506, 3507, 3532, 3533), 0, "i", "p")
_COMPOSITE: Final = _Shape(-1, False, "c", "C", 0, (2290, 2291, 2402, 2403), 0, "d", "x")
_ARRAY: Final = _Shape(-1, False, "b", "A", 6179, (750, 751, 2400, 2401), 3816, "i", "x")


class _Type(NamedTuple):
    """
    A type and the type of its arrays, of a schema; `relation` is that of its columns, 0 if it has none.
    """

    oid: int
    array_oid: int
    schema: int
    name: str
    relation: int = 0


def row_types(database: Database, relation: Relation) -> Iterator[Row]:
    """
    Of "own_types": the row type of a relation, and its arrays.
    """
    if relation.kind != "S":
        oid = row_type_oid(relation.oid)
        schema = database.schemas[relation.schema].oid
        of_rows = _Type(oid, oid + 1, schema, relation.name, relation.oid)
        yield from _types(database, relation.oid, _COMPOSITE, of_rows)


def derived_oids(database: Database) -> set[int]:
    """
    Of "derived_relations".
    """
    keys = {key.oid for one in database.relations.values() for key in one.keys if key.kind in INDEXED}
    return keys | {one.oid for one in database.declared.composites.values()}


def derived_rows(database: Database) -> dict[str, list[Row]]:
    """
    The rows of each table but those of row types, in the order of its columns.
    """
    return {
        "own_types": list(_created_types(database)),
        "derived_relations": [*_indexes(database), *_composites(database)],
        "derived_columns": [*_index_columns(database), *_fields(database)],
        "keyed_relations": list(_keyed_relations(database)),
        "key_names": list(_key_names(database)),
    }


def _created_types(database: Database) -> Iterator[Row]:
    for enum in database.declared.enums.values():
        if (schema := database.schemas.get(enum.schema)) is not None:
            yield from _types(database, None, _ENUM, _Type(enum.oid, enum.array_oid, schema.oid, enum.name))
    for one in database.declared.composites.values():
        if (schema := database.schemas.get(one.schema)) is not None:
            found = _Type(one.oid, one.array_oid, schema.oid, one.name, one.oid)
            yield from _types(database, None, _COMPOSITE, found)


def _types(database: Database, relation: int | None, shape: _Shape, one: _Type) -> Iterator[Row]:
    """
    The type, and that of its arrays, which are aligned as it is.
    """
    yield (
        *(database.key, relation, one.oid, one.name, *_of_shape(shape, shape.align)),
        *(0, one.array_oid, one.schema, one.relation, one.oid, one.name, ""),
    )
    yield (
        *(database.key, relation, one.array_oid, f"_{one.name}", *_of_shape(_ARRAY, shape.align)),
        *(one.oid, 0, one.schema, 0, one.oid, one.name, "[]"),
    )


def _of_shape(shape: _Shape, align: str) -> Row:
    return (
        *(shape.typlen, shape.byval, shape.typtype, shape.category, shape.subscript),
        *(*shape.functions, shape.analyze, align, shape.storage),
    )


def _indexes(database: Database) -> Iterator[Row]:
    for relation in database.relations.values():
        for key in relation.keys:
            if key.kind in INDEXED:
                schema = database.schemas[relation.schema].oid
                yield (database.key, key.oid, schema, key.name, "i", len(key.columns))


def _composites(database: Database) -> Iterator[Row]:
    for one in database.declared.composites.values():
        if (schema := database.schemas.get(one.schema)) is not None:
            yield (database.key, one.oid, schema.oid, one.name, "c", len(one.attributes))


def _keyed_relations(database: Database) -> Iterator[Row]:
    keys = [(relation.oid, key) for relation in database.relations.values() for key in relation.keys]
    indexed = {oid for oid, key in keys if key.kind in INDEXED}
    triggering = {end for oid, key in keys if key.references is not None for end in (oid, key.references)}
    for oid in sorted(indexed | triggering):
        yield (database.key, oid, oid in indexed, oid in triggering)


def _key_names(database: Database) -> Iterator[Row]:
    for relation in database.relations.values():
        for key in relation.keys:
            yield (
                *(database.key, key.oid, key.kind, key.name, relation.schema, relation.name, relation.oid),
                *(list(key.columns), key.references, list(key.referenced), key.shown or None),
                list(key.options),
            )


def _index_columns(database: Database) -> Iterator[Row]:
    for relation in database.relations.values():
        columns = {column.name: column for column in relation.columns} if relation.keys else {}
        for key in relation.keys:
            for attnum, name in enumerate(key.columns if key.kind in INDEXED else (), 1):
                column = columns[name]
                yield (database.key, key.oid, attnum, name, column.type_oid, column.typmod)


def _fields(database: Database) -> Iterator[Row]:
    for one in database.declared.composites.values():
        if one.schema in database.schemas:
            for attnum, field in enumerate(one.attributes, 1):
                yield (database.key, one.oid, attnum, field.name, field.type, field.typmod)
