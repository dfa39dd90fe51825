"""
Literals and numerics as columns of one side of a set operation.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from pggate.errors import InvalidTextRepresentation
from pggate.translate.columns import set_operations
from pggate.translate.syntax import lexer
from tests.translate import duck, retyped


@pytest.mark.parametrize(
    ("sql", "is_looked_at"),
    [
        ("select 1 union select '2'", True),
        ("select 1, 'a' union all (select '2' as x, 'b' from t)", True),
        ("with q as (select 1 union select '2') select * from q", True),
        ("select 1, 'a' union all select 2, 'b'", False),
        ("select a from t union all select '2'", False),
        ("select 1, '2'", False),
    ],
)
def test_when_it_is_looked_at(sql: str, is_looked_at: bool) -> None:
    assert set_operations.stands_free(lexer.tokens(sql)) is is_looked_at


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select 1 union select '2'", "CAST('2' AS INTEGER)"),
        ("select '2.5' union select 1.5 union select 2", " 2.5)"),
        ("select * from (select 1 as a intersect select '1') s", "CAST('1' AS INTEGER)"),
    ],
)
def test_by_the_text(sql: str, expected: str) -> None:
    tree = duck.tree(sql)
    set_operations.give_types(tree)
    assert expected in duck.text(tree)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select id from t union select '2'", "CAST('2' AS BIGINT)"),
        ("select 'x', '2024-01-01' union select b, day from t", "CAST('2024-01-01' AS DATE)"),
        ("select count(*) from t union all select '7'", "CAST('7' AS BIGINT)"),
        ("select sum(n) from t union all select 0.125", "CAST(sum(n) AS DECIMAL(38,3))"),
        ("select n from t union all select 0.125", None),
        ("select b from t union select '2'", None),
        ("select * from t union select '2', 'a', null, null, 1, 2, null", None),
        ("select id from t where b = '2'", None),
    ],
)
def test_by_a_probe(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    assert set_operations.edit(tree, sql, retyped.ask) is (expected is not None)
    assert expected is None or expected in duck.text(tree)


def test_no_number() -> None:
    with pytest.raises(InvalidTextRepresentation):
        set_operations.give_types(duck.tree("select 1 union select 'a'"))


@pytest.mark.parametrize(
    ("sql", "asks"),
    [
        ("select id from t union select '2'", True),
        ("select sum(n) from t union all select 0.125", True),
        ("select b from t union select '2'", False),
        ("select id from t union select 2", False),
        ("select n from t union select 0.125", False),
    ],
)
def test_what_the_plan_tells(sql: str, asks: bool) -> None:
    ((answer,),) = duck.connection().execute("SELECT json_serialize_plan(?::VARCHAR)", [sql]).fetchall()
    found = [
        node for node in _operators(json.loads(answer)["plans"]) if node["type"] in set_operations.OPERATORS
    ]
    assert [set_operations.asks(node) for node in found] == [asks]


def _operators(plans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [*plans, *(inner for plan in plans for inner in _operators(plan["children"]))]
