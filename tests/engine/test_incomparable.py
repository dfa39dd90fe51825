"""
Comparisons for which there is no operator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pggate.engine.incomparable import incomparable, incomparable_cases, incomparable_joins
from tests.engine.mismatches import messages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.mismatch import Mismatch


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("timestamp '2024-01-01' = 1", "timestamp without time zone = integer"),
        ("date '2024-01-01' <> 1", "date <> integer"),
        ("id = name", "integer = text"),
        ("b = 1", "boolean = integer"),
        ("id = true", "integer = boolean"),
        ("u = name", "uuid = text"),
        ("m = name", "mood = text"),
        ("name in (1, 2)", "text = integer"),
        ("id not in (name)", "integer <> text"),
        ("id is distinct from name", "integer = text"),
        ("upper(name) = 1", "text = integer"),
        ("id = name || 'x'", "integer = text"),
        ("m = 'a'::text", "mood = text"),
        ("'1'::text = 1", "text = integer"),
    ],
)
def test_what_postgresql_says(condition: str, message: str) -> None:
    """The cast is DuckDB's own."""
    said = [f"42883 operator does not exist: {message}"]
    assert messages(f"select {condition} from t", incomparable) == said


def test_what_joins() -> None:
    sql = "select 1 from t a join t b on a.id = b.name and a.name = b.name"
    assert messages(sql, incomparable_joins) == ["42883 operator does not exist: integer = text"]


def test_what_a_case_compares() -> None:
    sql = "select case when b then 1 end, case name when 'x' then 0 when id then 1 end from t"
    assert messages(sql, incomparable_cases_of) == ["42883 operator does not exist: text = integer"]


def incomparable_cases_of(node: Mapping[str, Any]) -> Mismatch | None:
    return incomparable_cases(node) if node.get("expression_class") == "BOUND_CASE" else None


@pytest.mark.parametrize(
    "condition",
    [
        *("id = 1", "d = '2024-01-01'", "d = now()", "id = id", "id = 1.5", "name = 'x'", "id + 1"),
        *("id = name::integer", "id::text = name", "name = cast(id as text)", "id = '1'", "b = 't'"),
        *("id in (1, '2')", "name in (id::text, 'x')", "m = 'a'", "m in ('a')", "d in ('2024-01-01')"),
        *("upper(name) = 'X'", "upper(name)::int = 1", "case id when '1' then 1 end"),
        "json_extract_string(name, '$') = 1",
    ],
)
def test_what_has_an_operator(condition: str) -> None:
    assert messages(f"select {condition} from t", incomparable) == []
