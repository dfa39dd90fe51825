"""
Where a relation that the binder names lives: which lake, which topic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from pggate.session.gateway import Gateway

LAKE_PREFIX = "lake:"
TEMPORARY = "temp"


def is_temporary(relation: Relation) -> bool:
    """A temporary object: in no lake, for this session alone."""
    return relation.catalog == TEMPORARY


def lake_of(gateway: Gateway, relation: Relation) -> Lake | None:
    """The lake that holds it; None for a temporary one."""
    if not relation.catalog.startswith(LAKE_PREFIX):
        return None
    return gateway.databases.find(relation.catalog.removeprefix(LAKE_PREFIX)).lake


def topic_of(gateway: Gateway, relation: Relation) -> Topic:
    """
    Raises:
        UndefinedTable: No topic of that name is committed.
        WrongObjectType: It is a view.

    """
    database = relation.catalog.removeprefix(LAKE_PREFIX)
    return gateway.mirror.catalog.topic(database, relation.schema, relation.name)
