"""
Rows of the mirror's tables of relations, columns and descriptions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog.column_defaults import shown_default
from pggate.catalog.view_definitions import shown_definition
from pggate.functions.identifiers import quote_ident

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pggate.catalog.model import Column, Database, Key, Relation
    from pggate.catalog.type_rows import Types
    from pggate.lake.declared_composites import CompositeType

    Row = tuple[object, ...]

OWNER: Final = 10
"""PostgreSQL's BOOTSTRAP_SUPERUSERID: the first superuser, who owns everything there is."""

PG_CLASS: Final = 1259
"""Its OID: what classoid of a relation's description is."""

INDEXED: Final = frozenset({"p", "u", "index", "unique index"})
"""Kinds of keys that have an index, or are one."""

_BRACKETS: Final = re.compile(r"(?:\[\d*\])+$")


class Told(NamedTuple):
    """
    What a column is of itself; its default as it is shown.
    """

    attnum: int
    name: str
    type: int
    typmod: int = -1
    duckdb_type: str = ""
    not_null: bool = False
    default: str | None = None
    comment: str | None = None
    identity: str = ""
    sequence: int | None = None


NOT_NULL: Final = Told._fields.index("not_null")
UNKNOWN: Final = (None,) * 6
"""What is told of a type that there is not."""

SYSTEM_COLUMNS: Final = tuple(
    Told(-number, name, of_type, not_null=True)
    for number, (name, of_type) in enumerate(
        (("ctid", 27), ("xmin", 28), ("cmin", 29), ("xmax", 28), ("cmax", 29), ("tableoid", 26)), 1
    )
)
"""Of what has rows (PostgreSQL 15, 5.5); sql/system_relations.sql has them, too."""


class Place(NamedTuple):
    """
    What a relation of any kind has.
    """

    key: str
    oid: int
    schema_oid: int
    schema: str
    name: str
    kind: str
    attributes: int


class Marks(NamedTuple):
    """
    What pg_class says of the keys of a relation.
    """

    has_index: bool = False
    has_triggers: bool = False
    checks: int = 0


def relation_row(
    database: Database,
    relation: Relation,
    schemas: Collection[str],
    *,
    is_pointed_to: bool,
    rows: int | None = None,
) -> Row:
    """
    A topic, view or sequence.

    Args:
        schemas: Those that have a relation of its name.
        is_pointed_to: Does a foreign key point to it?
        rows: How many it has, if it was measured.

    """
    keys = relation.keys
    marks = Marks(
        any(key.kind in INDEXED for key in keys),
        is_pointed_to or any(key.references is not None for key in keys),
        sum(key.kind == "c" for key in keys),
    )
    schema = database.schemas[relation.schema].oid
    columns = len(relation.columns)
    place = Place(database.key, relation.oid, schema, relation.schema, relation.name, relation.kind, columns)
    said = relation.comment, shown_definition(relation)
    options = relation.topic.options.shown if relation.topic is not None else []
    told = relation.storage_uri, relation.created_at, relation.version, relation.valid_from, options or None
    return row_of(place, schemas, said, marks, told, rows)


def index_row(database: Database, relation: Relation, key: Key, schemas: Collection[str]) -> Row:
    """
    What the index of a key is as a relation.
    """
    schema = database.schemas[relation.schema].oid
    return row_of(
        Place(database.key, key.oid, schema, relation.schema, key.name, "i", len(key.columns)), schemas
    )


def composite_row(database: Database, one: CompositeType, schemas: Collection[str]) -> Row:
    """
    What a composite type is as a relation.
    """
    schema = database.schemas[one.schema].oid
    return row_of(
        Place(database.key, one.oid, schema, one.schema, one.name, "c", len(one.attributes)), schemas
    )


def row_of(
    place: Place,
    schemas: Collection[str],
    said: tuple[str | None, str | None] = (None, None),
    marks: Marks = Marks(),  # noqa: B008  a value
    told: Sequence[object] = (None,) * 5,
    rows: int | None = None,
) -> Row:
    """
    Args:
        said: Its comment, and a view's query.
        told: Where the segments of a topic lie, when it was made, which version it has since when, and its
            options.
        rows: How many it has, if it was measured.

    """
    names = place.schema, quote_ident(place.schema), quote_ident(place.name)
    unmeasured = 0 if place.kind in {"i", "v"} else -1
    return (
        *(place.key, place.oid, place.schema_oid, place.name, place.kind, place.attributes, OWNER, *said),
        *(*names, list(schemas), *marks, unmeasured if rows is None else rows, *told),
    )


def column_rows(database: Database, relation: Relation, types: Types) -> Iterator[Row]:
    """
    The columns of a topic, view or sequence.
    """
    for column in relation.columns:
        yield column_row(database.key, relation.oid, _told(column), types)
    if relation.kind != "v":
        for told in SYSTEM_COLUMNS:
            yield column_row(database.key, relation.oid, told, types)


def index_columns(key: str, relation: Relation, types: Types) -> Iterator[Row]:
    """
    Those of the indexes of a topic as relations.
    """
    columns = {column.name: column for column in relation.columns} if relation.keys else {}
    for one in relation.keys:
        for attnum, name in enumerate(one.columns if one.kind in INDEXED else (), 1):
            told = Told(attnum, name, columns[name].type_oid, columns[name].typmod)
            yield column_row(key, one.oid, told, types)


def field_columns(key: str, one: CompositeType, types: Types) -> Iterator[Row]:
    """
    Those of a composite type as a relation.
    """
    for attnum, field in enumerate(one.attributes, 1):
        yield column_row(key, one.oid, Told(attnum, field.name, field.type, field.typmod), types)


def _told(column: Column) -> Told:
    return Told(
        column.attnum,
        column.name,
        column.type_oid,
        column.typmod,
        column.duckdb_type,
        column.not_null,
        shown_default(column.default, column.type_oid),
        column.comment,
        column.identity,
        column.sequence,
    )


def column_row(key: str, relation: int, told: Told, types: Types) -> Row:
    """
    A column of any relation.
    """
    said = told.duckdb_type, told.type, told.typmod, *told[NOT_NULL:]
    facts = types.facts(told.type)
    if facts is None:
        return (key, relation, told.attnum, told.name, *said, *UNKNOWN, 0)
    dimensions = max(1, _dimensions(told.duckdb_type)) if facts.category == "A" else 0
    return (
        *(key, relation, told.attnum, told.name, *said),
        *(facts.typlen, facts.byval, facts.category, facts.align, facts.storage, facts.collation, dimensions),
    )


def _dimensions(duckdb_type: str) -> int:
    found = _BRACKETS.search(duckdb_type)
    return found[0].count("[") if found is not None else 0


def description_rows(key: str, relation: Relation) -> Iterator[Row]:
    """
    What comments say of a relation and its columns.
    """
    if relation.comment is not None:
        yield (key, relation.oid, PG_CLASS, 0, relation.comment)
    for column in relation.columns:
        if column.comment is not None:
            yield (key, relation.oid, PG_CLASS, column.attnum, column.comment)
