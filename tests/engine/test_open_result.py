"""
Results that are read bit by bit, alone and several of one cursor.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.engine.database import Engine
from pggate.engine.settings import EngineSettings
from pggate.errors import (
    ConfigurationLimitExceeded,
    InvalidCursorState,
    InvalidTextRepresentation,
    PgError,
)
from tests.engine.attaching import attach
from tests.engine.results import NUMBERS, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor
    from pggate.engine.result import Result

FAILS_AT_500_000 = (
    "SELECT CAST(CASE WHEN i = 500000 THEN 'bad' ELSE '1' END AS INTEGER) FROM range(1, 1000001) t(i)"
)


@pytest.fixture
def alone(tmp_path: Path, without_extensions: None) -> Iterator[Cursor]:
    """A cursor of an engine with one thread: of several, another than the one that failed may be heard first."""
    engine = Engine.open(EngineSettings(temp_directory=tmp_path / "tmp", threads=1))
    cursor = engine.cursor()
    yield cursor
    cursor.close()
    engine.close()


def read_until_error(result: Result) -> tuple[int, PgError | None]:
    rows = 0
    try:
        for batch in result.batches():
            rows += batch.num_rows
    except PgError as error:
        return rows, error
    return rows, None


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def open_files(part: str) -> int:
    """
    How many of our file descriptors are of files whose path has `part` in it.
    """
    found = 0
    for entry in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # the directory's own
            found += part in str(entry.readlink())
    return found


def test_batches_have_at_most_the_size_asked_for(cursor: Cursor) -> None:
    sizes = [batch.num_rows for batch in cursor.run(NUMBERS.format(10_001), batch_rows=2048).batches()]
    assert sum(sizes) == 10_000
    assert max(sizes) <= 2048
    assert min(sizes) > 0


@pytest.mark.slow
def test_ten_million_rows_pass_through_little_memory(cursor: Cursor) -> None:
    result = cursor.run("SELECT i, i::VARCHAR || 'padding' AS v FROM generate_series(1, 10000000) t(i)")
    rows = 0
    start = 0
    for number, batch in enumerate(result.batches()):
        rows += batch.num_rows
        if number == 20:
            start = resident_bytes()
    assert rows == 10_000_000
    assert resident_bytes() - start < 64 << 20


def test_a_result_that_waits_does_not_compute_ahead_without_end(cursor: Cursor) -> None:
    result = cursor.run("SELECT i, repeat('x', 100) AS v FROM range(1000000000) t(i)")
    assert result.next_batch() is not None
    before = resident_bytes()
    time.sleep(0.3)  # for what must not happen there is nothing to wait for
    assert resident_bytes() - before < 64 << 20
    result.close()


def test_an_error_comes_at_its_row(alone: Cursor) -> None:
    result = alone.run(FAILS_AT_500_000)
    rows, error = read_until_error(result)
    assert 0 < rows < 500_000
    assert isinstance(error, InvalidTextRepresentation)
    assert error.message == 'invalid input syntax for type integer: "bad"'
    assert error.position == 8
    assert result.next_batch() is None
    assert alone.rows("SELECT 1") == [(1,)]


def test_closing_early_ends_the_statement_and_its_transaction(
    engine: Engine, cursor: Cursor, tmp_path: Path
) -> None:
    attach(engine, "early", str(tmp_path / "early.duckdb"))
    cursor.run("CREATE TABLE early.main.t AS SELECT * FROM range(1000000)")
    result = cursor.run("SELECT * FROM early.main.t")
    assert result.next_batch() is not None
    assert open_files("early.duckdb") > 0
    result.close()
    engine.detach("early")  # nothing holds the file any longer
    assert open_files("early.duckdb") == 0
    assert result.next_batch() is None


def test_interleaved_results_lose_no_row(cursor: Cursor) -> None:
    """
    duckdb 1.5.5 alone ends the first result without a word when the second statement runs.
    """
    results = [cursor.run(NUMBERS.format(rows + 1), batch_rows=2048) for rows in (50_000, 30_000, 70_000)]
    seen: list[list[int]] = [[], [], []]
    while any(batches := [result.next_batch() for result in results]):
        for numbers, batch in zip(seen, batches, strict=True):
            if batch is not None:
                numbers.extend(batch.column(0).to_pylist())
        cursor.rows("SELECT 1")
    assert [len(numbers) for numbers in seen] == [50_000, 30_000, 70_000]
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in seen)


@pytest.mark.parametrize("sql", ["SELECT nope", "COMMIT"])
def test_a_failed_statement_and_a_commit_leave_a_result_whole(cursor: Cursor, sql: str) -> None:
    cursor.begin()
    result = cursor.run(NUMBERS.format(100_001))
    assert result.next_batch() is not None
    if sql == "COMMIT":
        cursor.commit()
    else:
        with pytest.raises(PgError):
            cursor.run(sql)
    assert count(result) == 100_000 - 8192


def test_a_rollback_ends_a_result_and_its_reader_hears_of_it(cursor: Cursor) -> None:
    cursor.begin()
    result = cursor.run("SELECT * FROM range(100000000000)")  # the rest is more than any spool takes
    assert result.next_batch() is not None
    cursor.rollback()
    with pytest.raises(InvalidCursorState):
        result.next_batch()
    assert result.next_batch() is None
    assert cursor.rows("SELECT 1") == [(1,)]


def test_every_type_survives_the_spool(cursor: Cursor) -> None:
    sql = (
        "SELECT i, i::DECIMAL(10,2) AS d, 'a'::ENUM('a', 'b') AS e, {'x': [i, NULL]} AS s, MAP {'k': i} AS m, "
        "union_value(u := i) AS u, INTERVAL 1 DAY AS iv, now() AS t, '1'::BIGNUM AS b, [i]::INTEGER[1] AS a, "
        "NULL AS n FROM range(3000) t(i)"
    )
    expected = cursor.run(sql, batch_rows=2048)
    cursor.begin()
    result = cursor.run(sql, batch_rows=2048)
    cursor.rows("SELECT 1")
    for left, right in zip(expected.batches(), result.batches(), strict=True):
        assert left.schema == right.schema
        assert left.drop_columns("t").equals(right.drop_columns("t"))  # now() is the transaction's
    cursor.rollback()


def test_an_error_while_setting_aside_reaches_the_reader_at_its_place(alone: Cursor) -> None:
    result = alone.run(FAILS_AT_500_000)
    assert alone.rows("SELECT 'not mine'") == [("not mine",)]
    rows, error = read_until_error(result)
    assert 0 < rows < 500_000
    assert isinstance(error, InvalidTextRepresentation)


def test_a_result_outlives_its_cursor_once_it_was_set_aside(engine: Engine) -> None:
    cursor = engine.cursor()
    result = cursor.run(NUMBERS.format(1001))
    cursor.rows("SELECT 1")
    open_result = cursor.run("SELECT 1")
    cursor.close()
    assert count(result) == 1000
    assert open_result.next_batch() is None


def test_registering_a_table_counts_as_use(cursor: Cursor) -> None:
    result = cursor.run(NUMBERS.format(10_001))
    cursor.register("numbers", pa.table({"n": [1, 2, 3]}))
    assert cursor.rows("SELECT sum(n) FROM numbers") == [(6,)]
    assert count(result) == 10_000
    cursor.unregister("numbers")
    with pytest.raises(PgError):
        cursor.rows("SELECT * FROM numbers")


@pytest.mark.usefixtures("without_extensions")
def test_a_result_too_large_to_set_aside_refuses_the_next_statement(tmp_path: Path) -> None:
    engine = Engine.open(EngineSettings(tmp_path, spool_limit=200_000))
    cursor = engine.cursor()
    result = cursor.run(NUMBERS.format(500_001))
    with pytest.raises(ConfigurationLimitExceeded):
        cursor.run("SELECT 1")
    with pytest.raises(ConfigurationLimitExceeded):
        cursor.run("SELECT 1")
    assert count(result) == 500_000
    assert cursor.rows("SELECT 1") == [(1,)]
    cursor.close()
    engine.close()


def test_a_spool_is_gone_with_its_result(cursor: Cursor) -> None:
    before = open_files("/results/")
    result = cursor.run(NUMBERS.format(100_001))
    cursor.rows("SELECT 1")
    assert result.spool is not None
    assert result.spool.size > 0
    assert open_files("/results/") == before + 1
    result.close()
    assert result.spool is None
    assert open_files("/results/") == before


def test_a_variant_is_known_by_its_type_and_read_as_another(cursor: Cursor) -> None:
    with cursor.run("select 1::variant as v") as result:
        assert [column.duckdb_type for column in result.columns] == ["VARIANT"]
    assert cursor.rows("select v::json from (select {'a': 1}::variant as v)") == [('{"a":1}',)]
    with pytest.raises(PgError, match="VARIANT"), cursor.run("select 1::variant as v") as result:
        result.next_batch()
