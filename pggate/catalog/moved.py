"""
Which of a database's objects are others than before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pggate.catalog.model import Database, Relation


class _InSchema(Protocol):
    @property
    def schema(self) -> str: ...


T = TypeVar("T", bound=_InSchema)


def moved_schemas(database: Database, known: Database) -> set[str]:
    """
    The names of those that came and went.
    """
    return {name for name, _ in database.schemas.items() ^ known.schemas.items()}


def moved_relations(database: Database, known: Database) -> set[int]:
    """
    The OIDs of those that came, changed and went.
    """
    now, before = database.by_oid, known.by_oid
    return {oid for oid, one in now.items() if differs(one, before.get(oid))} | (before.keys() - now.keys())


def moved(now: Mapping[int, T], before: Mapping[int, T], schemas: Collection[str]) -> set[int]:
    """
    The same of types and sequences; those of schemas that came and went are among them.
    """
    if now is before and not schemas:
        return set()
    oids = now.keys() | before.keys()
    of_schemas = {oid for each in (now, before) for oid, one in each.items() if one.schema in schemas}
    return of_schemas | {oid for oid in oids if now.get(oid) != before.get(oid)}


def differs(relation: Relation, known: Relation | None) -> bool:
    """
    Do the tables show it otherwise?
    """
    if relation is known:
        return False
    return known is None or relation_values(relation) != relation_values(known)


def relation_values(relation: Relation) -> tuple[object, ...]:
    """
    All of a relation that the tables show.
    """
    return (
        relation.schema,
        relation.name,
        relation.kind,
        relation.comment,
        relation.definition,
        relation.storage_uri,
        relation.created_at,
        relation.version,
        relation.valid_from,
        relation.columns,
        relation.keys,
        relation.topic.options if relation.topic is not None else None,
    )
