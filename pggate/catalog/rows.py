"""
The mirror's tables in "~pg"."~mirror" as Arrow tables, and how they are exchanged for newer ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.catalog import kept_rows
from pggate.catalog.column_defaults import shown_default
from pggate.catalog.declared_rows import DECLARED, declared_rows, is_declared_anew
from pggate.catalog.derived_rows import derived_oids, derived_rows, row_types
from pggate.catalog.emulation import DATABASE
from pggate.catalog.model import FIRST_OID
from pggate.catalog.view_definitions import shown_definition
from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.lake.entries import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.catalog.model import Database, Relation
    from pggate.engine.cursor import Cursor
    from pggate.lake.entries import Role
    from pggate.lake.registry import Registry

OWNER: Final = 10
"""PostgreSQL's BOOTSTRAP_SUPERUSERID: the first superuser, who owns everything there is."""

DERIVED: Final = ("own_types", "derived_relations", "derived_columns", "keyed_relations", "key_names")

OF_DATABASES: Final = ("schemas", "relations", "columns", *DECLARED, *DERIVED, *kept_rows.TABLES)
"""All that show what a database has, by its key; how much its topics hold is the same for everybody."""

STAGED: Final = "~staged"  # what an Arrow table is called while it is inserted

TIMESTAMP: Final = pa.timestamp("us", tz="UTC")
# fmt: off
TABLES: Final = {
    "databases": pa.schema([
        ("oid", pa.int64()), ("name", pa.string()), ("owner", pa.int64()), ("comment", pa.string()),
    ]),
    "roles": pa.schema([
        ("oid", pa.int64()), ("name", pa.string()), ("superuser", pa.bool_()),
    ]),
    "tokens": pa.schema([
        ("id", pa.int64()), ("prefix", pa.string()), ("database", pa.string()), ("relation", pa.int64()),
        ("created_at", TIMESTAMP), ("revoked_at", TIMESTAMP),
    ]),
    "schemas": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("name", pa.string()), ("owner", pa.int64()),
        ("comment", pa.string()),
    ]),
    "relations": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("name", pa.string()),
        ("kind", pa.string()), ("attributes", pa.int16()), ("owner", pa.int64()), ("comment", pa.string()),
        ("definition", pa.string()), ("storage_uri", pa.string()), ("created_at", TIMESTAMP),
        ("version", pa.int64()), ("valid_from", TIMESTAMP),
    ]),
    "columns": pa.schema([
        ("database", pa.string()), ("relation", pa.int64()), ("attnum", pa.int16()), ("name", pa.string()),
        ("duckdb_type", pa.string()), ("type", pa.int64()), ("typmod", pa.int32()), ("not_null", pa.bool_()),
        ("default", pa.string()), ("comment", pa.string()), ("identity", pa.string()),
        ("sequence", pa.int64()),
    ]),
    "own_types": pa.schema([
        ("database", pa.string()), ("relation", pa.int64()), ("oid", pa.int64()), ("typname", pa.string()),
        ("typlen", pa.int16()), ("typbyval", pa.bool_()), ("typtype", pa.string()),
        ("typcategory", pa.string()), ("typsubscript", pa.int64()), ("typinput", pa.int64()),
        ("typoutput", pa.int64()), ("typreceive", pa.int64()), ("typsend", pa.int64()),
        ("typanalyze", pa.int64()), ("typalign", pa.string()), ("typstorage", pa.string()),
        ("typelem", pa.int64()), ("typarray", pa.int64()), ("typnamespace", pa.int64()),
        ("typrelid", pa.int64()), ("base", pa.int64()), ("spelled", pa.string()), ("brackets", pa.string()),
    ]),
    "derived_relations": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("name", pa.string()),
        ("kind", pa.string()), ("attributes", pa.int16()),
    ]),
    "derived_columns": pa.schema([
        ("database", pa.string()), ("relation", pa.int64()), ("attnum", pa.int16()), ("name", pa.string()),
        ("type", pa.int64()), ("typmod", pa.int32()),
    ]),
    "key_names": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("kind", pa.string()), ("name", pa.string()),
        ("schema", pa.string()), ("relation", pa.string()), ("on_relation", pa.int64()),
        ("columns", pa.list_(pa.string())),
        ("other", pa.int64()), ("other_columns", pa.list_(pa.string())), ("shown", pa.string()),
        ("options", pa.list_(pa.int16())),
    ]),
    "keyed_relations": pa.schema([
        ("database", pa.string()), ("relation", pa.int64()), ("has_index", pa.bool_()),
        ("has_triggers", pa.bool_()),
    ]),
    "enums": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("array_oid", pa.int64()), ("schema_oid", pa.int64()),
        ("name", pa.string()), ("labels", pa.list_(pa.string())),
    ]),
    "composites": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("array_oid", pa.int64()), ("schema_oid", pa.int64()),
        ("name", pa.string()), ("names", pa.list_(pa.string())), ("types", pa.list_(pa.int64())),
        ("typmods", pa.list_(pa.int32())),
    ]),
    "keys": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("relation", pa.int64()),
        ("name", pa.string()), ("kind", pa.string()), ("attnums", pa.list_(pa.int16())),
        ("other", pa.int64()), ("other_attnums", pa.list_(pa.int16())), ("shown", pa.string()),
        ("options", pa.list_(pa.int16())), ("comment", pa.string()),
    ]),
    "sequences": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("name", pa.string()),
        ("type", pa.int64()), ("start", pa.int64()), ("increment", pa.int64()), ("minimum", pa.int64()),
        ("maximum", pa.int64()), ("cycles", pa.bool_()), ("cache", pa.int64()), ("relation", pa.int64()),
        ("attnum", pa.int16()), ("is_identity", pa.bool_()),
    ]),
}
# fmt: on

Row = tuple[object, ...]


def exchange(cursor: Cursor, table: str, condition: str, rows: Iterable[Row]) -> None:
    """
    Put `rows` where the rows of `condition` were; inside the cursor's transaction.
    """
    name = qualified(DATABASE, "~mirror", table)
    cursor.run(f"delete from {name} where {condition}")
    staged = arrow(table, rows)
    if staged.num_rows == 0:
        return
    cursor.register(STAGED, staged)
    try:
        columns = ", ".join(map(quote_identifier, staged.column_names))
        cursor.run(f"insert into {name} ({columns}) select {columns} from {quote_identifier(STAGED)}")
    finally:
        cursor.unregister(STAGED)


def arrow(table: str, rows: Iterable[Row]) -> pa.Table:
    schema = TABLES[table]
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def exchange_registry(cursor: Cursor, registry: Registry) -> None:
    """
    Roles, tokens, and the databases that are ready.
    """
    first = first_superuser(registry.roles.values())
    exchange(
        cursor,
        "roles",
        "true",
        (
            (OWNER if role is first else role.oid, role.name, role.superuser)
            for role in registry.roles.values()
        ),
    )
    exchange(
        cursor,
        "tokens",
        "true",
        (
            (t.id, t.prefix, t.lake, FIRST_OID + t.table_id, t.created_at, t.revoked_at)
            for t in registry.tokens.values()
        ),
    )
    ready = (entry for entry in registry.databases.values() if entry.state is State.READY)
    exchange(cursor, "databases", "true", ((entry.oid, entry.name, OWNER, None) for entry in ready))


def first_superuser(roles: Iterable[Role]) -> Role | None:
    return min((role for role in roles if role.superuser), key=lambda role: role.oid, default=None)


def forget_database(cursor: Cursor, name: str) -> None:
    """
    Args:
        name: Its `key`.

    """
    for table in ("statistics", *OF_DATABASES):
        cursor.run(
            f"delete from {qualified(DATABASE, '~mirror', table)} where database = {quote_literal(name)}"
        )


def copy_database(cursor: Cursor, name: str, key: str) -> None:
    """
    Let the tables have all that they show of a database under another key, too.
    """
    for table in OF_DATABASES:
        of = qualified(DATABASE, "~mirror", table)
        cursor.run(
            f"insert into {of} select * replace ({quote_literal(key)} as database) from {of}"
            f" where database = {quote_literal(name)}"
        )


def exchange_database(cursor: Cursor, database: Database, known: Database | None) -> None:
    """
    Bring the tables from what `known` held to what `database` holds.
    """
    if database is known:
        return
    of_database = f"database = {quote_literal(database.key)}"
    old = known.by_oid if known is not None else {}
    new = [relation for relation in database.relations.values() if differs(relation, old.get(relation.oid))]
    gone = (old.keys() - database.by_oid.keys()) | {relation.oid for relation in new}
    # what an unknown database of the same name has left goes whole
    oids = f"in ({', '.join(map(str, sorted(gone))) or 'null'})" if known is not None else "is not null"
    if known is None or known.schemas != database.schemas:
        schemas = ((database.key, s.oid, s.name, OWNER, None) for s in database.schemas.values())
        exchange(cursor, "schemas", of_database, schemas)
    exchange(
        cursor,
        "relations",
        f"{of_database} and oid {oids}",
        (relation_row(database, relation) for relation in new),
    )
    exchange(
        cursor,
        "columns",
        f"{of_database} and relation {oids}",
        (row for relation in new for row in column_rows(database, relation)),
    )
    if new or gone or known is None:
        types = (row for relation in new for row in row_types(database, relation))
        exchange(cursor, "own_types", f"{of_database} and relation {oids}", types)
    declaring = is_declared_anew(database, known, gone)
    if declaring:
        for table, found in declared_rows(database).items():
            exchange(cursor, table, of_database, found)
        for table, found in derived_rows(database).items():
            condition = f"{of_database} and relation is null" if table == "own_types" else of_database
            exchange(cursor, table, condition, found)
    changed = None if known is None else gone | derived_oids(known) | derived_oids(database)
    kept_rows.keep(cursor, database.key, changed, keys=declaring)


def differs(relation: Relation, known: Relation | None) -> bool:
    return known is None or relation_values(relation) != relation_values(known)


def relation_values(relation: Relation) -> tuple[object, ...]:
    """
    All of a relation that the tables show.
    """
    return (
        relation.schema,
        relation.name,
        relation.kind,
        relation.comment,
        relation.definition,
        relation.storage_uri,
        relation.created_at,
        relation.version,
        relation.valid_from,
        relation.columns,
        relation.keys,
    )


def relation_row(database: Database, relation: Relation) -> Row:
    return (
        database.key,
        relation.oid,
        database.schemas[relation.schema].oid,
        relation.name,
        relation.kind,
        len(relation.columns),
        OWNER,
        relation.comment,
        shown_definition(relation),
        relation.storage_uri,
        relation.created_at,
        relation.version,
        relation.valid_from,
    )


def column_rows(database: Database, relation: Relation) -> Iterable[Row]:
    for column in relation.columns:
        yield (
            database.key,
            relation.oid,
            column.attnum,
            column.name,
            column.duckdb_type,
            column.type_oid,
            column.typmod,
            column.not_null,
            shown_default(column.default, column.type_oid),
            column.comment,
            column.identity,
            column.sequence,
        )
