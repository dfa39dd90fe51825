"""
pggate check: configuration, versions, and whether the lake can be read and written.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from pggate import __version__
from pggate.app import open_gateway
from pggate.commands.client import ClientError, ask
from pggate.datadir import DataDirectory, DirectoryInUseError, running_server
from pggate.engine.database import DUCKDB_VERSION, require_versions
from pggate.errors import PgError
from pggate.lake.damage import find_damage

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    import asyncpg

    from pggate.config import Config


def run(config: Config, options: argparse.Namespace) -> int:
    """Print a line for each thing checked; 1 if one is wrong."""
    faults = 0
    for what, problem in _findings(config, damage=options.lake):
        print(f"{'ok  ' if problem is None else 'FAIL'} {what}{'' if problem is None else f': {problem}'}")
        faults += problem is not None
    return 1 if faults else 0


def _findings(config: Config, *, damage: bool) -> Iterator[tuple[str, str | None]]:
    yield "configuration", None
    yield f"pggate {__version__}, DuckDB and extensions {DUCKDB_VERSION}", _versions()
    if running_server(config.data_dir) is not None:
        yield from _asked(config)
        if damage:
            yield "damage", "stop the server first: looking for damage needs the data directory"
    else:
        yield from _opened(config, damage=damage)


def _versions() -> str | None:
    try:
        require_versions()
    except RuntimeError as error:
        return str(error)
    return None


def _asked(config: Config) -> Iterator[tuple[str, str | None]]:
    """A server holds the data directory: it is asked to write and read."""

    async def write_and_read(connection: asyncpg.Connection) -> None:
        await connection.execute('CREATE TABLE "~pggate check" (x int)')
        try:
            await connection.execute('INSERT INTO "~pggate check" VALUES (1)')
            await connection.fetchval('SELECT x FROM "~pggate check"')
        finally:
            await connection.execute('DROP TABLE "~pggate check"')

    try:
        ask(config, write_and_read)
    except ClientError as error:
        yield "lake, asked of the running server", str(error)
    else:
        yield "lake, asked of the running server", None


def _opened(config: Config, *, damage: bool) -> Iterator[tuple[str, str | None]]:
    """Nobody holds it: open it here, which checks the storage with a real object."""
    with ExitStack() as stack:
        try:
            directory = DataDirectory(config.data_dir)
            stack.callback(directory.release)
            gateway = open_gateway(config, directory, stack)
        except (PgError, OSError, DirectoryInUseError) as error:
            yield "lake reachable and writable", str(error)
            return
        yield "lake reachable and writable", None
        if damage:
            for name, database in gateway.databases.by_name.items():
                yield f"database {name} undamaged", "; ".join(find_damage(database.lake)) or None
