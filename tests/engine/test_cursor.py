from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

import pytest

from pggate.engine.result import ResultColumn
from pggate.errors import (
    InFailedSqlTransaction,
    InvalidTextRepresentation,
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from tests.engine.attaching import attach
from tests.engine.results import NUMBERS, count

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine


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


def test_begin_commit_rollback(engine: Engine, cursor: Cursor) -> None:
    attach(engine, "tx")
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


def test_a_cursor_moves_between_threads(cursor: Cursor) -> None:
    result = cursor.run(NUMBERS.format(30_001))
    counts: list[int] = []
    for _ in range(2):
        thread = threading.Thread(target=lambda: counts.append(next(result.batches()).num_rows))
        thread.start()
        thread.join()
    assert sum(counts) + count(result) == 30_000
