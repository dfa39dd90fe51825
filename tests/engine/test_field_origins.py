"""
Which columns of a query are plainly fields of a relation's.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.field_origins import field_origins


def found(sql: str) -> list[str | None]:
    with duckdb.connect() as connection:
        connection.execute(
            "create table t (id int, c struct(a int, b struct(x int, y int)), cs struct(a int)[], l int[])"
        )
        (answer,) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer[0])["plans"]
    return [
        None if one is None else ".".join((one.relation.name, one.column, *one.fields))
        for one in field_origins(plan)
    ]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select (c).a, ((c).b).x, c from t", ["t.c.a", "t.c.b.x", "t.c"]),
        ("select unnest(c) from t", ["t.c.a", "t.c.b"]),
        ("select x.c.a from (select c from t) x", ["t.c.a"]),
        ("select (cs[1]).a, cs[1], l[1] from t", ["t.cs.a", "t.cs", "t.l"]),
        ("select (t).id, ((t).c).a, t from t", ["t.id", "t.c.a", None]),
        ("select ((x.r).c).a from (select t as r from t) x", ["t.c.a"]),
        ("select (unnest(cs)).a from t", ["t.cs.a"]),
        ("select unnest(cs, max_depth := 2) from t", ["t.cs.a"]),
        ("select (c).a + 1, coalesce(c, c).a, id from t", [None, None, "t.id"]),
        ("select (c).a from t union all select (c).a from t", ["t.c.a"]),
        ("select (c).a from t union all select id from t", [None]),
    ],
)
def test_field_origins(sql: str, expected: list[str | None]) -> None:
    assert found(sql) == expected
