"""
Columns with arrays of several dimensions that a statement writes.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.bound import Findings
from pggate.engine.plan import read_plan

TABLE = "create table t (id integer, n integer[], m integer[][], s struct(a varchar[][], b integer))"
EVERY = {"m": "INTEGER[][]", "s": 'STRUCT("a" VARCHAR[][], "b" INTEGER)'}


def nested(sql: str) -> dict[str, str]:
    with duckdb.connect() as connection:
        connection.execute(TABLE)
        (answer,) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    findings = Findings("memory")
    for plan in json.loads(answer[0])["plans"]:
        read_plan(plan, findings)
    return dict(findings.bound("X").nested)


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("insert into t (id) values (1)", EVERY),
        ("insert into t (id) values (1) returning m", EVERY),
        ("update t set id = 1", EVERY),
        ("merge into t using (select 1 as i) s on t.id = s.i when matched then update set m = [n]", EVERY),
        ("delete from t where m = [n]", {}),
        ("select m from t", {}),
    ],
)
def test_nested(sql: str, found: dict[str, str]) -> None:
    assert nested(sql) == found
