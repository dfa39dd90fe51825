"""
The relations of a FROM clause.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees.from_clause import Item, items
from tests.translate.duck import tree


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("t", [Item("t", ("t",))]),
        ("s.t as x, u", [Item("x", ("s", "t")), Item("u", ("u",))]),
        ("t join u using (a) left join v on true", [Item("t", ("t",)), Item("u", ("u",)), Item("v", ("v",))]),
        ("(select 1) as x, (values (1)) y (a)", [Item("x", ()), Item("y", ())]),
        ("generate_series(1, 2) g, lateral (select 1) l", [Item("g", ()), Item("l", ())]),
    ],
)
def test_items(clause: str, found: list[Item]) -> None:
    assert items(tree(f"select * from {clause}")) == tuple(found)
