"""
Which failed statements are remembered, and how many.
"""

from __future__ import annotations

import pytest

from pggate.errors import (
    FeatureNotSupported,
    InternalError,
    PgError,
    UndefinedColumn,
    UndefinedFunction,
    UndefinedTable,
)
from pggate.session.live.unsupported import LIMIT, TEXT_SIZE, UnsupportedStatements, asks_catalogs
from pggate.session.statement.identity import Identity

ANN = Identity("ann", "db", 1, superuser=True)
TEXT = "select * from pg_catalog.pg_nothing where oid = 12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, True),
        ("select pg_nothing()", True),
        ("SELECT 1 FROM INFORMATION_SCHEMA.nothing", True),
        ('select 1 from "pg_catalog".x', True),
        ("select * from nowhere", False),
        ("select 'pg_class' from nowhere", False),
        ("select 1 from nowhere -- pg_class", False),
    ],
)  # fmt: skip
def test_what_asks_the_catalogs(text: str, expected: bool) -> None:
    assert asks_catalogs(text) is expected


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (UndefinedTable("x"), 1),
        (UndefinedFunction("x"), 1),
        (FeatureNotSupported("x"), 1),
        (InternalError("x"), 1),
        (UndefinedColumn("x"), 0),
    ],
)
def test_which_errors_count(error: PgError, expected: int) -> None:
    unsupported = UnsupportedStatements()
    unsupported.note(ANN, "tool", TEXT, error, 5)
    assert len(unsupported.rows()) == expected


def test_those_of_one_shape_are_one() -> None:
    unsupported = UnsupportedStatements()
    unsupported.note(ANN, "tool", TEXT, UndefinedTable("first"), 5)
    unsupported.note(ANN, "another", TEXT, UndefinedTable("x"), 6)
    unsupported.note(ANN, "tool", TEXT.replace("12", "13"), UndefinedTable("last"), 7)
    one, other = unsupported.rows()
    assert (one.statement[-2:], one.message, one.count, one.first, one.last) == ("13", "last", 2, 5, 7)
    assert (other.application_name, other.count) == ("another", 1)


def test_only_the_latest_are_remembered_and_none_as_a_whole_if_it_is_long() -> None:
    unsupported = UnsupportedStatements()
    for number in range(LIMIT + 10):
        text = f"select '{'ä' * TEXT_SIZE}' from pg_nothing_{number}"
        unsupported.note(ANN, "tool", text, UndefinedTable("ä" * 2000), number)
    rows = unsupported.rows()
    assert (len(rows), rows[0].last, rows[-1].last) == (LIMIT, LIMIT + 9, 10)
    assert all(len(row.statement.encode()) <= TEXT_SIZE and len(row.message.encode()) <= 1023 for row in rows)
