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
from pggate.catalog.tables import TABLES
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
    kept_rows.keep(cursor, database.key, _names(database, known, gone), keys=declaring)


def _names(database: Database, known: Database | None, changed: set[int]) -> dict[int, set[str]] | None:
    """
    Those of the relations that have changed, and of those that follow from others: indexes, composite types.
    """
    if known is None:
        return None
    both = known.by_oid, database.by_oid
    names = {oid: {one[oid].name for one in both if oid in one} for oid in changed}
    return {oid: set() for oid in derived_oids(known) | derived_oids(database)} | names


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
