"""
What is one of several in a tree.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees import nodes
from pggate.translate.trees.choices import branches, is_choice, with_branches
from tests.translate import duck


@pytest.mark.parametrize(
    ("expression", "number"),
    [("case when a = 1 then 2 when a = 3 then 4 end", 3), ("coalesce(a, 2)", 2), ("a + 1", 0), ("b", 0)],
)
def test_branches(expression: str, number: int) -> None:
    tree = duck.tree(f"select {expression} from t")
    (item,) = tree["node"]["select_list"]
    assert is_choice(item) is (number > 0)
    if number:
        assert len(branches(item)) == number
        tree["node"]["select_list"] = [with_branches(item, [nodes.constant(7)] * number)]
        assert duck.text(tree).count("7") == number
