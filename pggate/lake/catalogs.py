"""
Where DuckLake's catalogs are: one DuckDB file for each lake, or schemas of one PostgreSQL database.

A catalog source knows how a lake is attached, under which name its metadata tables are then found, and how
a catalog is removed.  It does not know what is in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.lake.files import is_there, make_directories, os_errors, sync_directory
from pggate.lake.objects import path_name
from pggate.lake.ownership import Ownership
from pggate.lake.registry_tables import ALIAS as REGISTRY

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

SCHEMA: Final = "pggate"
"""Of a PostgreSQL database: where the registry is."""

ONE_LIVE_DELETE_FILE: Final = "pggate_one_live_delete_file"


def alias(name: str) -> str:
    """
    The engine's name of a lake: one that nobody types by accident.

    duckdb 1.5.5: a database whose name is also a schema's makes every `x.y` ambiguous, for everybody.
    """
    return f"lake:{name}"


@dataclass(frozen=True, slots=True)
class Attachment:
    """
    The arguments of ATTACH, and the qualified, quoted schema of the metadata tables.
    """

    source: str
    options: tuple[str, ...]
    metadata: str


class Catalogs(Protocol):
    @property
    def is_shared(self) -> bool:
        """May others than this process commit to the lakes?"""

    def own(self, engine: Engine) -> Ownership | None:
        """
        Take the catalogs for this gateway alone; None where the data directory's lock does it already.

        Raises ObjectInUse 55006.
        """

    def is_new(self, cursor: Cursor) -> bool:
        """Has no gateway kept its state here yet?  Makes nothing; nothing is attached before or after."""

    def attach_registry(self, cursor: Cursor) -> None:
        """Attach the database that keeps the gateway's state as "~registry"."""

    def attachment(self, name: str, oid: int) -> Attachment:
        """How the lake `name` is attached; `oid` is its number in the registry."""

    def exists(self, cursor: Cursor, name: str, oid: int) -> bool: ...

    def secure(self, cursor: Cursor, name: str, oid: int) -> None:
        """What a catalog needs beyond what DuckLake made of it; repeated at every attach."""

    def remove(self, cursor: Cursor, name: str, oid: int) -> None:
        """Remove the catalog of a detached lake, or what there is of it."""


def metadata_database(name: str) -> str:
    return f"__ducklake_metadata_{alias(name)}"


@dataclass(frozen=True, slots=True)
class FileCatalogs:
    """
    `directory`/registry.duckdb and `directory`/lakes/NAME.duckdb.
    """

    directory: Path

    @property
    def is_shared(self) -> bool:
        return False

    def own(self, engine: Engine) -> Ownership | None:  # noqa: ARG002 other catalogs need it
        return None

    def is_new(self, cursor: Cursor) -> bool:  # noqa: ARG002 other catalogs need it
        return not self.registry.exists()

    @property
    def registry(self) -> Path:
        return self.directory / "registry.duckdb"

    def attach_registry(self, cursor: Cursor) -> None:
        path = self.registry
        with os_errors("create", path):
            make_directories(self.directory / "lakes")
        attach(cursor, str(path), REGISTRY)
        sync_directory(self.directory)

    def attachment(self, name: str, oid: int) -> Attachment:  # noqa: ARG002 other catalogs need it
        return Attachment(
            source=f"ducklake:{self.file(name)}",
            options=("override_data_path true",),  # a data directory may be moved as a whole
            metadata=qualified(metadata_database(name), "main"),
        )

    def exists(self, cursor: Cursor, name: str, oid: int) -> bool:  # noqa: ARG002 other catalogs need it
        return self.file(name).exists()

    def secure(self, cursor: Cursor, name: str, oid: int) -> None:  # noqa: ARG002 other catalogs need it
        """DuckDB fsyncs the file, nobody the directory that it is new in."""
        sync_directory(self.file(name).parent)

    def remove(self, cursor: Cursor, name: str, oid: int) -> None:  # noqa: ARG002 other catalogs need it
        with os_errors("delete", self.file(name)):
            for suffix in ("", ".wal"):
                path = self.file(name).with_name(self.file(name).name + suffix)
                if is_there(path):
                    path.unlink()
            sync_directory(self.file(name).parent)

    def file(self, name: str) -> Path:
        return self.directory / "lakes" / f"{path_name(name)}.duckdb"


@dataclass(frozen=True, slots=True)
class PostgresCatalogs:
    """
    One PostgreSQL database: schema pggate for the registry, schema pggate_lake_OID for each lake.

    Args:
        dsn: A libpq connection string or URI.

    """

    dsn: str

    @property
    def is_shared(self) -> bool:
        return True

    def own(self, engine: Engine) -> Ownership | None:
        return Ownership(engine, self.dsn)

    def is_new(self, cursor: Cursor) -> bool:
        self.attach_registry(cursor)
        is_new = not self._has_schema(cursor, SCHEMA)
        cursor.run(f"detach {quote_identifier(REGISTRY)}")
        return is_new

    def attach_registry(self, cursor: Cursor) -> None:
        attach(cursor, self.dsn, REGISTRY, "type postgres")

    def attachment(self, name: str, oid: int) -> Attachment:
        return Attachment(
            source=f"ducklake:postgres:{self.dsn}",
            options=(f"metadata_schema {quote_literal(self.schema(oid))}",),
            metadata=qualified(metadata_database(name), self.schema(oid)),
        )

    def exists(self, cursor: Cursor, name: str, oid: int) -> bool:  # noqa: ARG002 other catalogs need it
        return self._has_schema(cursor, self.schema(oid))

    def secure(self, cursor: Cursor, name: str, oid: int) -> None:  # noqa: ARG002 other catalogs need it
        """
        The net below the write gates: a second live delete file of one data file fails the whole commit.
        """
        self.execute(
            cursor,
            f"create unique index if not exists {ONE_LIVE_DELETE_FILE}"
            f" on {qualified(self.schema(oid), 'ducklake_delete_file')} (data_file_id)"
            " where end_snapshot is null",
        )

    def remove(self, cursor: Cursor, name: str, oid: int) -> None:  # noqa: ARG002 other catalogs need it
        self.execute(cursor, f"drop schema if exists {quote_identifier(self.schema(oid))} cascade")

    def _has_schema(self, cursor: Cursor, name: str) -> bool:
        query = f"select 1 from pg_namespace where nspname = {quote_literal(name)}"
        sql = f"select 1 from postgres_query({quote_literal(REGISTRY)}, {quote_literal(query)})"
        return bool(cursor.rows(sql))

    def execute(self, cursor: Cursor, statement: str) -> None:
        cursor.rows(f"call postgres_execute({quote_literal(REGISTRY)}, {quote_literal(statement)})")

    def schema(self, oid: int) -> str:
        return f"pggate_lake_{oid}"


def attach(cursor: Cursor, source: str, name: str, *options: str) -> None:
    told = f" ({', '.join(options)})" if options else ""
    cursor.run(f"attach {quote_literal(source)} as {quote_identifier(name)}{told}")
