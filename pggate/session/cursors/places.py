"""
Where a relation that the binder names lives: which lake, which topic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.catalog.model import canonical
from pggate.engine.names import qualified
from pggate.errors import FeatureNotSupported
from pggate.lake.catalogs import alias

if TYPE_CHECKING:
    from pggate.catalog import model
    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Relation, Target
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic, TopicColumn
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway

LAKE_PREFIX = "lake:"
TEMPORARY = "temp"
DEFAULT_SCHEMA = "main"
"""The schema of what is temporary."""


def is_temporary(relation: Relation) -> bool:
    """A temporary object: in no lake, for this session alone."""
    return relation.catalog == TEMPORARY


def lake_of(gateway: Gateway, relation: Relation) -> Lake | None:
    """The lake that holds it; None for a temporary one."""
    if not relation.catalog.startswith(LAKE_PREFIX):
        return None
    return gateway.databases.find(relation.catalog.removeprefix(LAKE_PREFIX)).lake


def target_of(bound: Bound | None) -> Target:
    """The one relation that a DML statement changes."""
    if bound is None or len(bound.targets) != 1:
        raise FeatureNotSupported("cannot tell which table this statement changes")
    (target,) = bound.targets
    return target


def databases_of(bound: Bound | None) -> set[str]:
    """The databases whose relations a statement touches."""
    if bound is None:
        return set()
    catalogs = {r.catalog for r in (*bound.relations, *(target.relation for target in bound.targets))}
    return {c.removeprefix(LAKE_PREFIX) for c in catalogs if c.startswith(LAKE_PREFIX)}


def table_name(relation: model.Relation) -> str:
    """Where a relation of the mirror's stands on the engine and the binder."""
    return qualified(alias(relation.database), relation.schema, relation.name)


def find(gateway: Gateway, relation: Relation) -> model.Relation | None:
    """What the mirror has under that name; nothing that is temporary, or a catalog's."""
    if not relation.catalog.startswith(LAKE_PREFIX):
        return None
    database = relation.catalog.removeprefix(LAKE_PREFIX)
    return gateway.mirror.catalog.find(database, relation.schema, relation.name)


def committed_columns(gateway: Gateway, cursors: Cursors, relation: Relation) -> tuple[TopicColumn, ...]:
    """
    The columns of the topic that has been committed under that name; () if the open transaction has another.
    """
    if (relation.schema, relation.name) in cursors.declaring.own:
        return ()
    found = find(gateway, relation)
    return tuple(found.topic.columns) if found is not None and found.topic is not None else ()


def topic_of(gateway: Gateway, relation: Relation) -> Topic:
    """
    Raises:
        UndefinedTable: No topic of that name is committed.
        WrongObjectType: It is a view.

    """
    database = relation.catalog.removeprefix(LAKE_PREFIX)
    return gateway.mirror.catalog.topic(database, relation.schema, relation.name)


def topic_ids(gateway: Gateway, relation: Relation) -> list[int]:
    """
    The topic of that name, if there is one; for the empty name all topics of the schema.  What the mirror
    says, which a transaction's own snapshot need not agree with.
    """
    catalog, name = gateway.mirror.catalog, relation.catalog.removeprefix(LAKE_PREFIX)
    if relation.name:
        found = [catalog.find(name, relation.schema, relation.name)]
    else:
        found = [one for one in catalog.relations(name) if one.schema == canonical(relation.schema)]
    return [one.topic.table_id for one in found if one is not None and one.topic is not None]
