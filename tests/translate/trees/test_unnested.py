"""
Items over unnest() in FROM.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees.unnested import with_unnested
from tests.translate import duck


@pytest.mark.parametrize(
    ("sql", "count", "columns"),
    [
        ("select * from unnest(d)", 1, "unnest"),
        ("select unnest, 1 from unnest(d)", 2, "unnest constant"),
        ("select u.x, x, u, y from unnest(d) as u(x)", 4, "unnest unnest u y"),
        ("select u.u from unnest(d) as u", 1, "unnest"),
        ("select 1, *, 2 from unnest(d) with ordinality", 4, "constant unnest - constant"),
        ("select * exclude (x) from unnest(d) with ordinality as u(x, y)", 1, "-"),
        ("select * from unnest(d)", None, ""),
        ("select * from range(3)", 1, "-"),
        ("select d from t", 1, "d"),
    ],
)
def test_items(sql: str, count: int | None, columns: str) -> None:
    found = with_unnested(duck.tree(sql)["node"], count)
    assert " ".join("-" if item is None else _name(item) for item in found) == columns


def _name(item: dict[str, str]) -> str:
    return item.get("function_name") or item.get("column_names", [item["class"].lower()])[-1]
