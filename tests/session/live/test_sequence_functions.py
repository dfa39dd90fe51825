"""
nextval() and its kin; what PostgreSQL answers is in the transcript `serial`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import InvalidName
from pggate.session.live.sequence_functions import reading, relation_name

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow


def test_names() -> None:
    assert relation_name('public."T s"') == ("public", "T s")
    with pytest.raises(InvalidName):
        relation_name("a b")
    assert "last_value" in reading(7)


def test_each_session_has_its_own_currval(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("create table t (id serial, v int)")
    assert one.rows("insert into t (v) values (1), (2) returning id") == [("1",), ("2",)]
    assert other.code("select currval('t_id_seq')") == "55000"
    assert other.code("select lastval()") == "55000"
    assert other.value("select nextval('public.t_id_seq')") == "3"
    assert one.rows("select currval('t_id_seq'), lastval()") == [("2", "2")]


def test_setval(session: Client) -> None:
    session.run("create table t (id smallserial, v int)")
    assert session.value("select setval('t_id_seq', 10)") == "10"
    assert session.value("select nextval('t_id_seq')") == "11"
    assert session.value("select setval('t_id_seq', 32767, true)") == "32767"
    assert session.code("insert into t (v) values (1)") == "2200H"
    assert session.code("select setval('t_id_seq', 40000)") == "22003"
    assert session.code("select nextval('nope')") == "42P01"


def test_what_means_a_sequence(session: Client) -> None:
    session.run("create table t (id serial, v int)")
    oid = session.value("select 't_id_seq'::regclass::oid")
    assert session.value("select nextval('t_id_seq'::regclass)") == "1"
    assert session.value(f"select nextval({oid})") == "2"
    assert session.value("select currval(pg_get_serial_sequence('t', 'id'))") == "2"
    assert session.code("select nextval('t')") == "42809"
    assert session.code("select nextval(1)") == "XX000"
    session.run("discard sequences")
    assert session.code("select currval('t_id_seq')") == "55000"


def test_numbers_are_not_given_back(session: Client) -> None:
    session.run("create table t (id serial, v int)", "begin", "insert into t (v) values (1)", "rollback")
    assert session.rows("insert into t (v) values (1) returning id") == [("2",)]


def test_copy_and_queries_take_numbers(session: Client) -> None:
    session.run("create table t (id serial primary key, v int)")
    session.copy("copy t (v) from stdin", b"7\n8\n")
    session.run("insert into t (v) select x from generate_series(1, 3) g (x)")
    assert session.rows("select id from t order by id") == [("1",), ("2",), ("3",), ("4",), ("5",)]
    assert session.value("select pg_get_serial_sequence('t', 'id')") == "public.t_id_seq"


def test_a_column_that_is_gone_takes_its_sequence_along(session: Client) -> None:
    session.run("create table t (id serial, v int)", "alter table t drop column id")
    assert session.rows("select sequencename from pg_sequences") == []
