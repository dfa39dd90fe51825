"""
pggate serve: run the gateway until SIGTERM or SIGINT.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pggate import logs
from pggate.app import serve
from pggate.commands.client import ClientError
from pggate.config import render
from pggate.datadir import PASSWORD, DirectoryInUseError
from pggate.doors import Addresses, ListenError
from pggate.flight.listener import is_stuck

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from pggate.config import Config


YOUNG: Final = 50_000
"""Objects that are made before the collector looks for cycles among them (700 by default)."""


def run(config: Config, options: argparse.Namespace) -> int:
    """Serve, or print the effective configuration."""
    if options.print_config:
        print(render(config), end="")
        return 0
    logs.setup(config.log.format, config.log.level, sys.stderr)
    with told_in_a_line(config):
        asyncio.run(_serve(config))
    if is_stuck():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)  # all is closed; what Python would do yet is to wait for clients
    return 0


@contextmanager
def told_in_a_line(config: Config) -> Iterator[None]:
    """
    What keeps a server from starting, as what the command line tells of it.

    Raises:
        ClientError: An address or the data directory is not to be had.

    """
    try:
        yield
    except (ListenError, DirectoryInUseError) as error:
        raise ClientError(str(error)) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ClientError(f"{error.filename or config.data_dir}: {error.strerror}") from None


def _spare_the_collector() -> None:
    """
    What the start has made stays: hundreds of thousands of objects, which every full collection would walk
    through while nobody is answered.  At 1,000 posts in flight that was a fifth of the event loop's time.
    """
    gc.freeze()
    gc.enable()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])


async def _serve(config: Config) -> None:
    gc.disable()  # what is made now stays
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)

    def ready(addresses: Addresses) -> None:
        _spare_the_collector()
        print(ready_line(config, addresses), flush=True)

    await serve(config, ready, stop)


def ready_line(config: Config, addresses: Addresses) -> str:
    """
    The line that says where the gateway is, and where the superuser's first password lies.
    """
    line = (
        f"pggate ready pgwire={addresses.pgwire} https={addresses.https}"
        f" http={addresses.http} flight={addresses.flight} flight_sql={addresses.flight_sql}"
        f" metrics={addresses.metrics}"
    )
    password = config.data_dir / PASSWORD
    if config.auth == "scram" and password.exists():
        line += f" password in {password}"
    return line
