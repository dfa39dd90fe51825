"""
What a plan casts to the columns' types.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.assignments import Assignment, read_assignments


def assignments(sql: str) -> tuple[Assignment, ...]:
    with duckdb.connect() as connection:
        connection.execute("create table t (a smallint, h boolean, s varchar)")
        (answer,) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer[0])["plans"]
    return read_assignments(plan, sql)


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("insert into t(h) values (1), (2)", [Assignment("h", "BOOLEAN", "INTEGER", 25)]),
        ("insert into t(h, a) select 1, s from t",
         [Assignment("h", "BOOLEAN", "INTEGER", 27), Assignment("a", "SMALLINT", "VARCHAR", 30)]),
        ("update t set s = 'ä', h = a", [Assignment("h", "BOOLEAN", "SMALLINT", 27)]),
        ("insert into t(h) values (1::boolean), (cast(1 as boolean)), ('t'), (null), (true)", []),
        ("update t set a = s::smallint, h = $1", []),
        ("delete from t where a = 1.5", []),
    ],
)  # fmt: skip
def test_assignments(sql: str, found: list[Assignment]) -> None:
    assert list(assignments(sql)) == found
