"""
Templates of to_date and to_timestamp.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.translate import templates
from pggate.translate.templates import date_templates, strptime_format
from tests.translate import rules

PAIRS = (
    (date_templates, "select to_date(a, 'YYYY-MM-DD')", "select to_date(strptime(a, '%Y-%m-%d'))"),
    (date_templates, "select to_timestamp(f(a, 1), 'DD Mon YYYY HH24:MI')",
     "select to_timestamp(strptime(f(a, 1), '%d %b %Y %H:%M'))"),
    (date_templates, "select to_timestamp(0), to_date from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_is_tried() -> None:
    assert rules.untried(templates, (rule for rule, _, _ in PAIRS)) == set()


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('YYYY-MM-DD"T"HH24:MI:SS.US"Z"', "%Y-%m-%dT%H:%M:%S.%fZ"),
        ("FMMonth FMDD, yyyy 100%", "%B %d, %Y 100%%"),
        ("yyyymmdd hh12:mi am", "%Y%m%d %I:%M %p"),
    ],
)
def test_strptime(template: str, expected: str) -> None:
    assert strptime_format(template) == expected


@pytest.mark.parametrize(
    "sql", ["select to_date(a, b)", "select to_date(a, 'YYYY-WW')", "select to_date(a, 'X')"]
)
def test_what_strptime_cannot_say_is_refused(sql: str) -> None:
    with pytest.raises(FeatureNotSupported):
        rules.alone(date_templates, sql)
