"""
What stops a statement from outside, and transactions, as PostgreSQL tells of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.database import Engine
from pggate.engine.settings import EngineSettings
from pggate.errors import PgError
from tests.engine.failures import failure, told

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.engine.cursor import Cursor


@pytest.mark.parametrize(
    ("sql", "sqlstate", "message"),
    [
        ("commit", "25P01", "there is no transaction in progress"),
        ("rollback", "25P01", "there is no transaction in progress"),
    ],
)
def test_statements(lakes: Cursor, sql: str, sqlstate: str, message: str) -> None:
    error = failure(lakes, sql)
    assert (error.code, error.message) == (sqlstate, message)


@pytest.mark.parametrize(
    ("statements", "sqlstate", "message", "hint"),
    [
        (
            ("BEGIN TRANSACTION READ ONLY", "INSERT INTO t VALUES (1, 'a', 1)"),
            "25006",
            "cannot execute a writing statement in a read-only transaction",
            None,
        ),
        (
            ("BEGIN", "INSERT INTO t VALUES (1, 'a', 1)", 'INSERT INTO "lake:b".public.t VALUES (1)'),
            "0A000",
            "a transaction can write to one database only",
            "Write the second database in a transaction of its own.",
        ),
    ],
)
def test_failures_of_transactions(
    lakes: Cursor, statements: tuple[str, ...], sqlstate: str, message: str, hint: str | None
) -> None:
    error = failure(lakes, *statements)
    assert (error.code, error.message, error.hint) == (sqlstate, message, hint)


def test_a_transaction_in_a_transaction(lakes: Cursor) -> None:
    lakes.begin()
    error = failure(lakes, "BEGIN")
    assert (error.code, error.message) == ("25001", "there is already a transaction in progress")
    lakes.rollback()


def test_an_aborted_transaction(lakes: Cursor) -> None:
    lakes.begin()
    failure(lakes, "SELECT 'x'::INTEGER")
    error = failure(lakes, "SELECT 1")
    assert (error.code, error.message) == (
        "25P02",
        "current transaction is aborted, commands ignored until end of transaction block",
    )
    lakes.rollback()


def test_a_conflict_of_two_transactions(engine: Engine, lakes: Cursor) -> None:
    lakes.run("CREATE TABLE contested AS SELECT * FROM range(10) r(i)")
    other = engine.cursor()
    for cursor in (lakes, other):
        cursor.begin()
        cursor.run('DELETE FROM "lake:a".public.contested WHERE i = 3')
    lakes.commit()
    with pytest.raises(PgError) as caught:
        other.commit()
    assert caught.value.code == "40001"
    assert caught.value.message == "could not serialize access due to concurrent update"
    assert caught.value.hint
    other.close()
    lakes.run("DROP TABLE contested")


@pytest.mark.usefixtures("without_extensions")
def test_out_of_memory(tmp_path: Path) -> None:
    engine = Engine.open(
        EngineSettings(tmp_path, memory_limit="60MB", threads=1, max_temp_directory_size="0MB")
    )
    cursor = engine.cursor()
    error = failure(cursor, "SELECT list(i) FROM range(50000000) t(i)")
    assert error.code in {"53200", "53400"}
    assert cursor.rows("SELECT 1") == [(1,)]
    cursor.close()
    engine.close()


@pytest.mark.parametrize(
    ("kind", "message", "sqlstate", "wording"),
    [
        ("INTERRUPT", "Interrupted!", "57014", "canceling statement due to user request"),
        (
            "TransactionContext",
            (
                "Failed to commit: Failed to commit DuckLake transaction.\nTransaction conflict - attempting to delete "
                'from table "t" - but another transaction has inserted into it'
            ),
            "40001",
            "could not serialize access due to concurrent update",
        ),
        (
            "IO",
            "Failed to commit DuckLake transaction.\nExceeded the maximum retry count of 10 set by the setting",
            "40001",
            "could not serialize access due to concurrent update",
        ),
        (
            "IO",
            (
                'Failed to query most recent snapshot for DuckLake: {"exception_type":"IO","exception_message":"Unable '
                'to connect to Postgres at \\"postgres://me:sesame@h:5432/d\\": connection to server at \\"h\\", port 5432 '
                'failed: Connection refused\\n\\tIs the server running?\\n"}'
            ),
            "58030",
            "the PostgreSQL catalog at port 5432 does not answer: Connection refused",
        ),
        (
            "IO",
            'Unable to connect to Postgres at "postgres://me:sesame@h/d": could not translate host name "h" to address',
            "58030",
            "the PostgreSQL catalog cannot be opened",
        ),
        (
            "IO",
            'Failed to attach DuckLake MetaData "x" at path + "postgres:postgres://me:sesame@h/d"{"a":"b"}',
            "58030",
            "the PostgreSQL catalog cannot be opened",
        ),
        (
            "Out of Memory",
            "failed to allocate data of size 16.0 MiB (95 MiB/95 MiB used)",
            "53200",
            "out of memory",
        ),
        (
            "Out of Memory",
            (
                "failed to offload data block of size 256.0 KiB (1.0 GiB/1.0 GiB used).\nThis limit was set by the "
                "'max_temp_directory_size' setting."
            ),
            "53400",
            "temporary file size exceeds the configured limit",
        ),
        (
            "IO",
            'Could not write to file "x": No space left on device',
            "53100",
            "could not write to file: No space left on device",
        ),
        (
            "IO",
            'Could not set lock on file "/d/registry.duckdb": Conflicting lock is held in PID 7.',
            "55006",
            'file "/d/registry.duckdb" is being used by another process',
        ),
    ],
)
def test_failures_of_the_world(kind: str, message: str, sqlstate: str, wording: str | None) -> None:
    error = told(kind, message)
    assert error.code == sqlstate
    assert wording is None or error.message == wording
