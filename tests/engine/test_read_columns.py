from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.definitions import Relation
from pggate.engine.read_columns import read_columns

T, U = Relation("memory", "main", "t"), Relation("memory", "main", "u")


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select a from t where b > 1", {(T, ""), (T, "a"), (T, "b")}),
        ("select count(*) from t", {(T, "")}),
        ("select 1 from t where exists (select 1 from u where u.c = t.a)", {(T, ""), (T, "a"), (U, ""), (U, "c")}),
        ("with w as (select * from u) select c from w", {(U, ""), (U, "c")}),
        ("select 1", set()),
    ],
)  # fmt: skip
def test_read_columns(sql: str, expected: set[tuple[Relation, str]]) -> None:
    connection = duckdb.connect()
    connection.execute("create table t (a int, b int); create table u (c int)")
    ((plan,),) = connection.execute("select json_serialize_plan($1)", [sql]).fetchall()
    assert read_columns(json.loads(plan)["plans"][0]) == expected
