from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.views import writing
from pggate.views.states import States

if TYPE_CHECKING:
    from tests.views.conftest import Duck


def test_rows_without_columns_are_counted(duck: Duck) -> None:
    merged = writing.merged_rows([])
    assert duck.rows(f'WITH "~state" AS (SELECT unnest([1, 1, -1]) AS "~n") {merged}') == [(1,)]
    assert duck.rows(f'WITH "~state" AS (SELECT unnest([1, -1]) AS "~n") {merged}') == []


def test_what_is_taken_back(duck: Duck) -> None:
    assert writing.negated(["k0"], ["-s0"]) == 'SELECT "~seq", k0, -"~n" AS "~n", -s0 AS s0 FROM "~partials"'


def test_groups_without_keys_are_one(duck: Duck) -> None:
    merged = writing.merged_groups([], States(duck.text))
    assert duck.rows(f'WITH "~state" AS (SELECT 1 AS "~n" WHERE false) {merged}') == [(0,)]
