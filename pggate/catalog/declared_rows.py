"""
What topics declare, as rows of the mirror's tables: enumerated types, keys, sequences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.catalog.model import Database, Relation

DECLARED: Final = ("enums", "keys", "sequences")
"""The mirror's tables of what most databases have none of."""


def declares(database: Database) -> bool:
    """
    Is there anything to show?
    """
    declared = database.declared
    return bool(declared.enums or declared.sequences or any(topic.keys for topic in declared.topics.values()))


def declared_rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """
    The rows of each table, in the order of its columns.
    """
    return {
        "enums": list(_enums(database)),
        "keys": [row for relation in database.relations.values() for row in _keys(database, relation)],
        "sequences": list(_sequences(database)),
    }


def _enums(database: Database) -> Iterator[tuple[object, ...]]:
    for enum in database.declared.enums.values():
        if (schema := database.schemas.get(enum.schema)) is not None:
            yield (database.name, enum.oid, enum.array_oid, schema.oid, enum.name, list(enum.labels))


def _keys(database: Database, relation: Relation) -> Iterator[tuple[object, ...]]:
    for key in relation.keys:
        other = database.by_oid.get(key.references) if key.references is not None else None
        yield (
            database.name,
            key.oid,
            database.schemas[relation.schema].oid,
            relation.oid,
            key.name,
            key.kind,
            _attnums(relation, key.columns),
            key.references,
            _attnums(other, key.referenced) if other is not None else None,
        )


def _attnums(relation: Relation, names: tuple[str, ...]) -> list[int]:
    attnums = {column.name: column.attnum for column in relation.columns}
    return [attnums[name] for name in names]


def _sequences(database: Database) -> Iterator[tuple[object, ...]]:
    """Those of columns that are gone are gone, too."""
    for relation in database.relations.values():
        for attnum, column in enumerate(relation.topic.columns if relation.topic is not None else (), 1):
            sequence = column.sequence
            if sequence is not None:
                yield (
                    database.name,
                    sequence.oid,
                    database.schemas[relation.schema].oid,
                    sequence.name,
                    sequence.start,
                    sequence.increment,
                    sequence.minimum,
                    sequence.maximum,
                    sequence.cycles,
                    relation.oid,
                    attnum,
                    relation.columns[attnum - 1].type_oid,
                )
