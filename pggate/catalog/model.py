"""
What exists, as frozen values: databases, their schemas, topics and views, with OIDs that survive everything.

An object of a lake has OID 16384 + its DuckLake id: DuckLake counts schemas, tables and views with one
counter per lake, and an id outlives renames and restarts; the schema public alone has PostgreSQL's own OID.
So an OID is unique within a database, as in PostgreSQL.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pggate.errors import InvalidCatalogName, UndefinedTable, WrongObjectType
from pggate.lake.declared import EMPTY as EMPTY_DECLARED
from pggate.translate.definitions.key_terms import USUAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from pggate.errors import PgError
    from pggate.lake.declared import Declared, KeyKind
    from pggate.lake.live_views import LiveView
    from pggate.lake.topics import Topic
    from pggate.translate.definitions.key_terms import KeyTerms

FIRST_OID: Final = 16384
"""PostgreSQL's FirstNormalObjectId: what lies below is its own."""

Place: TypeAlias = tuple[str, str, str]
"""Database, schema and name."""

Kind = Literal["r", "v", "m", "S"]
"""pg_class.relkind: topic, view, live view, sequence."""

KIND_NAMES: Final = {"r": "table", "v": "view", "m": "materialized view", "S": "sequence"}


@dataclass(frozen=True, slots=True)
class Column:
    """
    `attnum` counts from 1 without holes.  `type_oid` and `typmod` are what was declared, or PostgreSQL's for
    `duckdb_type`.  `read_as` is the DuckDB type that queries see where it is not the stored one: an enum's.
    `sequence` is the OID of the one that numbers the rows, `owns` are those of sequences that go with it.
    """

    attnum: int
    name: str
    duckdb_type: str
    type_oid: int
    typmod: int
    not_null: bool = False
    default: str | None = None
    comment: str | None = None
    read_as: str | None = None
    identity: str = ""
    sequence: int | None = None
    owns: tuple[int, ...] = ()

    @property
    def in_queries(self) -> str:
        """Its DuckDB type as queries see it."""
        return self.read_as or self.duckdb_type


@dataclass(frozen=True, slots=True)
class Key:
    """
    A key that a topic declares.  The lake does not hold rows to it.

    `columns` are names in the order of the declaration; of a foreign key `references` is the OID of the
    topic that it points to and `referenced` are that one's columns.
    """

    oid: int
    name: str
    kind: KeyKind
    columns: tuple[str, ...]
    references: int | None = None
    referenced: tuple[str, ...] = ()
    shown: str = ""
    """Of a CHECK its condition, as it is shown."""
    options: tuple[int, ...] = ()
    """Of an index: pg_index.indoption of the columns that it orders; the others it includes."""
    comment: str | None = None
    terms: KeyTerms = USUAL
    """How rows are to be held to it, and when."""


@dataclass(frozen=True, slots=True)
class Relation:
    """
    A topic, a view, a live view or a sequence.

    A topic has `topic`, a view has `definition`, its query as the lake keeps it, a live view `live`.  A view
    that does not bind any more has no columns, and `problem` says why.

    Of a topic: `version` is the lake's schema version that gave it its columns, `valid_from` says since when
    it has them, `storage_uri` where its segments lie.
    """

    oid: int
    database: str
    schema: str
    name: str
    kind: Kind
    columns: tuple[Column, ...]
    comment: str | None = None
    created_at: datetime | None = None
    topic: Topic | None = None
    definition: str | None = None
    problem: PgError | None = None
    version: int | None = None
    valid_from: datetime | None = None
    storage_uri: str | None = None
    keys: tuple[Key, ...] = ()
    live: LiveView | None = None
    declared_types: tuple[tuple[str, tuple[int, int]], ...] = ()
    """Of the columns whose DuckDB type does not tell them: name, (OID, typmod)."""


@dataclass(frozen=True, slots=True)
class Schema:
    oid: int
    name: str


@dataclass(frozen=True, slots=True)
class Database:
    """
    One lake as of one of its schema versions.
    """

    oid: int
    name: str
    schema_version: int
    snapshot: int
    schemas: Mapping[str, Schema]
    relations: Mapping[tuple[str, str], Relation]
    """By (schema, name)."""

    declared: Declared = EMPTY_DECLARED
    shown_as: str | None = None
    """Under which name the mirror's tables have it, where that is not its own: as a transaction sees it."""
    by_oid: Mapping[int, Relation] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_oid = {relation.oid: relation for relation in self.relations.values()}
        object.__setattr__(self, "by_oid", MappingProxyType(by_oid))

    @property
    def key(self) -> str:
        """Of its rows in the mirror's tables."""
        return self.shown_as or self.name


@dataclass(frozen=True, slots=True)
class Catalog:
    """
    All that exists at one moment.  `version` moves with every change, also with those of roles and tokens.
    """

    version: int
    databases: Mapping[str, Database]
    names: frozenset[str] = field(init=False, repr=False)
    """Of databases, and of all schemas, relations and types that somebody has defined, in lower case."""
    live: Mapping[Place, frozenset[Relation]] = field(init=False, repr=False)
    """Which live views a relation reads that is one, or a view over some."""

    def __post_init__(self) -> None:
        relations = (one for database in self.databases.values() for one in database.relations.values())
        object.__setattr__(self, "live", MappingProxyType(_live(relations)))
        names = {name for database in self.databases.values() for name in _names(database)}
        object.__setattr__(self, "names", frozenset(map(str.lower, names)))

    def database(self, name: str) -> Database:
        """Raises InvalidCatalogName 3D000."""
        found = self.databases.get(name)
        if found is None:
            raise InvalidCatalogName(f'database "{name}" does not exist')
        return found

    def relations(self, database: str) -> tuple[Relation, ...]:
        return tuple(self.database(database).relations.values())

    def find(self, database: str, schema: str, name: str) -> Relation | None:
        """
        The relation of that name; `main` is another spelling of `public`.
        """
        found = self.databases.get(database)
        return found.relations.get((canonical(schema), name)) if found else None

    def broken_views(self, database: str) -> tuple[Relation, ...]:
        """Those that do not bind any more."""
        return tuple(relation for relation in self.relations(database) if relation.problem is not None)

    def find_oid(self, database: str, oid: int) -> Relation | None:
        found = self.databases.get(database)
        return found.by_oid.get(oid) if found else None

    def relation(self, database: str, schema: str, name: str) -> Relation:
        """Raises UndefinedTable 42P01."""
        found = self.find(database, schema, name)
        if found is None:
            raise UndefinedTable(f'relation "{schema}.{name}" does not exist')
        return found

    def topic(self, database: str, schema: str, name: str) -> Topic:
        """Raises UndefinedTable 42P01, WrongObjectType 42809 for a view."""
        found = self.relation(database, schema, name)
        if found.topic is None:
            raise WrongObjectType(f'"{name}" is not a table', detail=f"It is a {KIND_NAMES[found.kind]}.")
        return found.topic

    def view(self, database: str, schema: str, name: str) -> Relation:
        """Raises UndefinedTable 42P01, WrongObjectType 42809 for a topic."""
        found = self.relation(database, schema, name)
        if found.definition is None:
            raise WrongObjectType(f'"{name}" is not a view')
        return found


def _names(database: Database) -> Iterator[str]:
    declared = database.declared
    yield database.name
    yield from database.schemas
    for _, name in database.relations:
        yield name
    yield from (enum.name for enum in declared.enums.values())
    yield from (composite.name for composite in declared.composites.values())


def _live(relations: Iterable[Relation]) -> dict[Place, frozenset[Relation]]:
    """
    Live views, and views whose queries mention one of those names: where it is that of something else, a
    statement waits in vain for what is there.
    """
    known = tuple(relations)
    found = {place(one): frozenset((one,)) for one in known if one.live is not None}
    views = [(one, one.definition.lower()) for one in known if found and one.definition is not None]
    mentions: dict[tuple[str | None, str], set[Relation]] = {
        (None, f"view_{live.oid}"): {live} for of in found.values() for live in of
    }
    while mentions:
        new: dict[tuple[str | None, str], set[Relation]] = {}
        for view, definition in views:
            read = {
                live
                for (database, name), of in mentions.items()
                if name in definition
                and (database in {None, view.database} or f"lake:{database}".lower() in definition)
                for live in of
            }
            if not read <= found.get(place(view), frozenset()):
                found[place(view)] = found.get(place(view), frozenset()) | read
                new.setdefault((view.database, view.name.lower()), set()).update(read)
        mentions = new
    return found


def place(relation: Relation) -> Place:
    return relation.database, relation.schema, relation.name


EMPTY: Final = Catalog(0, MappingProxyType({}))


def canonical(schema: str) -> str:
    """
    The name that a schema has in the lake.
    """
    return "public" if schema == "main" else schema
