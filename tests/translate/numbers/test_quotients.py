"""
Exact quotients: DuckDB computes what is made.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.translate import duck
from tests.translate.retyped import edited

# fmt: off
QUOTIENTS = (
    ("select 10 / 3.0",                                 "3.333333333333333333333"),
    ("select 2.00 / 3",                                 "0.666666666666666666667"),
    ("select -7.5 / 7.00",                              "-1.071428571428571428571"),
    ("select a / b from (values (10, 3.0)) v(a, b)",    "3.333333333333333333333"),
    ("select a / b from (values (-2.00, 3)) v(a, b)",   "-0.666666666666666666667"),
    ("select sum(a) / sum(b) from (values (10, 3.00)) v(a, b)", "3.333333333333333333333"),
    ("select sum(a::bigint) / 4 from (values (10)) v(a)", "2.5"),
    ("select (select sum(a) from (values (1.0)) v(a)) / 4", "0.25"),
    ("select 1.0 / 3 / 3",                              "0.111111111111111111111"),
    ("select a / 100.0 from (values (-12345)) v(a)",    "-123.45"),
    ("select a / 10.00 from (values (0.05)) v(a)",      "0.005"),
    # a dividend of too many digits, divided as a double
    ("select a / 3.0 from (values (12345678901234567.00)) v(a)", "4115226300411522.5"),
    ("select avg(a) from (values (1), (2), (2)) v(a)",  "1.666666666666666666666"),
    ("select avg(a) from (values (1.25), (2.50)) v(a)", "1.875"),
    ("select avg(distinct a) from (values (1), (2), (2)) v(a)", "1.5"),
    ("select avg(a) filter (where a > 1) from (values (1), (2), (2)) v(a)", "2"),
    ("select avg(a::bigint) from (values (9223372036854775807)) v(a)", "9223372036854775807"),
)
# fmt: on


@pytest.mark.parametrize(("sql", "expected"), QUOTIENTS)
def test_quotients(sql: str, expected: str) -> None:
    assert value(sql) == Decimal(expected)


def test_the_average_of_nothing_is_null() -> None:
    assert value("select avg(a) from (values (1)) v(a) where a > 1") is None


def test_numbers_of_ours_are_no_part_of_a_shape() -> None:
    from pggate.translate.texts.shapes import shape

    for sql in (
        "select sum(n) / 4.00 from t where a = 7",
        "select n / 3, avg(a) from t where a = 7 group by n",
    ):
        text = edited(sql)
        assert text is not None
        assert [number for number in shape(text).numbers if number != "3"] == ["7"]


def test_what_is_volatile_is_computed_once() -> None:
    text = edited("select random()::decimal(5,2) / 3 as x")
    assert text is not None
    assert text.count("random") == 1


def value(sql: str) -> object:
    text = edited(sql)
    assert text is not None
    duck.connection().execute("SET integer_division = true")
    ((found,),) = duck.connection().execute(text).fetchall()
    return found
