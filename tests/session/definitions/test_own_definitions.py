"""
What a transaction has defined, in the catalogs it reads; what PostgreSQL answers is in the transcript
`own_definitions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

OWN = "select relname from pg_class where relname like 'own%' and relkind in ('r', 'v') order by 1"


@pytest.mark.slow
def test_nobody_else_sees_it(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("begin", "create table own (a int primary key)")
    assert session.rows(OWN) == [("own",)]
    assert other.rows(OWN) == []
    assert other.rows("select name from pggate.topics where name = 'own'") == []
    session.run("commit")
    assert session.rows(OWN) == other.rows(OWN) == [("own",)]


@pytest.mark.slow
def test_nothing_is_left_when_it_ends(session: Client) -> None:
    for end in ("rollback", "commit"):
        session.run("begin", f"create table own_{end} (a int)")
        assert (f"own_{end}",) in session.rows(OWN)
        session.run(end)
        left = session.rows('select count(*) from "~pg"."~mirror".relations where database like \'~%\'')
        assert left == [("0",)]
    assert session.rows(OWN) == [("own_commit",)]


@pytest.mark.slow
def test_what_others_define_meanwhile_is_there_too(session: Client, connect: Connect) -> None:
    session.run("begin", "create table own (a int)")
    assert session.rows(OWN) == [("own",)]
    connect().run("create table own_of_another (a int)")
    assert session.rows(OWN) == [("own",), ("own_of_another",)]
    session.run("create view own_view as select a from own")
    assert session.rows(OWN) == [("own",), ("own_of_another",), ("own_view",)]
    session.run("rollback")
    assert session.rows(OWN) == [("own_of_another",)]


@pytest.mark.slow
def test_a_key_goes_with_its_column(session: Client) -> None:
    session.run("begin", "create table own (a int, u text unique)", "alter table own drop column u")
    keys = "select conname from pg_constraint where conrelid = 'own'::regclass"
    assert session.rows(keys) == []
    session.run("commit")
    assert session.rows(keys) == []
    assert session.rows("select * from own") == []


@pytest.mark.slow
def test_a_column_that_is_written_anew(session: Client) -> None:
    session.run("create table own (id int primary key, a varchar(5))", "comment on table own is 'kept'")
    session.run("create table own_pointing (f int references own (id))")
    ((oid,),) = session.rows("select 'own'::regclass::oid")
    session.run("begin", "alter table own alter column id type text using id::text")
    assert session.rows("select 'own'::regclass::oid, obj_description('own'::regclass)") == [(oid, "kept")]
    shown = "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'own'::regclass and attnum > 0"
    assert session.rows(shown) == [("text",), ("character varying(5)",)]
    keys = "select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'own_pointing'::regclass"
    assert session.rows(keys) == [("FOREIGN KEY (f) REFERENCES own(id)",)]
    session.run("rollback")
    assert session.rows(shown) == [("integer",), ("character varying(5)",)]


@pytest.mark.slow
def test_settings_are_those_of_the_session(session: Client) -> None:
    session.run("begin", "create schema own_schema", "create table own_schema.own (a int)")
    assert session.value("select to_regclass('own')") is None
    session.run("set search_path to own_schema, public", "set timezone to 'Asia/Tokyo'")
    assert session.value("select to_regclass('own')") == "own"
    assert (
        session.value("select current_setting('timezone') from pg_class where relname = 'own'")
        == "Asia/Tokyo"
    )
    assert session.value("select current_database() from pg_class where relname = 'own'") == session.value(
        "select current_database()"
    )
    session.run("rollback")
