"""
Which expressions of a plan are asked for their types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.asked_types import asks_types, function_name

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor


@pytest.mark.parametrize(
    ("sql", "asked"),
    [
        ("SELECT id, lower(name) FROM t WHERE v = 1", False),
        ("SELECT sum(v) FROM t", True),
        ("SELECT unnest([[1], [2]])", True),
        ("SELECT [v]::VARCHAR FROM t", True),
        ("SELECT id::VARCHAR::JSON FROM t", False),
        ("SELECT CASE WHEN v = 1 THEN 1::SMALLINT ELSE 2::SMALLINT END FROM t", True),
        ("SELECT pg_typeof(1)", True),
        ("SELECT * FROM unnest([[1], [2]])", True),
        ("SELECT * FROM unnest([1, 2])", False),
        ("SELECT [v][1], [v][1:2] FROM t", False),
        ("SELECT [v][id] FROM t", True),
        ("SELECT [[v]][1] FROM t", True),
        ("SELECT [[v]]::VARCHAR[] FROM t", True),
        ("SELECT [v]::BIGINT[] FROM t", False),
        ("SELECT [name]::DECIMAL(38,11)[] FROM t", True),
        ("SELECT [v::SMALLINT, 1] FROM t", True),
        ("SELECT name::INTEGER, '5'::INTEGER FROM t", True),
        ("SELECT try_cast(name AS INTEGER) FROM t", False),
        ("SELECT '5'::VARCHAR::INTEGER", True),
        ("SELECT '1.5'::VARCHAR::INTEGER", True),
        ("SELECT [name]::INTEGER[] FROM t", True),
    ],
)
def test_statements(binding: BinderCursor, sql: str, asked: bool) -> None:
    assert binding.bind(sql).asks_types is asked


def test_other_expressions_are_not() -> None:
    assert not asks_types({"expression_class": "BOUND_REF", "index": 0})


@pytest.mark.parametrize(
    ("call", "name"), [({"name": "LOWER"}, "lower"), ({"name": "", "type": "WINDOW_RANK"}, "rank")]
)
def test_names(call: dict[str, str], name: str) -> None:
    assert function_name(call) == name
