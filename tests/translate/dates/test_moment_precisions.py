"""
Casts to dates, times and intervals of a precision.
"""

from __future__ import annotations

import pytest

from pggate.translate.dates import moment_precisions
from pggate.translate.dates.moment_precisions import precisions, wrapped
from tests.translate import duck, rules

M = '"~pg"."~mirror".modified("~pg"."~mirror".rounded('
T = '"~pg"."~mirror".modified("~pg"."~mirror".rounded_time('
PAIRS = (
    (precisions, "select a::timestamp(3) + b", f"select {M}a::timestamp, 3), 3) + b"),
    (precisions, "select f(a)::timestamp(0) with time zone", f"select {M}f(a)::timestamp with time zone, 0), 0)"),
    (precisions, "select cast(a as time(9))", f"select cast({T}CAST(a as time), 6), 6) AS time)"),
    (precisions, "select a::interval(1)", f"select {M}a::interval, 1), {0x7FFF0001})"),
    (precisions, "select a::timestamp, a as time, f(a)", None),
    (precisions, "create table t (a timestamp(3))", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    wanted = pg if expected is None else expected
    assert rules.alone(rule, pg).text == wanted
    assert duck.parses(wanted)


def test_every_rule_is_tried() -> None:
    assert rules.untried(moment_precisions, (rule for rule, _, _ in PAIRS)) == set()


def test_a_modifier_that_is_known() -> None:
    assert wrapped("a", 3) == '"~pg"."~mirror".modified(a, 3)'
