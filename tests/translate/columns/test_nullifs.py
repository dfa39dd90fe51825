"""
NULLIF by the types of its arguments.
"""

from __future__ import annotations

import json

import pytest

from pggate.translate.columns import nullifs
from tests.translate import duck
from tests.translate.retyped import edited


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("nullif(a, 2.5)", 'CAST("nullif"(a, 2.5) AS HUGEINT)'),
        ("nullif(n, 1.5::double)", 'CAST("nullif"(n, CAST(1.5 AS DOUBLE)) AS DOUBLE)'),
        ("nullif('1', a)", "\"nullif\"(CAST('1' AS INTEGER), a)"),
        ("nullif(a, id)", None),
        ("nullif(n, a)", None),
        ("nullif(b, '')", None),
    ],
)
def test_types(expression: str, expected: str | None) -> None:
    found = edited(f"select {expression} as x from t")
    assert (found and found.removeprefix("SELECT ").split(" AS x FROM")[0]) == expected


@pytest.mark.parametrize(
    ("expression", "asks"),
    [
        ("nullif(a, 2.5)", True),
        ("nullif('1', a)", True),
        ("nullif(a, 1)", False),
        ("nullif(b, '')", False),
        ("case when a = 2.5 then 1 end", False),
        ("a", False),
    ],
)
def test_what_the_plan_tells(expression: str, asks: bool) -> None:
    sql = f"select {expression} from t"
    ((answer,),) = duck.connection().execute("SELECT json_serialize_plan(?::VARCHAR)", [sql]).fetchall()
    assert nullifs.asks(json.loads(answer)["plans"][0]["expressions"][0]) is asks
