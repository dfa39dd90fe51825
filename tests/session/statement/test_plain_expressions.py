"""
What may not stand in DEFAULT, CHECK and USING; PostgreSQL 15 answers the same codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow

REFUSED = (
    ("sum(1)", "42803"),
    ("row_number() over ()", "42P20"),
    ("unnest(array[1, 2])", "0A000"),
    ("(select 1)", "0A000"),
    ("$1", "42P02"),
)


@pytest.mark.parametrize(("expression", "code"), REFUSED)
def test_refused(session: Client, expression: str, code: str) -> None:
    session.run("create table t (a int, b text)", "insert into t values (1, 'x')")
    for sql in (
        f"create table u (a int, check ({expression} > 1))",
        f"alter table t add check ({expression} > 1)",
        f"alter table t add column c int check ({expression} > 1)",
        f"alter table t alter a set default {expression}",
        f"alter table t alter b type int using {expression}",
    ):
        assert session.code(sql) == code, sql
    assert session.rows("select * from t") == [("1", "x")]


@pytest.mark.parametrize(("expression", "code"), REFUSED[:-1])
def test_defaults_of_new_columns(session: Client, expression: str, code: str) -> None:
    session.run("create table t (a int)", "insert into t values (1)")
    assert session.code(f"alter table t add column z int default {expression}") == code
    assert session.code(f"create table u (z int default {expression})") == code


def test_what_only_looks_like_it(session: Client) -> None:
    session.run("create table t (a int default length('select'), b int, check (a <> all (array[1, 2])))")
    session.run(
        "alter table t add check (a in (5, 6)), alter b type text using array_to_string(array[b], ',')"
    )
