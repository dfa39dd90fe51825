"""
What a live view's query reads: topics, and views that stand there for their queries, which are followed in
their place.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported
from pggate.lake.catalogs import alias
from pggate.lake.live_views import InlinedView
from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import find, table_name
from pggate.session.queries.reads import live_view
from pggate.translate.syntax import mentions
from pggate.views import state_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.lake.live_views import LiveView
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.definitions.dependents import Dependents
    from pggate.session.live.gateway import Gateway


class Reading:
    """
    Of one query.

    Args:
        zone: The TimeZone of the live view that is made of it.

    """

    def __init__(
        self, gateway: Gateway, cursors: Cursors, dependents: Dependents, lake: Lake, zone: str
    ) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._dependents = dependents
        self._lake = lake
        self._zone = zone
        self._views: dict[Relation, tuple[InlinedView, ...]] = {}
        self.topics: dict[tuple[str, str], int] = {}
        """DuckLake's ids, by schema and name."""

    @property
    def views(self) -> tuple[InlinedView, ...]:
        return tuple(dict.fromkeys(one for views in self._views.values() for one in views))

    def add(self, relations: Iterable[Relation], query: str = "") -> None:
        """
        Args:
            query: What names them, where a refusal is to say where.

        Raises:
            FeatureNotSupported: One is no topic of this database and no view over some, or not committed.

        """
        for relation in sorted(relations):
            if relation not in self._views:
                with self._placed(relation, query):
                    self._add(relation)

    @contextmanager
    def _placed(self, relation: Relation, query: str) -> Iterator[None]:
        try:
            yield
        except FeatureNotSupported as refused:
            at = mentions.name(query, relation.name) if query else None
            refused.position = None if at is None else at + 1
            raise

    def _add(self, relation: Relation) -> None:
        known, declaring = find(self._gateway, relation), self._cursors.declaring
        if known is None or relation.catalog != alias(self._lake.name) or place(relation) in declaring.own:
            raise _not_followed(relation)
        live = live_view(self._gateway.mirror.catalog, self._cursors, relation)
        if live is not None:
            self._add_live(relation, live)
        elif known.definition is not None and place(relation) not in declaring.views:
            columns = self._cursors.binder.columns(f"SELECT * FROM {table_name(known)}")
            names = tuple(column.name for column in columns)
            self._views[relation] = (InlinedView("", known.schema, known.name, known.definition, names),)
            self.add(self._dependents.relations(known.definition))
        elif known.topic is not None:
            self.topics[relation.schema.lower(), relation.name.lower()] = known.topic.table_id
        else:
            raise _not_followed(relation)

    def _add_live(self, relation: Relation, live: LiveView) -> None:
        if live.zone != self._zone:
            raise FeatureNotSupported(
                f'a live view cannot follow "{relation.name}"',
                detail=f"That is computed in the TimeZone {live.zone}.",
                hint="Make both in the same TimeZone.",
            )
        names = tuple(column.name for column in live.columns)
        state = state_file.alias(self._lake.oid)
        inlined = InlinedView(state, state_file.SCHEMA, f"view_{live.oid}", live.text, names)
        self._views[relation] = (inlined, *live.views)
        source = self._gateway.live_views.compiled(self._lake, live).source
        for topic, table_id in zip(source, live.topics, strict=True):
            self.topics[topic.schema.lower(), topic.name.lower()] = table_id


def _not_followed(relation: Relation) -> FeatureNotSupported:
    return FeatureNotSupported(
        f'a live view cannot follow "{relation.name}"',
        detail="It follows tables of its own database that are committed, and views over them.",
        hint="Write the view's query into this one, or COMMIT the table first.",
    )
