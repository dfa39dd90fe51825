"""
Which columns of a query are plainly those of a relation.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.origins import origins


def found(sql: str) -> list[str | None]:
    with duckdb.connect() as connection:
        connection.execute("create table t (a varchar, b int); create table u (c varchar)")
        connection.execute('create schema "~c"; create table "~c".n (name varchar)')
        (answer,) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer[0])["plans"]
    return [None if one is None else f"{one[0].name}.{one[1]}" for one in origins(plan)]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select * from t", ["t.a", "t.b"]),
        (
            "select b as x, a || 'x', upper(a), a from t where b > 1 order by b limit 3",
            ["t.b", None, None, "t.a"],
        ),
        ("select c, a from t join u on a = c", ["u.c", "t.a"]),
        ("select t.a from t cross join u where exists (select 1)", ["t.a"]),
        ("select a, max(a), count(*) from t group by a", ["t.a", None, None]),
        ("select x from (select a as x from t) where x = $1", ["t.a"]),
        ("with q as materialized (select a from t) select a from q", ["t.a"]),
        ("select a, row_number() over () from t", ["t.a", None]),
        ("select distinct a from t", ["t.a"]),
        ("select a::text from t", ["t.a"]),
        ("select a::int from t", [None]),
        ("select 1", [None]),
        ('select name from "~c".n union all select a from t', ["n.name"]),
        ('select null::varchar union all select name from "~c".n', [None]),
        ('select a from t union select name from "~c".n', [None]),
    ],
)
def test_origins(sql: str, expected: list[str | None]) -> None:
    assert found(sql) == expected


def test_what_is_not_known() -> None:
    """Fewer columns than the query has, or none: nothing is said of any of them."""
    assert found("select a from t union all select c from u") in ([], [None])
