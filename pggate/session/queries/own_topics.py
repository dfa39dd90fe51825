"""
Topics that an open transaction has made or changed, as the catalog shows topics: their columns come from the
engine, which alone knows what the lake has been told, and what they declare from the session.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from pggate.catalog.declared import declared_columns, declared_types
from pggate.catalog.model import FIRST_OID, Key, Relation
from pggate.engine.definitions import Relation as Named
from pggate.engine.names import quote_literal
from pggate.errors import InvalidSchemaName, UndefinedTable
from pggate.lake.catalogs import alias
from pggate.lake.declared import DeclaredTopic
from pggate.lake.topic_rows import with_declared
from pggate.lake.topics import Topic, TopicColumn
from pggate.session.columns.column_notes import ColumnNotes
from pggate.session.queries.declared_objects import table_of
from pggate.session.queries.known_keys import KnownKeys
from pggate.session.queries.known_options import known_options

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pggate.catalog.model import Database
    from pggate.lake.declared import Declared
    from pggate.lake.declaring import Place
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.queries.own_names import OwnNames

T = TypeVar("T")

COLUMNS: Final = """
    select schema_name, table_name, column_name, data_type, is_nullable, column_default, comment
    from duckdb_columns()
    where database_name = {catalog} and (schema_name, table_name) in ({places})
    order by table_oid, column_index"""

COLUMNS_OF: Final = "DESCRIBE {table}"
"""
All of that but comments, of one table: it takes 0.5 ms, and COLUMNS 33 at 1,000 topics, whatever it is asked.
"""

FEW: Final = 16
"""Tables that are asked for one by one."""

NO_DEFAULT: Final = "NULL"
"""How duckdb 1.5.5 tells of a column without one."""


class Described(NamedTuple):
    """
    A column, as the engine's transaction has it.
    """

    name: str
    duckdb_type: str
    nullable: bool
    default: str | None
    comment: str | None


class OwnTopics:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, names: OwnNames) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._names = names
        self._notes = ColumnNotes(gateway, cursors)
        self._keys = KnownKeys(gateway, cursors)

    def declared(self, committed: Database) -> Declared:
        """The types and sequences that there are; what is declared of topics is told by name."""
        known, own = committed.declared, self._cursors.declaring
        return replace(
            known,
            enums=_changed(known.enums, own.enums),
            composites=_changed(known.composites, own.composites),
            sequences=_changed(known.sequences, own.sequences),
            live_views=_changed(known.live_views, own.live_views),
        )

    def described(self, committed: Database, places: Collection[Place]) -> dict[Place, list[Described]]:
        """The columns of those of the topics that are there."""
        if len(places) <= FEW and not self._has_comments(committed, places):
            each = ((place, self._columns(Named(alias(committed.name), *place))) for place in places)
            return {place: columns for place, columns in each if columns is not None}
        found: dict[Place, list[Described]] = {}
        names = ", ".join(f"({quote_literal(schema)}, {quote_literal(name)})" for schema, name in places)
        sql = COLUMNS.format(catalog=quote_literal(alias(committed.name)), places=names)
        for schema, table, *column in self._cursors.lake.rows(sql):
            found.setdefault((schema, table), []).append(Described(*column))
        return found

    def _has_comments(self, committed: Database, places: Collection[Place]) -> bool:
        """Does a comment say anything of their columns?"""
        known = (self._names.known(committed, place) for place in places)
        return self._cursors.declaring.comments_on_columns or any(
            column.comment is not None for one in known if one is not None for column in one.columns
        )

    def _columns(self, topic: Named) -> list[Described] | None:
        """None of a topic that is not there."""
        try:
            rows = self._cursors.lake.rows(COLUMNS_OF.format(table=table_of(topic)))
        except (InvalidSchemaName, UndefinedTable):
            return None
        return [
            Described(name, duckdb_type, nullable == "YES", default, None)
            for name, duckdb_type, nullable, _, default, _ in rows
        ]

    def relation(
        self, committed: Database, declared: Declared, place: Place, columns: Sequence[Described]
    ) -> Relation:
        """
        Args:
            declared: The types and sequences that there are.

        """
        named = Named(alias(committed.name), *place)
        oid, known = self._names.oid(committed, place), self._names.known(committed, place)
        topic = self._topic(committed, declared, named, oid, columns)
        comments = {number: one.comment for number, one in enumerate(columns, 1) if one.comment is not None}
        return Relation(
            oid=oid,
            database=committed.name,
            schema=named.schema,
            name=named.name,
            kind="r",
            columns=declared_columns(topic, comments),
            comment=self._names.comment(committed, place),
            created_at=known.created_at if known is not None else None,
            topic=topic,
            keys=tuple(self._shown_keys(committed, named)),
            declared_types=declared_types(topic),
        )

    def _topic(
        self, committed: Database, declared: Declared, named: Named, oid: int, columns: Sequence[Described]
    ) -> Topic:
        """With its columns' numbers for their ids."""
        parts = tuple(
            TopicColumn(
                one.name,
                number,
                one.duckdb_type,
                one.nullable,
                None if one.default == NO_DEFAULT else one.default,
            )
            for number, one in enumerate(columns, 1)
        )
        table_id = oid - FIRST_OID
        topic = Topic(
            committed.name,
            named.schema,
            named.name,
            table_id,
            parts,
            path="",
            schema_version=committed.schema_version,
            lake_oid=committed.oid,
        )
        said = self._notes.of(named)
        facts = DeclaredTopic(
            MappingProxyType({one.column_id: said[one.name] for one in parts if one.name in said}),
            options=known_options(self._gateway, self._cursors, named),
        )
        return with_declared(topic, replace(declared, topics=MappingProxyType({table_id: facts})))

    def _shown_keys(self, committed: Database, named: Named) -> Iterator[Key]:
        for name in self._keys.keys(named):
            key = self._keys.named(named, name)
            shown = Key(key.oid, key.name, key.kind, key.columns, comment=key.comment, terms=key.terms)
            if key.references is not None:
                other = self._names.oid(committed, key.references)
                yield replace(shown, references=other, referenced=key.referenced)
            else:
                yield replace(shown, shown=key.shown, options=key.options)


def _changed(known: Mapping[int, T], own: Mapping[int, T | None]) -> Mapping[int, T]:
    return MappingProxyType({oid: one for oid, one in {**known, **own}.items() if one is not None})
