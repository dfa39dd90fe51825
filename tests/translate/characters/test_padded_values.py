"""
Values of char(n) with their blanks inside of something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pggate.translate.characters.padded_values import Width, edit
from tests.translate import duck

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTHS = {"c": Width(4), "l": Width(2, 1), "t": Width(fields={"b": Width(), "c": Width(4)})}


def edited(sql: str, *, is_result: bool = True) -> str | None:
    """With the widths of columns by their names, which a probe has in its marks."""

    def ask(probe: dict[str, Any]) -> Mapping[int, Width]:
        text = duck.text(probe)
        return {
            1_900_000_000 + number: width
            for number in range(9)
            for name, width in WIDTHS.items()
            if f"= {1_900_000_000 + number})) THEN ({name})" in text
        }

    tree = duck.tree(sql)
    return duck.text(tree) if edit(tree, ask, is_result=is_result) else None


C = "\"system\".main.rpad(c, CAST(CAST(4 AS UINTEGER) AS INTEGER), ' ')"
EDITED = (
    ("select concat(c, b) from t", f"SELECT concat({C}, b) FROM t"),
    ("select c, c || 'x', b from t", None),
    ("select coalesce(b, c), array[b, c], case when a = 1 then c else b end from t", None),
    ("select a from t where c like 'x'", f"SELECT a FROM t WHERE ({C} ~~ 'x')"),
    ("select coalesce(c, 'x') from t group by coalesce(c, 'x')",
     f"SELECT COALESCE({C}, 'x') FROM t GROUP BY COALESCE({C}, 'x')"),
    ('select concat("~char_bpchar"(b, 3)) from t', 'SELECT concat("~char_padded"(b, 3)) FROM t'),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), EDITED)
def test_edited(sql: str, expected: str | None) -> None:
    assert edited(sql) == expected


def test_arrays_and_rows() -> None:
    array = edited("select to_json(l) from t") or ""
    assert 'list_transform(l, ("~1" -> "system".main.rpad("~1", CAST(CAST(2 AS UINTEGER)' in array
    row = edited("select t from t") or ""
    assert "CASE  WHEN ((t IS NOT DISTINCT FROM NULL)) THEN (NULL)" in row
    assert "struct_update(t, c := " in row
    assert "b := " not in row
    assert row.endswith(" END AS t FROM t")
    assert (edited("select t as x from t order by t") or "").count(" END AS x FROM t ORDER BY CASE ") == 1
    assert edited("select t from t", is_result=False) is None
