"""
What columns declare stays theirs, whatever else of them changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def test_another_type_keeps_the_numbers(session: Client) -> None:
    session.run("create table t (id serial, v int)", "alter table t alter id type bigint")
    assert session.rows("insert into t (v) values (1) returning id") == [("1",)]
    assert session.value("select pg_get_serial_sequence('t', 'id')") == "public.t_id_seq"


def test_in_one_transaction(session: Client) -> None:
    session.run("begin", "create table t (a varchar(3))", "alter table t alter a type text")
    session.run("insert into t values ('abcd')", "alter table t add column id serial", "commit")
    assert session.rows("select * from t") == [("abcd", "1")]


def test_truncate_restarts_what_the_columns_own(session: Client) -> None:
    session.run("create sequence s", "create table t (id serial, a int default nextval('s'), v int)")
    session.run("insert into t (v) values (1), (2)", "begin", "truncate t restart identity")
    session.copy("copy t (v) from stdin", b"3\n")
    session.run("commit", "insert into t (v) values (4)")
    assert session.rows("select id, a from t order by v") == [("1", "3"), ("2", "4")]
    assert session.value("select currval('t_id_seq')") == "2"
