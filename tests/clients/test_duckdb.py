"""
DuckDB's own postgres extension: ATTACH, reading by COPY TO STDOUT, writing by COPY FROM STDIN, both in binary.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

COLUMNS = """
    i as a, 'ä' || i as b, i / 2.0::double as c, i::decimal(10, 2) as d, timestamp '2024-02-29 12:30:15.123456' as e,
    i % 2 = 0 as f, date '2024-02-29' + i as g, i::bigint * 10000000000 as h, 'a\\x00\\xFF'::blob as j,
    uuid '11111111-2222-3333-4444-555555555555' as k, [i, null, 3] as l, ['ä', null, i::varchar] as m
"""
ROWS = f"select {COLUMNS} from range(5000) as r (n), (select n::int as i) union all select * from (select null) as x (a), (select {','.join(['null'] * 11)})"
SAME = "select count(*), count(distinct r), bit_xor(hash(r)) from (from {}) as r"


def extension(name: str) -> Path:
    found = importlib.util.find_spec(f"duckdb_extension_{name}")
    assert found is not None
    assert found.submodule_search_locations is not None
    return next(Path(found.submodule_search_locations[0]).rglob(f"{name}.duckdb_extension"))


@pytest.fixture
def duck(server: Server) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"allow_unsigned_extensions": "true"}) as connection:
        connection.execute(f"LOAD '{extension('postgres_scanner')}'")
        attach(connection, server, "g")
        connection.execute(f"create table here as {ROWS}")
        yield connection


def attach(connection: duckdb.DuckDBPyConnection, server: Server, name: str) -> None:
    connection.execute(f"ATTACH '{server.dsn}' AS {name} (TYPE postgres)")


def one(connection: duckdb.DuckDBPyConnection, sql: str) -> Any:
    row = connection.execute(sql).fetchone()
    assert row is not None
    return row


def test_a_table_goes_there_and_comes_back(duck: duckdb.DuckDBPyConnection) -> None:
    duck.execute("create table g.t as from here")
    assert one(duck, SAME.format("g.t")) == one(duck, SAME.format("here"))
    duck.execute("create table back as from g.t")
    assert one(duck, SAME.format("back")) == one(duck, SAME.format("here"))


def test_a_table_that_was_there_before(server: Server, duck: duckdb.DuckDBPyConnection) -> None:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute("create table before (a int, b text default 'd')")
        connection.execute("insert into before values (1, 'x')")
        duck.execute("call pg_clear_cache()")
        duck.execute("insert into g.before (a) values (2), (null)")
        duck.execute("insert into g.before select 3, 'y'")
        assert duck.execute("select a, b from g.before order by a nulls last").fetchall() == [
            (1, "x"),
            (2, "d"),
            (3, "y"),
            (None, "d"),
        ]
        found = connection.execute("select count(*), count(a), sum(a) from before").fetchone()
        assert found == (4, 3, 6)
    assert one(duck, "select count(*) from g.before where a > 1") == (2,)


def test_a_transaction(duck: duckdb.DuckDBPyConnection) -> None:
    duck.execute("create table g.t (a int)")
    duck.execute("begin")
    duck.execute("insert into g.t select range from range(1000)")
    assert one(duck, "select count(*) from g.t") == (1000,)
    duck.execute("rollback")
    assert one(duck, "select count(*) from g.t") == (0,)


def test_files_go_through(duck: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    duck.execute("create table g.t as from here limit 0")
    duck.execute(f"copy here to '{tmp_path}/x.parquet'")
    duck.execute(f"copy g.t from '{tmp_path}/x.parquet'")
    assert one(duck, SAME.format("g.t")) == one(duck, SAME.format("here"))


def test_a_table_that_it_reads_on_several_connections(duck: duckdb.DuckDBPyConnection) -> None:
    """It counts the pages of what it has written, and splits a scan by a thousand of them."""
    duck.execute("create table g.t (a int, b text)")
    for _ in range(3):
        duck.execute("insert into g.t select range, repeat('x', 100) from range(100000)")
    assert one(duck, "select count(*), sum(a) from g.t") == (300_000, 3 * 4_999_950_000)
    assert one(duck, "select count(*) from g.t where b <> 'x'") == (300_000,)


def test_a_row_that_does_not_fit(server: Server, duck: duckdb.DuckDBPyConnection) -> None:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute("create table strict (a int not null)")
    with pytest.raises(duckdb.Error, match=r"not-null constraint|NOT NULL"):
        duck.execute("insert into g.strict values (1), (null)")
    assert one(duck, "select count(*) from g.strict") == (0,)
