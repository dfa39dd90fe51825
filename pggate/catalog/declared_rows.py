"""
What topics declare, as rows of the mirror's tables: enumerated and composite types, keys, sequences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.lake.declared import DeclaredColumn
from pggate.types import table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pggate.catalog.model import Database, Relation

DECLARED: Final = ("enums", "keys", "sequences", "composites")
"""The mirror's tables of what most databases have none of."""

TYPES: Final = {"SMALLINT": table.INT2, "INTEGER": table.INT4, "BIGINT": table.INT8}
"""What a sequence is of."""


def is_declared_anew(database: Database, known: Database | None, changed: Collection[int]) -> bool:
    """
    May the tables show something else than of `known`?

    Args:
        changed: The OIDs of the relations that came, changed or went.

    """
    if known is None or known.schemas != database.schemas:
        return True
    now, before = database.declared, known.declared
    if (now.enums, now.composites, now.sequences) != (before.enums, before.composites, before.sequences):
        return True
    if _owners(database) != _owners(known):
        return True
    return not (_keyed(known) | _keyed(database)).isdisjoint(changed)


def _keyed(database: Database) -> set[int]:
    """The relations that have keys, and those that keys point to."""
    keyed = [relation for relation in database.relations.values() if relation.keys]
    pointed = {key.references for relation in keyed for key in relation.keys if key.references is not None}
    return pointed | {relation.oid for relation in keyed}


def declared_rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """
    The rows of each table, in the order of its columns.
    """
    return {
        "enums": list(_enums(database)),
        "keys": [row for relation in database.relations.values() for row in _keys(database, relation)],
        "sequences": list(_sequences(database)),
        "composites": list(_composites(database)),
    }


def _enums(database: Database) -> Iterator[tuple[object, ...]]:
    for enum in database.declared.enums.values():
        if (schema := database.schemas.get(enum.schema)) is not None:
            yield (database.key, enum.oid, enum.array_oid, schema.oid, enum.name, list(enum.labels))


def _composites(database: Database) -> Iterator[tuple[object, ...]]:
    for one in database.declared.composites.values():
        if (schema := database.schemas.get(one.schema)) is not None:
            yield (
                database.key,
                one.oid,
                one.array_oid,
                schema.oid,
                one.name,
                [attribute.name for attribute in one.attributes],
                [attribute.type for attribute in one.attributes],
                [attribute.typmod for attribute in one.attributes],
            )


def _keys(database: Database, relation: Relation) -> Iterator[tuple[object, ...]]:
    for key in relation.keys:
        other = database.by_oid.get(key.references) if key.references is not None else None
        yield (
            database.key,
            key.oid,
            database.schemas[relation.schema].oid,
            relation.oid,
            key.name,
            key.kind,
            _attnums(relation, key.columns),
            key.references,
            _attnums(other, key.referenced) if other is not None else None,
            key.shown or None,
            list(key.options),
            key.comment,
            key.terms.on_update,
            key.terms.on_delete,
            key.terms.match,
            list(key.terms.set_places),
            key.terms.deferrable,
            key.terms.deferred,
        )


def _attnums(relation: Relation, names: tuple[str, ...]) -> list[int]:
    attnums = {column.name: column.attnum for column in relation.columns}
    return [attnums[name] for name in names]


def _sequences(database: Database) -> Iterator[tuple[object, ...]]:
    owners = _owners(database)
    for sequence in database.declared.sequences.values():
        if (schema := database.schemas.get(sequence.schema)) is not None:
            relation, attnum, is_identity = owners.get(sequence.oid, (None, None, False))
            yield (
                database.key,
                sequence.oid,
                schema.oid,
                sequence.name,
                TYPES[sequence.type].oid,
                sequence.start,
                sequence.increment,
                sequence.minimum,
                sequence.maximum,
                sequence.cycles,
                sequence.cache,
                relation,
                attnum,
                is_identity,
            )


def _owners(database: Database) -> dict[int, tuple[int, int, bool]]:
    """Of sequences by OID: relation, column, whether it is its identity."""
    return {oid: place for relation in database.relations.values() for oid, place in _owned(relation)}


def _owned(relation: Relation) -> Iterator[tuple[int, tuple[int, int, bool]]]:
    """The sequences that columns of a topic own: OID, and relation, column, whether it is its identity."""
    for attnum, column in enumerate(relation.topic.columns if relation.topic is not None else (), 1):
        said = column.declared or DeclaredColumn()
        for oid in said.owns:
            yield oid, (relation.oid, attnum, said.identity != "" and said.sequence == oid)
