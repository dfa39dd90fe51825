from __future__ import annotations

import contextlib
import datetime as dt
import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.engine.database import Engine, EngineSettings
from pggate.engine.result import ResultColumn
from pggate.errors import (
    ConfigurationLimitExceeded,
    InFailedSqlTransaction,
    InvalidCursorState,
    InvalidTextRepresentation,
    PgError,
    QueryCanceled,
    SyntaxError,  # noqa: A004
    UndefinedParameter,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.query import Cursor
    from pggate.engine.result import Result

ENDLESS = "SELECT count(*) FROM range(100000000000) a(x) WHERE x % 3 = 5"
NUMBERS = "SELECT i FROM range(1, {}) t(i)"
FAILS_AT_500_000 = (
    "SELECT CAST(CASE WHEN i = 500000 THEN 'bad' ELSE '1' END AS INTEGER) FROM range(1, 1000001) t(i)"
)


def count(result: Result) -> int:
    return sum(batch.num_rows for batch in result.batches())


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


@contextlib.contextmanager
def interrupted(cursor: Cursor, after: float) -> Iterator[None]:
    timer = threading.Timer(after, cursor.interrupt)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


# --- what comes back


@pytest.mark.parametrize(
    ("sql", "columns"),
    [
        ('SELECT 1 AS a, 2 AS a, 3 AS "A"', [("a", "INTEGER"), ("a", "INTEGER"), ("A", "INTEGER")]),
        ("SELECT 1::DECIMAL(10,2) AS d WHERE false", [("d", "DECIMAL(10,2)")]),
        ("SELECT NULL AS n, [] AS l", [("n", "INTEGER"), ("l", "INTEGER[]")]),
        ("SELECT {'a': 1, 'b c': 'x'} AS s", [("s", 'STRUCT(a INTEGER, "b c" VARCHAR)')]),
        ("SELECT 'a'::ENUM('a', 'it''s') AS e", [("e", "ENUM('a', 'it''s')")]),
        ("SELECT '{}'::JSON AS j, ['1'::JSON] AS js", [("j", "JSON"), ("js", "JSON[]")]),
        ("SELECT now() AS t", [("t", "TIMESTAMP WITH TIME ZONE")]),
        ("VALUES (1, 'x')", [("col0", "INTEGER"), ("col1", "VARCHAR")]),
        ("EXPLAIN SELECT 1", [("explain_key", "VARCHAR"), ("explain_value", "VARCHAR")]),
    ],
)
def test_columns_are_there_before_the_rows(cursor: Cursor, sql: str, columns: list[tuple[str, str]]) -> None:
    with cursor.run(sql) as result:
        assert result.returns_rows
        assert result.columns == tuple(ResultColumn(*column) for column in columns)


def test_columns_of_the_same_name_keep_their_values(cursor: Cursor) -> None:
    batch = cursor.run("SELECT 1 AS a, 'x' AS a").next_batch()
    assert batch is not None
    assert batch.schema.names == ["a", "a"]
    assert [column.to_pylist() for column in batch.columns] == [[1], ["x"]]


def test_no_rows_is_no_batch(cursor: Cursor) -> None:
    assert cursor.run("SELECT 1 WHERE false").next_batch() is None


CHANGED = [
    ("INSERT INTO c VALUES (1), (2), (3)", False, 3),
    ("INSERT INTO c SELECT 4 WHERE false", False, 0),
    ("UPDATE c SET a = a + 1 WHERE a > 1", False, 2),
    ("DELETE FROM c WHERE a = 99", False, 0),
    ("TRUNCATE c", False, 3),
    ("INSERT INTO c VALUES ('5')", False, 1),
    ("INSERT INTO c SELECT 6 WHERE 'returning' <> ''", False, 1),
    ('INSERT INTO c VALUES (7) RETURNING a::BIGINT AS "Count"', True, None),
    ("DELETE FROM c WHERE a = 5 RETURNING a", True, None),
    ("MERGE INTO c USING (SELECT 6 AS x) s ON a = x WHEN MATCHED THEN UPDATE SET a = 60", False, 1),
    (
        "MERGE INTO c USING (SELECT 60 AS x) s ON a = x WHEN MATCHED THEN DELETE RETURNING merge_action",
        True,
        None,
    ),
    ("CREATE OR REPLACE TEMP TABLE c2 AS SELECT * FROM range(5)", False, 5),
    ("CREATE TEMP TABLE c3 (a INTEGER)", False, None),
    ("ALTER TABLE c3 ADD COLUMN b INTEGER", False, None),
    ("DROP TABLE c3", False, None),
    ("SET VARIABLE x = 1", False, None),
    ("BEGIN", False, None),
    ("ROLLBACK", False, None),
    ("", False, None),
    ("-- nothing", False, None),
    ("PIVOT (SELECT 1 AS a, 2 AS b) ON a USING sum(b)", True, None),
    ("SHOW TABLES", True, None),
    ('SELECT 1::BIGINT AS "Count"', True, None),
]


def test_what_a_statement_changed(cursor: Cursor) -> None:
    cursor.run("CREATE TEMP TABLE c (a INTEGER)")
    answers = []
    for sql, _, _ in CHANGED:
        with cursor.run(sql) as result:
            answers.append((sql, result.returns_rows, result.changed))
            assert bool(result.columns) == result.returns_rows
    assert answers == CHANGED


def test_copy_to_a_file_counts_rows(cursor: Cursor, tmp_path: Path) -> None:
    assert cursor.run(f"COPY (SELECT * FROM range(7)) TO '{tmp_path}/x.csv'").changed == 7


def test_one_statement_at_a_time(cursor: Cursor) -> None:
    with pytest.raises(SyntaxError):
        cursor.run("SELECT 1; SELECT 2")


def test_rows_as_python_values(cursor: Cursor) -> None:
    zone = dt.UTC
    rows = cursor.rows(
        "SELECT 1, 'x', NULL, TIMESTAMPTZ '2020-01-02 03:04:05+00', [1, NULL] UNION ALL SELECT 2, '', NULL, NULL, []"
    )
    assert rows == [
        (1, "x", None, dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=zone), [1, None]),
        (2, "", None, None, []),
    ]


# --- parameters


@pytest.mark.parametrize(
    ("sql", "parameters", "rows"),
    [
        ("SELECT $1::INTEGER + $1::INTEGER", [2], [(4,)]),
        ("SELECT $3, $1", ["a", "unused", "c"], [("c", "a")]),
        ("SELECT $1::INTEGER", [None], [(None,)]),
        ("SELECT 1", ["unused"], [(1,)]),
        ("SELECT $1::BIGINT[]", [[1, None]], [([1, None],)]),
        ("SELECT $1::DATE = 'infinity'::DATE", ["infinity"], [(True,)]),
        ("SELECT $1, $2", [2**63, b"\0\xff"], [(2**63, b"\0\xff")]),
        ("SELECT $10 || $1", [*"abcdefghij"], [("ja",)]),
    ],
)
def test_parameters(
    cursor: Cursor, sql: str, parameters: list[object], rows: list[tuple[object, ...]]
) -> None:
    assert cursor.rows(sql, parameters) == rows


@pytest.mark.parametrize(
    ("sql", "parameters", "sqlstate"),
    [
        ("SELECT $1", [], "42P02"),
        ("SELECT $1", None, "42P02"),
        ("SELECT $3", [1, 2], "42P02"),
        ("SELECT $name", [1], "42601"),
        ("SELECT $1::INTEGER", ["x"], "22P02"),
        ("SELECT $1", [object()], "0A000"),
        ("SELECT $1", [2**200], "22023"),
    ],
)
def test_parameters_that_fail(
    cursor: Cursor, sql: str, parameters: list[object] | None, sqlstate: str
) -> None:
    with pytest.raises(PgError) as caught:
        cursor.rows(sql, parameters)
    assert caught.value.code == sqlstate
    assert cursor.rows("SELECT 1") == [(1,)]


def test_which_parameter_is_missing(cursor: Cursor) -> None:
    with pytest.raises(UndefinedParameter, match=r"^there is no parameter \$2$"):
        cursor.run("SELECT $2", [1])


# --- streaming


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


def test_an_error_comes_at_its_row(cursor: Cursor) -> None:
    result = cursor.run(FAILS_AT_500_000)
    rows, error = read_until_error(result)
    assert 0 < rows < 500_000
    assert isinstance(error, InvalidTextRepresentation)
    assert error.message == 'invalid input syntax for type integer: "bad"'
    assert error.position == 8
    assert result.next_batch() is None
    assert cursor.rows("SELECT 1") == [(1,)]


def test_closing_early_ends_the_statement_and_its_transaction(
    engine: Engine, cursor: Cursor, tmp_path: Path
) -> None:
    engine.attach_file("early", tmp_path / "early.duckdb")
    cursor.run("CREATE TABLE early.main.t AS SELECT * FROM range(1000000)")
    result = cursor.run("SELECT * FROM early.main.t")
    assert result.next_batch() is not None
    assert open_files("early.duckdb") > 0
    result.close()
    engine.detach("early")  # nothing holds the file any longer
    assert open_files("early.duckdb") == 0
    assert result.next_batch() is None


# --- several results of one cursor


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


def test_an_error_while_setting_aside_reaches_the_reader_at_its_place(cursor: Cursor) -> None:
    result = cursor.run(FAILS_AT_500_000)
    assert cursor.rows("SELECT 'not mine'") == [("not mine",)]
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


# --- transactions


def test_begin_commit_rollback(engine: Engine, cursor: Cursor) -> None:
    engine.attach_memory("tx")
    other = engine.cursor()
    cursor.run("CREATE TABLE tx.main.t (a INTEGER)")
    cursor.begin()
    cursor.run("INSERT INTO tx.main.t VALUES (1)")
    assert other.rows("SELECT count(*) FROM tx.main.t") == [(0,)]
    cursor.rollback()
    cursor.begin()
    cursor.run("INSERT INTO tx.main.t VALUES (2)")
    cursor.commit()
    assert other.rows("SELECT * FROM tx.main.t") == [(2,)]
    cursor.begin(read_only=True)
    with pytest.raises(PgError) as caught:
        cursor.run("INSERT INTO tx.main.t VALUES (3)")
    assert caught.value.code == "25006"
    cursor.rollback()
    other.close()
    engine.detach("tx")


def test_an_error_that_aborts_the_transaction(cursor: Cursor) -> None:
    cursor.begin()
    with pytest.raises(InvalidTextRepresentation):
        cursor.rows("SELECT 'x'::INTEGER")
    with pytest.raises(InFailedSqlTransaction):
        cursor.rows("SELECT 1")
    cursor.rollback()
    assert cursor.rows("SELECT 1") == [(1,)]


# --- cancelling


def test_cancelling_what_runs(cursor: Cursor) -> None:
    start = time.monotonic()
    with interrupted(cursor, 0.1), pytest.raises(QueryCanceled) as caught:
        cursor.rows(ENDLESS)
    assert caught.value.code == "57014"
    assert caught.value.message == "canceling statement due to user request"
    assert time.monotonic() - start < 5
    assert cursor.rows("SELECT 1") == [(1,)]


def test_cancelling_what_acts(cursor: Cursor) -> None:
    cursor.run("CREATE TEMP TABLE big (a BIGINT)")
    with interrupted(cursor, 0.1), pytest.raises(QueryCanceled):
        cursor.run("INSERT INTO big SELECT x FROM range(100000000000) a(x) WHERE x % 3 = 5")
    assert cursor.rows("SELECT count(*) FROM big") == [(0,)]


def test_cancelling_a_stream(cursor: Cursor) -> None:
    result = cursor.run("SELECT * FROM range(100000000000)")
    with interrupted(cursor, 0.1), pytest.raises(QueryCanceled):
        count(result)
    assert result.next_batch() is None
    assert cursor.rows("SELECT 1") == [(1,)]


def test_cancelling_between_two_batches(cursor: Cursor) -> None:
    result = cursor.run("SELECT * FROM range(100000000)")
    assert result.next_batch() is not None
    assert cursor.interrupt()
    with pytest.raises(QueryCanceled):
        result.next_batch()
    assert cursor.rows("SELECT 1") == [(1,)]


def test_cancelling_a_waiting_result_is_not_for_the_next_statement(cursor: Cursor) -> None:
    result = cursor.run("SELECT * FROM range(100000000)")
    assert cursor.interrupt()
    assert cursor.rows("SELECT 1") == [(1,)]
    with pytest.raises(QueryCanceled):
        result.next_batch()


def test_cancelling_while_a_result_is_set_aside(cursor: Cursor) -> None:
    result = cursor.run("SELECT * FROM range(100000000000)")
    with interrupted(cursor, 0.1), pytest.raises(QueryCanceled):
        cursor.run("SELECT 1")
    with pytest.raises(QueryCanceled):
        count(result)
    assert cursor.rows("SELECT 1") == [(1,)]


def test_cancelling_nothing(cursor: Cursor) -> None:
    assert not cursor.interrupt()
    assert cursor.rows("SELECT 1") == [(1,)]
    result = cursor.run("SELECT 1")
    assert count(result) == 1
    assert not cursor.interrupt()
    result = cursor.run(NUMBERS.format(100_001))
    result.close()
    assert not cursor.interrupt()
    assert count(cursor.run(NUMBERS.format(100_001))) == 100_000


def test_cancelling_before_it_runs(engine: Engine) -> None:
    canceled = True
    with contextlib.closing(engine.cursor(lambda: canceled)) as cursor:
        for call in (lambda: cursor.run("SELECT 1"), cursor.begin):
            with pytest.raises(QueryCanceled):
                call()
        canceled = False
        cursor.begin()
        result = cursor.run("SELECT * FROM range(100000)")
        canceled = True
        with pytest.raises(QueryCanceled):
            result.next_batch()
        cursor.rollback()  # that nothing cancels
        canceled = False
        assert cursor.rows("SELECT 1") == [(1,)]


def test_a_storm_of_cancels_never_denies_a_commit(engine: Engine, cursor: Cursor) -> None:
    """duckdb 1.5.5: a COMMIT that is interrupted fails, and may have happened."""
    engine.attach_memory("kept")
    cursor.run("CREATE TABLE kept.t (a INTEGER)")
    stop, committed = threading.Event(), 0

    def storm() -> None:
        while not stop.is_set():
            cursor.interrupt()
            time.sleep(0.0002)

    thread = threading.Thread(target=storm)
    thread.start()
    for _ in range(150):
        try:
            cursor.begin()
            cursor.run("INSERT INTO kept.t VALUES (1)")
        except QueryCanceled:
            with contextlib.suppress(PgError):
                cursor.rollback()
            continue
        with cursor.shielded():
            cursor.commit()
            assert cursor.rows("SELECT 1") == [(1,)]
        committed += 1
    stop.set()
    thread.join()
    cursor.interrupt()
    assert cursor.rows("SELECT count(*) FROM kept.t") == [(committed,)]
    cursor.close()
    engine.detach("kept")


def test_a_storm_of_cancels_never_breaks_a_cursor(cursor: Cursor) -> None:
    stop = threading.Event()

    def storm() -> None:
        while not stop.is_set():
            cursor.interrupt()
            time.sleep(0.0005)

    thread = threading.Thread(target=storm)
    thread.start()
    outcomes = set()
    for _ in range(300):
        try:
            outcomes.add(count(cursor.run(NUMBERS.format(20_001))))
        except QueryCanceled:
            outcomes.add(-1)
    stop.set()
    thread.join()
    assert outcomes <= {20_000, -1}
    assert cursor.rows("SELECT 1") == [(1,)]


def test_a_cursor_moves_between_threads(cursor: Cursor) -> None:
    result = cursor.run(NUMBERS.format(30_001))
    counts: list[int] = []
    for _ in range(2):
        thread = threading.Thread(target=lambda: counts.append(next(result.batches()).num_rows))
        thread.start()
        thread.join()
    assert sum(counts) + count(result) == 30_000
