"""
Parameters in lambdas and comprehensions are of the types that the elements of the list tell.
"""

from __future__ import annotations

import pytest

from pggate.translate.untyped.inference import infer
from pggate.translate.untyped.lambdas import bodies
from tests.translate import duck

INFERRED = (
    ("select list_transform(d, lambda x: x / $1) from t", ["INTEGER"]),
    ("select list_transform(d, lambda x, i: i + $1) from t", ["BIGINT"]),
    ("select list_filter([b], lambda x: x = $1) from t", ["VARCHAR"]),
    ("select list_reduce(d, lambda x, y: x + y * $1) from t", ["INTEGER"]),
    ("select [x // $1 for x in d if x > $2] from t", ["INTEGER", "INTEGER"]),
    ("select list_transform([{'f': day}], lambda x: x.f = $1) from t", ["DATE"]),
    ("select list_transform([d], lambda x: list_transform(x, lambda y: y - $1)) from t", ["INTEGER"]),
    ("select list_transform(d, lambda x: x + id + $1) from t", ["BIGINT"]),
)


@pytest.mark.parametrize(("sql", "types"), INFERRED)
def test_inferred(sql: str, types: list[str]) -> None:
    assert list(infer(duck.tree(sql), duck.type_of).values()) == types


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("list_transform(l, lambda x: x.a + x.b + y)", [
            "((struct_extract(list_extract(l, 1), 'a') + struct_extract(list_extract(l, 1), 'b')) + y)"
        ]),
        ("list_filter(l, lambda x, i: i > x)", ["(CAST(1 AS BIGINT) > list_extract(l, 1))"]),
        ("upper(l)", []),
    ],
)  # fmt: skip
def test_bodies(call: str, expected: list[str]) -> None:
    tree = duck.tree(f"select {call}")
    (made,) = tree["node"]["select_list"]
    found = []
    for body in bodies(made):
        tree["node"]["select_list"] = [body]
        found.append(duck.text(tree).removeprefix("SELECT "))
    assert found == expected
