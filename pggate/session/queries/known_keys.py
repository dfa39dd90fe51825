"""
The keys and constraints of relations, as the open transaction has them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.lake.declared import ARBITERS, NamedKey
from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import LAKE_PREFIX, find
from pggate.session.queries.known_checks import checks_of

if TYPE_CHECKING:
    from pggate.catalog import model
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway


class KnownKeys:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors) -> None:
        self._gateway = gateway
        self._cursors = cursors

    def keys(self, relation: Relation) -> dict[str, str]:
        """The kinds of its keys by name."""
        found = self._found(relation)
        known: dict[str, str] = {key.name: key.kind for key in found.keys} if found is not None else {}
        own = self._cursors.declaring.keys.get(place(relation), {})
        kept = {name: kind for name, kind in known.items() if own.get(name, kind) is not None}
        return kept | {name: key.kind for name, key in own.items() if key is not None}

    def named(self, relation: Relation, name: str) -> NamedKey:
        """The key of that name, by the names of what it is about."""
        own = self._cursors.declaring.keys.get(place(relation), {}).get(name)
        if own is not None:
            return own
        found = find(self._gateway, relation)
        key = next(each for each in (found.keys if found is not None else ()) if each.name == name)
        database = relation.catalog.removeprefix(LAKE_PREFIX)
        other = None
        if key.references is not None:
            other = self._gateway.mirror.catalog.find_oid(database, key.references)
        declaring = self._cursors.declaring
        to = None if other is None else declaring.called_now((other.schema, other.name))
        conditions = {
            check.name: check.condition for check in checks_of(self._gateway, self._cursors, relation)
        }
        columns = declaring.columns_now(place(relation), key.columns)
        referenced = key.referenced if to is None else declaring.columns_now(to, key.referenced)
        return replace(
            NamedKey(key.oid, name, key.kind, columns, to, referenced, comment=key.comment),
            condition=conditions.get(name, ""),
            shown=key.shown,
            options=key.options,
            terms=key.terms,
        )

    def checks_of(self, relation: Relation, column: str) -> list[NamedKey]:
        """The CHECKs that are about a column."""
        checks = [self.named(relation, name) for name, kind in self.keys(relation).items() if kind == "c"]
        return [check for check in checks if column in check.columns]

    def primary(self, relation: Relation) -> tuple[str, ...]:
        """The columns of its primary key; () without one."""
        return next((key.columns for key in self.unique(relation) if key.kind == "p"), ())

    def unique(self, relation: Relation) -> list[NamedKey]:
        """The keys that a foreign key may point to."""
        return [self.named(relation, name) for name, kind in self.keys(relation).items() if kind in ARBITERS]

    def _found(self, relation: Relation) -> model.Relation | None:
        """What is committed under that name, unless the open transaction has another."""
        is_committed = place(relation) not in self._cursors.declaring.replaced
        return find(self._gateway, relation) if is_committed else None
