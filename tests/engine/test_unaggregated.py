"""
Aggregates of booleans that PostgreSQL has not.
"""

from __future__ import annotations

import pytest

from pggate.engine.unaggregated import unaggregated
from tests.engine.mismatches import messages


def found(sql: str) -> list[str]:
    return messages(sql, lambda node: unaggregated(node) if "expression_class" in node else None)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("sum(b)", "sum"),
        ("sum(distinct id = 1) filter (where id > 0)", "sum"),
        ("max(null::boolean) over ()", "max"),
        ("min(b or id > 1)", "min"),
    ],
)
def test_refused(call: str, name: str) -> None:
    assert found(f"select {call} from t") == [f"42883 function {name}(boolean) does not exist"]


def test_taken() -> None:
    assert found("select sum(id), max(name), min(d), bool_or(b), count(b), sum(b::integer) from t") == []
