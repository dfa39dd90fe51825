"""
A relation as the open transaction has it: with the keys, defaults and columns that it has now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import LAKE_PREFIX, find
from pggate.session.queries.own_names import OwnNames
from pggate.session.queries.own_topics import OwnTopics

if TYPE_CHECKING:
    from pggate.catalog import model
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway


def relation_now(gateway: Gateway, cursors: Cursors, relation: Relation) -> model.Relation | None:
    """
    The topic or view of that name; None where there is none, of what is temporary, and of a view that the
    transaction itself has made.

    What it has neither made nor changed is what is committed, and costs nothing.
    """
    where = place(relation)
    if where not in cursors.declaring.places or not relation.catalog.startswith(LAKE_PREFIX):
        return find(gateway, relation)
    if cursors.declaring.views.get(where) is not None:
        return None
    committed = gateway.mirror.catalog.database(relation.catalog.removeprefix(LAKE_PREFIX))
    topics = OwnTopics(gateway, cursors, OwnNames(cursors))
    columns = topics.described(committed, [where]).get(where)
    if columns is None:
        return None
    return topics.relation(committed, topics.declared(committed), where, columns)
