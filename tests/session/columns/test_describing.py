"""
What a query's columns are called, asked once and again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pggate.engine.binding import BinderCursor
from tests.session.conftest import error_of, fields_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("select {}", ["?column?"]),
        ("select a, a + {}, count(*) from t group by a", ["a", "?column?", "count"]),
        ("select {} as n, *, max(a) over () from t", ["n", "a", "b", "max"]),
        ("select *, {} from t", ["a", "b", "?column?"]),
        ("select case when a > {} then a else 0 end from t", ["case"]),
        ('select (a + {})::text, "B".a from t as "B"', ["text", "a"]),
    ],
)
def test_names_do_not_hang_on_numbers(session: Client, sql: str, names: list[str]) -> None:
    session.run("create table t (a int, b int)")
    for number in (1, 20, 300, 1):
        assert session.columns(sql.format(number)) == names
        assert [name for name, _ in session.described(sql.format(number))[1]] == names


@pytest.mark.parametrize(
    ("sql", "names", "trees"),
    [
        ("select a as x, b, a + 1 as y from t", ["x", "b", "y"], 0),
        ("select count(*) as n, max(t.a) as most from t group by b", ["n", "most"], 0),
        ("select * from t", ["a", "b"], 0),
        ("select a + 1 from t", ["?column?"], 1),
    ],
)
def test_only_who_has_no_name_is_asked_for_a_tree(
    session: Client, monkeypatch: pytest.MonkeyPatch, sql: str, names: list[str], trees: int
) -> None:
    """A syntax tree, which DuckDB serialises as JSON, is what PostgreSQL's name of an expression costs."""
    asked: list[str] = []
    real = BinderCursor.tree

    def tree(binder: BinderCursor, text: str) -> dict[str, Any]:
        asked.append(text)
        return real(binder, text)

    monkeypatch.setattr(BinderCursor, "tree", tree)
    session.run("create table t (a int, b int)")
    assert session.columns(sql) == names
    assert len(asked) == trees
    assert [name for name, _ in session.described(sql)[1]] == names
    assert len(asked) == trees, "once for all"


def test_the_columns_of_a_star_are_todays(session: Client) -> None:
    session.run("create table t (a int)")
    assert session.columns("select *, 1 from t") == ["a", "?column?"]
    session.run("alter table t add column b int")
    assert session.columns("select *, 2 from t") == ["a", "b", "?column?"]
    session.run("drop table t", 'create table t ("A+1" int)')
    assert session.columns("select *, 3 from t") == ["A+1", "?column?"]


def test_names_in_quotes_are_those_of_the_relation_that_is_read(session: Client) -> None:
    session.run(
        "create schema s",
        'create table t ("A b" int, "C d" int)',
        'create table s.t ("E f" int, "G h" int)',
    )
    texts = {
        "select * from t": [],
        "select *, 1 from t": ["?column?"],
        "select *, 1 as n, t.* from t limit 0": ["n"],
    }
    for path, there in (("public", ["A b", "C d"]), ("s", ["E f", "G h"]), ("public", ["A b", "C d"])):
        session.run(f"set search_path = {path}")
        for sql, own in texts.items():
            names = there + own + (there if "t.*" in sql else [])
            assert session.columns(sql) == names
            assert [name for name, _ in session.described(sql)[1]] == names
    session.run('alter table t rename "C d" to "X y"')
    assert session.columns("select *, 2 from t") == ["A b", "X y", "?column?"]


@pytest.mark.parametrize(
    "expression",
    [
        "version()",
        "current_schema()",
        "current_schemas(true)",
        "current_schema() || '.t'",
        "upper(current_user)",
        "current_database() || session_user",
        "pg_backend_pid() + 1",
        "current_setting('TimeZone') || '!'",
        "current_setting('no.such', true) || '!'",
        "(select count(*) from pg_cursors)",
    ],
)
def test_what_hangs_on_the_session_has_a_type_before_it_runs(session: Client, expression: str) -> None:
    """It is described where no session is known."""
    sql = f"select {expression} as x"
    described = session.described(sql)[1]
    assert described == [(field.name, field.type_oid) for field in fields_of(succeeded(session.query(sql)))]
    assert succeeded(session.extended(sql))


def test_too_many_columns(session: Client) -> None:
    sql = f"select {', '.join(f'{n} as c{n}' for n in range(1665))}"
    assert session.code(sql) == "54011"
    assert error_of(session.extended(sql)).code == "54011"
