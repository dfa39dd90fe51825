"""
What fails in the engine, as the gateway tells of it: statements, and what only the world brings about.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import pytest

from pggate.engine import errors
from pggate.errors import PgError

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor

SCHEMA = (
    "BEGIN",
    'CREATE SCHEMA "lake:b".public',
    'CREATE TABLE "lake:b".public.t (a INTEGER)',
    "COMMIT",
    "BEGIN",
    'CREATE SCHEMA "lake:a".public',
    "SET search_path = '\"lake:a\".public'",
    "CREATE TABLE t (id BIGINT NOT NULL, name VARCHAR, v INTEGER)",
    "CREATE VIEW vw AS SELECT * FROM t",
    "COMMIT",
    (
        "CREATE TEMP TABLE pk (a INTEGER PRIMARY KEY, b INTEGER CHECK (b > 0), c INTEGER REFERENCES pk (a), "
        "e INTEGER UNIQUE, d DATE)"
    ),
    "INSERT INTO pk VALUES (1, 1, NULL, 1, NULL)",
    "CREATE TEMP TABLE en (e ENUM ('a', 'b'), d DECIMAL(4,1), i SMALLINT)",
)
"""What the lakes have: `lake:a` tables and a view, `lake:b` a table, the session temporary tables with keys."""


def failure(cursor: Cursor, *statements: str) -> PgError:
    """
    What the last of the statements fails with, in one transaction where there are several.
    """
    *before, last = statements
    for statement in before:
        cursor.rows(statement)
    with pytest.raises(PgError) as caught:
        cursor.rows(last)
    if before:
        cursor.rollback()
    return caught.value


def told(kind: str, message: str, **fields: str) -> PgError:
    """A failure as DuckDB gives its text."""
    return errors.from_exception(
        duckdb.Error(json.dumps({"exception_type": kind, "exception_message": message, **fields}))
    )
