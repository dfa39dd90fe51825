"""
String literals among values of an enumerated type.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import label_choices
from pggate.translate.trees import choices
from tests.translate import duck

MOOD = {"id": "ENUM", "type_info": {"values": ["sad", "ok", "~enum:1:2:mood"]}}
PLAIN = {"id": "ENUM", "type_info": {"values": ["sad", "ok"]}}
LABEL = """CAST('ok' AS "ENUM"('sad', 'ok', '~enum:1:2:mood'))"""


def item(expression: str) -> dict[str, object]:
    node: dict[str, object] = duck.tree(f"select {expression} from t")["node"]["select_list"][0]
    return node


@pytest.mark.parametrize(
    ("expression", "made"),
    [
        ("coalesce(m, 'ok')", f"COALESCE(m, {LABEL})"),
        ("case when b then m else 'ok' end", f"CASE  WHEN (b) THEN (m) ELSE {LABEL} END"),
    ],
)
def test_chosen(expression: str, made: str) -> None:
    node = item(expression)
    types = [MOOD if branch["class"] == "COLUMN_REF" else None for branch in choices.branches(node)]
    found = label_choices.chosen(node, types)
    assert found is not None
    assert found[1] == MOOD
    assert duck.text({**duck.tree("select 1"), "node": _selecting(found[0])}) == f"SELECT {made}"


def test_constructed() -> None:
    found = label_choices.constructed(item("array[m, 'ok']"), [MOOD, None])
    assert found is not None
    assert found[1]["type_info"]["child_type"] == MOOD
    assert LABEL in duck.text({**duck.tree("select 1"), "node": _selecting(found[0])})


def test_what_stays() -> None:
    assert label_choices.chosen(item("coalesce(m, n)"), [MOOD, MOOD]) is None
    assert label_choices.chosen(item("coalesce(m, 'ok')"), [PLAIN, None]) is None
    assert label_choices.constructed(item("array[m, n]"), [MOOD, MOOD]) is None


def _selecting(node: dict[str, object]) -> dict[str, object]:
    found: dict[str, object] = duck.tree("select 1")["node"]
    return {**found, "select_list": [node]}
