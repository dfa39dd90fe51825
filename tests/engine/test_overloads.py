"""
Functions that the engine picks by the types of their arguments.
"""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor


def rows(cursor: Cursor, sql: str) -> list[object]:
    with contextlib.closing(cursor.run(sql)) as result:
        batches = iter(result.next_batch, None)
        return [value for batch in batches for value in batch.column(0).to_pylist()]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("(time '10:00' - time '09:30')::varchar", "00:30:00"),
        ("(interval '1 mon' // 3.0)::varchar", "10 days"),
        ('typeof(case when false then "~moment"(x) else x end)', "TIMESTAMP WITH TIME ZONE"),
        ('typeof(case when false then "~fraction"(x) end)', "DECIMAL(1,0)"),
        ('typeof(case when false then "~fraction"(x::timestamp) end)', "DECIMAL(6,6)"),
        ("overlaps(x, x + 2, x + 1, x + 3)::varchar", "true"),
        ("overlaps(x, interval '2 days', x + 2, interval '1 day')::varchar", "false"),
        ("\"~to_char\"(max(x)::timestamp, 'YYYY')", "2020"),
    ],
)
def test_overloads(cursor: Cursor, expression: str, expected: str) -> None:
    gc.collect()
    assert rows(cursor, f"SELECT {expression} FROM (VALUES (date '2020-01-01')) v(x) GROUP BY x") == [
        expected
    ]


def test_errors(cursor: Cursor) -> None:
    with pytest.raises(PgError, match="division by zero"):
        rows(cursor, "SELECT interval '1 day' // 0.0")
    with pytest.raises(PgError, match='time zone "nope" not recognized'):
        rows(cursor, "SELECT \"~zone_name\"('nope')")
