"""
The table as a whole, and what its exception types alone tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.rules import RULES
from tests.engine.failures import failure, told

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor


def test_every_rule_of_an_exception_type_is_reachable() -> None:
    """
    A row without any condition but its exception type must be the last one of that type.
    """
    closed: set[str | None] = set()
    for rule in RULES:
        assert rule.exception not in closed, rule
        if not rule.pattern and rule.subject is None and rule.subtype is None:
            closed.add(rule.exception)


@pytest.mark.parametrize(
    ("sql", "sqlstate", "message"),
    [
        ("select chr(-1)", "22023", "Invalid UTF8 Codepoint -1"),
        (
            "create table x(a int primary key)",
            "0A000",
            "PRIMARY KEY/UNIQUE constraints are not supported in DuckLake",
        ),
        ("create table x(a int check (a>0))", "0A000", "CHECK constraints are not supported in DuckLake"),
        (
            "create table x(a int unique)",
            "0A000",
            "PRIMARY KEY/UNIQUE constraints are not supported in DuckLake",
        ),
        ("create index i on t(id)", "0A000", "DuckLake does not support indexes"),
        ("create sequence sq", "0A000", "DuckLake does not support sequences"),
        (
            "alter table t alter column name type int",
            "42804",
            "Cannot change type of column name from VARCHAR to INTEGER - only widening type promotions are allowed",
        ),
        (
            "alter table t add constraint z check (id>0)",
            "0A000",
            "No support for that ALTER TABLE option yet",
        ),
        (
            "alter table t alter column id type date",
            "42804",
            "Cannot change type of column id from BIGINT to DATE - only widening type promotions are allowed",
        ),
        ("select error('boom')", "22023", "boom"),
    ],
)
def test_statements(lakes: Cursor, sql: str, sqlstate: str, message: str) -> None:
    error = failure(lakes, sql)
    assert (error.code, error.message) == (sqlstate, message)


@pytest.mark.parametrize(
    ("kind", "message", "sqlstate", "wording"),
    [
        (
            "IO",
            'Cannot open file "/my data/l/t/0.parquet": No such file or directory',
            "58P01",
            'Cannot open file "0.parquet": No such file or directory',
        ),
        (
            "IO",
            "No files found that match the pattern /d/l/a.parquet, /d/l/b.parquet",
            "58P01",
            "No files found that match the pattern a.parquet, b.parquet",
        ),
        (
            "Invalid Input",
            'Column "b" exists in file "/d/t/0.parquet" but was not found in table "t"',
            "22023",
            'Column "b" exists in file "0.parquet" but was not found in table "t"',
        ),
        (
            "INTERNAL",
            "Could not write to /d/tmp/duckdb_temp_block-1.block",
            "XX000",
            "Could not write to duckdb_temp_block-1.block",
        ),
        ("IO", "GET s3://bucket/l/t/0.parquet: gone", "58030", "GET s3://bucket/l/t/0.parquet: gone"),
        ("Permission", "Cannot access file", "42501", "Cannot access file"),
        ("HTTP", "HTTP GET error (HTTP 503 Service Unavailable)", "58030", None),
        ("INTERNAL", "Attempted to access index 3\nstack trace", "XX000", "Attempted to access index 3"),
        ("FATAL", "database has been invalidated", "57P02", "database has been invalidated"),
        ("Never Heard Of", "something", "XX000", "something"),
    ],
)
def test_failures_of_the_world(kind: str, message: str, sqlstate: str, wording: str | None) -> None:
    error = told(kind, message)
    assert error.code == sqlstate
    assert wording is None or error.message == wording
