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
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from bench import tables
from bench.measuring import Measured, medians

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.servers import World

SECONDS: Final = 1
"""Of a run; what a first statement takes longer is within its noise."""
CLIENTS: Final = (1, 8)
RATE: Final = re.compile(r"tps = ([\d.]+)")

STATEMENTS: Final = {
    "select :random": "select {n}",
    "point query by key": "select a, c from {schema}.mixed where a = {n}",
}


def statements(world: World) -> Iterator[Measured]:
    """pgbench against pggate, threads of DuckDB in process, and buenavista; all of them on the same lake."""
    tables.mixed(world)
    world.give_lake_to_buenavista()
    inside = world.lake_in_process()
    ours = (*world.gateway.addresses["pgwire"], "pggate", "pggate")
    theirs = (*world.buenavista, "postgres", "main")
    for name, sql in STATEMENTS.items():
        for clients in CLIENTS:
            title = f"pgbench, {name}, {clients} at a time"
            rates = medians(
                {
                    "DuckDB": partial(_inside, inside, sql.replace("{schema}", "lake.public"), clients),
                    "simple": partial(_pgbench, world, sql, "public", ours, clients, "simple"),
                    "prepared": partial(_pgbench, world, sql, "public", ours, clients, "prepared"),
                    "buenavista": partial(_pgbench, world, sql, "lake.public", theirs, clients, "simple"),
                }
            )
            for mode in ("simple", "prepared"):
                yield Measured(f"{title}, {mode}", rates[mode], rates["DuckDB"], "DuckDB inside", "1/s", 0.5)
            yield Measured(f"{title}, simple", rates["simple"], rates["buenavista"], "buenavista", "1/s", 2)


def _pgbench(
    world: World, sql: str, schema: str, server: tuple[str, int, str, str], clients: int, mode: str
) -> float:
    script = world.directory / "script.sql"
    script.write_text(f"\\set n random(1, 999999)\n{sql.format(schema=schema, n=':n')};\n")
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


def _inside(connection: Any, sql: str, threads: int) -> float:
    """Statements a second of DuckDB in this process on the same lake, that many threads."""
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
