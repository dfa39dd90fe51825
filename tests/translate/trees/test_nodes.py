"""
DuckDB's trees: read, walked, built.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.trees import nodes
from tests.translate import duck

TYPES = (
    # a cast, DuckDB's text of its type; None: cannot stand behind ::
    ("a::int", "INTEGER"),
    ("a::numeric(10,2)", "DECIMAL(10,2)"),
    ("a::numeric", "DECIMAL(18,3)"),
    ("a::text[]", "VARCHAR[]"),
    ("a::int[][]", "INTEGER[][]"),
    ("a::int[3]", "INTEGER[]"),
    ("a::regclass", '"regclass"'),
    ("a::regclass[]", '"regclass"[]'),
    ('a::"My ""Type"', '"my ""type"'),
    ("a::timestamptz", "TIMESTAMP WITH TIME ZONE"),
    ("a::struct(x int)", None),
    ("a::struct(x int)[]", None),
    ("a::map(varchar, int)", None),
)


def item(expression: str) -> dict[str, Any]:
    (only,) = duck.tree(f"select {expression}")["node"]["select_list"]
    assert isinstance(only, dict)
    return only


@pytest.mark.parametrize(("cast", "expected"), TYPES)
def test_type_texts(cast: str, expected: str | None) -> None:
    assert nodes.type_text(item(cast)["cast_type"]) == expected


KINDS = (
    # expression, is a cast, a constant, a text constant, a parameter
    ("1", (False, True, False, False)),
    ("'1'", (False, True, True, False)),
    ("null", (False, True, False, False)),
    ("'1'::int", (True, False, False, False)),
    ("$1", (False, False, False, True)),
    ("a", (False, False, False, False)),
)


@pytest.mark.parametrize(("expression", "kinds"), KINDS)
def test_kinds(expression: str, kinds: tuple[bool, ...]) -> None:
    node = item(expression)
    text = nodes.is_constant(node, "VARCHAR")
    assert (nodes.is_cast(node), nodes.is_constant(node), text, nodes.is_parameter(node)) == kinds


@pytest.mark.parametrize("other", [None, "CAST", [], {}])
def test_what_is_no_node_is_of_no_kind(other: object) -> None:
    assert not any(is_kind(other) for is_kind in (nodes.is_cast, nodes.is_constant, nodes.is_parameter))


BUILT = (
    (nodes.constant(None), "NULL"),
    (nodes.constant("it's"), "'it''s'"),
    (nodes.constant(-1), "-1"),
    (nodes.column('a "b"'), '"a ""b"""'),
    (nodes.function("f", [nodes.constant(1)], catalog="~pg", schema="~catalog"), '"~pg"."~catalog".f(1)'),
    (nodes.operator("||", nodes.column("a"), nodes.constant("x")), "(a || 'x')"),
    (nodes.cast(nodes.constant(None), "BIGINT"), "CAST(NULL AS BIGINT)"),
    (nodes.star(), "*"),
    (nodes.conjunction("OR", [nodes.column("a"), nodes.column("b")]), "(a OR b)"),
)


@pytest.mark.parametrize(("node", "text"), BUILT)
def test_built_nodes_are_what_the_parser_makes(node: nodes.Node, text: str) -> None:
    assert duck.text(nodes.select(node)) == f"SELECT {text}"


def test_an_expression_is_read_in_another_querys_from_clause() -> None:
    source = duck.tree("with x as (select 1) select 2 from t, x where a = 1")["node"]
    assert duck.text(nodes.select(nodes.column("a"), source)) == "WITH x AS (SELECT 1)SELECT a FROM t , x"


def tables(value: object) -> list[str]:
    return [node["table_name"] for node in nodes.walk(value) if node.get("type") == "BASE_TABLE"]


def test_likeness_is_of_all_but_places() -> None:
    one, other, third = duck.tree("select a + 1, a  + 1, a + 2")["node"]["select_list"]
    assert nodes.likeness(one) == nodes.likeness(other) != nodes.likeness(third)


def test_walk_visits_every_node() -> None:
    tree = duck.tree(
        "with x as (select 0 from d) select (select 1 from a) from b join (select 2 from c) e on true"
    )
    assert sorted(tables(tree)) == ["a", "b", "c", "d"]
    assert list(nodes.walk("text")) == []


def test_the_selects_of_a_set_operation_come_left_first() -> None:
    tree = duck.tree(
        "(select 1 from a union select 1 from b) except (select 1 from c where 1 in (select 1 from d))"
    )
    assert [tables(select["from_table"]) for select in nodes.selects(tree["node"])] == [["a"], ["b"], ["c"]]


def test_nodes_are_rewritten_inner_before_outer() -> None:
    seen = []

    def change(node: nodes.Node) -> nodes.Node:
        if node.get("class") == "FUNCTION":
            seen.append(node["function_name"])
            return nodes.function("x", node["children"])
        return node

    tree = duck.tree("select f(g(1), -h(2)) from t where k(a)")
    nodes.rewrite_nodes(tree, change)
    assert duck.text(tree) == "SELECT x(x(1), x(x(2))) FROM t WHERE x(a)"
    assert seen == ["g", "h", "-", "f", "k"]
