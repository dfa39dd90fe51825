"""
A gateway that runs: opened, its listeners accepting, looked after, and closed again.
"""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from pggate import logs
from pggate.composition import open_gateway
from pggate.datadir import DataDirectory
from pggate.doors import Doors
from pggate.errors import ObjectInUse, PgError
from pggate.types import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.config import Config
    from pggate.doors import Addresses
    from pggate.metrics import Metrics
    from pggate.session.live.gateway import Gateway

log = logs.Log("app")

LAG_INTERVAL: Final = 0.5
"""Seconds between two looks at how late the event loop is."""

MEASURE_INTERVAL: Final = 30.0
"""Seconds between two countings of rows and bytes for pggate.topics."""

RECEIPTS_INTERVAL: Final = 5.0
"""Seconds between two copies of receipts; until then their keys are in memory."""
KEEP_INTERVAL: Final = 5.0
"""Seconds between two looks at whether a PostgreSQL catalog is still ours."""


async def serve(config: Config, ready: Callable[[Addresses], None], stop: asyncio.Event) -> None:
    """
    Run a gateway until `stop` is set.

    Args:
        ready: Called when every listener accepts.

    Raises:
        DirectoryInUseError: Another process holds the data directory.
        ListenError: A listener's address cannot be had.
        ObjectInUse: Another gateway has the catalog.
        PgError: A part cannot be opened.

    """
    if not rows.IS_COMPILED:
        log.warning("rows_uncompiled", hint="install a C++ compiler and pggate again: results will be faster")
    with ExitStack() as stack:
        directory = DataDirectory(config.data_dir)
        stack.callback(directory.release)
        gateway = open_gateway(config, directory, stack)
        workers = ThreadPoolExecutor(config.limits.max_connections + 1, thread_name_prefix="session")
        stack.callback(workers.shutdown)
        doors = Doors(gateway, workers)
        gateway.upkeep.start()
        try:
            addresses = await doors.start()
            directory.announce(asdict(addresses))
            async with asyncio.TaskGroup() as upkeep:
                guard = upkeep.create_task(keep_catalog(gateway, stop))
                tasks = [
                    upkeep.create_task(watch_lag(gateway.metrics)),
                    upkeep.create_task(measure(gateway)),
                    upkeep.create_task(keep_receipts(gateway, timedelta(hours=config.ingest.receipts_hours))),
                ]
                ready(addresses)
                await stop.wait()
                for task in (guard, *tasks):
                    task.cancel()
        finally:
            await doors.stop(config.shutdown_grace_seconds)
        if not guard.cancelled():
            raise guard.result()


async def keep_catalog(gateway: Gateway, stop: asyncio.Event) -> ObjectInUse:
    """Keep other gateways off the catalog; where one has come all the same, stop and say so."""
    while True:
        await asyncio.sleep(KEEP_INTERVAL)
        try:
            await asyncio.to_thread(gateway.keep_catalog)
        except ObjectInUse as taken:
            log.error("catalog_taken", reason=taken.message)
            stop.set()
            return taken
        except PgError as error:
            log.warning("catalog_unguarded", error=error.message)


async def watch_lag(metrics: Metrics) -> None:
    """Measure how late the event loop runs what is due."""
    while True:
        due = time.monotonic() + LAG_INTERVAL
        await asyncio.sleep(LAG_INTERVAL)
        metrics.loop.lagged(time.monotonic() - due)


async def keep_receipts(gateway: Gateway, retention: timedelta) -> None:
    """
    Copy receipts from the snapshots that carry them to the registry, and forget the old ones: by the time
    that has really passed.  A clock that jumps ahead would take all keys with it, and repeats would double.
    """
    began, since = datetime.now(UTC), time.monotonic()
    while True:
        await asyncio.sleep(RECEIPTS_INTERVAL)
        now = min(datetime.now(UTC), began + timedelta(seconds=time.monotonic() - since))
        try:
            await asyncio.to_thread(gateway.databases.copy_receipts)
            await asyncio.to_thread(gateway.databases.forget_receipts, now - retention)
        except PgError as error:
            log.warning("receipts_behind", error=error.message)


async def measure(gateway: Gateway) -> None:
    """Keep the mirror up to date, and the row and byte counts of pggate.topics about right."""
    while True:
        try:
            await asyncio.to_thread(gateway.mirror.refresh)  # had it not been able to follow a definition
            await asyncio.to_thread(gateway.mirror.measure)
        except PgError as error:
            log.warning("measure_failed", error=error.message)
        await asyncio.sleep(MEASURE_INTERVAL)
