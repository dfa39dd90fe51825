"""
Columns that are told by their operator.
"""

from __future__ import annotations

from typing import Any

from pggate.engine.unresolved_columns import by_place


def column(operator: int, place: int) -> dict[str, Any]:
    return {
        "expression_class": "BOUND_COLUMN_REF",
        "type": "BOUND_COLUMN_REF",
        "binding": {"table_index": operator, "column_index": place},
    }


def test_only_those_of_the_operator_have_places() -> None:
    call = {"expression_class": "BOUND_FUNCTION", "name": "f", "children": [column(3, 1), column(4, 0)]}
    (found,) = by_place([call], 3)
    ours, other = found["children"]
    assert (ours["expression_class"], ours["index"]) == ("BOUND_REF", 1)
    assert other == column(4, 0)
    assert call["children"][0] == column(3, 1)
