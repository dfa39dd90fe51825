"""
What a lake cannot keep, and what it can.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    ("column", "found"),
    [
        ("a interval", "INTERVAL"),
        ("a time with time zone", "TIME WITH TIME ZONE"),
        ("a bit", "BIT"),
        ("a enum ('x', 'y')", "ENUM"),
        ("a union (n int, s varchar)", "UNION"),
        ("a int[3]", "ARRAY"),
        ("a interval[]", "INTERVAL"),
        ("a struct (b int, c struct (d hugeint))", "HUGEINT"),
        ("a map (varchar, interval)", "INTERVAL"),
    ],
)
def test_a_type_that_cannot_be_stored(session: Client, column: str, found: str) -> None:
    error = session.error(f"create table t (b int, {column})")
    assert error.code == "0A000"
    assert '"a"' in error.message
    assert error.hint
    assert not session.catalog.relations
    session.run("create table t (b int)")
    assert session.code(f"alter table t add column {column}") == "0A000"
    assert session.columns("select * from t") == ["b"]


def test_a_type_that_cannot_be_stored_of_a_query_or_a_change(session: Client) -> None:
    assert session.code("create table t as select interval '1 day' as a") == "0A000"
    assert session.code("select sum(1) as a into t from (values (1)) v (a)") == "0A000"  # HUGEINT
    session.run("create table t (a int)")
    assert session.code("alter table t alter column a type interval") == "0A000"
    session.run("create temp table u (a interval)", "create view v as select interval '1 day' as a")


def test_hugeint_is_numeric(session: Client) -> None:
    """A lake would keep it as a double."""
    session.run(
        "create table t (a hugeint, b uhugeint[])", "insert into t values (12345678901234567890123, null)"
    )
    assert session.value("select a from t") == "12345678901234567890123"
    assert session.code("insert into t (a) values (1e38::double)") == "22003"


def test_a_constraint_that_cannot_be_kept(session: Client) -> None:
    error = session.error("create table t (a int, exclude using btree (a with =))")
    assert error.code == "0A000"
    assert not session.catalog.relations


def test_not_null_and_default_are_kept(session: Client) -> None:
    session.run("create table t (a int not null default 7, b varchar default 'x''y', c int)")
    relation = session.catalog.relations["public", "t"]
    assert [c.not_null for c in relation.columns] == [True, False, False]
    session.run("insert into t (c) values (1)")
    assert session.rows("select * from t") == [("7", "x'y", "1")]


def test_the_lakes_own_schema_stays(session: Client) -> None:
    for sql in ("drop schema public", "drop schema public cascade"):
        assert session.code(sql) == "0A000"


def test_there_must_be_a_schema(session: Client) -> None:
    session.run("set search_path = nope")
    assert session.code("create table t (a int)") == "3F000"
