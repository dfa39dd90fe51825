"""
pggate verify: every live segment read again, and held against the catalog and the receipts.

It asks the server that holds the data directory; where none does it opens the lake itself, as a start would.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from pggate.commands.client import ROLE, ClientError, ask
from pggate.composition import open_gateway
from pggate.datadir import LOCK, DataDirectory, DirectoryInUseError, running_server
from pggate.lake.upkeep.verification import verify
from pggate.session.live.topic_names import topic_name
from pggate.session.live.verify_functions import as_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from pggate.config import Config

DATABASES: Final = "SELECT datname FROM pg_database WHERE datallowconn ORDER BY datname"
ONE: Final = "SELECT pggate.verify($1)"
ALL: Final = "SELECT pggate.verify()"


def run(config: Config, options: argparse.Namespace) -> int:
    """
    Print what was found; 1 if anything is not as it should be, orphans apart.

    Raises:
        ClientError: There is no lake, or it cannot be asked.

    """
    place = topic_name(options.topic, ROLE) if options.topic else None
    found = dict(
        _asked(config, place) if running_server(config.data_dir) is not None else _at_rest(config, place)
    )
    is_sound = not any(database["faults"] for database in found.values())
    if options.json:
        print(json.dumps({"sound": is_sound, "databases": found}, indent=2))
    else:
        _print(found)
    return 0 if is_sound else 1


def _asked(config: Config, place: tuple[str, str, str] | None) -> Iterator[tuple[str, Any]]:
    """A server holds the data directory."""
    if place is not None:
        database, schema, name = place
        topic = f"{_quoted(schema)}.{_quoted(name)}"
        yield database, json.loads(ask(config, lambda client: client.fetchval(ONE, topic), database))
        return
    for (database,) in ask(config, lambda client: client.fetch(DATABASES)):
        yield database, json.loads(ask(config, lambda client: client.fetchval(ALL), database))


def _at_rest(config: Config, place: tuple[str, str, str] | None) -> Iterator[tuple[str, Any]]:
    """Nobody holds the data directory."""
    if not (config.data_dir / LOCK).exists():
        raise ClientError(f"no lake in {config.data_dir}")
    with ExitStack() as stack:
        try:
            directory = DataDirectory(config.data_dir)
        except DirectoryInUseError as error:
            raise ClientError(str(error)) from None
        stack.callback(directory.release)
        gateway = open_gateway(config, directory, stack)
        if place is not None:
            database, schema, name = place
            gateway.mirror.catalog.topic(database, schema, name)
            yield database, as_json(verify(gateway.databases.find(database).lake, (schema, name)))
            return
        for name, each in gateway.databases.by_name.items():
            yield name, as_json(verify(each.lake))


def _print(found: dict[str, Any]) -> None:
    for database, findings in found.items():
        for topic, known in findings["topics"].items():
            counts = f"{known['rows']} rows in {known['files']} files of {known['bytes']} bytes"
            print(f"     {database}.{topic}: {counts}")
        for orphan in findings["orphans"]:
            print(f"     {database}: {orphan} belongs to no snapshot and will be removed")
        for fault in findings["faults"]:
            print(f"FAIL {database}.{fault}")
        if not findings["faults"]:
            print(f"ok   {database}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
