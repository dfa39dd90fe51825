"""
The type float, wherever it is one.
"""

from __future__ import annotations

import pytest

from pggate.translate import tokens
from pggate.translate.tokens import Names
from tests.translate import duck

NAMES = Names(frozenset({"pggate"}), "pggate")

TEXTS = (
    ("select 0.1::float", "select 0.1::DOUBLE"),
    ("select cast(a as float), a::FLOAT[] from t", "select cast(a as DOUBLE), a::DOUBLE[] from t"),
    ("select a::float(24), a::float(25), try_cast(a as float(1)) from t",
     "select a::FLOAT, a::DOUBLE, try_cast(a as FLOAT) from t"),
    ('create table t (a float, b float[] not null, "C" float(10) default 1)',
     'create table t (a DOUBLE, b DOUBLE[] not null, "C" FLOAT default 1)'),
    ("create table t (s struct(a float, b float))", "create table t (s struct(a DOUBLE, b DOUBLE))"),
    ("alter table t add column a float", "alter table t add column a DOUBLE"),
    ("alter table t alter a type float", "alter table t alter a type DOUBLE"),
    ("create view v as select a::float as x from t", "create view v as select a::DOUBLE as x from t"),
    # no types
    ("select float from t", None),
    ("select a as float from t", None),
    ("create table t as select float, f.float from (select 1 as float) f", None),
    ("alter table t add column float int", None),
    ("select 'float'::text, \"float\" from t", None),
    ("select 1::float4, 1::float8, 1::real", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), TEXTS)
def test_floats(sql: str, expected: str | None) -> None:
    rewritten = tokens.apply(sql, NAMES)
    assert rewritten.text == (expected or sql)
    assert duck.parses(rewritten.text)
