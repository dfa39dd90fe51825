"""
Items that are replaced, and what is the same in GROUP BY and ORDER BY.
"""

from __future__ import annotations

from copy import deepcopy

from pggate.translate.characters.replaced_items import replace_items
from pggate.translate.trees import nodes
from tests.translate import duck


def test_groups_and_orders_follow() -> None:
    tree = duck.tree("select upper(b) as u, a from t group by upper(b), a order by upper(b), lower(b)")
    query = tree["node"]
    first, second = query["select_list"]
    replace_items(
        query, [{**nodes.function("trim", [{**deepcopy(first), "alias": ""}]), "alias": "u"}, second]
    )
    text = duck.text(tree)
    assert text.count('"trim"(upper(b)') == 3
    assert "lower(b)" in text
