"""
Probes: what is asked, and what the plan says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.trees import probes
from pggate.translate.trees.number_types import decimal, plain
from tests.translate import duck
from tests.translate.retyped import ask

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node

PLUS = "+"


def is_sum(node: Node) -> bool:
    return node.get("function_name") == PLUS


def sums(sql: str) -> list[probes.Scope]:
    return probes.scopes(duck.tree(sql), is_sum)


def test_a_probe_tells_types() -> None:
    tree = duck.tree("select n + a, id + 1 from t")
    scope = probes.scopes(tree, is_sum)[-1]
    children = [node["children"][0] for node in scope.found]
    numbers = probes.numbered((scope, child) for child in children)
    answers = ask(probes.probe(tree, numbers))
    assert [answers[numbers[id(child)]] for child in children] == [decimal(10, 2), plain("BIGINT")]


def test_the_same_expression_has_one_number_in_a_query() -> None:
    (scope,) = sums("select a + 1 from t group by a + 1")
    first, second = scope.found
    assert len(set(probes.numbered([(scope, first), (scope, second)]).values())) == 1


def test_and_another_in_another_query() -> None:
    inner, outer = sums("select a + 1 from (select a + 1 as a from t) q")
    numbers = probes.numbered([(inner, inner.found[0]), (outer, outer.found[0])])
    assert len(set(numbers.values())) == 2


def test_what_with_defines_for_a_query() -> None:
    scopes = sums("with x as (select 1 + 1), y as (select 2 + 2 from x) select 3 + 3 from (select 4 + 4) z")
    assert [[entry["key"] for entry in scope.common] for scope in scopes] == [
        [],
        ["x"],
        ["x", "y"],
        ["x", "y"],
    ]


def test_the_second_term_of_a_recursive_query_reads_the_first() -> None:
    first, second, _, outer = sums(
        "with recursive r(n) as (select 1 + 1 union all select n + 1 from r) select n + 2 from r"
    )
    assert [entry["key"] for entry in second.common] == [entry["key"] for entry in outer.common] == ["r"]
    assert not first.common
    assert first in second.needs
    for scope in (second, outer):
        (entry,) = scope.common
        assert entry["value"]["query"]["node"] is first.query
        assert entry["value"]["aliases"] == ["n"]


def test_an_expression_of_two_types_has_none() -> None:
    tree = duck.tree("select columns(*) + 1 from t")
    scope = probes.scopes(tree, is_sum)[-1]
    plan = {"a": [case(5, "INTEGER"), case(5, "BIGINT"), case(6, "DATE")]}
    assert scope.found
    assert probes.answers([plan]) == {probes.FIRST + 6: plain("DATE")}


def case(number: int, type_id: str) -> Node:
    constant = {"expression_class": "BOUND_CONSTANT", "value": {"value": probes.FIRST + number}}
    condition = {
        "expression_class": "BOUND_COMPARISON",
        "left": {"expression_class": "BOUND_CAST", "child": constant},
    }
    return {
        "expression_class": "BOUND_CASE",
        "case_checks": [{"when_expr": condition}],
        "return_type": plain(type_id),
    }


def test_what_a_query_may_read_comes_before_it() -> None:
    first, second, last = sums(
        "with c as (select a + 1 as x from t) select x + 1 from (select x + 2 as x from c) q"
    )
    assert first.needs == ()
    assert first in second.needs
    assert set(last.needs) == {first, second}


def test_the_sides_of_a_union_do_not_wait_for_each_other() -> None:
    left, right, both = sums("select a + 1 from t union all select a + 2 from t")
    assert right.needs == left.needs == ()
    assert set(both.needs) == {left, right}


def test_division_and_the_past() -> None:
    tree = duck.tree("select a / 2, pg_typeof(a) from t at (version => 3)")
    assert duck.text(probes.probe(tree, {})) == "SELECT (a // 2), concat(a) FROM t"
