"""
What Flight SQL is told of the server; of its tables: test_sql_server.py.
"""

from __future__ import annotations

import pytest

from pggate.flight.sql_messages import message
from pggate.flight.sql_metadata import _like, infos, table_types


def test_infos() -> None:
    batch = infos([0, 3, 8, 99])
    assert batch.column(0).to_pylist() == [0, 3, 8]
    assert batch.column(1).to_pylist() == ["pggate", False, 0]
    assert infos([]).num_rows > 5


def test_table_types() -> None:
    assert table_types().column(0).to_pylist() == ["TABLE", "VIEW"]


@pytest.mark.parametrize(
    ("pattern", "name", "is_like"),
    [
        ("a%", "abc", True),
        ("a%", "ba", False),
        ("a_c", "abc", True),
        ("a.c", "abc", False),
        ("%", "", True),
        ("", "a", False),
        ("%c", "abc", True),
        ("a%b%c", "aXbYbZc", True),
        ("a%b%c", "aXcYb", False),
        ("%_%_%_%_%_%_%_%_%_%_%_%_%_%_%_!", "x" * 60, False),  # at once
    ],
)
def test_patterns_are_those_of_like(pattern: str, name: str, is_like: bool) -> None:
    command = message("CommandGetTables", table_name_filter_pattern=pattern)
    assert (_like(command, "table_name_filter_pattern").fullmatch(name) is not None) is is_like
    assert _like(command, "db_schema_filter_pattern").fullmatch("anything")
