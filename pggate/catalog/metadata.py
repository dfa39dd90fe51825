"""
Reads what a lake holds from DuckLake's own metadata tables (DuckLake 1.0).

After the first time only what a snapshot since the last reading touched is read again: 30,000 columns as
Python objects cost ten times what the query costs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog.declared import (
    declared_columns,
    declared_types,
    live_view_relations,
    redeclared,
    sequence_relations,
    with_keys,
)
from pggate.catalog.model import FIRST_OID, Column, Database, Relation, Schema
from pggate.engine.names import quote_literal
from pggate.types import duck

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import datetime

    from pggate.engine.cursor import Cursor
    from pggate.lake.declared import Declared
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

VIEW_ALIAS: Final = '"~view"'
HIDDEN_SCHEMA: Final = "main"  # DuckLake's own, empty: `main` is read as `public`
PUBLIC: Final = "public"
PUBLIC_OID: Final = 2200
"""PostgreSQL's own, in every database."""

# {at} is the metadata schema; all of them are read in one transaction.
VERSIONS: Final = """
    select max(schema_version), max(snapshot_id), count(*) filter (where snapshot_id = {known})
    from {at}.ducklake_snapshot"""
SCHEMAS: Final = """
    select schema_id, schema_name from {at}.ducklake_schema
    where end_snapshot is null and schema_name <> 'main'"""
TABLES: Final = """
    select t.table_id, min(s.snapshot_time), max(v.schema_version), max(since.snapshot_time)
    from {at}.ducklake_table t
    left join {at}.ducklake_snapshot s on s.snapshot_id = t.begin_snapshot
    left join {at}.ducklake_schema_versions v on v.table_id = t.table_id
    left join {at}.ducklake_snapshot since on since.snapshot_id = v.begin_snapshot
    where {of}
    group by t.table_id having count(*) > count(t.end_snapshot)"""
TOUCHED: Final = """
    select table_id from {at}.ducklake_table where begin_snapshot > {since} or end_snapshot > {since}
    union
    select table_id from {at}.ducklake_column where begin_snapshot > {since} or end_snapshot > {since}
    union
    select object_id from {at}.ducklake_tag where begin_snapshot > {since} or end_snapshot > {since}
    union
    select table_id from {at}.ducklake_column_tag where begin_snapshot > {since} or end_snapshot > {since}
    union
    select view_id from {at}.ducklake_view where begin_snapshot > {since} or end_snapshot > {since}"""
VIEWS: Final = """
    select v.view_id, s.schema_name, v.view_name, v.sql, v.column_aliases, t.snapshot_time
    from {at}.ducklake_view v
    join {at}.ducklake_schema s on s.schema_id = v.schema_id and s.end_snapshot is null
    left join {at}.ducklake_snapshot t on t.snapshot_id = v.begin_snapshot
    where v.end_snapshot is null and {of}"""
COMMENTS: Final = """
    select object_id, value from {at}.ducklake_tag where end_snapshot is null and key = 'comment' and {of}"""
COLUMN_COMMENTS: Final = """
    select table_id, column_id, value from {at}.ducklake_column_tag
    where end_snapshot is null and key = 'comment' and {of}"""


class Age(NamedTuple):
    """
    Of a topic: when it was made, if that snapshot has not expired, and which schema version gave it its
    columns when.
    """

    created_at: datetime | None
    version: int | None
    valid_from: datetime | None


@dataclass(frozen=True, slots=True)
class Comments:
    """
    By DuckLake id, and by table id and column id.
    """

    objects: Mapping[int, str]
    columns: Mapping[int, Mapping[int, str]]


def read_versions(cursor: Cursor, lakes: Iterable[Lake]) -> dict[str, int]:
    """
    The schema version of each lake, in one statement.  It moves with every change of what exists.
    """
    selects = [
        f"select {quote_literal(lake.name)}, max(schema_version) from {lake.metadata}.ducklake_snapshot"
        for lake in lakes
    ]
    return (
        {name: int(version) for name, version in cursor.rows(" union all ".join(selects))} if selects else {}
    )


def read_database(cursor: Cursor, lake: Lake, oid: int, known: Database | None) -> Database:
    """
    What the lake holds now, in a transaction of the cursor.  Views that are new come without columns: binding
    tells them.

    Args:
        oid: The database's own.
        known: What an earlier reading found; its unchanged topics and views are taken over.

    """
    at = lake.metadata
    asked = VERSIONS.format(at=at, known=known.snapshot if known is not None else -1)
    ((schema_version, snapshot, has_known),) = cursor.rows(asked)
    if not has_known:
        known = None  # what tells of relations that went after an expired snapshot may have gone, too
    declared = lake.declarations.catch_up(cursor)
    touched = _touched(cursor, at, known, declared)
    kept = (
        _untouched(known, touched, int(schema_version)) if known is not None and touched is not None else []
    )
    read = [] if touched == set() else _read(cursor, lake, touched)
    relations = [
        *with_keys([*kept, *read], declared),
        *sequence_relations(lake.name, declared),
        *live_view_relations(lake.name, declared),
    ]
    schemas = [
        Schema(PUBLIC_OID if name == PUBLIC else FIRST_OID + schema_id, name)
        for schema_id, name in cursor.rows(SCHEMAS.format(at=at))
    ]
    return Database(
        oid=oid,
        name=lake.name,
        schema_version=int(schema_version),
        snapshot=int(snapshot),
        schemas=MappingProxyType({schema.name: schema for schema in schemas}),
        relations=MappingProxyType({(r.schema, r.name): r for r in relations if r.schema != HIDDEN_SCHEMA}),
        declared=declared,
    )


def _touched(cursor: Cursor, at: str, known: Database | None, declared: Declared) -> set[int] | None:
    """
    The topics and views that a snapshot since the last reading touched, by DuckLake's ids; None: all that
    there are.
    """
    if known is None:
        return None
    rows = cursor.rows(TOUCHED.format(at=at, since=known.snapshot))
    return {object_id for (object_id,) in rows} | redeclared(known.declared, declared)


def _untouched(known: Database, touched: Collection[int], schema_version: int) -> list[Relation]:
    """
    The others, as of this schema version.
    """
    topics = [
        replace(relation, topic=replace(relation.topic, schema_version=schema_version))
        for relation in known.relations.values()
        if relation.topic is not None and relation.topic.table_id not in touched
    ]
    views = [
        relation
        for relation in known.relations.values()
        if relation.kind == "v" and relation.oid - FIRST_OID not in touched
    ]
    return topics + views


def _read(cursor: Cursor, lake: Lake, touched: Collection[int] | None) -> Iterator[Relation]:
    """
    Those of the topics and views that are there.
    """
    at = lake.metadata
    of_columns: dict[int, dict[int, str]] = defaultdict(dict)
    for table_id, column_id, text in cursor.rows(COLUMN_COMMENTS.format(at=at, of=_of("table_id", touched))):
        of_columns[table_id][column_id] = text
    of_objects = cursor.rows(COMMENTS.format(at=at, of=_of("object_id", touched)))
    comments = Comments(dict(of_objects), of_columns)
    rows = cursor.rows(TABLES.format(at=at, of=_of("t.table_id", touched)))
    ages = {table_id: Age(*age) for table_id, *age in rows}
    for topic in lake.topics(cursor, ages.keys()) if ages else ():
        yield _topic_relation(lake, topic, ages[topic.table_id], comments)
    yield from _views(cursor, lake, comments, _of("v.view_id", touched))


def _of(column: str, touched: Collection[int] | None) -> str:
    return "true" if touched is None else f"{column} in ({', '.join(map(str, sorted(touched)))})"


def _topic_relation(lake: Lake, topic: Topic, age: Age, comments: Comments) -> Relation:
    return Relation(
        oid=FIRST_OID + lake.declarations.declared.origin(topic.table_id),
        database=topic.lake,
        schema=topic.schema,
        name=topic.name,
        kind="r",
        columns=declared_columns(topic, comments.columns.get(topic.table_id, {})),
        comment=comments.objects.get(topic.table_id),
        created_at=age.created_at,
        topic=topic,
        version=age.version,
        valid_from=age.valid_from,
        storage_uri=storage_uri(lake.storage.root, topic.path),
        declared_types=declared_types(topic),
    )


def storage_uri(root: str, path: str) -> str:
    """
    Where the segments of a topic lie: s3://BUCKET/…/, or file:///…/.
    """
    place = root + path
    return place if "://" in place else f"{Path(place).as_uri()}/"


def _views(cursor: Cursor, lake: Lake, comments: Comments, of: str) -> Iterator[Relation]:
    for view_id, schema, name, sql, aliases, created_at in cursor.rows(VIEWS.format(at=lake.metadata, of=of)):
        yield Relation(
            oid=FIRST_OID + view_id,
            database=lake.name,
            schema=schema,
            name=name,
            kind="v",
            columns=(),
            comment=comments.objects.get(view_id),
            created_at=created_at,
            # duckdb 1.5.5: the aliases of CREATE VIEW v(a, b) are stored as the text '"a","b"'
            definition=f"SELECT * FROM ({sql}) AS {VIEW_ALIAS}({aliases})" if aliases else sql,
        )


def column(attnum: int, name: str, duckdb_type: str) -> Column:
    """
    A nullable column without default of the PostgreSQL type that `duckdb_type` shows as.
    """
    shown = duck.column_type(duckdb_type)
    return Column(attnum, name, duckdb_type, shown.type.oid, shown.typmod)
