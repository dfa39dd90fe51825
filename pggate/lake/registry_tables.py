"""
The registry's tables, and their one cursor.

They lie in the schema pggate of the attached database "~registry": a DuckDB file, or the database of a
PostgreSQL catalog.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.bracket import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor

ALIAS: Final = "~registry"
SCHEMA: Final = f'"{ALIAS}".pggate'
FIRST_OID: Final = 0x40000000  # above every 16384 + DuckLake id that a lake will ever count to

TABLES: Final = (
    f"create schema if not exists {SCHEMA}",
    f"create table if not exists {SCHEMA}.counter (next_oid bigint not null)",
    f"""create table if not exists {SCHEMA}.roles (
            oid bigint not null,
            name varchar not null,
            verifier varchar,
            superuser boolean not null)""",
    f"""create table if not exists {SCHEMA}.tokens (
            id bigint not null,
            hash varchar not null,
            prefix varchar not null,
            lake varchar not null,
            table_id bigint not null,
            created_at timestamptz not null,
            revoked_at timestamptz)""",
    f"""create table if not exists {SCHEMA}.token_rates (
            token bigint not null,
            what varchar not null,
            per_second bigint not null)""",
    f"""create table if not exists {SCHEMA}.databases (
            oid bigint not null,
            name varchar not null,
            state varchar not null)""",
    f"""create table if not exists {SCHEMA}.declared (
            lake bigint not null,
            kind varchar not null,
            id bigint not null,
            value varchar not null)""",
    f"""create table if not exists {SCHEMA}.numbers (
            lake bigint not null,
            sequence bigint not null,
            next varchar not null)""",
    f"""create table if not exists {SCHEMA}.receipts (
            lake bigint not null,
            snapshot bigint not null,
            committed_at timestamptz not null,
            message varchar not null)""",
    f"""create table if not exists {SCHEMA}.keys (
            lake bigint not null,
            table_id bigint not null,
            key varchar not null,
            snapshot bigint not null,
            lot integer not null,
            place integer not null)""",
    f"create index if not exists keys_by_key on {SCHEMA}.keys (key)",
)


class RegistryTables:
    """
    Args:
        cursor: Of an engine in which "~registry" is attached; the registry is its only user.

    Safe from any thread.

    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self._lock = threading.RLock()
        with self.changing():
            for statement in TABLES:
                self.run(statement)
            if not self.select("counter"):
                self.run(f"insert into {SCHEMA}.counter values ({FIRST_OID})")

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """No other thread comes between."""
        with self._lock:
            yield

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """One transaction, and no other thread."""
        with self._lock, transaction(self.cursor):
            yield

    def rows(self, sql: str, parameters: list[Any] | None = None) -> list[tuple[Any, ...]]:
        with self._lock:
            return self.cursor.rows(sql, parameters)

    def select(self, table: str) -> list[tuple[Any, ...]]:
        """All rows of a table."""
        return self.rows(f"select * from {SCHEMA}.{table}")

    def insert(self, table: str, *values: Any) -> None:
        """A row; while `changing`, as all that writes."""
        marks = ", ".join(f"${number}" for number in range(1, len(values) + 1))
        self.run(f"insert into {SCHEMA}.{table} values ({marks})", list(values))

    def run(self, sql: str, parameters: list[Any] | None = None) -> None:
        self.cursor.run(sql, parameters)

    def take_oids(self, count: int = 1) -> int:
        """The first of so many numbers that nothing in this gateway had before."""
        ((oid,),) = self.select("counter")
        self.run(f"update {SCHEMA}.counter set next_oid = next_oid + {int(count)}")
        return int(oid)
