"""
The query inside a statement, and the one that stands for it.
"""

from __future__ import annotations

import pytest

from pggate.translate.texts.statements import split
from pggate.translate.writing import queries
from tests.translate import duck

INNER = (
    # statement                                         the query inside
    ("select 1", "select 1"),
    ("create table t as select 'as'", "select 'as'"),
    ("create table t(a) as (select 1) with no data", "(select 1)"),
    ("create or replace temp view v (a, b) as values (1, 2)", "values (1, 2)"),
    ("create materialized view v as select 1 with data", "select 1"),
    ("insert into t (a) select 1 returning a", "select 1"),
    ("insert into t values (1)", "values (1)"),
    ("with x as (select 1) insert into t select * from x", None),
    ("insert into t default values", None),
    ("update t set a = 1", None),
    ("create view v", None),
)


@pytest.mark.parametrize(("sql", "query"), INNER)
def test_inner(sql: str, query: str | None) -> None:
    (statement,) = split(sql)
    inner = queries.inner(statement.text, statement.kind)
    assert (None if inner is None else inner.query) == query
    if inner is not None and query is not None:
        assert inner.replaced("[]") == sql.replace(query, "[]")


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("insert into t values (1)", "insert into t VALUES (NULL, 1)"),
        ("create table t as values (1)", "create table t as {}"),
        ("values (1)", "{}"),
    ],
)
def test_only_values_of_an_insert_lose_their_names(sql: str, expected: str) -> None:
    (statement,) = split(sql)
    inner = queries.inner(statement.text, statement.kind)
    written = "SELECT * FROM (VALUES (NULL, 1)) AS valueslist(column1, column2)"
    assert inner is not None
    assert inner.replaced(written) == expected.format(written)


EQUIVALENT = (
    # statement, the query, target, columns
    ("select $1", "select $1", (), ()),
    ("insert into s.t (a, b) values ($1, $2)", "values ($1, $2)", ("s", "t"), ("a", "b")),
    ("insert into t select $1", "select $1", ("t",), None),
    ("update t set a = $1 where b = $2 returning a", "SELECT $1 FROM t WHERE b = $2", ("t",), ("a",)),
    ("update only s.t as x set a = x.a + $1, b = default from u, v where x.a = u.a",
     "SELECT x.a + $1, NULL FROM s.t as x, u, v WHERE x.a = u.a", ("s", "t"), ("a", "b")),
    ("update t set (a, b) = ($1, f(1, 2)), c = 3", "SELECT $1, f(1, 2), 3 FROM t", ("t",), ("a", "b", "c")),
    ("update t set (a, b) = row($1, 2)", "SELECT $1, 2 FROM t", ("t",), ("a", "b")),
    ("update t set (a, b) = (select 1, 2) where c = $1", "SELECT (select 1, 2) FROM t WHERE c = $1", ("t",), ("",)),
    ("with w as (select 1) update t set a = $1", "with w as (select 1) SELECT $1 FROM t", ("t",), ("a",)),
    ("update t set a = case when b then (select 1 from x where y) else $1 end",
     "SELECT case when b then (select 1 from x where y) else $1 end FROM t", ("t",), ("a",)),
    ("delete from t", "SELECT 1 FROM t", ("t",), ()),
    ("delete from t as x using u where x.a = any($1) returning *",
     "SELECT 1 FROM t as x, u WHERE x.a = any($1)", ("t",), ()),
    ("create table t as select $1 with no data", "select $1", (), ()),
    ("""merge into s.t as x using u on x.a = u.a and u.b = $1 when matched and u.c > $2 then update
        set a = $3, b = default when not matched then insert (a, c) values ($4, u.c)""",
     "SELECT $3, $4, u.c FROM u, s.t as x WHERE (x.a = u.a and u.b = $1) AND (u.c > $2)", ("s", "t"), ("a", "a", "c")),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "query", "target", "columns"), EQUIVALENT)
def test_equivalent(sql: str, query: str, target: tuple[str, ...], columns: tuple[str, ...] | None) -> None:
    equivalent = queries.equivalent(split(sql)[0])
    assert equivalent is not None
    assert (equivalent.query, equivalent.target, equivalent.columns) == (query, target, columns)
    assert duck.parses(equivalent.query)


NONE = (
    "merge into t using s on true when matched then update set *",
    "insert into t by name select 1 a",
    "insert into t default values",
    "begin",
)


@pytest.mark.parametrize("sql", NONE)
def test_statements_without_an_equivalent(sql: str) -> None:
    assert queries.equivalent(split(sql)[0]) is None
