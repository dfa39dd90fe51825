"""
What is known of a statement before it runs, how long that is kept, and that nothing is executed for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from pggate.engine import plan_answers
from pggate.engine.unbindable import ParameterTypeUnknown, refusal
from pggate.translate.texts.statements import split
from tests.session.conftest import error_of, fields_of, succeeded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.errors import PgError
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

INT8, INT4, TEXT, FLOAT8, DATE = 20, 23, 25, 701, 1082


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


CATALOGS = (
    "select c.relname from pg_class c where c.oid = 17",
    "select attname from pg_catalog.pg_attribute where attrelid = $1",
    "select current_database()",
)


@pytest.mark.parametrize("sql", CATALOGS)
def test_what_names_nothing_that_is_defined_is_known_whatever_is(
    session: Client, connect: Connect, sql: str
) -> None:
    (statement,) = split(sql)
    first = session.analyse(statement)
    session.run("create table t (a int)", "create type mood as enum ('sad')")
    assert session.analyse(statement).bound is first.bound
    session.run("begin", "create table u (a int)", "create temp table w (a int)")
    assert session.analyse(statement).bound is first.bound
    assert connect().analyse(statement).bound is first.bound
    session.run("rollback")


@pytest.mark.parametrize(
    ("define", "undo"),
    [
        ("create table {} (relname int)", "drop table {}"),
        ("create view {} as select 1 as relname", "drop view {}"),
        ("create temp table {} (relname int)", "drop table {}"),
        ("create temp view {} as select 1 as relname", "drop view {}"),
        ("begin; create table {} (relname int)", "rollback"),
        ("create type {} as enum ('x')", "drop type {}"),
        ("create schema {}", "drop schema {}"),
        ("create sequence {}", "drop sequence {}"),
        ("create temp sequence {}", "drop sequence {}"),
    ],
)
@pytest.mark.parametrize("name", ["c", '"C"', "relname"])
def test_a_name_of_its_words_is_looked_at(session: Client, name: str, define: str, undo: str) -> None:
    (statement,) = split("select c.relname from pg_class c where c.oid = 18")
    first = session.analyse(statement)
    session.run(*define.format(name).split(";"))
    assert session.analyse(statement).bound is not first.bound
    session.run(undo.format(name))


def test_a_relation_that_is_called_as_a_catalog(session: Client) -> None:
    assert session.columns("select * from pg_am") == ["oid", "amname", "amhandler", "amtype"]
    session.run("create temp table pg_am (a int)")
    shown = session.columns("select * from pg_am")
    session.run("drop table pg_temp.pg_am")
    assert shown != session.columns("select * from pg_am")


def test_a_relation_that_a_literal_names(session: Client) -> None:
    session.run("create table t (a int)")
    sql = "select * from query('select * from t')"
    assert session.columns(sql) == ["a"]
    session.run("alter table t add column b int")
    assert session.columns(sql) == ["a", "b"]


def test_parameters_of_types_that_are_defined(session: Client) -> None:
    session.run("create type mood as enum ('sad', 'ok')")
    oid = int(session.value("select 'mood'::regtype::oid") or 0)
    (statement,) = split("select $1")
    assert session.analyse(statement, (oid,)).parameters == (oid,)
    session.run("drop type mood")
    assert session.code(f"prepare p ({oid}) as select $1") != ""
    session.run("create type other as enum ('x')")
    assert session.analyse(statement, (INT4,)).parameters == (INT4,)


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


def test_what_a_session_alone_sees_is_kept_until_it_defines_something(session: Client) -> None:
    session.run("create table u (a int)", "begin", "create table t (a int)")
    (statement,) = split("insert into t values ($1)")
    first = session.analyse(statement)
    assert session.analyse(statement).bound is first.bound
    session.run("insert into t values (1)", "select * from t", "savepoint s")
    assert session.analyse(statement).bound is first.bound
    session.run("alter table t alter column a type text")
    assert session.analyse(statement).parameters == (TEXT,)
    session.run("alter table t alter column a set default 'x'", "drop table u")
    (default,) = split("insert into t default values")
    session.analyse(default)
    session.run("rollback")
    assert session.code("insert into t values (1)") == "42P01"
    session.run("create temp table t (a text)")
    assert session.analyse(statement).parameters == (TEXT,)
    session.run("begin", "drop table t", "create temp table t (a date)")
    assert session.analyse(statement).parameters == (DATE,)
    session.run("rollback")
    assert session.analyse(statement).parameters == (TEXT,)
    session.run("discard temp", "create table t (a int)")
    assert session.analyse(statement).parameters == (INT4,)


def test_a_statement_that_is_prepared_in_a_transaction_follows_its_definitions(session: Client) -> None:
    session.run("begin", "create table t (a int)", "prepare p as select * from t", "insert into t values (1)")
    assert session.rows("execute p") == [("1",)]
    session.run("alter table t rename to u", "create table t (a int)")
    assert session.rows("execute p") == []
    session.run("insert into t values (2)", "savepoint s", "insert into t values (3)")
    assert session.rows("execute p") == [("2",), ("3",)]
    session.run("rollback")
    assert session.code("execute p") == "42P01"


@pytest.mark.parametrize(
    ("sql", "answers"),
    [
        ("select {}", ["5", "77", "123456789"]),
        ("SELECT A FROM T WHERE A = {} ORDER BY 1", ["5", "77", None]),
        ("select a from pg_catalog.generate_series(1, 100) s(a) where a > {} limit 1", ["6", "78", None]),
        ("select '5'::text || ({})", ["55", "577", "5123456789"]),
        ("select a from t where a = {} and b = 'x=5'", ["5", "77", None]),
        (
            "select case when a = {} then 'one' else 'other' end from t limit 1 offset {}",
            ["other", None, None],
        ),
    ],
)
def test_other_numbers_give_other_answers(session: Client, sql: str, answers: list[str | None]) -> None:
    session.run(
        "create table t (a int, b text)",
        "insert into t select i, 'x=5' from generate_series(1, 77) as s(i)",
    )
    numbers = ("5", "77", "123456789")
    for number, answer in [*zip(numbers, answers, strict=True), (numbers[0], answers[0])]:
        found = session.rows(sql.format(number, number))
        assert found == ([] if answer is None else [(answer,)])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("select 1", "select 3000000000"),
        ("select a * 2 from d", "select a * 20000 from d"),
        ("select round(a, 1) from d", "select round(a, 2) from d"),
        ("select a + 2 from d", "select a + 200000000 from d"),
    ],
)
def test_a_type_is_that_of_the_numbers_that_are_there(session: Client, first: str, second: str) -> None:
    """Told alike to one who has seen the other text before, and to one who has not."""
    session.run("create table d (a decimal(6,2))", "insert into d values (1.25)")
    fresh = []
    for number, sql in enumerate((first, second)):
        session.run(f"create table other{number} (a int)")  # what was analysed before does not count any more
        fresh.append(fields_of(session.extended(sql)))
    for sql, fields in ((first, fresh[0]), (second, fresh[1])):
        assert fields_of(session.extended(sql)) == fields
        assert fields_of(session.query(sql)) == fields


def test_what_was_analysed_serves_other_numbers(session: Client) -> None:
    session.run("create table t (a int, b text)")
    (one,), (two,) = (
        split("select A from t where A = 1 and b::date < '2020-01-01'"),
        split("select A from t where A = 2 and b::date < '2020-01-01'"),
    )
    first, second = (session.analyse(statement, describe=False) for statement in (one, two))
    assert second.bound is first.bound
    assert second.text == first.text.replace("= 1", "= 2")
    assert second.statement is two
    described = session.analyse(two)
    assert described.bound is first.bound
    assert [column.name for column in described.columns] == ["a"]


def test_what_was_just_described_is_not_described_again(session: Client) -> None:
    (statement,) = split("select 17 + 4 as sum")
    first = session.analyse(statement)
    assert session.analyse(statement).columns is first.columns


@pytest.mark.parametrize(
    "sql",
    [
        "select hash($1)",
        "select a from t where hash($1) = hash($2) and a = $3",
        "select json_object('a', $1)",
        "select string_agg(b, $1), hash($2) from t",
        "select [$1, $2], hash($3)",
        "select $1 is null or a = $1 from t",
        "select a from t where a = $1 and b like $2 limit $3",
    ],
)
def test_the_plan_fails_for_a_parameter_once_for_a_text(
    session: Client, connect: Connect, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    """The engine's failure for a $n without a type costs 13 ms: what came of it is kept with the text."""
    failed: list[str] = []

    def counted(answer: Mapping[str, Any], sql: str, *, has_parameters: bool) -> PgError:
        refused = refusal(answer, sql, has_parameters=has_parameters)
        if isinstance(refused, ParameterTypeUnknown):
            failed.append(sql)
        return refused

    session.run("create table t (a int, b text)")
    monkeypatch.setattr(plan_answers, "refusal", counted)
    session.described(sql)
    at_first = list(failed)
    for client in (session, connect()):
        client.described(sql)
        succeeded(client.extended(sql, ["1"] * max(map(int, re.findall(r"\$(\d)", sql)))))
    assert failed == at_first
    assert len(failed) == len(
        set(failed)
    )  # as written, and where that is of no use, with the types that are left
