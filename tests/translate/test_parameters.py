"""
Types written beside $n, values in their place, and types inferred from their places.
"""

from __future__ import annotations

import pytest

from pggate.translate import parameters, queries
from pggate.translate.signatures import SIGNATURES
from pggate.translate.statements import split
from tests.translate import duck

CASTS = (
    # text, types, with casts
    ("select 1", {1: "BIGINT"}, "select 1"),
    ("select $1 + $2", {1: "BIGINT"}, "select ($1::BIGINT) + $2"),
    ("select -$1, $1::int", {1: "DECIMAL(10,2)"}, "select -($1::DECIMAL(10,2)), ($1::DECIMAL(10,2))::int"),
    (
        "select '$1', \"$1\", $q$ $1 $q$, $1 -- $1",
        {1: "DATE"},
        "select '$1', \"$1\", $q$ $1 $q$, ($1::DATE) -- $1",
    ),
    ("select $1, $10", {1: "A", 10: "B"}, "select ($1::A), ($10::B)"),
    (
        "select a[$1] from t limit $2",
        {1: "BIGINT", 2: "BIGINT"},
        "select a[($1::BIGINT)] from t limit ($2::BIGINT)",
    ),
)


@pytest.mark.parametrize(("sql", "types", "expected"), CASTS)
def test_cast_parameters(sql: str, types: dict[int, str], expected: str) -> None:
    assert parameters.cast_parameters(sql, types) == expected


NULLS = (
    ("select $1 + a from t", {1: "INTEGER"}, "select ((NULL)::INTEGER) + a from t"),
    ("select $1", {}, "select ((NULL)::VARCHAR)"),
    ("select * from generate_series(1, $1)", {1: "BIGINT"}, "select * from generate_series(1, (('1')::BIGINT))"),
    ("select * from generate_series($1, $2, $3)", {1: "TIMESTAMP", 2: "TIMESTAMP", 3: "INTERVAL"},
     "select * from generate_series((('2000-01-01')::TIMESTAMP), (('2000-01-01')::TIMESTAMP), (('1 day')::INTERVAL))"),
    ("select * from range(abs($1)) where $1 = 1", {1: "BIGINT"},
     "select * from range(abs((('1')::BIGINT))) where ((NULL)::BIGINT) = 1"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "types", "expected"), NULLS)
def test_null_parameters(sql: str, types: dict[int, str], expected: str) -> None:
    text = parameters.null_parameters(sql, types)
    assert text == expected
    assert duck.columns(text)


def test_sentinels() -> None:
    text = parameters.sentinel_parameters("select $1, $2", {2: "BIGINT"})
    assert text == "select '~p1~', ($2::BIGINT)"


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
    ("select $1::int, cast($2 as date), try_cast($3 as numeric(4,1))", [N, D, "DECIMAL(4,1)"]),
    ("select $1 + 1, id + $2, $3 * 1.5, -$4 from t", [N, B, "DECIMAL(38,10)", "DOUBLE"]),
    ("select c - $1, c + $2, day - $3, day + $4 from t", [T, "INTERVAL", D, N]),
    ("select n + $1, n = $2 from t", ["DECIMAL(38,10)"] * 2),
    ("select $1 || 'x', b || $2, d || $3 from t", [V, V, "INTEGER[]"]),
    ("select 1 from t where id = any($1) and b <> all($2)", ["BIGINT[]", "VARCHAR[]"]),
    ("select 1 from t where $1 is null or id = $1", [B]),
    ("select 1 from t where id in ($1, $2) and b like $3 and day between $4 and $5", [B, B, V, D, D]),
    ("select 1 from t where id not in ($1) and b is distinct from $2 limit $3 offset $4", [B, V, B, B]),
    ("select 1 from t where (id, b) = ($1, $2) or (id, b) in (($3, $4))", [B, V, B, V]),
    ("select 1 from t where id in (select $1) or $2 in (select id from t)", [B, B]),
    (
        "select 1 from t where exists (select 1 from t u where u.id = t.id and u.c = $1 and t.day = $2)",
        [T, D],
    ),
    ("select 1 from t where $1 and not $2", ["BOOLEAN", "BOOLEAN"]),
    ("select 1 from t where $1", ["BOOLEAN"]),
    ("select id from t group by id having count(*) > $1", [B]),
    ("select $1 = $2, $2 = id from t", [B, B]),
    ("select $1 union all select id from t", [B]),
    ("select id from t union select $1 order by 1", [B]),
    ("select * from (values ($1, 1), ('x', $2)) v(a, b)", [V, N]),
    ("with x as (select $1 as a) select * from x where a = $2", [V, V]),
    ("select u.x from t join (select id as x from t where b = $1) u on u.x = t.id and t.day = $2", [V, D]),
    ("select case when $1 then $2 else id end, case id when $3 then 1 end from t", ["BOOLEAN", B, B]),
    (
        "select coalesce($1, id), nullif(day, $2), greatest($3, a), array[$4, id], d[$5] from t",
        [B, D, N, B, B],
    ),
    ("select date_trunc($1, c), date_part('year', $2) from t", [V, "TIMESTAMP WITH TIME ZONE"]),
    ("select sum($1), max($2), length($3), lower($4), substr(b, $5) from t", ["DOUBLE", V, V, V, B]),
    ("select * from generate_series(1, $1)", [N]),
    ("select b::json -> $1, b::json ->> $2, c at time zone $3 from t", [V, V, V]),
    ("insert into t select $1, $2, $3", [N, V, T]),
    ("insert into t (day, id) select $1, $2 from t where b = $3", [D, B, V]),
    ("insert into t (id, b) values ($1, $2), ($3, 'x')", [B, V, B]),
    ("insert into t (n) values ($1)", ["DECIMAL(10,2)"]),
    ("update t set id = id + $1, day = $2 where c > $3", [B, D, T]),
    ("update t set (a, b) = ($1, $2)", [N, V]),
    ("delete from t using s where t.id = any($1) and s.q = $2", ["BIGINT[]", N]),
    ("create table x as select $1 as a", [V]),
)


@pytest.mark.parametrize(("sql", "types"), INFERRED)
def test_infer(sql: str, types: list[str]) -> None:
    equivalent = queries.equivalent(split(sql)[0])
    assert equivalent is not None
    written = equivalent.columns if equivalent.columns is not None else tuple(COLUMNS)
    targets = [COLUMNS.get(column) for column in written]
    inferred = parameters.infer(duck.tree(equivalent.query), duck.type_of, targets=targets)
    assert [inferred.get(n) for n in range(1, len(types) + 1)] == types


def test_what_is_known_is_not_inferred_but_used() -> None:
    inferred = parameters.infer(duck.tree("select $1 = $2"), duck.type_of, known={1: "UUID"})
    assert inferred == {2: "UUID"}


def test_what_no_rule_knows_is_left_to_the_plan() -> None:
    assert parameters.infer(duck.tree("select $1 is null, hash($2)"), duck.type_of) == {}


def test_the_functions_of_the_table_exist_or_are_the_emulations() -> None:
    rows = duck.connection().execute("SELECT DISTINCT function_name FROM duckdb_functions()").fetchall()
    missing = SIGNATURES.keys() - {name for (name,) in rows}
    assert missing == {
        "btrim", "initcap", "quote_ident", "quote_literal", "~*", "!~*", "to_char", "to_date", "to_regclass",
        "to_regtype", "age", "set_config", "pg_sleep", "pg_cancel_backend", "pg_terminate_backend",
    } & missing  # fmt: skip
