"""
First terms of recursive queries with the decimals that second ones have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pggate.translate.columns import recursive_terms
from pggate.translate.columns.recursive_terms import Column
from pggate.translate.trees.number_types import decimal, plain
from tests.translate import duck

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node

QUERY = "with recursive r(n, x) as ({} union all select n + 1, x from r where n < 3) select * from r"


def listed(of_type: Node) -> Node:
    info = {"type": "LIST_TYPE_INFO", "alias": "", "extension_info": None, "child_type": of_type}
    return {"id": "LIST", "type_info": info}


def first_term(sql: str, first: Node, second: Node, scale: int | None = None) -> str | None:
    """The first term after the edit; None where it stays."""
    tree: dict[str, Any] = duck.tree(QUERY.format(sql))
    column = Column("r", 1, ("n", "x"), first, second)
    if not recursive_terms.edit(tree, [column], scale=scale):
        return None
    node = tree["node"]["cte_map"]["map"][0]["value"]["query"]["node"]
    return duck.text({"node": node["left"], "named_param_map": []})


@pytest.mark.parametrize(
    ("first", "second", "growing", "scale"),
    [
        (decimal(2, 1), decimal(3, 2), None, 2),
        (decimal(2, 1), decimal(38, 21), None, 21),  # a quotient
        (decimal(2, 1), decimal(12, 11), None, 13),  # 11 would be a bare numeric's
        (decimal(38, 2), decimal(38, 3), 22, 22),
        (plain("HUGEINT"), decimal(38, 4), None, 13),
        (decimal(38, 11), decimal(38, 12), None, 13),
        (decimal(38, 11), decimal(38, 21), None, 21),
        (decimal(2, 1), decimal(38, 30), None, 22),
        (decimal(38, 22), decimal(38, 24), 22, None),
        (decimal(3, 2), decimal(2, 1), None, None),
        (plain("INTEGER"), decimal(2, 1), None, None),
        (plain("DOUBLE"), decimal(2, 1), None, None),
        (decimal(2, 1), plain("DOUBLE"), None, None),
    ],
)
def test_how_many_decimals(first: Node, second: Node, growing: int | None, scale: int | None) -> None:
    expected = None if scale is None else f"SELECT 1, CAST(1.5 AS DECIMAL(38,{scale}))"
    assert first_term("select 1, 1.5", first, second, growing) == expected


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select id, n from t", "SELECT id, CAST(n AS DECIMAL(38,2)) AS n FROM t"),
        ("select id, n as m from t", "SELECT id, CAST(n AS DECIMAL(38,2)) AS m FROM t"),
        ("values (1, 1.5)",
         ('SELECT "~1" AS n, CAST("~2" AS DECIMAL(38,2)) AS x'
          ' FROM (SELECT * FROM (VALUES (1, 1.5)) AS valueslist) AS "~first"("~1", "~2")')),
    ],
)  # fmt: skip
def test_first_terms(sql: str, expected: str) -> None:
    assert first_term(sql, decimal(2, 1), decimal(3, 2)) == expected


def test_items_of_arrays() -> None:
    expected = "SELECT 1, CAST(main.list_value(1.5) AS DECIMAL(38,2)[])"
    assert first_term("select 1, [1.5]", listed(decimal(2, 1)), listed(decimal(3, 2))) == expected


def test_two_of_one_name_are_left_alone() -> None:
    inner = QUERY.format("select 1, 1.5")
    tree = duck.tree(f"select * from ({inner}) a, ({inner}) b")
    assert recursive_terms.has_some(tree)
    column = Column("r", 1, ("n", "x"), decimal(2, 1), decimal(3, 2))
    assert not recursive_terms.edit(tree, [column])


def test_whether_there_is_one() -> None:
    assert recursive_terms.has_some(duck.tree(QUERY.format("select 1, 1")))
    assert not recursive_terms.has_some(duck.tree("with r as (select 1) select * from r"))


@pytest.mark.parametrize(("item", "asks"), [("BOUND_CAST", True), ("BOUND_FUNCTION", False)])
def test_when_a_plan_asks(item: str, *, asks: bool) -> None:
    term = {"type": "LOGICAL_PROJECTION", "expressions": [{"expression_class": item}]}
    assert recursive_terms.asks({"type": recursive_terms.OPERATOR, "children": [{}, term]}) is asks
