"""
pggate doctor: do tools find what they ask the catalogs for?

It makes a database of its own on the server that holds the data directory, sends there what each tool sends
while it connects and browses, and compares the answers with PostgreSQL's.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from pggate.commands.client import ClientError, ask, connect
from pggate.doctor import examination, scripts

if TYPE_CHECKING:
    import argparse

    import asyncpg

    from pggate.config import Config
    from pggate.doctor.examination import Connect


def run(config: Config, options: argparse.Namespace) -> int:
    """Print a line for each tool, and for each of its statements that is answered otherwise; 1 if one is."""
    unknown = sorted(set(options.tools) - set(scripts.names()))
    if unknown:
        raise ClientError(f"there is no tool {unknown[0]}; there are {', '.join(scripts.names())}")
    tools = tuple(options.tools) or scripts.names()

    async def examined(connection: asyncpg.Connection) -> int:
        await connection.execute(f"CREATE DATABASE {examination.DATABASE}")
        try:
            return await _examine(partial(connect, config, examination.DATABASE), tools)
        finally:
            await connection.execute(f"DROP DATABASE {examination.DATABASE}")

    faults: int = ask(config, examined)
    return 1 if faults else 0


async def _examine(connect: Connect, tools: tuple[str, ...]) -> int:
    await examination.furnish(connect)
    steps: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    async for finding in examination.examine(connect, tools):
        steps[finding.tool] += 1
        if finding.difference:
            faults[finding.tool] += 1
            print(f"     {finding.tool} {finding.step.title}: {finding.difference}")
    for tool in tools:
        right = steps[tool] - faults[tool]
        print(f"{'FAIL' if faults[tool] else 'ok  '} {tool}: {right} of {steps[tool]}")
    return faults.total()
