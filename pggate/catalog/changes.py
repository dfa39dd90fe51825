"""
What is other in the mirror's tables when a database is another one than before: of each table the OIDs whose
rows go, and the rows that come.

The work follows what has changed, but for looks at every relation, which cost less than a microsecond each.
What a row says of other objects (the schemas that have a relation of the same name, the key that a foreign
key relies on) makes it change with them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog.declared_rows import enum_row, owned, sequence_row
from pggate.catalog.given import OID, SAME_NAME, SCHEMA
from pggate.catalog.key_rows import key_descriptions, key_rows
from pggate.catalog.model import Relation
from pggate.catalog.moved import moved, moved_relations, moved_schemas
from pggate.catalog.relation_rows import (
    INDEXED,
    OWNER,
    column_rows,
    composite_row,
    description_rows,
    field_columns,
    index_columns,
    index_row,
    relation_row,
)
from pggate.catalog.type_rows import Types, composite_types, enum_types, row_types
from pggate.lake.declared_composites import CompositeType
from pggate.types.composites import row_type_oid

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pggate.catalog.given import Given
    from pggate.catalog.model import Database, Key

    Row = tuple[object, ...]


NOTHING: Final[Mapping[int, int]] = MappingProxyType({})


@dataclass(slots=True)
class Change:
    """
    Of one table.
    """

    gone: set[int] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)


class _Named(NamedTuple):
    """
    A relation of any kind; an index is of a topic and its key.
    """

    oid: int
    schema: str
    name: str
    of: Relation | CompositeType | tuple[Relation, Key]


def changes(
    given: Given, database: Database, known: Database, counted: Mapping[int, int] = NOTHING
) -> dict[str, Change]:
    """
    By the tables' names; those that stay as they are are left out.

    Args:
        counted: How many rows topics have, as far as that is known.

    """
    return _Changes(given, database, known, counted).found()


class _Changes:
    """
    Of one database, from `known` on.
    """

    def __init__(self, given: Given, database: Database, known: Database, counted: Mapping[int, int]) -> None:
        self._given = given
        self._counted = counted
        self._database = database
        self._known = known
        self._both = database, known
        self._types = Types(given, database)
        self._found: dict[str, Change] = defaultdict(Change)
        now, before, schemas = database.declared, known.declared, moved_schemas(database, known)
        self._schemas = schemas
        self._relations = moved_relations(database, known)
        self._enums = moved(now.enums, before.enums, schemas)
        self._composites = moved(now.composites, before.composites, schemas)
        self._sequences = moved(now.sequences, before.sequences, schemas) | {
            oid for one in self._all(self._relations) for oid, _ in owned(one)
        }  # a sequence is shown with the column that owns it
        self._relations |= {oid for oid in self._sequences if self._all([oid])}

    def found(self) -> dict[str, Change]:
        keyed = self._relations | self._pointing()
        keys = {key.oid for one in self._all(keyed) for key in one.keys}
        if self._schemas:
            self._of_schemas()
        self._of_names(self._relations | self._pointed() | keys | self._composites)
        for oid in self._relations:
            self._of_relation(oid)
        for oid in keyed if keys else ():
            self._of_keys(oid)
        self._of_enums()
        self._of_composites()
        self._of_sequences()
        return {table: change for table, change in self._found.items() if change.gone or change.rows}

    def _all(self, oids: Iterable[int]) -> list[Relation]:
        """Those relations, as they are and as they were."""
        return [database.by_oid[oid] for oid in oids for database in self._both if oid in database.by_oid]

    def _pointing(self) -> set[int]:
        """The relations whose foreign keys point to those that have moved."""
        return {
            one.oid
            for database in self._both
            for one in database.relations.values()
            if one.keys and any(key.references in self._relations for key in one.keys)
        }

    def _pointed(self) -> set[int]:
        """What foreign keys of relations that have moved point to."""
        keys = (key for one in self._all(self._relations) for key in one.keys)
        return {key.references for key in keys if key.references is not None}

    def _of_schemas(self) -> None:
        """Those alone that have moved: public has an OID that PostgreSQL's own description of it has, too."""
        change, key, (now, before) = self._found["schemas"], self._database.key, self._both
        change.gone |= {one.oid for one in before.schemas.values() if one.name in self._schemas}
        change.rows += [
            (key, one.oid, one.name, OWNER, None) for one in now.schemas.values() if one.name in self._schemas
        ]

    def _of_names(self, oids: Collection[int]) -> None:
        """Relations of any kind, and what else has a name of theirs."""
        now, before = (list(_named(database)) for database in self._both)
        names = {one.name for each in (now, before) for one in each if one.oid in oids}
        if not names:
            return
        given = {name: self._given.relations.get(name, ()) for name in names}
        schemas = {name: [str(row[SCHEMA]) for row in rows] for name, rows in given.items()}
        for one in now:
            if one.name in names:
                schemas[one.name].append(one.schema)
        change = self._found["relations"]
        change.gone |= {one.oid for one in before if one.name in names}
        change.gone |= {int(str(row[OID])) for rows in given.values() for row in rows}
        pointed = {key.references for one in self._database.relations.values() for key in one.keys}
        change.rows += [self._row(one, schemas[one.name], pointed) for one in now if one.name in names]
        change.rows += [
            (self._database.key, *row[:SAME_NAME], schemas[name], *row[SAME_NAME + 1 :])
            for name, rows in given.items()
            for row in rows
        ]

    def _row(self, one: _Named, schemas: Collection[str], pointed: Collection[int | None]) -> Row:
        match one.of:
            case Relation():
                rows = self._counted.get(one.oid)
                return relation_row(
                    self._database, one.of, schemas, is_pointed_to=one.oid in pointed, rows=rows
                )
            case CompositeType():
                return composite_row(self._database, one.of, schemas)
            case relation, key:
                return index_row(self._database, relation, key, schemas)

    def _of_relation(self, oid: int) -> None:
        """What a topic, view or sequence has of its own."""
        found, relation = self._found, self._database.by_oid.get(oid)
        if (before := self._known.by_oid.get(oid)) is not None:
            found["columns"].gone.add(oid)
            found["descriptions"].gone.add(oid)
            if before.kind != "S":  # which has no row type
                found["types"].gone |= {row_type_oid(oid), row_type_oid(oid) + 1}
        if relation is not None:
            found["columns"].rows += column_rows(self._database, relation, self._types)
            found["descriptions"].rows += description_rows(self._database.key, relation)
            found["types"].rows += row_types(self._database, relation)

    def _of_keys(self, oid: int) -> None:
        """The keys of a topic, and their indexes."""
        database, found = self._database, self._found
        if (before := self._known.by_oid.get(oid)) is not None:
            for table in ("keys", "columns", "descriptions"):
                found[table].gone |= {key.oid for key in before.keys}
        if (relation := database.by_oid.get(oid)) is not None:
            found["keys"].rows += key_rows(self._given, database, relation, self._types)
            found["columns"].rows += index_columns(database.key, relation, self._types)
            found["descriptions"].rows += key_descriptions(database.key, relation)

    def _of_enums(self) -> None:
        now, before, found = self._database.declared.enums, self._known.declared.enums, self._found
        for oid in self._enums:
            if oid in before:
                found["enums"].gone.add(oid)
                found["types"].gone |= {oid, before[oid].array_oid}
            if oid in now:
                found["enums"].rows += enum_row(self._database, now[oid])
                found["types"].rows += enum_types(self._database, now[oid])

    def _of_composites(self) -> None:
        now, before, found = self._database.declared.composites, self._known.declared.composites, self._found
        for oid in self._composites:
            if oid in before:
                found["columns"].gone.add(oid)
                found["types"].gone |= {oid, before[oid].array_oid}
            if oid in now and now[oid].schema in self._database.schemas:
                found["columns"].rows += field_columns(self._database.key, now[oid], self._types)
                found["types"].rows += composite_types(self._database, now[oid])

    def _of_sequences(self) -> None:
        """With the columns that own them."""
        now, before = self._database.declared.sequences, self._known.declared.sequences
        if not self._sequences:
            return
        relations = self._database.relations.values()
        owners = {oid: owner for one in relations for oid, owner in owned(one)}
        change = self._found["sequences"]
        change.gone |= self._sequences & before.keys()
        for oid in self._sequences & now.keys():
            change.rows += sequence_row(self._database, now[oid], owners)


def _named(database: Database) -> Iterator[_Named]:
    """
    Topics, views, sequences, indexes, composite types.
    """
    for one in database.relations.values():
        yield _Named(one.oid, one.schema, one.name, one)
        for key in one.keys:
            if key.kind in INDEXED:
                yield _Named(key.oid, one.schema, key.name, (one, key))
    for composite in database.declared.composites.values():
        if composite.schema in database.schemas:
            yield _Named(composite.oid, composite.schema, composite.name, composite)
