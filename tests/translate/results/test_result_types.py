"""
Where there is a rule for a function, and what it looks at.
"""

from __future__ import annotations

from pggate.translate.results import result_types
from pggate.translate.results.result_types import asks, is_wanted, literal_type
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import decimal, plain
from tests.translate import duck


def test_where_a_rule_is_looked_at() -> None:
    assert asks("sum", [plain("INTEGER")])
    assert not asks("sum", [plain("DOUBLE"), plain("BIGINT")])
    assert not asks("*", [decimal(15, 2), decimal(16, 2)])
    assert not asks("lower", [plain("VARCHAR")])


def test_what_is_wanted() -> None:
    (item,) = duck.tree("select sum(a)")["node"]["select_list"]
    assert is_wanted(item)
    assert not is_wanted({**item, "schema": "mine"})
    assert not is_wanted(duck.tree("select try_cast(a as decimal(38,11))")["node"]["select_list"][0])


def test_literals() -> None:
    assert literal_type(nodes.constant(5)) == plain("INTEGER")
    assert literal_type(nodes.constant("5")) is None
    assert literal_type(nodes.column("a")) is None


def test_a_name_has_one_rule() -> None:
    names = [name for names in result_types._BY_NAMES for name in names]
    assert len(set(names)) == len(names)
