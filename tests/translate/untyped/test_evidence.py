"""
Evidence: the type of an expression, asked where the expression stands.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees import nodes
from pggate.translate.untyped.evidence import Found, common_type, first_type
from tests.translate import duck


def items(sql: str) -> tuple[nodes.Node, list[nodes.Node]]:
    query = duck.tree(sql)["node"]
    return query, query["select_list"]


TYPES = (
    # an expression over t, its type; None: unknown.  $1 is a DATE
    ("1", "INTEGER"),
    ("'x'", "VARCHAR"),
    ("null", None),
    ("1.5", "DECIMAL(38,10)"),
    ("99999999999", "BIGINT"),
    ("a::numeric(4,1)", "DECIMAL(4,1)"),
    ("a::regclass", '"regclass"'),
    ("$1", "DATE"),
    ("$2", None),
    ("$1 + 1", "DATE"),
    ("$2 + 1", None),
    ("id", "BIGINT"),
    ("t.day + 1", "DATE"),
    ("n", "DECIMAL(38,10)"),
    ("n::decimal(38,20) + 0", "DECIMAL(38,20)"),
    ("d", "INTEGER[]"),
    ("(select max(c) from t)", "TIMESTAMP"),
    ("nowhere", None),
    ("no_function(a)", None),
)


@pytest.mark.parametrize(("expression", "expected"), TYPES)
def test_types(expression: str, expected: str | None) -> None:
    query, (item,) = items(f"select {expression} from t")
    assert Found(duck.type_of, {1: "DATE"}, [query]).type(item) == expected


def test_a_column_may_be_of_a_query_around() -> None:
    outer, _ = items("select 1 from t")
    inner, (own, others) = items("select q, day from s")
    assert Found(duck.type_of, {}, [outer, inner]).type(others) == "DATE"
    assert Found(duck.type_of, {}, [outer, inner]).type(own) == "INTEGER"
    assert Found(duck.type_of, {}, [inner]).type(others) is None


def test_a_from_clause_with_parameters_can_be_asked() -> None:
    query, (item,) = items("select q + id from s join t on id = $1 and b = $2")
    assert Found(duck.type_of, {1: "BIGINT"}, [query]).type(item) == "BIGINT"


def test_each_expression_is_asked_once() -> None:
    asked = []

    def type_of(tree: nodes.Tree) -> str | None:
        asked.append(duck.text(tree))
        return duck.type_of(tree)

    query, (item,) = items("select id from t")
    found = Found(type_of, {}, [query])
    assert (found.type(item), found.type(item)) == ("BIGINT", "BIGINT")
    assert asked == ["SELECT id FROM t"]


def test_only_a_parameter_is_settled_and_only_once() -> None:
    _, (parameter, constant) = items("select $1, 2")
    found = Found(duck.type_of, {})
    for node, of_type in ((parameter, None), (parameter, "DATE"), (parameter, "UUID"), (constant, "DATE")):
        found.settle(node, of_type)
    assert found.types == {1: "DATE"}


COMMON = (
    ("$1, 'x', id, day", "BIGINT"),
    ("$1, 'x', null", "VARCHAR"),
    ("$1, null", None),
)


@pytest.mark.parametrize(("expressions", "expected"), COMMON)
def test_common_type(expressions: str, expected: str | None) -> None:
    query, operands = items(f"select {expressions} from t")
    assert common_type(operands, Found(duck.type_of, {}, [query])) == expected


def test_first_type() -> None:
    tree = duck.tree("select $1, 2 union select * from s union select null, 'x' union select day, 3 from t")
    selects = list(nodes.selects(tree["node"]))
    found = Found(duck.type_of, {})
    assert [first_type(selects, position, found) for position in range(3)] == ["DATE", "INTEGER", None]
    assert found.sources == []
