"""
What is one of several in a plan.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from pggate.engine.choices import branches, gathered, is_choice, reached

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute("create table t (a integer, b varchar)")
        yield con


def bound(connection: duckdb.DuckDBPyConnection, expression: str) -> dict[str, Any]:
    sql = f"select {expression} from t"
    ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    found: dict[str, Any] = json.loads(answer)["plans"][0]["expressions"][0]
    return found


def values(parts: Any) -> list[object]:
    """Of constants what they are, of columns their places."""
    found: list[object] = []
    for part in parts:
        inner = part
        while inner["expression_class"] == "BOUND_CAST":
            inner = inner["child"]
        found.append(inner["value"].get("value") if "value" in inner else f"#{inner['index']}")
    return found


CHOICES = (
    ("case when a = 1 then 10 when a = 2 then 20 else 30 end", [30, 10, 20], [10, 20, 30]),
    ("case when true then 10 else 30 end", [30, 10], [10]),
    ("case when false then 10 else 30 end", [30, 10], [30]),
    ("case when null then 10 when a = 1 then 20 end", [None, 10, 20], [20, None]),
    ("coalesce(a, 10, 20)", ["#0", 10, 20], ["#0", 10]),
    ("coalesce(null, 10, a)", [None, 10, "#0"], [10]),
    ("greatest(a, 10)", ["#0", 10], ["#0", 10]),
)  # fmt: skip


@pytest.mark.parametrize(("expression", "all_of_them", "left"), CHOICES)
def test_branches(
    connection: duckdb.DuckDBPyConnection, expression: str, all_of_them: list[object], left: list[object]
) -> None:
    choice = bound(connection, expression)
    assert is_choice(choice)
    assert values(branches(choice)) == all_of_them
    assert values(reached(choice)) == left


@pytest.mark.parametrize("expression", ["a + 1", "b", "nullif(b, 'x')", "nullif(a, 1)", "upper(b)"])
def test_what_is_none(connection: duckdb.DuckDBPyConnection, expression: str) -> None:
    assert not is_choice(bound(connection, expression))


def test_a_subquery_that_is_one_value(connection: duckdb.DuckDBPyConnection) -> None:
    """The error of several rows is no branch."""
    ((answer,),) = connection.execute(
        "select json_serialize_plan('select (select b from t)'::varchar)"
    ).fetchall()
    (plan,) = json.loads(answer)["plans"]
    choices = [found for found in _expressions(plan) if found["expression_class"] == "BOUND_CASE"]
    assert [len(branches(choice)) for choice in choices] == [1]


def test_an_array_of_a_query(connection: duckdb.DuckDBPyConnection) -> None:
    ((answer,),) = connection.execute(
        "select json_serialize_plan('select array(select b from t)'::varchar)"
    ).fetchall()
    (plan,) = json.loads(answer)["plans"]
    found = [found for each in _expressions(plan) if (found := gathered(each)) is not None]
    assert [array["expression_class"] for array in found] == ["BOUND_REF"]


def test_no_array_of_a_query(connection: duckdb.DuckDBPyConnection) -> None:
    assert gathered(bound(connection, "case when a is null then [1] else [a] end")) is None
    assert gathered(bound(connection, "a")) is None


def _expressions(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "expression_class" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for child in value:
            yield from _expressions(child)
