"""
INSERT of one row as a query.
"""

from __future__ import annotations

import pytest

from pggate.translate.writing.insert import parse
from pggate.translate.writing.single_row import row_query

COLUMNS = [("a", "INTEGER"), ("B b", "VARCHAR")]
DEFAULTS = {"B b": "'x'"}


@pytest.mark.parametrize(
    ("sql", "query"),
    [
        ("insert into t values (1, 'y')", """SELECT CAST((1) AS INTEGER) AS "a", CAST(('y') AS VARCHAR) AS "B b\""""),
        ("insert into t values ($1)", """SELECT CAST(($1) AS INTEGER) AS "a", CAST(('x') AS VARCHAR) AS "B b\""""),
        ('insert into t ("B b") values (f(1, 2) || \'),\')',
         """SELECT CAST((NULL) AS INTEGER) AS "a", CAST((f(1, 2) || '),') AS VARCHAR) AS "B b\""""),
        ("insert into t values (default, DEFAULT)",
         """SELECT CAST((NULL) AS INTEGER) AS "a", CAST(('x') AS VARCHAR) AS "B b\""""),
    ],
)  # fmt: skip
def test_row(sql: str, query: str) -> None:
    assert row_query(parse(sql), COLUMNS, DEFAULTS) == query


@pytest.mark.parametrize(
    "sql",
    [
        "insert into t values (1), (2)",
        "insert into t values (1, 2, 3)",
        "insert into t select 1",
        "insert into t default values",
        "insert into t by name select 1 as a",
        "with w as (select 1) insert into t values (1)",
        "insert into t values (1) on conflict do nothing",
        "insert into t values (1) returning a",
        "insert or ignore into t values (1)",
    ],
)
def test_no_row(sql: str) -> None:
    assert row_query(parse(sql), COLUMNS, DEFAULTS) == ""
