"""
Types written beside $n, and values in their place.
"""

from __future__ import annotations

import duckdb
import pytest

from pggate.translate.untyped import parameters
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
    # what has been cast so before, as DuckDB may have written it
    ("select ($1::BIGINT), CAST($1 AS BIGINT)", {1: "BIGINT"}, "select ($1::BIGINT), CAST($1 AS BIGINT)"),
    ("select CAST($1 AS VARCHAR[])", {1: "VARCHAR[]"}, "select CAST($1 AS VARCHAR[])"),
    ("select CAST($1 AS VARCHAR[])", {1: "VARCHAR"}, "select CAST(($1::VARCHAR) AS VARCHAR[])"),
    ("select ($1::text), cast($1 as text), f($1", {1: "VARCHAR"},
     "select (($1::VARCHAR)::text), cast(($1::VARCHAR) as text), f(($1::VARCHAR)"),
)  # fmt: skip


def test_values_for_a_series() -> None:
    sql = "select CAST($1 AS BIGINT) from generate_series(1, CAST($1 AS BIGINT)), unnest(CAST($2 AS DATE[]))"
    assert parameters.with_series(sql, {1: "BIGINT", 2: "DATE[]"}) == (
        "select CAST($1 AS BIGINT) from generate_series(1, CAST('1' AS BIGINT)), unnest(CAST($2 AS DATE[]))"
    )


def test_an_array_of_several_dimensions_is_bound_as_one() -> None:
    made = parameters.bindable_parameters("select $1::text[], $2", {1: "VARCHAR[][]", 2: "VARCHAR[]"}).text
    assert made == ("select (CASE WHEN random() < 2 THEN (NULL::VARCHAR[][]) END)::text[], ($2::VARCHAR[])")


@pytest.mark.parametrize(("sql", "types", "expected"), CASTS)
def test_cast_parameters(sql: str, types: dict[int, str], expected: str) -> None:
    assert parameters.cast_parameters(sql, types).text == expected


def test_named_types() -> None:
    sql = "select $1::oid[], cast($2 as timestamp with time zone), $3, $1::text, '$4::int', $5::pg_catalog.varchar(3)"
    assert parameters.named_types(sql) == {
        1: "oid[]",
        2: "timestamp with time zone",
        5: "varchar",
    }


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
    text = parameters.null_parameters(sql, types).text
    assert text == expected
    assert duck.columns(text)


def test_a_series_is_bound_with_values() -> None:
    sql = "select * from generate_series(1, $1) where $1 = $2 and $3"
    assert parameters.bindable_parameters(sql, {1: "BIGINT", 2: "DATE"}).text == (
        "select * from generate_series(1, ('1'::BIGINT)) where ($1::BIGINT) = ($2::DATE) and $3"
    )


def test_the_way_back_from_a_cast() -> None:
    cast = parameters.cast_parameters("select $1, nothing", {1: "INTEGER"})
    assert cast.position(cast.text.index("nothing")) == 11


def test_sentinels() -> None:
    text = parameters.sentinel_parameters("select $1, $2", {2: "BIGINT"}).text
    assert text == "select '~p1~', ($2::BIGINT)"


DESCRIBED = (
    # text, types of its $n, type of its only column
    ("select $1 || '!'", {1: "VARCHAR"}, "VARCHAR"),
    ("select lower($1)", {}, "VARCHAR"),
    ("select n + $1 from (values (1::bigint)) v (n)", {1: "INTEGER"}, "BIGINT"),
    ("select strftime(timestamp '2024-01-01', $1) || $2", {1: "VARCHAR", 2: "VARCHAR"}, "VARCHAR"),
    ("select string_agg(x, $1) from (values ('a')) v (x)", {1: "VARCHAR"}, "VARCHAR"),
    ("select list_transform([1], x -> x + $1)", {1: "BIGINT"}, "BIGINT[]"),
    ("select * from generate_series(1, $1)", {1: "BIGINT"}, "BIGINT"),
    ("select 1 limit $1", {1: "BIGINT"}, "INTEGER"),
)


@pytest.mark.parametrize(("sql", "types", "of_type"), DESCRIBED)
def test_the_first_description_that_binds_has_the_right_type(
    sql: str, types: dict[int, str], of_type: str
) -> None:
    for attempt in parameters.described_parameters(sql, types):
        try:
            found = duck.connection().sql(attempt.text).types
        except duckdb.Error:
            continue
        assert list(map(str, found)) == [of_type]
        return
    pytest.fail("none of them binds")


def test_without_parameters_there_is_one_description() -> None:
    (only,) = parameters.described_parameters("select 1", {})
    assert only.text == "select 1"
