"""
Small statements: how many in a second, one client and eight, simple and prepared.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import threading
import time
from typing import TYPE_CHECKING, Final

from bench import tables
from bench.measuring import Measured

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.servers import World

SECONDS: Final = 5
CLIENTS: Final = (1, 8)
RATE: Final = re.compile(r"tps = ([\d.]+)")

SCRIPTS: Final = {
    "select :random": ("\\set n random(1, 1000000)\nselect :n;\n", "select {n}"),
    "point query by key": (
        "\\set n random(1, 999999)\nselect a, c from mixed where a = :n;\n",
        "select a, c from mixed where a = {n}",
    ),
}


def rates(world: World) -> Iterator[Measured]:
    """pgbench against pggate, threads of DuckDB in process, and buenavista where it can follow."""
    tables.mixed(world)
    tables.mixed_in_buenavista(world)
    ours, neighbour = world.gateway.addresses["pgwire"], world.buenavista
    for name, (script, sql) in SCRIPTS.items():
        file = world.directory / "script.sql"
        file.write_text(script)
        for clients in CLIENTS:
            inside = _inside(world, sql, clients)
            for mode in ("simple", "prepared"):
                rate = _pgbench(file, (*ours, "pggate", "pggate"), clients, mode)
                title = f"pgbench, {name}, {clients} at a time, {mode}"
                yield Measured(title, rate, inside, "DuckDB inside", "1/s", 0.5)
            rate = _pgbench(file, (*ours, "pggate", "pggate"), clients, "simple")
            slow = _pgbench(file, (*neighbour, "postgres", "main"), clients, "simple")
            yield Measured(
                f"pgbench, {name}, {clients} at a time, simple", rate, slow, "buenavista", "1/s", 2
            )


def _pgbench(script: Path, server: tuple[str, int, str, str], clients: int, mode: str) -> float:
    program = shutil.which("pgbench") or "/usr/lib/postgresql/15/bin/pgbench"
    host, port, user, database = server
    done = subprocess.run(
        [
            *(program, "-n", "-h", host, "-p", str(port), "-U", user, "-M", mode, "-f", str(script)),
            *("-c", str(clients), "-j", str(min(clients, 2)), "-T", str(SECONDS), database),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    found = RATE.search(done.stdout)
    assert found is not None, done.stdout + done.stderr
    return float(found[1])


def _inside(world: World, sql: str, threads: int) -> float:
    """Statements a second of DuckDB in this process on the same lake, that many threads."""
    connection = world.lake_in_process()
    ends = time.perf_counter() + SECONDS
    counts = [0] * threads

    def work(number: int) -> None:
        cursor, numbers = connection.cursor(), random.Random(number)
        cursor.execute("use lake.public")
        while time.perf_counter() < ends:
            cursor.execute(sql.format(n=numbers.randrange(1, 999_999))).fetchall()
            counts[number] += 1

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(counts) / SECONDS
