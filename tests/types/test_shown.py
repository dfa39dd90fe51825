"""
Python's values as PostgreSQL's texts.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from pggate.types.shown import shown

TEXTS = (
    (True, "t"),
    (False, "f"),
    (1, "1"),
    ("a", "a"),
    (1.0, "1"),
    (1e20, "1e+20"),
    (Decimal("1.50"), "1.50"),
    (b"\x00A", "\\x0041"),
    (dt.date(2020, 1, 2), "2020-01-02"),
    (dt.time(10, 0, 0, 500000), "10:00:00.5"),
    (dt.datetime(2020, 1, 2, 3, 4, 5), "2020-01-02 03:04:05"),
    (dt.datetime(2020, 1, 2, 3, tzinfo=dt.UTC), "2020-01-02 03:00:00+00"),
    ([1, None, "a b"], '{1,NULL,"a b"}'),
    ([[True], [False]], "{{t},{f}}"),
    ({"a": 1}, '{"a": 1}'),
    (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
)


@pytest.mark.parametrize(("value", "text"), TEXTS)
def test_texts(value: Any, text: str) -> None:
    assert shown(value) == text
