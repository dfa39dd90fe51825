"""
ANY and ALL of arrays that DuckDB does not compare with.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.arrays import quantified_operands
from tests.translate import duck
from tests.translate.arrays.test_nested_arrays import item, text

CASES = (
    ("n = any (x)", "INTEGER[][]", "(n = ANY(SELECT unnest(flatten(x))))"),
    ("n = any (x)", "INTEGER[]", None),
    ("n > any (array['1', '2'])", "", "((n > '1') OR (n > '2'))"),
    ("n > any (array['1', null])", "", "((n > '1') OR (n > NULL))"),
    ("n > any (array[])", "", "CAST('f' AS BOOLEAN)"),
    ("n > any (array[1, 2])", "INTEGER[]", None),
    ("n > any (select 1)", "", None),
    ("n > 1", "", None),
)


@pytest.mark.parametrize(("expression", "of_type", "expected"), CASES)
def test_compared(expression: str, of_type: str, expected: str | None) -> None:
    assert text(quantified_operands.compared(item(expression), lambda _: of_type)) == expected


@pytest.mark.parametrize(
    ("expression", "is_wanted"), [("n = any (x)", True), ("n = any (select 1 from t)", False), ("n", False)]
)
def test_is_wanted(expression: str, is_wanted: bool) -> None:
    node: dict[str, Any] = duck.tree(f"select {expression}")["node"]["select_list"][0]
    assert quantified_operands.is_wanted(node) is is_wanted
