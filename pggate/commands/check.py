"""
pggate check: configuration, versions, and whether the lake can be read and written.

It asks the server that holds the data directory; where none does it opens the lake itself, as a start would,
and where there is no lake yet it tries what a start would need and makes nothing.
"""

from __future__ import annotations

import errno
import os
import secrets
import tempfile
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import asyncpg

from pggate import __version__
from pggate.commands.client import ClientError, ask
from pggate.composition import catalogs_of, open_gateway, storage_of
from pggate.datadir import LOCK, DataDirectory, DirectoryInUseError, running_server
from pggate.engine.database import Engine
from pggate.engine.extensions import DUCKDB_VERSION, require_versions
from pggate.engine.settings import EngineSettings
from pggate.errors import PgError
from pggate.lake.damage import find_damage
from pggate.translate.syntax.quoting import quote
from pggate.types import rows

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from pggate.config import Config


UNCOMPILED: Final = "Arrow's functions, more slowly: there was no C++ compiler when pggate was installed"

TOPIC: Final = "~pggate check"
"""Begins the name of the topic that a check makes; the rest is random: other checks may be at work."""

STATEMENT_SECONDS: Final = 60
ABANDONED_SECONDS: Final = 600
"""Longer than all statements of a check may take: so old a topic was left behind by one that was killed."""

LEFT_BEHIND: Final = f"""
SELECT name FROM pggate.topics
WHERE catalog = current_database() AND schema = 'public' AND name LIKE '{TOPIC}%'
  AND created_at < now() - $1::interval
"""

DATABASES: Final = "SELECT datname FROM pg_database WHERE datallowconn ORDER BY datname"


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
    yield f"rows are encoded by {'the compiled kernel' if rows.IS_COMPILED else UNCOMPILED}", None
    if running_server(config.data_dir) is not None:
        yield from _asked(config, damage=damage)
    else:
        yield from _at_rest(config, damage=damage)


def _versions() -> str | None:
    try:
        require_versions()
    except RuntimeError as error:
        return str(error)
    return None


def _asked(config: Config, *, damage: bool) -> Iterator[tuple[str, str | None]]:
    """A server holds the data directory: it is asked to write and read, and to look for damage."""
    try:
        ask(config, _write_and_read)
    except ClientError as error:
        yield "lake, asked of the running server", str(error)
        return
    yield "lake, asked of the running server", None
    if damage:
        names = ask(config, lambda connection: connection.fetch(DATABASES))
        for (name,) in names:
            found = ask(config, lambda connection: connection.fetchval("SELECT pggate.damage()"), name)
            yield _damage(name, found)


async def _write_and_read(connection: asyncpg.Connection) -> None:
    """
    A topic is made, a row appended and read, the topic dropped: that its commits are durable is what the lake
    has to show, so none of it is rolled back.

    Raises:
        PostgresError: The server cannot do it.
        ClientError: It could, and has lost the row.

    """
    await connection.execute(f"SET statement_timeout TO '{STATEMENT_SECONDS}s'")
    for (left,) in await connection.fetch(LEFT_BEHIND, timedelta(seconds=ABANDONED_SECONDS)):
        await _drop(connection, quote(left))
    topic = quote(f"{TOPIC} {secrets.token_hex(8)}")
    await connection.execute(f"CREATE TABLE {topic} (x int)")
    try:
        await connection.execute(f"INSERT INTO {topic} VALUES (1)")
        found = await connection.fetchval(f"SELECT x FROM {topic}")
    except BaseException:
        with suppress(asyncpg.PostgresError, asyncpg.InterfaceError):  # what went wrong first is told
            await _drop(connection, topic)
        raise
    await _drop(connection, topic)
    if found != 1:
        raise ClientError("a row was written, and is not there")


async def _drop(connection: asyncpg.Connection, topic: str) -> None:
    """Another check may be about to drop the same topic, if it was left behind."""
    with suppress(asyncpg.UndefinedTableError, asyncpg.SerializationError):
        await connection.execute(f"DROP TABLE IF EXISTS {topic}")


def _at_rest(config: Config, *, damage: bool) -> Iterator[tuple[str, str | None]]:
    """Nobody holds the data directory."""
    with ExitStack() as stack:
        try:
            directory = _taken(config, stack)
            if directory is None or _is_new(config):
                _try_out(config)
                yield f"no lake in {config.data_dir} yet: pggate serve would make one", None
                return
            gateway = open_gateway(config, directory, stack)
        except (PgError, OSError, DirectoryInUseError) as error:
            yield "lake reachable and writable", str(error)
            return
        yield "lake reachable and writable", None
        if damage:
            for name, database in gateway.databases.by_name.items():
                yield _damage(name, find_damage(database.lake))


def _taken(config: Config, stack: ExitStack) -> DataDirectory | None:
    """The data directory, if a gateway has used it before."""
    if not (config.data_dir / LOCK).exists():
        return None
    directory = DataDirectory(config.data_dir)
    stack.callback(directory.release)
    return directory


def _is_new(config: Config) -> bool:
    with _engine() as engine, closing(engine.cursor()) as cursor:
        return catalogs_of(config).is_new(cursor)


def _try_out(config: Config) -> None:
    """
    What a first start needs: a directory to write in, and the catalog and the storage that are elsewhere.

    Raises:
        OSError: The directory cannot be made or written.
        PgError: The catalog or the storage cannot be used.

    """
    there = next(
        path for path in (config.data_dir.absolute(), *config.data_dir.absolute().parents) if path.exists()
    )
    if not there.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(there))
    if not os.access(there, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(there))
    if config.lake.catalog is not None:
        _is_new(config)
    if config.lake.storage is not None:
        storage_of(config).check()


@contextmanager
def _engine() -> Iterator[Engine]:
    """An engine that leaves nothing behind."""
    with (
        tempfile.TemporaryDirectory() as directory,
        closing(Engine.open(EngineSettings(Path(directory)))) as engine,
    ):
        yield engine


def _damage(database: str, found: list[str]) -> tuple[str, str | None]:
    return f"database {database} undamaged", "; ".join(found) or None
