"""
The one type that several become, and literals among them.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidTextRepresentation
from pggate.translate.columns import common_types
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import decimal, plain
from tests.translate import duck


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["INTEGER"], "INTEGER"),
        (["SMALLINT", "INTEGER"], "INTEGER"),
        (["BIGINT", "INTEGER"], "BIGINT"),
        (["BIGINT", "FLOAT"], "FLOAT"),
        (["HUGEINT", "DOUBLE"], "DOUBLE"),
        (["DATE", "TIMESTAMP"], "TIMESTAMP"),
        (["INTERVAL"], "INTERVAL"),
        (["DATE", "INTEGER"], None),
        (["VARCHAR", "INTEGER"], None),
        (["VARCHAR"], None),
        ([], None),
    ],
)
def test_common_types(ids: list[str], expected: str | None) -> None:
    found = common_types.common_type(map(plain, ids))
    assert (found and found["id"]) == expected


def text(node: nodes.Node | None) -> str | None:
    return None if node is None else duck.text(nodes.select(node)).removeprefix("SELECT ")


@pytest.mark.parametrize(
    ("literal", "to", "expected"),
    [
        ("7", plain("INTEGER"), "CAST('7' AS INTEGER)"),
        ("1.50", decimal(10, 2), "1.50"),
        ("2024-02-29", plain("DATE"), "CAST('2024-02-29' AS DATE)"),
        ("x", plain("VARCHAR"), None),
        ("[1]", {"id": "LIST", "type_info": None}, None),
    ],
)
def test_literals(literal: str, to: nodes.Node, expected: str | None) -> None:
    assert text(common_types.as_type(nodes.constant(literal), to)) == expected


def test_no_number() -> None:
    with pytest.raises(InvalidTextRepresentation):
        common_types.as_type(nodes.constant("a"), plain("INTEGER"))


def test_what_the_text_tells() -> None:
    items = duck.tree("select 1, 1.5, a::bigint, 'x', null, a, a + 1 from t")["node"]["select_list"]
    found = [common_types.written_type(item) for item in items]
    assert [of_type and of_type["id"] for of_type in found] == [
        "INTEGER",
        "DECIMAL",
        "BIGINT",
        None,
        None,
        None,
        None,
    ]
