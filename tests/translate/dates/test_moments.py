"""
Rules on calls about dates and times.
"""

from __future__ import annotations

import pytest

from pggate.translate.dates import moments
from pggate.translate.dates.moments import clock_precisions, date_parts, extracts, series
from tests.translate import rules

PLACE = '"~pg"."~mirror".'
PAIRS = (
    (extracts, "select extract(year from a)", f"select {PLACE}extract_year(a)"),
    (extracts, "select extract('DAYS' from f(a))", f"select {PLACE}extract_day(f(a))"),
    (extracts, "select extract(nope from a)", f"select {PLACE}extract_unknown('nope', a)"),
    (extracts, "select extract from t", None),
    (date_parts, "select date_part('year', a)", f"select {PLACE}part_year(a)"),
    (date_parts, "select pg_catalog.date_part('year', a)", f"select {PLACE}part_year(a)"),
    (date_parts, "select date_part(b, a)", f"select {PLACE}part_of(b, a)"),
    (date_parts, "select date_part(['year'], a), date_part", None),
    (series, "select * from generate_series(day, day + 9, interval '1 day')",
     f"select * from generate_series({PLACE}moment(day), {PLACE}moment(day + 9), interval '1 day')"),
    (series, "select * from generate_series(1, 9, 2), generate_series(1, 2, '3'), generate_series(1, 2)", None),
    (clock_precisions, "select current_timestamp(3), now()", f"select {PLACE}rounded(current_timestamp, 3), now()"),
    (clock_precisions, "select localtime, f(3)", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    if "pg_catalog" in pg or rule is series:
        assert rules.alone(rule, pg).text == (pg if expected is None else expected)
    else:
        rules.check(rule, pg, expected)


def test_every_rule_is_tried() -> None:
    assert rules.untried(moments, (rule for rule, _, _ in PAIRS)) == set()
