"""
A database as a session has it: what is committed, what its open transaction has defined, changed and dropped
(PostgreSQL 15, 13.2.1: a transaction sees its own changes, and catalogs are tables), and what is temporary.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.catalog.bound_views import bound_view
from pggate.catalog.declared import live_view_relations, sequence_relations
from pggate.catalog.model import Relation, Schema
from pggate.engine.definitions import Relation as Named
from pggate.engine.names import quote_identifier, quote_literal
from pggate.lake.catalogs import alias
from pggate.lake.declaring import renamed
from pggate.session.queries.declared_objects import table_of
from pggate.session.queries.own_names import OwnNames
from pggate.session.queries.own_temporary import SCHEMA, OwnTemporary
from pggate.session.queries.own_topics import OwnTopics

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pggate.catalog.model import Database
    from pggate.lake.declared import Declared
    from pggate.lake.declaring import Place
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway

DECLARED: Final = frozenset({"S", "m"})
"""Kinds of relations that are known from declarations alone."""

SCHEMAS: Final = """
    select schema_name from duckdb_schemas() where database_name = {catalog} and schema_name <> 'main'"""


class OwnDefinitions:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors) -> None:
        self._cursors = cursors
        self._names = OwnNames(cursors)
        self._topics = OwnTopics(gateway, cursors, self._names)
        self._temporary = OwnTemporary(cursors, self._names)

    def database(self, committed: Database) -> Database:
        """
        The committed database with what the open transaction has done to it.
        """
        places = self._cursors.declaring.places
        declared, schemas = self._declared(committed), self._schemas(committed)
        relations = {
            place: relation
            for place, relation in committed.relations.items()
            if place not in places and relation.kind not in DECLARED and relation.schema in schemas
        }
        for known in (sequence_relations, live_view_relations):
            relations |= {(each.schema, each.name): each for each in known(committed.name, declared)}
        topics = [place for place in places if not self._is_view(committed, place)]
        for place, columns in self._topics.described(committed, topics).items():
            relations[place] = self._topics.relation(committed, declared, place, columns)
        for place in sorted(places, key=lambda place: self._cursors.declaring.made.get(place, -1)):
            if self._is_view(committed, place):  # one that reads another comes after it
                relations[place] = self._view(committed, place, relations)
        temporary = {(each.schema, each.name): each for each in self._temporary_relations(committed)}
        return replace(
            committed,
            schemas=schemas,
            relations=MappingProxyType(dict(self._with_references(committed, relations, places)) | temporary),
            declared=declared,
        )

    def _declared(self, committed: Database) -> Declared:
        """The types and sequences that there are, temporary ones, too."""
        known, temporary = self._topics.declared(committed), self._cursors.temporary.sequences
        return replace(known, sequences=MappingProxyType({**known.sequences, **temporary}))

    def _schemas(self, committed: Database) -> Mapping[str, Schema]:
        rows = self._cursors.lake.rows(SCHEMAS.format(catalog=quote_literal(alias(committed.name))))
        found = {name: Schema(self._names.schema_oid(committed, name), name) for (name,) in rows}
        if self._cursors.has_temporary:
            found[SCHEMA] = self._temporary.schema(committed)
        return MappingProxyType(found)

    def _temporary_relations(self, committed: Database) -> Iterable[Relation]:
        return self._temporary.relations(committed) if self._cursors.has_temporary else ()

    def _is_view(self, committed: Database, place: Place) -> bool:
        own = self._cursors.declaring
        if place in own.views:
            return own.views[place] is not None
        known = committed.relations.get(place)
        return known is not None and known.kind == "v" and place not in own.made

    def _view(self, committed: Database, place: Place, relations: Mapping[Place, Relation]) -> Relation:
        """
        Args:
            relations: Those that it may read.

        """
        comment = self._names.comment(committed, place)
        query = self._cursors.declaring.views.get(place)
        if query is None:  # it has another comment, and nothing else
            return replace(committed.relations[place], comment=comment)
        view = Relation(
            oid=self._names.oid(committed, place),
            database=committed.name,
            schema=place[0],
            name=place[1],
            kind="v",
            columns=(),
            comment=comment,
            definition=self._definition(committed, place, query),
        )
        known = {(alias(committed.name), *where): each for where, each in relations.items()}
        return bound_view(self._cursors.binder, view, known)

    def _definition(self, committed: Database, place: Place, query: str) -> str:
        """The query with the names that the view gives its columns."""
        binder, view = self._cursors.binder, table_of(Named(alias(committed.name), *place))
        names = [one.name for one in binder.columns(f"SELECT * FROM {view}")]
        if names == [one.name for one in binder.columns(query)]:
            return query
        return f'SELECT * FROM ({query}) AS "~view"({", ".join(map(quote_identifier, names))})'

    def _with_references(
        self, committed: Database, relations: Mapping[Place, Relation], places: Collection[Place]
    ) -> Iterator[tuple[Place, Relation]]:
        """
        The relations; their foreign keys call what is renamed as it is called now.

        Args:
            places: Of those whose keys do already.

        """
        names = {
            self._names.oid(committed, place): names
            for place, names in self._cursors.declaring.column_names.items()
            if place in relations
        }
        for place, relation in relations.items():
            keys = tuple(
                replace(key, referenced=renamed(key.referenced, names[key.references]))
                if key.references in names and place not in places
                else key
                for key in relation.keys
            )
            yield place, replace(relation, keys=keys) if keys != relation.keys else relation
