"""
Literals beside dates and times.
"""

from __future__ import annotations

import pytest

from pggate.errors import AmbiguousFunction
from pggate.translate.dates import untyped_moments
from tests.translate import duck

CASES = (
    ("d - '2024-01-01'", ["DATE", ""], "(d - CAST('2024-01-01' AS DATE))"),
    ("d - '2024-01-01'", ["TIMESTAMP", ""], "(d - CAST('2024-01-01' AS TIMESTAMP))"),
    (
        "d - 'yesterday'",
        ["TIMESTAMP WITH TIME ZONE", ""],
        "(d - CAST('yesterday' AS TIMESTAMP WITH TIME ZONE))",
    ),
    ("t - '09:00'", ["TIME", ""], "(t - CAST('09:00' AS TIME))"),
    ("t - null", ["TIME", ""], "(t - CAST(NULL AS TIME))"),
    ("t + '1 hour'", ["TIME", ""], "(t + CAST('1 hour' AS INTERVAL))"),
    ("d + '1 day'", ["TIMESTAMP", ""], None),
    ("d - 1", ["DATE", ""], None),
    ("'2024-01-01' - d", ["", "DATE"], None),
)


@pytest.mark.parametrize(("expression", "types", "expected"), CASES)
def test_operators(expression: str, types: list[str], expected: str | None) -> None:
    tree = duck.tree(f"select {expression}")
    made = untyped_moments.typed(tree["node"]["select_list"][0], types)
    if made is not None:
        tree["node"]["select_list"] = [made]
    assert (None if made is None else duck.text(tree).removeprefix("SELECT ")) == expected


CALLS = (
    (
        "date_bin('1 h', '2024-01-01', '2024-01-02')",
        ["", "", ""],
        "date_bin('1 h', CAST('2024-01-01' AS TIMESTAMP WITH TIME ZONE), CAST('2024-01-02' AS TIMESTAMP WITH TIME ZONE))",
    ),
    (
        "date_bin('1 h', '2024-01-01', t)",
        ["", "", "TIMESTAMP"],
        "date_bin('1 h', CAST('2024-01-01' AS TIMESTAMP), t)",
    ),
    (
        "date_bin('1 h', d, null)",
        ["", "DATE", ""],
        "date_bin('1 h', CAST(d AS TIMESTAMP WITH TIME ZONE), CAST(NULL AS TIMESTAMP WITH TIME ZONE))",
    ),
    ("date_bin('1 h', d, d)", ["", "DATE", "DATE"], None),
    ("age('2024-01-01', t)", ["", "TIMESTAMP"], "age(CAST('2024-01-01' AS TIMESTAMP), t)"),
    ("age('2024-01-01')", [""], None),
    ("timezone('UTC', '2024-01-01')", ["", ""], "timezone('UTC', CAST('2024-01-01' AS TIMESTAMP WITH TIME ZONE))"),
    ("timezone('UTC', t)", ["", "TIMESTAMP"], None),
    ("date_trunc('hour', t)", ["", "TIMESTAMP"], None),
    ("date_trunc('hour', '2024-01-01', 'UTC')", ["", "", ""], None),
)  # fmt: skip


@pytest.mark.parametrize(("expression", "types", "expected"), CALLS)
def test_calls(expression: str, types: list[str], expected: str | None) -> None:
    tree = duck.tree(f"select {expression}")
    made = untyped_moments.called(tree["node"]["select_list"][0], types)
    if made is not None:
        tree["node"]["select_list"] = [made]
    assert (None if made is None else duck.text(tree).removeprefix("SELECT ")) == expected


@pytest.mark.parametrize(
    ("expression", "call"),
    [
        ("date_trunc('hour', '2024-01-01')", "date_trunc(unknown, unknown)"),
        ("date_trunc(u, null)", "date_trunc(text, unknown)"),
    ],
)
def test_what_may_be_an_interval(expression: str, call: str) -> None:
    tree = duck.tree(f"select {expression}")
    with pytest.raises(AmbiguousFunction) as told:
        untyped_moments.called(tree["node"]["select_list"][0], ["", ""])
    assert told.value.message == f"function {call} is not unique"
