"""
Choices between smallints and integers.
"""

from __future__ import annotations

import pytest

from tests.translate.retyped import edited


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("case when true then s else 1 end", "CASE  WHEN (CAST('t' AS BOOLEAN)) THEN (s) ELSE CAST(1 AS INTEGER) END"),
        ("coalesce(s, null, 1)", "COALESCE(s, NULL, CAST(1 AS INTEGER))"),
        ("greatest(s, 1)", "greatest(s, CAST(1 AS INTEGER))"),
        ("least(1, s)", "least(CAST(1 AS INTEGER), s)"),
        ("coalesce(s, s)", None),
        ("coalesce(s, 1::bigint, 1)", None),
        ("coalesce(1, 2)", None),
    ],
)  # fmt: skip
def test_choices(expression: str, expected: str | None) -> None:
    found = edited(f"select {expression} as x from (select 1::smallint as s) t")
    assert (found and found.removeprefix("SELECT ").split(" AS x FROM")[0]) == expected
