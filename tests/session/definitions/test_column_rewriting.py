"""
ALTER COLUMN … TYPE by new rows; what PostgreSQL answers is in the transcript `alter_types`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.definitions.column_rewriting import quoted_as_needed

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_what_is_declared_stays(session: Client) -> None:
    session.run("create table o (id serial primary key, a text, b int unique check (b <> 9))")
    session.run("create table f (o int references o)", "comment on table o is 'told'")
    session.run("insert into o (a, b) values ('1', 2)", "alter table o alter a type int using a::int")
    relations = session.catalog.relations
    assert sorted(key.name for key in relations["public", "o"].keys) == ["o_b_check", "o_b_key", "o_pkey"]
    assert [key.name for key in relations["public", "f"].keys] == ["f_o_fkey"]
    assert relations["public", "o"].comment == "told"
    session.run("insert into o (a) values (3)")
    assert session.rows("select * from o order by id") == [("1", "1", "2"), ("2", "3", None)]


@pytest.mark.slow
def test_nothing_of_a_failure_stays(session: Client) -> None:
    session.run("create table t (a text, b int)", "insert into t values ('x', 1)")
    assert session.code("alter table t alter a type int using a::int") == "22P02"
    assert session.rows("select * from t") == [("x", "1")]


@pytest.mark.slow
def test_checks_are_held(session: Client) -> None:
    session.run(
        "create table t (a text check (length(a) > 1), c int check (c > 0), e int, check (e / 2 > 0))"
    )
    session.run("insert into t values ('12', 4, 2)")
    assert session.code("alter table t alter a type int using a::int") == "42883"
    assert session.code("alter table t alter c type int using -c") == "23514"
    assert session.code("alter table t alter c type text using c::text") == "42883"
    session.run("alter table t alter c type bigint", "alter table t alter e type numeric using e - 1")
    session.run("insert into t values ('12', 4, 1)")  # half of it is more than nothing now
    assert session.code("insert into t values ('12', 0, 1)") == "23514"
    session.run("create type mood as enum ('a', 'b')")
    assert session.code("alter table t alter c type mood using 'a'::mood") == "0A000"
    assert session.rows("select * from t") == [("12", "4", "1"), ("12", "4", "1")]


@pytest.mark.slow
def test_arrays(session: Client) -> None:
    session.run("create table t (a int, b text)", "insert into t values (3, 'x'), (4, null)")
    session.run("alter table t alter b type text[] using array[b]")
    assert session.rows("select * from t order by a") == [("3", "{x}"), ("4", "{NULL}")]
    assert session.code("alter table t alter b type text[] using array[b]") == "0A000"


@pytest.mark.parametrize(("name", "quoted"), [("a", "a"), ("A", '"A"'), ("a b", '"a b"')])
def test_names_in_hints(name: str, quoted: str) -> None:
    assert quoted_as_needed(name) == quoted


@pytest.mark.slow
def test_rows_of_the_transaction_that_widens_a_column(session: Client) -> None:
    """ducklake 1.5.5 reads 6000000001 for 1 here, and finds no row of it."""
    session.run("create table w (a int, b int)", "insert into w values (1, 1)")
    session.run(
        "begin", "alter table w alter a type bigint", "insert into w values (5000000000, 2)", "commit"
    )
    session.run("insert into w values (6000000000, 3)")
    assert session.rows("select a from w order by a") == [("1",), ("5000000000",), ("6000000000",)]
    session.run("alter table w alter b type bigint, add c timestamptz default clock_timestamp()")
    session.run("insert into w values (7000000000, 7000000000)")
    assert session.rows("select a, b from w where b = 1") == [("1", "1")]
    assert session.value("select min(b) from w") == "1"
