"""
Choices between numerics of different scales.
"""

from __future__ import annotations

import json

import pytest

from pggate.translate.numbers import decimal_branches
from pggate.translate.trees.number_types import decimal, plain
from tests.translate import duck
from tests.translate.retyped import edited


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("coalesce(sum(n), 0.125)", "COALESCE(CAST(sum(n) AS DECIMAL(38,3)), CAST(0.125 AS DECIMAL(38,3)))"),
        ("greatest(sum(n), null, 0.125)",
         "greatest(CAST(sum(n) AS DECIMAL(38,3)), NULL, CAST(0.125 AS DECIMAL(38,3)))"),
        ("coalesce(n, 0.125)", None),
        ("coalesce(sum(n), 0.5, 1.5::double)", None),
        ("coalesce(sum(n), 0.25)", None),
    ],
)  # fmt: skip
def test_choices(expression: str, expected: str | None) -> None:
    found = edited(f"select {expression} as x from t group by n")
    assert (found and found.removeprefix("SELECT ").split(" AS x FROM")[0]) == expected


def test_what_they_become() -> None:
    assert decimal_branches.common([decimal(38, 2), decimal(4, 3)]) == decimal(38, 3)
    assert decimal_branches.common([decimal(38, 2), plain("INTEGER")]) is None
    assert decimal_branches.common([decimal(38, 2), None]) is None


@pytest.mark.parametrize(
    ("expression", "loses"),
    [("coalesce(sum(n), 0.125)", True), ("coalesce(sum(n), 0.25)", False), ("coalesce(sum(a), 1.5)", False)],
)
def test_what_the_plan_tells(expression: str, loses: bool) -> None:
    sql = f"select {expression} from t"
    ((answer,),) = duck.connection().execute("SELECT json_serialize_plan(?::VARCHAR)", [sql]).fetchall()
    choice = json.loads(answer)["plans"][0]["expressions"][0]
    assert decimal_branches.loses(choice["children"]) is loses
