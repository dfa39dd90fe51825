"""
Casts of computed texts to numbers.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.numbers import read_numbers
from pggate.translate.trees.number_types import decimal, plain
from tests.translate import duck
from tests.translate.retyped import edited

PLACE = '"~pg"."~mirror"'
TEXT = plain("VARCHAR")


@pytest.mark.parametrize(
    ("pg", "expected"),
    [
        ("b::int", f"{PLACE}.integer_of_column(b)"),
        ("b::smallint", f"{PLACE}.smallint_of_column(b)"),
        ("b::bigint", f"{PLACE}.bigint_of_column(b)"),
        ("b::real", f"{PLACE}.real_of_item(b)"),
        ("b::double", f"{PLACE}.double_of_item(b)"),
        ("b::decimal(38,11)", f"{PLACE}.numeric_of_item(b)"),
        ("b::decimal(6,2)", f"CAST({PLACE}.digits_of_item(b) AS DECIMAL(6,2))"),
        ("upper(b)::int", f"{PLACE}.integer_of_text(upper(b))"),
        ("('1' || b)::decimal(38,11)", f"{PLACE}.numeric_of_text(('1' || b))"),
        ("upper(b)::decimal(20,2)", f"CAST({PLACE}.digits_of_text(upper(b)) AS DECIMAL(20,2))"),
        ("max(b)::int", f"{PLACE}.integer_of_text(max(b))"),
        ("b::varchar::int", f"{PLACE}.integer_of_text(CAST(b AS VARCHAR))"),
        ("(b::json->>'a')::int", f"{PLACE}.integer_of_text((CAST(b AS \"json\") ->> 'a'))"),
        ("try_cast(b as int)", None),
        ("b::json::int", None),
        ("a::bigint", None),
        ("b::hugeint", None),
        ("'1.5'::int", None),
    ],
)
def test_casts(pg: str, expected: str | None) -> None:
    found = edited(f"select {pg} as x from t")
    assert found == (None if expected is None else f"SELECT {expected} AS x FROM t")


def test_a_condition_and_a_group() -> None:
    found = edited("select b::int as x from t where b::int > 1 group by b::int")
    call = f"{PLACE}.integer_of_column(b)"
    assert found == f"SELECT {call} AS x FROM t WHERE ({call} > 1) GROUP BY {call}"


@pytest.mark.parametrize(
    ("child", "to", "asks"),
    [
        ({"return_type": TEXT}, plain("INTEGER"), True),
        ({"return_type": TEXT}, decimal(6, 2), True),
        ({"return_type": TEXT}, plain("DATE"), False),
        ({"return_type": plain("BIGINT")}, plain("INTEGER"), False),
        ({"return_type": {"id": "VARCHAR", "type_info": {"alias": "JSON"}}}, plain("INTEGER"), False),
        ("1.5", plain("INTEGER"), True),  # '1.5'::text::int, whose first cast no plan has
        (" -12 ", plain("INTEGER"), False),
        ("1.5", plain("DOUBLE"), False),
        ("1_5", plain("DOUBLE"), True),
        ("1e5", decimal(6, 2), True),
        (None, plain("INTEGER"), False),
    ],
)
def test_asks_cast(child: Any, to: Any, asks: bool) -> None:
    if not isinstance(child, dict):
        value = {"type": TEXT, "is_null": child is None, "value": child}
        child = {"expression_class": "BOUND_CONSTANT", "value": value}
    bound = {"child": child, "return_type": to}
    assert read_numbers.asks_cast(bound) is asks
    assert not read_numbers.asks_cast({**bound, "try_cast": True})


def test_of_item() -> None:
    tree = duck.tree("select x")
    tree["node"]["select_list"] = [read_numbers.of_item(tree["node"]["select_list"][0], plain("BIGINT"))]
    assert duck.text(tree) == f"SELECT {PLACE}.bigint_of_item(x)"
