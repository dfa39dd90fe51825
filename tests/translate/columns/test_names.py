"""
PostgreSQL's names of columns: every expectation was read from PostgreSQL 15.
"""

from __future__ import annotations

import pytest

from pggate.translate.columns import names
from tests.translate import duck

NAMES = (
    # query                                                     its columns in PostgreSQL 15
    ("select 1, 'ä', null", ["?column?"] * 3),
    ("select count(*), a, max(lower(b)) from t group by a", ["count", "a", "max"]),
    ("select *, count(*) over () from s", ["q", "r", "count"]),
    ("select 1, *, 2 from s", ["?column?", "q", "r", "?column?"]),
    ("select t.id, s.*, lower(b), x.*, 1 from t, s, s x", ["id", "q", "r", "lower", "q", "r", "?column?"]),
    ("select a, count(*) from t group by a union select 1, 2", ["a", "count"]),
    ("values (1,2),(3,4)", ["column1", "column2"]),
    ("values (1,2) order by 1", ["column1", "column2"]),
    ("select * from (values (1, null)) as valueslist order by 1", ["column1", "column2"]),
    ("select * from (values (1, 2)) as valueslist (a, b)", ["a", "b"]),
    ('select max(b) as "Total", max(a) as "A" from t', ["Total", "A"]),
    ("select a as name, grouping(a) from t group by a", ["name", "grouping"]),
    ("with x as (select 1) select count(*) from x", ["count"]),
    ("select row(*columns(s.*)), 1 from s", ["row", "?column?"]),
    ("select 'ä'::char, 'x'::varchar(20), cast(cast(1 as int) as text)", ["bpchar", "varchar", "text"]),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), NAMES)
def test_column_names(sql: str, expected: list[str]) -> None:
    called = duck.columns(sql)
    assert names.column_names(duck.tree(sql), called, sql) == expected
    # What is not asked for must be right already.
    assert called == expected or not names.settled(called)


def test_parameters_that_are_cast_to_their_types() -> None:
    tree = duck.tree("select cast($1 as varchar), cast($2 as integer) as x, cast(1 as varchar)")
    names.name_parameters(tree)
    assert duck.text(tree) == (
        'SELECT CAST($1 AS VARCHAR) AS "?column?", CAST($2 AS INTEGER) AS x, CAST(1 AS VARCHAR)'
    )


def test_settled_names() -> None:
    assert names.settled(["a", "b_1", "current_date"])
    assert not names.settled(["count_star()"])
    assert not names.settled(["col0"])
    assert not names.settled(["Total"])


def test_a_struct_that_spreads_keeps_its_fields() -> None:
    sql = "select unnest({'x': 1, 'y': 2}), 1"
    assert names.column_names(duck.tree(sql), duck.columns(sql), sql) == ["x", "y", "?column?"]


NAMED = (
    # query                                 with its nested columns named
    ("select count from (select count(*) from t) x", "SELECT count FROM (SELECT count_star() AS count FROM t) AS x"),
    ("select * from (values (1, 2)) t", "SELECT * FROM (SELECT * FROM (VALUES (1, 2)) AS valueslist) AS t(column1, column2)"),
    ("select * from (values (1)) t(a)", "SELECT * FROM (SELECT * FROM (VALUES (1)) AS valueslist) AS t(a)"),
    ("with x as (select 1+1, a, b as c from t) select 2",
     'WITH x AS (SELECT (1 + 1) AS "?column?", a, b AS c FROM t)SELECT 2'),
    ("select * from (values (1, 2)) t(a)", "SELECT * FROM (SELECT * FROM (VALUES (1, 2)) AS valueslist) AS t(a, column2)"),
    ("with x(a) as (values (1, 2)) select * from x", "WITH x (a, column2) AS (SELECT * FROM (VALUES (1, 2)) AS valueslist)SELECT * FROM x"),
    ("with x as (values (1)) select * from x", "WITH x (column1) AS (SELECT * FROM (VALUES (1)) AS valueslist)SELECT * FROM x"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), NAMED)
def test_name_columns(sql: str, expected: str) -> None:
    tree = duck.tree(sql)
    names.name_columns(tree, sql, outermost=False)
    assert duck.text(tree) == expected


def test_name_the_outermost_columns_too() -> None:
    sql = "select count(*), a, *, 1 from s union all select 1, 2, 3, 4"
    tree = duck.tree(sql)
    names.name_columns(tree, sql, outermost=True)
    assert duck.text(tree).startswith('(SELECT count_star() AS count, a, *, 1 AS "?column?" FROM s)')


def test_name_the_columns_of_values() -> None:
    tree = duck.tree("values (1, 'x'), (2, 'y')")
    names.name_columns(tree, "", outermost=True)
    assert duck.text(tree) == "SELECT * FROM (VALUES (1, 'x'), (2, 'y')) AS valueslist(column1, column2)"
