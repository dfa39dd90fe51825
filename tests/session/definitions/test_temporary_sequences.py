"""
Temporary sequences, and serial and identity columns of temporary tables; what PostgreSQL answers is in the
transcript `temporary_sequences`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


def test_they_are_the_sessions_own(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create temp sequence s start 7", "create temp table t (id serial, v text)")
    other.run("create temp sequence s")
    assert (session.value("select nextval('s')"), other.value("select nextval('s')")) == ("7", "1")
    assert other.code("select nextval('t_id_seq')") == "42P01"
    assert connect().code("select nextval('s')") == "42P01"
    session.run("discard temp")
    assert session.code("select nextval('s')") == "42P01"
    assert other.value("select nextval('s')") == "2"


def test_whoever_may_have_temporary_tables_has_their_numbers(session: Client, connect: Connect) -> None:
    session.run("create role reader login")
    reader = connect(user="reader")
    try:
        reader.run("create temp table t (id serial, v text)", "insert into t (v) values ('x'), ('y')")
        assert reader.rows("select id from t") == [("1",), ("2",)]
        reader.run("create temp sequence s")
        assert reader.value("select nextval('s')") == "1"
    finally:
        reader.close()
        session.run("drop role reader")


def test_numbers_by_copy(session: Client) -> None:
    session.run("create temp table t (id int generated always as identity (start 5), v varchar(3))")
    session.copy("copy t (v) from stdin", b"x\ny\n")
    assert session.rows("select * from t") == [("5", "x"), ("6", "y")]


def test_a_rollback_to_a_savepoint_takes_them_away(session: Client) -> None:
    session.run("begin", "savepoint s", "create temp sequence q", "rollback to s")
    assert session.code("select nextval('q')") == "42P01"
    session.run("rollback", "begin", "create temp sequence q", "savepoint s")
    assert session.value("select nextval('q')") == "1"
    session.run("release s", "commit")
    assert session.value("select nextval('q')") == "2"


def test_a_default_follows_the_sequence(session: Client) -> None:
    session.run("create temp sequence s", "create sequence p", "alter sequence p restart 100")
    session.run("create temp table t (a int default nextval('s'), b int default nextval('p'), c int)")
    session.run("alter sequence s rename to renamed", "insert into t (c) values (1)")
    assert session.rows("select a, b from t") == [("1", "100")]
    assert session.code("create temp table w (a int default nextval('nope'))") == "42P01"
    assert session.code("create temp table w (a int default nextval('t'))") == "42809"


def test_names_that_are_taken(session: Client) -> None:
    session.run("create temp table t_id_seq (a int)", "create temp table t (id serial)")
    assert session.value("select nextval('t_id_seq1')") == "1"
    assert session.code("create temp sequence t") == "42P07"
    assert session.code("alter sequence t_id_seq1 rename to t") == "42P07"
    assert session.code("alter sequence t_id_seq1 set schema public") == "0A000"
    assert session.code("create temp table w (a text generated always as identity)") == "22023"
