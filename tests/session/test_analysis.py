"""
What is known of a statement before it runs, how long that is kept, and that nothing is executed for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.analysis import castable, declared_types, parameter_oids
from pggate.translate.statements import split
from tests.session.conftest import error_of, rows_of, succeeded

if TYPE_CHECKING:
    from pathlib import Path

    from tests.session.conftest import Client, Connect

BOOL, INT8, INT4, TEXT, FLOAT8, VARCHAR, DATE, NUMERIC, UNKNOWN = 16, 20, 23, 25, 701, 1043, 1082, 1700, 705


def test_declared_types() -> None:
    assert declared_types((INT4, 0, TEXT, UNKNOWN, 999999)) == {1: "INTEGER", 3: "VARCHAR"}


def test_a_decimal_brings_its_own_scale() -> None:
    assert castable({1: "DECIMAL(18,3)", 2: "INTEGER"}) == {2: "INTEGER"}


@pytest.mark.parametrize(
    ("sql", "declared", "types", "expected"),
    [
        ("select 1", (), {}, ()),
        ("select $1, $2", (), {1: "BIGINT"}, (INT8, VARCHAR)),
        ("select $1", (DATE,), {1: "DATE"}, (DATE,)),
        ("select $2", (INT4, 0), {2: "DOUBLE"}, (INT4, FLOAT8)),
        ("select 1", (INT4,), {}, (INT4,)),
    ],
)
def test_parameter_oids(
    sql: str, declared: tuple[int, ...], types: dict[int, str], expected: tuple[int, ...]
) -> None:
    (statement,) = split(sql)
    found = parameter_oids(statement, declared, types)
    assert tuple(TEXT if oid == VARCHAR else oid for oid in found) == tuple(
        TEXT if oid == VARCHAR else oid for oid in expected
    )


def test_nothing_is_executed_to_describe(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1)")
    for sql in (
        "insert into t select a from t",
        "update t set a = 9",
        "delete from t",
        "truncate t",
        "drop table t",
    ):
        assert session.described(sql)[1] == []
    assert [name for name, _ in session.described("select error('boom') as e, a from t")[1]] == ["e", "a"]
    assert session.described("select pggate.create_token('t')")[1] == [("create_token", TEXT)]
    assert session.rows("select a from t") == [("1",)]
    assert session.rows("select * from pggate.tokens") == []


def test_columns_follow_a_definition(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)")
    assert session.described("select * from t")[1] == [("a", INT4)]
    other.run("alter table t add column b varchar")
    assert session.described("select * from t")[1][1][0] == "b"
    other.run("drop table t", "create view t as select 1.5::float8 as x")
    assert session.described("select * from t")[1] == [("x", FLOAT8)]
    other.run("drop view t")
    assert error_of(session.extended("select * from t")).code == "42P01"


def test_what_was_analysed_is_shared_and_known_by_version_path_and_types(
    session: Client, connect: Connect
) -> None:
    session.run("create schema s", "create table t (a int)", "create table s.t (a varchar)")
    (statement,) = split("select a from t where a = $1")
    first = session.analyse(statement)
    assert connect().analyse(statement).bound is first.bound  # another session, the same entry
    assert session.analyse(statement, (INT8,)).parameters == (INT8,)
    session.run("set search_path = s, public")
    assert session.analyse(statement).columns != first.columns
    session.run("set search_path = public")
    assert session.analyse(statement).bound is first.bound
    session.run("create table u (a int)")
    assert session.analyse(statement).bound is not first.bound


def test_the_cache_knows_who_asks(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "create role reader login")
    sql = "select a from t"
    session.run(sql)
    assert connect(user="reader").code(sql) == "42501"
    session.run(sql, "drop role reader")


def test_what_a_session_alone_sees_is_not_shared(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create table t (a int)")
    other.run("select * from t", "create temp table t (b varchar)")
    assert other.columns("select * from t") == ["b"]
    assert session.columns("select * from t") == ["a"]
    session.run("begin", "alter table t add column c int")
    assert session.columns("select * from t") == ["a", "c"]
    assert connect().columns("select * from t") == ["a"]
    session.run("rollback")
    assert session.columns("select * from t") == ["a"]


def test_a_superuser_reads_files_that_the_binder_does_not_know(
    session: Client, connect: Connect, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("n,s\n1,x\n2,y\n")
    sql = f"select n, s from read_csv('{file}')"
    assert session.rows(sql) == [("1", "x"), ("2", "y")]
    assert session.described(sql)[1] == [
        ("n", INT8),
        ("s", session.described("select 'x'::varchar")[1][0][1]),
    ]
    session.run("create role reader login")
    assert connect(user="reader").code(sql) == "42501"
    session.run("drop role reader")


def test_a_query_of_a_snapshot(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1)")
    snapshot = session.catalog.snapshot
    lake = session.gateway.databases.find(session.identity.database).lake
    snapshot = lake.snapshot(session.session._cursors.lake)
    session.run("insert into t values (2)", "alter table t add column b int")
    assert session.rows(f"select * from t at (version => {snapshot})") == [("1",)]
    assert session.columns(f"select * from t at (version => {snapshot})") == ["a"]
    assert session.described(f"select * from t at (version => {snapshot})")[1] == [("a", INT4)]
    assert session.rows("select a from t order by a") == [("1",), ("2",)]
    assert session.rows("select a from t at (timestamp => now()) order by a") == [("1",), ("2",)]


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("selec 1", "42601"),
        ("select 1 from from", "42601"),
        ("select a from nope", "42P01"),
        ("select nope", "42703"),
        ("select nope()", "42883"),
        ("select 1::nope", "42704"),
        ("select 'x'::int", "22P02"),
    ],
)
def test_mistakes(session: Client, sql: str, code: str) -> None:
    assert session.code(sql) == code
    assert error_of(session.extended(sql)).code == code


def test_a_prepared_statement_whose_result_has_changed(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "prepare p as select * from t")
    assert session.rows("execute p") == []
    connect().run("alter table t add column b int")
    assert session.code("execute p") == "0A000"


def test_explain_asks_for_the_types_of_what_it_explains(session: Client) -> None:
    session.run("create table t (a int, b date)")
    parameters, columns = session.described("explain select a from t where a = $1 and b < $2")
    assert parameters == (INT4, DATE)
    assert columns == [("QUERY PLAN", TEXT)]
    assert rows_of(succeeded(session.extended("explain select a from t where a = $1", ["1"])))
