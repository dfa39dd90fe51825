"""
What stands for VALUES in a tree.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees import values
from tests.translate import duck


@pytest.mark.parametrize(
    ("sql", "count", "written"),
    [
        ("values (1, 2), (3, 4)", 2, 2),
        ("select * from (values (1), (2), (3)) as valueslist", None, 3),
        ("select * from (values (1)) as valueslist(column1)", None, 1),
        ("select * from (values (1)) as v(x)", None, None),
        ("select column1 from (values (1)) as valueslist(column1)", None, None),
        ("select 1", None, None),
        ("values (1) union all values (2)", None, None),
    ],
)
def test_rows(sql: str, count: int | None, written: int | None) -> None:
    node = duck.tree(sql)["node"]
    assert [_count(values.rows(node)), _count(values.written_rows(node))] == [count, written]


def _count(rows: list[list[dict[str, object]]] | None) -> int | None:
    return None if rows is None else len(rows)
