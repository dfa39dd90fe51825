"""
The type numeric without a precision.
"""

from __future__ import annotations

import pytest

from pggate.translate.types import bare_numerics
from pggate.translate.types.bare_numerics import SPELLING, is_spelled
from tests.translate import rules

TYPES = (
    ("select a::numeric, cast(a as decimal), a::dec[] from t",
     f"select a::{SPELLING}, cast(a as {SPELLING}), a::{SPELLING}[] from t"),
    ("select numeric '1.50'", f"select {SPELLING} '1.50'"),
    ("create table t (a numeric, b decimal not null, c dec default 1)",
     f"create table t (a {SPELLING}, b {SPELLING} not null, c {SPELLING} default 1)"),
    ("alter table t alter column a type numeric", f"alter table t alter column a type {SPELLING}"),
    ("select a::numeric(10,2), numeric from t", None),
    ("create table t (a decimal(10), b numeric(5,1))", None),
    ("select a as numeric from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), TYPES)
def test_types(pg: str, expected: str | None) -> None:
    rules.check(bare_numerics.types, pg, expected)


def test_every_rule_is_tried() -> None:
    assert not rules.untried(bare_numerics, [bare_numerics.types])


def test_is_spelled() -> None:
    assert is_spelled("select null::decimal(38,11)")
    assert not is_spelled("select null::decimal(38,10)")
