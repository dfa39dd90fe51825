"""
Parameters that are alone in their items, and texts divided at them.
"""

from __future__ import annotations

import pytest

from pggate.translate.writing.lone_parameters import divided, joined, lone_parameters


@pytest.mark.parametrize(
    ("sql", "numbers"),
    [
        ("insert into t values ($1, $2)", {1, 2}),
        ("insert into t (a, b) values ($2::int, lower($1) || '$3') returning a", {1, 2}),
        ("insert into t values ($1 + $2, $3, default, 1)", {3}),
        ("insert into t values ($1, $2, $1)", {2}),
        ("insert into t values ($1, $2) returning $2", {1}),
        ("insert into t values ($1) on conflict (a) do update set b = $2", {1}),
        ("insert into t values ((select max(x) from u where y = $1 and z = $2), $3)", {3}),
        ("insert into t values ($1), ($2)", set()),
        ("insert into t select $1", set()),
        ("insert into t values (1)", set()),
        ("with w as (select $1) insert into t values ($2)", set()),
        ("insert into t values ($1", set()),
        ("update t set a = $1", set()),
    ],
)
def test_lone_parameters(sql: str, numbers: set[int]) -> None:
    assert lone_parameters(sql) == numbers


def test_a_text_is_divided_where_they_stand() -> None:
    text = "VALUES (($1::INTEGER), $10, '($1::INTEGER)', ($2::DATE)::date)"
    casts = {1: "($1::INTEGER)", 2: "($2::DATE)"}
    pieces = divided(text, casts)
    assert pieces == ("VALUES (", 1, ", $10, '($1::INTEGER)', ", 2, "::date)")
    assert joined(pieces, casts) == text
    assert joined(pieces, {1: "$1", 2: "($2::TIMESTAMP)"}) == (
        "VALUES ($1, $10, '($1::INTEGER)', ($2::TIMESTAMP)::date)"
    )


def test_a_text_without_them_is_one_piece() -> None:
    assert divided("SELECT 1", {1: "$1"}) == ("SELECT 1",)


@pytest.mark.parametrize(
    "text", ["VALUES ($1)", "VALUES (CAST($1 AS INTEGER))", "$1", "VALUES (($1::BIGINT))"]
)
def test_a_text_that_casts_otherwise_is_not(text: str) -> None:
    assert divided(text, {1: "($1::INTEGER)"}) is None
