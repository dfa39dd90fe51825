"""
Rows that come in while a transaction goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.engine.cursor import Cursor
from pggate.engine.incoming import INCOMING, Incoming
from pggate.errors import PgError, UndefinedTable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb

INSERT = f"INSERT INTO t SELECT a FROM {INCOMING}"


@pytest.fixture
def cursor(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> Iterator[Cursor]:
    opened = Cursor(connection.cursor(), tmp_path, 1 << 20)
    opened.run("CREATE OR REPLACE TEMP TABLE t (a BIGINT)")
    opened.begin()
    yield opened
    opened.close()


def numbers(*values: int) -> pa.Table:
    return pa.table({"a": pa.array(values, pa.int64())})


def test_the_rows_are_others_every_time(cursor: Cursor) -> None:
    incoming = Incoming(cursor)
    incoming.run(INSERT, numbers(1, 2))
    incoming.run(INSERT, numbers())
    incoming.run(INSERT, pa.concat_tables([numbers(3), numbers(4, 5)]))
    incoming.close()
    cursor.commit()
    assert cursor.rows("SELECT a FROM t ORDER BY a") == [(1,), (2,), (3,), (4,), (5,)]


def test_only_the_last_rows_take_memory(cursor: Cursor) -> None:
    incoming, before = Incoming(cursor), pa.total_allocated_bytes()
    for _ in range(10):
        incoming.run(INSERT, pa.table({"a": pa.array(range(100_000), pa.int64())}))
    assert pa.total_allocated_bytes() - before < 1_000_000
    assert cursor.rows("SELECT count(*) FROM t") == [(1_000_000,)]


def test_afterwards_nothing_is_known_by_its_name(cursor: Cursor) -> None:
    incoming = Incoming(cursor)
    incoming.close()
    incoming.run(INSERT, numbers(1))
    incoming.close()
    incoming.close()
    with pytest.raises(UndefinedTable):
        cursor.run(INSERT)


def test_nor_after_a_rollback(cursor: Cursor) -> None:
    incoming = Incoming(cursor)
    incoming.run(INSERT, numbers(1))
    with pytest.raises(PgError, match="nope"):
        incoming.run(f"INSERT INTO t SELECT nope FROM {INCOMING}", numbers(2))
    cursor.rollback()
    with pytest.raises(UndefinedTable):
        cursor.run(INSERT)
    again = Incoming(cursor)
    again.run(INSERT, numbers(3))
    assert cursor.rows("SELECT a FROM t") == [(3,)]
