"""
What is bound otherwise where a document or an array is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.translate.results import document_types
from pggate.translate.results.document_types import JSON, TEXT
from tests.translate import duck

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node

LIST = {"id": "LIST", "type_info": {"child_type": TEXT}}
ROW = {"id": "STRUCT", "type_info": {"child_types": [{"first": "", "second": TEXT}]}}
INTEGER = {"id": "INTEGER", "type_info": None}


def item(expression: str) -> Node:
    node: Node = duck.tree(f"select {expression} from t")["node"]["select_list"][0]
    return node


def test_kinds() -> None:
    assert document_types.is_json(JSON)
    assert not document_types.is_json(TEXT)
    assert not document_types.is_json(None)
    assert document_types.is_list(LIST)
    assert not document_types.is_list(None)


@pytest.mark.parametrize(
    ("expression", "types", "is_edited"),
    [
        ("a || b", [JSON, JSON], True),
        ("a || '{}'", [JSON, None], True),
        ("'{}' || b", [None, JSON], True),
        ("a || b", [JSON, TEXT], False),
        ("a || b", [TEXT, TEXT], False),
    ],
)
def test_concatenated(expression: str, types: list[Node | None], is_edited: bool) -> None:
    made = document_types.concatenated(item(expression), types)
    assert (made is not None) is is_edited
    if made is not None:
        assert (made[0]["function_name"], made[1]) == ("~jsonb_concat", JSON)


@pytest.mark.parametrize(
    ("expression", "of_type", "is_edited"),
    [
        ("d::text", LIST, True),
        ("row(a)::text", ROW, True),
        ("a::text", INTEGER, False),
        ("d::json", LIST, False),
        ("d::text", None, False),
    ],
)
def test_shown(expression: str, of_type: Node | None, is_edited: bool) -> None:
    made = document_types.shown(item(expression), [of_type])
    assert (made is not None) is is_edited


def test_is_row() -> None:
    assert document_types.is_row(ROW)
    assert not document_types.is_row({**ROW, "type_info": {"child_types": [{"first": "a", "second": TEXT}]}})
    assert not document_types.is_row(LIST)
    assert not document_types.is_row(None)


def test_is_shown() -> None:
    assert document_types.is_shown({"child": {"return_type": LIST}, "return_type": TEXT})
    assert not document_types.is_shown({"child": {"return_type": INTEGER}, "return_type": TEXT})
    assert not document_types.is_shown({"child": {}, "return_type": TEXT})


def test_composite_types() -> None:
    named = {"id": "STRUCT", "type_info": {"child_types": [{"first": "a", "second": TEXT}]}}
    assert not document_types.is_row(named)
    assert document_types.is_row(document_types.composite(named))
    shown = document_types.shown(item("a::text"), [document_types.composite(named)])
    assert shown is not None
    assert shown[0]["function_name"] == "~shown_row"
    assert document_types.shown(item("a::text"), [named]) is None
    assert document_types.is_shown({"child": {"return_type": named}, "return_type": TEXT})
