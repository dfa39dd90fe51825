"""
Casts of computed texts to arrays and rows.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import read_texts
from pggate.translate.trees.number_types import plain
from tests.translate import duck

LIST = {"id": "LIST", "type_info": {"child_type": plain("INTEGER")}}


@pytest.mark.parametrize(
    ("pg", "of_type", "expected"),
    [
        ("select f(a)::int[]", "VARCHAR", '"~as_read"(f(a), "system".main.typeof(CAST(NULL AS INTEGER[])))'),
        ("select a::int[]", "VARCHAR", '"~column_as_read"(a, "system".main.typeof(CAST(NULL AS INTEGER[])))'),
        (
            "select a::struct(x int)",
            "VARCHAR",
            '"~column_as_read"(a, "system".main.typeof(CAST(NULL AS STRUCT(x INTEGER))))',
        ),
        ("select a::int[]", "BLOB", None),
        ("select a::text", "VARCHAR", None),
    ],
)
def test_casts(pg: str, of_type: str, expected: str | None) -> None:
    tree = duck.tree(pg)
    made = read_texts.cast(tree["node"]["select_list"][0], [plain(of_type)])
    if expected is None:
        assert made is None
        return
    assert made is not None
    tree["node"]["select_list"] = [made[0]]
    assert f'CAST("~pg"."~catalog".{expected} AS ' in duck.text(tree)


def test_documents_are_read_from_texts() -> None:
    tree = duck.tree("select a::json[]")
    made = read_texts.cast(tree["node"]["select_list"][0], [plain("VARCHAR")])
    assert made is not None
    tree["node"]["select_list"] = [made[0]]
    assert duck.text(tree).endswith(' AS VARCHAR[]) AS "json"[])')


@pytest.mark.parametrize(
    ("child", "to", "asks"),
    [
        ({"return_type": plain("VARCHAR")}, LIST, True),
        ({"return_type": plain("VARCHAR")}, plain("STRUCT"), True),
        ({"return_type": plain("VARCHAR")}, plain("DATE"), False),
        ({"return_type": LIST}, LIST, False),
        ({"value": {"type": plain("VARCHAR")}}, LIST, False),  # a literal
    ],
)
def test_only_texts_that_are_no_literals_ask(child: dict[str, object], to: object, asks: bool) -> None:
    assert read_texts.asks_cast({"child": child, "return_type": to}) is asks
