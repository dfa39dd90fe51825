from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.trees import nodes
from pggate.views.expressions import aggregate_calls, all_of, column, conjuncts, likeness, rebuilt, sql

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node
    from tests.views.conftest import Duck


def expression(duck: Duck, text: str) -> Node:
    item: Node = duck.tree(f"SELECT {text}")["node"]["select_list"][0]
    return item


def test_outer_parts_are_replaced_first(duck: Duck) -> None:
    seen = []

    def change(node: Node) -> Node | None:
        seen.append(node["class"])
        return nodes.constant(1) if node["class"] == "FUNCTION" else None

    given = expression(duck, "CASE WHEN a THEN f(b) END")
    assert sql(rebuilt(given, change), duck.text) == "CASE  WHEN (a) THEN (1) ELSE NULL END"
    assert seen == ["CASE", "COLUMN_REF", "FUNCTION", "CONSTANT"]
    assert "f(b)" in sql(given, duck.text)


def test_expressions_that_are_one(duck: Duck) -> None:
    assert likeness(expression(duck, "a + 1 AS x")) == likeness(expression(duck, "  a  +  1"))
    assert likeness(expression(duck, "a + 1")) != likeness(expression(duck, "a + 2"))
    assert likeness(expression(duck, "struct_pack(a := 1)")) != likeness(
        expression(duck, "struct_pack(b := 1)")
    )


def test_conditions_come_apart_and_together(duck: Duck) -> None:
    parts = conjuncts(expression(duck, "a AND (b OR c) AND (d AND e)"))
    assert [sql(part, duck.text) for part in parts] == ["a", "(b OR c)", "d", "e"]
    whole = all_of(parts)
    assert whole is not None
    assert sql(whole, duck.text) == "(a AND (b OR c) AND d AND e)"
    assert (conjuncts(None), all_of([]), all_of(parts[:1])) == ([], None, parts[0])


def test_aggregates_are_found(duck: Duck) -> None:
    calls = aggregate_calls(expression(duck, "lower(max(a)) || sum(b) FILTER (WHERE c)"))
    assert [call["function_name"] for call in calls] == ["max", "sum"]


def test_an_expression_without_its_name(duck: Duck) -> None:
    assert sql(expression(duck, "a + 1 AS x"), duck.text) == "(a + 1)"
    assert sql(column("~final", "k0"), duck.text) == '"~final".k0'
