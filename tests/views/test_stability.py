from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.views.stability import OF_SESSION, TIMES, VOLATILE, is_timed

if TYPE_CHECKING:
    from tests.views.conftest import Duck


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now()", True),
        ("current_date", True),
        ("a + CAST(now() AS DATE)", True),
        ("age(a)", True),
        ("age(a, b)", False),
        ("t.current_date", False),
        ("lower(a)", False),
    ],
)
def test_the_time_is_found(duck: Duck, text: str, expected: bool) -> None:
    assert is_timed(duck.tree(f"SELECT {text}")["node"]["select_list"]) is expected


def test_every_function_is_of_one_kind() -> None:
    assert not TIMES & VOLATILE
    assert not TIMES & OF_SESSION
    assert not VOLATILE & OF_SESSION


def test_no_function_of_the_engines_is_forgotten(duck: Duck) -> None:
    """What DuckDB says is not consistent is known by name, or has nothing to do with a query's rows."""
    listed = duck.rows(
        "SELECT DISTINCT function_name FROM duckdb_functions() "
        "WHERE function_type = 'scalar' AND stability <> 'CONSISTENT'"
    )
    others = {"error", "sleep_ms", "stats", "write_log", "in_search_path"}
    assert {name for (name,) in listed} <= TIMES | VOLATILE | OF_SESSION | others
