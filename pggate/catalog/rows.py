"""
The mirror's tables in "~pg"."~mirror", and how their rows are exchanged for newer ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.catalog.changes import NOTHING, changes
from pggate.catalog.emulation import DATABASE
from pggate.catalog.given import give
from pggate.catalog.model import FIRST_OID
from pggate.catalog.relation_rows import OWNER
from pggate.catalog.tables import OF_DATABASES, TABLES, duckdb_type
from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.lake.declared import EMPTY
from pggate.lake.entries import COUNTED, State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pggate.catalog.given import Given
    from pggate.catalog.model import Database
    from pggate.catalog.statistics import Counted
    from pggate.engine.cursor import Cursor
    from pggate.lake.entries import Role
    from pggate.lake.registry import Registry

STAGED: Final = "~staged"  # what an Arrow table is called while it is inserted
FEW: Final = 200
"""
Rows that are given as parameters, a list for each column: it takes 1.2 ms for one and 2.5 ms for a hundred;
an Arrow table takes that for any number below a thousand.
"""

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """
    The OIDs of what a session does not see of its database, since it has it otherwise; those of relations
    apart, whose rows also say what else has their names.
    """

    relations: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()
    tables: frozenset[str] = frozenset()
    """The tables that have rows of the session's own."""

    def with_(self, more: Hidden) -> Hidden:
        """All of both."""
        return Hidden(self.relations | more.relations, self.others | more.others, self.tables | more.tables)


def exchange(cursor: Cursor, table: str, condition: str, rows: Iterable[Row]) -> None:
    """
    Put `rows` where the rows of `condition` were; inside the cursor's transaction.
    """
    cursor.run(f"delete from {_name(table)} where {condition}")
    insert(cursor, table, list(rows))


def insert(cursor: Cursor, table: str, rows: Sequence[Row]) -> None:
    """
    Add rows; inside the cursor's transaction.
    """
    if not rows:
        return
    schema = TABLES[table]
    if len(rows) <= FEW:
        lists = ", ".join(f"unnest(${place}::{duckdb_type(of.type)}[])" for place, of in enumerate(schema, 1))
        parameters = [list(column) for column in zip(*rows, strict=True)]
        cursor.run(f"insert into {_name(table)} select {lists}", parameters)
        return
    cursor.register(STAGED, arrow(table, rows))
    try:
        cursor.run(f"insert into {_name(table)} select * from {quote_identifier(STAGED)}")
    finally:
        cursor.unregister(STAGED)


def arrow(table: str, rows: Iterable[Row]) -> pa.Table:
    """
    Rows as Arrow has them.
    """
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
            (
                *(t.id, t.prefix, t.lake, FIRST_OID + t.table_id, t.created_at, t.revoked_at),
                *(registry.token_rates.get(t.id, {}).get(what) for what in COUNTED),
            )
            for t in registry.tokens.values()
        ),
    )
    ready = (entry for entry in registry.databases.values() if entry.state is State.READY)
    exchange(cursor, "databases", "true", ((entry.oid, entry.name, OWNER, None) for entry in ready))


def first_superuser(roles: Iterable[Role]) -> Role | None:
    return min((role for role in roles if role.superuser), key=lambda role: role.oid, default=None)


def forget_database(
    cursor: Cursor, name: str, tables: Collection[str] = ("statistics", *OF_DATABASES)
) -> None:
    """
    Args:
        name: Its `key`.

    """
    for table in tables:
        cursor.run(f"delete from {_name(table)} where database = {quote_literal(name)}")


def exchange_database(
    cursor: Cursor, given: Given, database: Database, known: Database | None, counted: Counted = NOTHING
) -> Hidden:
    """
    Bring the tables from what `known` held to what `database` holds; inside the cursor's transaction.

    Args:
        counted: How many rows its topics have, as far as that is known.

    Returns:
        What went of it, and into which tables something came.

    """
    if database is known:
        return Hidden()
    if known is None:  # what an unknown database of the same name has left goes whole
        forget_database(cursor, database.key, OF_DATABASES)
        give(cursor, database.key)
        known = replace(database, schemas={}, relations={}, declared=EMPTY)
    found = changes(given, database, known, counted)
    for table, change in found.items():
        if change.gone and known.key == database.key:
            oids = ", ".join(map(str, sorted(change.gone)))
            condition = f"database = {quote_literal(database.key)} and {OF_DATABASES[table]} in ({oids})"
            cursor.run(f"delete from {_name(table)} where {condition}")
        insert(cursor, table, change.rows)
    return Hidden(
        frozenset(found["relations"].gone if "relations" in found else ()),
        frozenset().union(*(change.gone for table, change in found.items() if table != "relations")),
        frozenset(table for table, change in found.items() if change.rows),
    )


def _name(table: str) -> str:
    return qualified(DATABASE, "~mirror", table)
