"""
The walk itself, on plans that DuckDB would not write: what is not known must not pass.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.engine.bound import Bound, Findings
from pggate.engine.definitions import Relation, Target
from pggate.engine.plan import read_plan


def walked(plan: dict[str, Any]) -> Bound:
    findings = Findings("memory")
    read_plan(plan, findings)
    return findings.bound("SELECT")


SCAN = {
    "type": "LOGICAL_GET",
    "name": "seq_scan",
    "function_data": {"catalog": "c", "schema": "s", "table": "t"},
}


def test_a_scan_anywhere_is_found() -> None:
    plan = {"type": "LOGICAL_FILTER", "children": [], "expressions": [{"deep": [{"er": SCAN}]}]}
    assert walked(plan).relations == {Relation("c", "s", "t")}


@pytest.mark.parametrize(
    ("node", "unknown"),
    [
        ({"type": "LOGICAL_TELEPORT"}, "LOGICAL_TELEPORT"),
        ({"type": "LOGICAL_CHUNK_GET"}, "LOGICAL_CHUNK_GET"),
        ({"type": "LOGICAL_COPY_DATABASE"}, "LOGICAL_COPY_DATABASE"),
        ({"type": "LOGICAL_COPY_TO_FILE", "file_path": "x"}, "LOGICAL_COPY_TO_FILE"),
        ({"type": "LOGICAL_CREATE_SECRET"}, "LOGICAL_CREATE_SECRET"),
        (
            {"type": "LOGICAL_PROJECTION", "expressions": [{"expression_class": "BOUND_SUBQUERY"}]},
            "BOUND_SUBQUERY",
        ),
        ({"type": "LOGICAL_GET", "name": "seq_scan"}, "LOGICAL_GET seq_scan"),
        (
            {"type": "LOGICAL_GET", "name": "seq_scan", "function_data": {"catalog": "c"}},
            "LOGICAL_GET seq_scan",
        ),
        (
            {
                "type": "LOGICAL_GET",
                "name": "parquet_scan",
                "catalog_name": "system",
                "function_data": {"files": ["x"]},
            },
            "LOGICAL_GET parquet_scan",
        ),
        ({"type": "LOGICAL_GET"}, "LOGICAL_GET "),
    ],
)
def test_what_is_not_known_is_told(node: dict[str, Any], unknown: str) -> None:
    assert walked({"type": "LOGICAL_PROJECTION", "children": [node]}).unknown == {unknown}


def test_table_functions_and_functions() -> None:
    plan = {
        "type": "LOGICAL_PROJECTION",
        "children": [{"type": "LOGICAL_GET", "name": "Range", "catalog_name": "system"}],
        "expressions": [
            {
                "expression_class": "BOUND_FUNCTION",
                "name": "LOWER",
                "children": [{"expression_class": "BOUND_AGGREGATE", "name": "sum"}],
            },
            {"expression_class": "BOUND_WINDOW", "type": "WINDOW_RANK"},
        ],
    }
    bound = walked(plan)
    assert (bound.table_functions, bound.functions, bound.unknown) == (
        {"range"},
        {"lower", "sum", "rank"},
        frozenset(),
    )


def test_a_users_value_is_never_read_as_a_plan() -> None:
    value = {"value": {"children": [{"type": "LOGICAL_TELEPORT"}]}, "expression_class": "BOUND_CONSTANT"}
    assert not walked({"type": "LOGICAL_PROJECTION", "expressions": [value]}).unknown


def test_a_parameter_takes_the_type_of_its_first_use() -> None:
    def use(number: int, of_type: str) -> dict[str, Any]:
        return {
            "expression_class": "BOUND_PARAMETER",
            "identifier": str(number),
            "return_type": {"id": of_type},
        }

    uses = [use(2, "DATE"), use(1, "UNKNOWN"), use(1, "BIGINT"), use(1, "VARCHAR"), use(3, "UNKNOWN")]
    assert walked({"type": "LOGICAL_FILTER", "expressions": uses}).parameters == {2: "DATE", 1: "BIGINT"}


@pytest.mark.parametrize("action", ["insert", "update", "delete"])
def test_targets(action: str) -> None:
    plan = {
        "type": f"LOGICAL_{action.upper()}",
        "table_info": {"catalog": "c", "schema": "s", "table": "t"},
        "children": [SCAN],
    }
    bound = walked(plan)
    assert bound.targets == {Target(Relation("c", "s", "t"), action)}
    assert bound.relations == {Relation("c", "s", "t")}
