"""
The contestants: pggate, PostgreSQL 15, buenavista, and DuckDB in this process.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb
import psycopg

from bench.client import Client
from pggate.engine.extensions import EXTENSIONS, extension_file
from tests.fix_gateway import Gateway
from tests.fix_postgres import PostgresServer, temporary_server
from tests.processes import Program, free_ports

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from types import TracebackType
    from typing import Self

T = TypeVar("T")

# What an operator would give PostgreSQL on such a machine; durability as it comes.
POSTGRES_SETTINGS = {
    "fsync": "on",
    "shared_buffers": "2GB",
    "work_mem": "256MB",
    "maintenance_work_mem": "512MB",
    "effective_cache_size": "4GB",
    "max_wal_size": "8GB",
    "jit": "on",
    "random_page_cost": "1.1",
}


@dataclass
class World:
    """
    All contestants, each started when it is first asked for.
    """

    directory: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="pggate-bench-")))
    _stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def __enter__(self) -> Self:
        self._stack.callback(shutil.rmtree, self.directory, ignore_errors=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def enter(self, one: AbstractContextManager[T]) -> T:
        """What else a group needs, until its end."""
        return self._stack.enter_context(one)

    @cached_property
    def gateway(self) -> Gateway:
        return self.new_gateway(
            "gateway",
            "--https",
            "off",
            config={"limits": {"max_connections": 6000}, "log": {"level": "warning"}},
        )

    def new_gateway(self, name: str, *flags: str, config: Mapping[str, Any] | None = None) -> Gateway:
        """One more, which trusts everybody."""
        directory = self.directory / name
        directory.mkdir()
        gateway = Gateway(directory, "--auth", "trust", *flags, config=config)
        self._stack.callback(gateway.stop)
        gateway.start()
        return gateway

    @cached_property
    def postgres(self) -> PostgresServer:
        return self._stack.enter_context(temporary_server(POSTGRES_SETTINGS))

    @cached_property
    def buenavista(self) -> tuple[str, int]:
        """Its own example server on a DuckDB file."""
        (port,) = free_ports(1)
        program = Program(
            [sys.executable, "-m", "buenavista.examples.duckdb_postgres", str(self.duckdb_file)],
            cwd=self.directory,
            env=dict(os.environ)
            | {"BUENAVISTA_PORT": str(port), "BUENAVISTA_HOST": "127.0.0.1", "PYTHONUNBUFFERED": "1"},
        )
        self._stack.callback(program.stop)
        program.wait_for("Listening on", 60)
        return "127.0.0.1", port

    @property
    def duckdb_file(self) -> Path:
        return self.directory / "buenavista.duckdb"

    def to_gateway(self, gateway: Gateway | None = None) -> Client:
        address = (gateway or self.gateway).addresses["pgwire"]
        return self._stack.enter_context(Client(*address, "pggate", "pggate"))

    def to_postgres(self) -> Client:
        server = self.postgres
        return self._stack.enter_context(Client(server.host, server.port, "postgres", "postgres"))

    def to_buenavista(self) -> Client:
        return self._stack.enter_context(Client(*self.buenavista, "postgres", "main"))

    def run(self, *statements: str) -> None:
        """Run statements in pggate."""
        with psycopg.connect(self.gateway.dsn(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def run_in_postgres(self, *statements: str) -> None:
        with psycopg.connect(self.postgres.dsn(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def copy_to_postgres(self, table: str) -> None:
        """Give PostgreSQL the rows that pggate has."""
        with (
            psycopg.connect(self.gateway.dsn()) as source,
            psycopg.connect(self.postgres.dsn()) as target,
            source.cursor().copy(f"COPY {table} TO STDOUT") as rows,
            target.cursor().copy(f"COPY {table} FROM STDIN") as copy,
        ):
            for piece in rows:
                copy.write(piece)
        self.run_in_postgres(f"VACUUM ANALYZE {table}")

    def duckdb_client(self) -> Any:
        """DuckDB in this process, with the extensions that pggate itself brings."""
        connection = duckdb.connect(config={"allow_unsigned_extensions": False})
        self._stack.callback(connection.close)
        for name in EXTENSIONS:
            connection.execute(f"LOAD '{extension_file(name)}'")
        return connection

    def lake_in_process(self) -> Any:
        """The same lake read by DuckDB in this process, with DuckDB's defaults."""
        connection = self.duckdb_client()
        connection.execute(self._attach_copy("inside"))
        connection.execute("USE lake.public")
        return connection

    def give_lake_to_buenavista(self) -> None:
        """The same lake, as database `lake`."""
        host, port = self.buenavista
        with psycopg.connect(
            host=host, port=port, user="postgres", dbname="main", autocommit=True
        ) as connection:
            for name in EXTENSIONS:
                connection.execute(f"LOAD '{extension_file(name)}'")
            connection.execute(self._attach_copy("buenavista"))

    def _attach_copy(self, reader: str) -> str:
        """For DuckDB; every reader has a copy of the catalog, since the gateway holds the original."""
        copies = self.directory / "copies" / reader
        copies.mkdir(parents=True, exist_ok=True)
        for file in (self.gateway.data_dir / "lakes").glob("pggate.duckdb*"):
            shutil.copy(file, copies)
        data = self.gateway.data_dir / "data" / "pggate"
        return (
            f"ATTACH 'ducklake:{copies / 'pggate.duckdb'}' AS lake "
            f"(DATA_PATH '{data}/', OVERRIDE_DATA_PATH true, READ_ONLY)"
        )
