"""
Which views have to be bound anew: those that are others than before, and those whose queries name something
that has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pggate.catalog.model import Database, Relation


def unbound_views(views: Iterable[Relation], followed: Mapping[str, Database]) -> dict[str, set[int]]:
    """
    The OIDs of the views that are others than before, by database.
    """
    unbound: dict[str, set[int]] = {}
    for view in views:
        before = followed[view.database].by_oid.get(view.oid) if view.database in followed else None
        if view is not before:
            unbound.setdefault(view.database, set()).add(view.oid)
    return unbound


def moved_names(databases: Mapping[str, Database], followed: Mapping[str, Database]) -> set[str]:
    """
    Of the relations that came, changed or went.
    """
    moved: set[str] = set()
    for name in databases.keys() | followed.keys():
        now = databases[name].relations if name in databases else {}
        before = followed[name].relations if name in followed else {}
        moved |= {key[1] for key, one in now.items() if not is_same(one, before.get(key))}
        moved |= {key[1] for key in before.keys() - now.keys()}
    return moved


def is_same(relation: Relation, other: Relation | None) -> bool:
    """
    Is it the same to the queries that read it?
    """
    return relation is other or (
        other is not None
        and relation.columns == other.columns
        and relation.declared_types == other.declared_types
        and relation.definition == other.definition
        and (relation.problem is None) == (other.problem is None)
    )


def names_any(view: Relation, names: Iterable[str]) -> bool:
    """
    Does its query name one of the relations?  Where a column has that name, or a part of one, it seems to.
    """
    query = (view.definition or "").lower()
    return any(name.lower().replace('"', '""') in query for name in names)
