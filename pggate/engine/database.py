"""
The engine: one in-memory DuckDB instance to which lakes and state files are attached.

Which code runs is decided here and nowhere else: DuckDB and its extensions are pinned, the extensions come
signed from the Python packages that pip installed, nothing is downloaded or loaded by itself, and SQL cannot
reach the variables of this process.
"""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import shutil
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import duckdb

from pggate.engine import errors
from pggate.engine.functions import register
from pggate.engine.names import quote_identifier, quote_literal
from pggate.engine.query import Cursor
from pggate.engine.store import Store
from pggate.errors import InvalidCatalogName

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.engine.functions import Function

DUCKDB_VERSION: Final = "1.5.5"

# In this order: ducklake reads what httpfs and postgres_scanner register when a lake is attached
EXTENSIONS: Final = ("httpfs", "postgres_scanner", "ducklake")

# duckdb 1.5.5: SET GLOBAL reaches every cursor made later, SET (session) only its own
GLOBAL_SETTINGS: Final[Mapping[str, str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # FROM name would read Python variables of the calling frame
    "errors_as_json": "true",
    # PostgreSQL's semantics without touching a statement's text
    "default_null_order": "postgres",
    "preserve_identifier_case": "false",
    "integer_division": "true",
    "TimeZone": "UTC",
    # an Arrow type that keeps DuckDB's exact one is an extension type, which the row encoder does not read
    "arrow_lossless_conversion": "false",
}

# Settings that an extension brings along
EXTENSION_SETTINGS: Final[Mapping[str, str]] = {
    # A transaction that is older than the newest snapshot commits at DuckLake's second attempt.  It does so
    # under the lake's commit lock, so that the second one is the last: 100 ms before it, the default, would
    # only keep every other writer waiting.
    "ducklake_retry_wait_ms": "2",
}


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """
    Args:
        temp_directory: Directory of this engine alone: DuckDB's spill files, and under `results` the rest of
            suspended results.  Made at open; what an earlier process left of results is removed.
        memory_limit: DuckDB's text, "4GB"; None = 80 % of the machine's memory.
        threads: DuckDB's worker threads; None = one per core.
        max_temp_directory_size: DuckDB's text; None = 90 % of the disk that is free.
        spool_limit: Bytes on disk that the rest of one suspended result may take.

    """

    temp_directory: Path
    memory_limit: str | None = None
    threads: int | None = None
    max_temp_directory_size: str | None = None
    spool_limit: int = 4 << 30


class Engine:
    """
    The instance.  Its methods may be called from any thread.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, settings: EngineSettings) -> None:
        self._connection = connection
        self._settings = settings
        self._lock = threading.Lock()

    @classmethod
    def open(cls, settings: EngineSettings) -> Engine:
        """
        Raises:
            RuntimeError: DuckDB or an extension is not of the version this gateway was made for.
            PgError: DuckDB refused a setting or an extension.

        """
        require_versions()
        spool = _spool_directory(settings)
        shutil.rmtree(spool, ignore_errors=True)
        spool.mkdir(parents=True)
        connection = duckdb.connect(":memory:")
        try:
            for statement in _opening_statements(settings):
                connection.execute(statement)
        except duckdb.Error as error:
            connection.close()
            raise errors.from_exception(error) from error
        return cls(connection, settings)

    def cursor(self, is_canceled: Callable[[], bool] = lambda: False) -> Cursor:
        """
        A cursor of its own for one session or one internal task (0.005 ms).
        """
        spool = _spool_directory(self._settings)
        return Cursor(self._connection.cursor(), spool, self._settings.spool_limit, is_canceled)

    def store(self) -> Store:
        """
        An empty file for a cursor's rows, as large as the spool of one result may be.
        """
        return Store(_spool_directory(self._settings), self._settings.spool_limit)

    def attach_lake(
        self, alias: str, catalog: str, data_path: str, *, create: bool, metadata_schema: str | None = None
    ) -> None:
        """
        Attach a DuckLake.  Rows are never inlined into the catalog: an acknowledged row lies on `data_path`.

        Args:
            catalog: The path of a DuckDB file, or `postgres:` and a libpq connection string.
            create: Make the lake where there is none; else a missing one is an error.
            metadata_schema: The schema of a PostgreSQL database that holds this lake's catalog.

        """
        if not create and not catalog.startswith("postgres:") and not Path(catalog).exists():
            # CREATE_IF_NOT_EXISTS false would leave an empty file
            raise InvalidCatalogName(f'lake catalog "{catalog}" does not exist')
        options = [
            f"DATA_PATH {quote_literal(data_path)}",
            "DATA_INLINING_ROW_LIMIT 0",
            f"CREATE_IF_NOT_EXISTS {'true' if create else 'false'}",
        ]
        if metadata_schema is not None:
            options.append(f"METADATA_SCHEMA {quote_literal(metadata_schema)}")
        self._attach("ducklake:" + catalog, alias, options)

    def attach_file(self, alias: str, path: Path) -> None:
        """
        Attach a DuckDB file, made where there is none.
        """
        self._attach(str(path), alias, ["TYPE duckdb"])

    def attach_memory(self, alias: str) -> None:
        self._attach(":memory:", alias, [])

    def attach_postgres(self, alias: str, connection_string: str) -> None:
        """
        Attach a PostgreSQL database by a libpq connection string.
        """
        self._attach(connection_string, alias, ["TYPE postgres"])

    def detach(self, alias: str) -> None:
        self._execute(f"DETACH {quote_identifier(alias)}")

    def create_s3_secret(
        self,
        name: str,
        *,
        scope: str,
        key: str,
        secret: str,
        region: str | None = None,
        token: str | None = None,
        endpoint: str | None = None,
        url_style: str | None = None,
        use_ssl: bool = True,
    ) -> None:
        """
        Make or replace the credentials for objects under `scope` ("s3://bucket/prefix").

        DuckDB's own credential_chain provider needs its aws extension, which no package ships: credentials
        of the usual AWS chain are resolved with boto3 and given here again before they expire.

        Args:
            endpoint: HOST:PORT without scheme; None = AWS.
            url_style: "path" or "vhost"; None = DuckDB's choice.

        """
        texts = {
            "SCOPE": scope,
            "KEY_ID": key,
            "SECRET": secret,
            "REGION": region,
            "SESSION_TOKEN": token,
            "ENDPOINT": endpoint,
            "URL_STYLE": url_style,
        }
        options = [f"{option} {quote_literal(text)}" for option, text in texts.items() if text is not None]
        options.append(f"USE_SSL {'true' if use_ssl else 'false'}")
        self._execute(f"CREATE OR REPLACE SECRET {quote_identifier(name)} (TYPE s3, {', '.join(options)})")

    def define(self, function: Function) -> None:
        """
        Make a function of the gateway's own callable in every cursor's SQL.
        """
        register(self._connection, function)

    def close(self) -> None:
        """
        Close the instance and remove spool files.  Cursors must be closed before.
        """
        self._connection.close()
        shutil.rmtree(_spool_directory(self._settings), ignore_errors=True)

    def _attach(self, path: str, alias: str, options: list[str]) -> None:
        suffix = f" ({', '.join(options)})" if options else ""
        self._execute(f"ATTACH {quote_literal(path)} AS {quote_identifier(alias)}{suffix}")

    def _execute(self, statement: str) -> None:
        """
        Run one of our own statements; its text may hold a password, so an error carries no position.
        """
        with self._lock:
            try:
                self._connection.execute(statement)
            except duckdb.Error as error:
                raise errors.from_exception(error) from None


def require_versions() -> None:
    """
    Raise RuntimeError unless DuckDB and its extension packages are all DUCKDB_VERSION.
    """
    found = {"duckdb": duckdb.__version__}
    for extension in EXTENSIONS:
        package = f"duckdb-extension-{extension.replace('_', '-')}"
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            found[package] = "not installed"
    wrong = [f"{package} is {version}" for package, version in found.items() if version != DUCKDB_VERSION]
    if wrong:
        raise RuntimeError(f"pggate needs DuckDB and its extensions {DUCKDB_VERSION}, but {', '.join(wrong)}")


def extension_file(extension: str) -> str:
    """
    Where pip put the signed extension.
    """
    package = importlib.resources.files(f"duckdb_extension_{extension}")
    return str(package / "extensions" / f"v{DUCKDB_VERSION}" / f"{extension}.duckdb_extension")


def _opening_statements(settings: EngineSettings) -> list[str]:
    instance = {
        "temp_directory": str(settings.temp_directory),
        # Secrets come from our configuration, not from ~/.duckdb.  allow_persistent_secrets = false would say
        # so, too, but postgres_scanner 1.5.5 then fails to attach: "Unknown secret storage found".
        "secret_directory": str(settings.temp_directory / "no-secrets"),
        "memory_limit": settings.memory_limit,
        "threads": None if settings.threads is None else str(settings.threads),
        "max_temp_directory_size": settings.max_temp_directory_size,
    }
    return [
        *_set_global(GLOBAL_SETTINGS),
        *_set_global({name: value for name, value in instance.items() if value is not None}),
        *(f"LOAD {quote_literal(extension_file(extension))}" for extension in EXTENSIONS),
        *_set_global(EXTENSION_SETTINGS),
    ]


def _set_global(settings: Mapping[str, str]) -> list[str]:
    return [f"SET GLOBAL {name} = {quote_literal(value)}" for name, value in settings.items()]


def _spool_directory(settings: EngineSettings) -> Path:
    return settings.temp_directory / "results"
