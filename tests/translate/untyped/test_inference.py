"""
Parameters that a query's own shape gives a type: its columns, its rows, what it is written to.
"""

from __future__ import annotations

import pytest

from pggate.translate.texts.statements import split
from pggate.translate.untyped.inference import infer
from pggate.translate.writing import queries
from tests.translate import duck

COLUMNS = {
    "a": "INTEGER",
    "b": "VARCHAR",
    "c": "TIMESTAMP",
    "d": "INTEGER[]",
    "id": "BIGINT",
    "n": "DECIMAL(10,2)",
    "day": "DATE",
}
B, N, V, T, D = "BIGINT", "INTEGER", "VARCHAR", "TIMESTAMP", "DATE"

INFERRED = (
    # statement                                             types of $1, $2 ...
    ("select $1", [V]),
    ("select 1 from t where $1", ["BOOLEAN"]),
    ("select 1 from t having $1 qualify $2", ["BOOLEAN", "BOOLEAN"]),
    ("select 1 from t limit $1 offset $2", [B, B]),
    ("select id from t group by id having count(*) > $1", [B]),
    # one by another
    ("select 1 from t where $1 is null or id = $1", [B]),
    ("select $1 = $2, $2 = id from t", [B, B]),
    ("select $1 = $2 and $2 = $3 and $3 = day from t", [D, D, D]),
    # columns beside columns
    ("select $1 union all select id from t", [B]),
    ("select id from t union select $1 order by 1", [B]),
    ("select 1 as a, $1 union select 2, day from t except select 3, $2", [D, D]),
    ("select $1 union select null", [V]),
    ("select id as a, b as c from t union by name select $1 as c, $2 = day as d from t", [V, D]),
    ("select id // $1 from t", [B]),
    ("select * from (values ($1, 1), ('x', $2)) v(a, b)", [V, N]),
    ("values ($1, null), ($2, day)", [V, V]),
    # queries in queries
    ("select 1 from t where exists (select 1 from t u where u.id = t.id and u.c = $1 and t.day = $2)", [T, D]),
    ("with x as (select $1 as a) select * from x where a = $2", [V, V]),
    ("with x as (select id as y from t) select 1 from x where y = $1", [B]),
    ("select u.x from t join (select id as x from t where b = $1) u on u.x = t.id and t.day = $2", [V, D]),
    ("select (select max(day) from t) = $1, (select max(day) from t where id > $2) = $3", [D, B, D]),
    # what is written
    ("insert into t select $1, $2, $3", [N, V, T]),
    ("insert into t (day, id) select $1, $2 from t where b = $3", [D, B, V]),
    ("insert into t (id, b) values ($1, $2), ($3, 'x')", [B, V, B]),
    ("insert into t (n) values ($1)", ["DECIMAL(10,2)"]),
    ("insert into t (nowhere) values ($1)", [V]),
    ("insert into t (id) values ($1), (null), ($1)", [B]),
    ("insert into t (day) select $1 union all select $2", [D, D]),
    ("update t set id = id + $1, day = $2 where c > $3", [B, D, T]),
    ("update t set (a, b) = ($1, $2)", [N, V]),
    ("delete from t using s where t.id = any($1) and s.q = $2", ["BIGINT[]", N]),
    ("create table x as select $1 as a", [V]),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "types"), INFERRED)
def test_infer(sql: str, types: list[str | None]) -> None:
    equivalent = queries.equivalent(split(sql)[0])
    assert equivalent is not None
    written = equivalent.columns if equivalent.columns is not None else tuple(COLUMNS)
    targets = [COLUMNS.get(column) for column in written]
    inferred = infer(duck.tree(equivalent.query), duck.type_of, targets=targets)
    assert [inferred.get(n) for n in range(1, len(types) + 1)] == types


def test_what_is_known_is_not_inferred_but_used() -> None:
    inferred = infer(duck.tree("select $1 = $2"), duck.type_of, known={1: "UUID"})
    assert inferred == {2: "UUID"}


@pytest.mark.parametrize("sql", ["select $1 is null, hash($2)", "select $1 = $2", "select 1"])
def test_what_no_rule_knows_is_left_to_the_plan(sql: str) -> None:
    assert infer(duck.tree(sql), duck.type_of) == {}


def test_the_tree_is_left_as_it_was() -> None:
    sql = (
        "with x as (select $1 = id from t) select $2 + n, $3 || 'x' from t, x where day between $4 and now()"
    )
    tree = duck.tree(sql)
    infer(tree, duck.type_of)
    assert tree == duck.tree(sql)
