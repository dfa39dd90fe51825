from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.binder import Binder
from pggate.session.queries.short_inserts import merge_with_columns, with_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.binding import BinderCursor


@pytest.fixture(scope="module")
def binder() -> Iterator[BinderCursor]:
    opened = Binder.open()
    opened.apply(['CREATE TABLE t (a INTEGER, "B c" VARCHAR, d DATE)'])
    cursor = opened.cursor()
    yield cursor
    cursor.close()
    opened.close()


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("insert into t values (1)", 'insert into t ("a") values (1)'),
        (
            "insert into t values (1, 'x'), (2, 'y')",
            "insert into t (\"a\", \"B c\") values (1, 'x'), (2, 'y')",
        ),
        ("insert into t values ((1, 2), f(3, 4))", 'insert into t ("a", "B c") values ((1, 2), f(3, 4))'),
        ("insert into t values (default)", 'insert into t ("a") values (default)'),
        ("insert into t values ($1, $2)", 'insert into t ("a", "B c") values ($1, $2)'),
        ("insert into t select 1", 'insert into t ("a") select 1'),
        ("insert into t select $1, 'x'", 'insert into t ("a", "B c") select $1, \'x\''),
        ("with w as (select 1) insert into t table w", 'with w as (select 1) insert into t ("a") table w'),
    ],
)
def test_the_first_columns_are_named(binder: BinderCursor, sql: str, named: str) -> None:
    found = with_columns(binder, sql)
    assert found is not None
    assert found.text == named


@pytest.mark.parametrize(
    "sql",
    [
        "insert into t values (1, 'x', null)",
        "insert into t values (1, 'x', null, 4)",
        "insert into t (a, d) values (1)",
        "insert into t by name select 1 as a",
        "insert into t default values",
        "insert into nowhere values (1)",
        "insert into t select nope",
    ],
)
def test_others_are_not_touched(binder: BinderCursor, sql: str) -> None:
    assert with_columns(binder, sql) is None


@pytest.mark.parametrize(
    ("inserts", "named"),
    [
        ("insert values (1, 'x')", 'insert ("a", "B c") values (1, \'x\')'),
        ("insert (d) values (1)", None),
        ("insert values (1, 2, 3)", None),
        ("do nothing", None),
    ],
)
def test_merges(binder: BinderCursor, inserts: str, named: str | None) -> None:
    merge = "merge into t using (values (1)) v (k) on t.a = v.k when not matched then "
    found = merge_with_columns(binder, merge + inserts)
    assert (found and found.text) == (named and merge + named)
