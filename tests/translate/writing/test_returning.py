"""
RETURNING found, and made a query of.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax.spans import Span
from pggate.translate.texts.statements import split
from pggate.translate.writing.returning import clauses, query

CLAUSES = [
    # statement                                                   without them                        RETURNING's list
    ("insert into t values (1) returning a, b",                   "insert into t values (1)",         "a, b"),
    ("insert into t values ('returning') returning *;",           "insert into t values ('returning')", "*"),
    ("insert into t values (1) on conflict do nothing",           "insert into t values (1)",         None),
    ("insert into t values (1) on conflict (a) do update set b = 1 returning b", "insert into t values (1)", "b"),
    ("insert into t default values returning (select 1 from u)",  "insert into t default values",     "(select 1 from u)"),
    ("update t set a = 1 where b /* c */ returning a",            "update t set a = 1 where b",       "a"),
    ('with w as (select 1) delete from t returning a as "k"',   "with w as (select 1) delete from t", 'a as "k"'),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "main", "listed"), CLAUSES)
def test_clauses(sql: str, main: str, listed: str | None) -> None:
    found = clauses(sql, split(sql)[0].kind)
    assert found is not None
    assert found.main == main
    assert (found.returned and sql[slice(*found.returned)]) == listed
    assert (found.conflict is not None) == ("on conflict" in sql)


@pytest.mark.parametrize(
    "sql",
    [
        "insert into t values (1)",
        "insert into t values ('returning', 'conflict')",
        "insert into conflict values (1)",
        "select returning from t",
        "update t set a = 'returning'",
        "merge into t using u on true when matched then update set a = 'returning'",
    ],
)
def test_none(sql: str) -> None:
    assert clauses(sql, split(sql)[0].kind) is None


@pytest.mark.parametrize(
    ("sql", "position"),
    [
        ("delete from t returning", 24),
        ("merge into t using u on true when matched then delete returning a", 55),
    ],
)
def test_refused(sql: str, position: int) -> None:
    with pytest.raises(SqlSyntaxError) as caught:
        clauses(sql, split(sql)[0].kind)
    assert caught.value.position == position


QUERIES = [
    # statement                                             names                query
    ("insert into t values (1) returning a, b",             {("t",)},            "SELECT a, b FROM x"),
    ("with w as (select 1) insert into t select 1 returning a", {("t",)},        "with w as (select 1) SELECT a FROM x"),
    ("insert into s.t values (1) returning s.t.a, t.b, (select max(a) from s.t)", {("s", "t")},
     "SELECT t.a, t.b, (select max(a) from s.t) FROM x"),
    ('delete from S.T returning S.T.a, "s"."t".*',          {("s", "t")},        'SELECT T.a, "t".* FROM x'),
    ("delete from d.s.t returning d.s.t.a, s.t.a",          {("d", "s", "t")},   "SELECT t.a, s.t.a FROM x"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "names", "expected"), QUERIES)
def test_query(sql: str, names: set[tuple[str, ...]], expected: str) -> None:
    found = clauses(sql, split(sql)[0].kind)
    assert found is not None
    common = Span(0, len("with w as (select 1)") if sql.startswith("with") else 0)
    assert query(found, common, "x", names).text == expected


def test_places_in_the_query_are_places_in_the_statement() -> None:
    sql = "insert into s.t values (1) returning s.t.a, nope"
    found = clauses(sql, split(sql)[0].kind)
    assert found is not None
    made = query(found, Span(0, 0), "t", {("s", "t")})
    assert made.position(made.text.index("nope")) == sql.index("nope")
