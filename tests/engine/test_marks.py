"""
Names that have to be quoted get a mark, and lose it again.
"""

from __future__ import annotations

from pggate.engine.marks import CASE_MARK, marked, unmarked


def test_only_names_with_upper_case_are_marked() -> None:
    tree = {"alias": "Id", "column_names": ["a", "B"], "value": "Text", "child": [{"alias": "id"}]}
    assert marked(tree) == {
        "alias": f"Id{CASE_MARK}",
        "column_names": ["a", f"B{CASE_MARK}"],
        "value": "Text",
        "child": [{"alias": "id"}],
    }


def test_names_of_relations_are_marked() -> None:
    tree = {"cte_map": {"map": [{"key": "New", "value": {}}]}, "from_table": {"table_name": "Orders"}}
    assert marked(tree) == {
        "cte_map": {"map": [{"key": f"New{CASE_MARK}", "value": {}}]},
        "from_table": {"table_name": f"Orders{CASE_MARK}"},
    }


def test_marks_are_taken_out_of_the_text() -> None:
    assert unmarked(f'SELECT "Id{CASE_MARK}" AS a') == 'SELECT "Id" AS a'
