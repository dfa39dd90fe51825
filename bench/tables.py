"""
What is measured: tables made by the gateway's own SQL, and the same rows in the peers.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import duckdb

if TYPE_CHECKING:
    from bench.servers import World

ROWS: Final = 1_000_000

# The peers' columns; the gateway takes those of the query.
COLUMNS: Final = {
    "mixed": "a bigint, b int, c varchar, d double precision, e numeric(18, 2), f timestamp, g boolean",
    "lines": """
        order_key bigint, part_key int, supplier_key int, line_number int, quantity numeric(12, 2),
        extended_price numeric(12, 2), discount numeric(12, 2), tax numeric(12, 2), return_flag varchar,
        line_status varchar, ship_date date, receipt_date date, ship_mode varchar""",
    "orders": """
        order_key bigint primary key, customer_key int, status varchar, total_price numeric(12, 2),
        order_date date, priority varchar""",
    "customers": "customer_key int primary key, name varchar, nation_key int, segment varchar",
}
INDEXES: Final = ("create index on lines (order_key)", "create index on lines (ship_date)", "analyze lines")


def sql(name: str) -> str:
    """A file of sql/."""
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text()


def mixed(world: World) -> None:
    """A million rows of seven columns, as topic and table `mixed`."""
    _both(world, "mixed")


def mixed_in_buenavista(world: World) -> None:
    """The same in the file that buenavista serves; before it is started."""
    if not world.duckdb_file.exists():
        with duckdb.connect(str(world.duckdb_file)) as connection:
            connection.execute(f"create table mixed as {sql('mixed')}")


def orders(world: World) -> None:
    """Customers, orders and their lines in both servers."""
    for name in ("lines", "orders", "customers"):
        _both(world, name)
    world.run_in_postgres(*INDEXES)


def _both(world: World, name: str) -> None:
    world.run(f"create table {name} as {sql(name)}")
    world.run_in_postgres(f"create table {name} ({COLUMNS[name]})")
    world.copy_to_postgres(name)
