"""
Comparisons for which there is no operator.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.incomparable import incomparable, refused


def refusal(condition: str) -> tuple[str, str, int | None] | None:
    sql = f"select {condition} from t"
    with duckdb.connect() as connection:
        connection.execute("create table t (day date, moment timestamp, n integer, v varchar)")
        ((answer,),) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    found = incomparable(json.loads(answer)["plans"][0]["expressions"][0])
    error = None if found is None else refused(found, sql)
    return None if error is None else (error.code, error.message, error.position)


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("timestamp '2024-01-01' = 1", "timestamp without time zone = integer"),
        ("date '2024-01-01' <> 1", "date <> integer"),
    ],
)
def test_what_postgresql_says(condition: str, message: str) -> None:
    """The cast is DuckDB's own."""
    at = len("select ") + condition.index(message.split()[-2]) + 1
    assert refusal(condition) == ("42883", f"operator does not exist: {message}", at)


@pytest.mark.parametrize(
    "condition",
    ["n = 1", "day = '2024-01-01'", "day = moment", "n = n", "n = 1.5", "v = 'x'", "n + 1", "n = v::integer"],
)
def test_what_has_an_operator(condition: str) -> None:
    assert refusal(condition) is None
