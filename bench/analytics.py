"""
Ten analytic queries over six million lines of orders.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from bench import tables
from bench.measuring import Measured, interleaved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.servers import World


def queries(world: World) -> Iterator[Measured]:
    """Each query by pggate, by DuckDB in process on the same lake, and by PostgreSQL."""
    tables.orders(world)
    ours, theirs = world.to_gateway(), world.to_postgres()
    inside = world.lake_in_process()
    totals = {"pggate": 0.0, "DuckDB": 0.0, "PostgreSQL 15": 0.0}
    for sql in tables.sql("analytics").split(";"):
        contestants = {
            "pggate": partial(ours.query, sql),
            "DuckDB": partial(_fetched, inside, sql),
            "PostgreSQL 15": partial(theirs.query, sql),
        }
        for name, taken in interleaved(contestants, rounds=3).items():
            totals[name] += taken
    name = "10 analytic queries over 6M lines, in total"
    yield Measured(name, totals["pggate"], totals["DuckDB"], "DuckDB inside", "s", 1 / 1.1)
    yield Measured(name, totals["pggate"], totals["PostgreSQL 15"], "PostgreSQL 15", "s", 10)


def _fetched(connection: Any, sql: str) -> Any:
    return connection.execute(sql).fetchall()
