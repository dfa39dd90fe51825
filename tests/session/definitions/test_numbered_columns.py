"""
Columns that take numbers, and cease to; what PostgreSQL answers is in the transcript `numbered_columns`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def test_rows_that_are_there_are_numbered_in_their_order(session: Client) -> None:
    session.run("create table t (v int)", "insert into t select x from generate_series(1, 3000) g (x)")
    session.run("insert into t values (3001)", "alter table t add column id serial primary key")
    assert session.value("select count(*) from t where id = v") == "3001"
    session.copy("copy t (v) from stdin", b"0\n")
    assert session.rows("select id from t where v = 0") == [("3002",)]


def test_numbers_of_every_door(session: Client) -> None:
    session.run("create sequence s", "create table t (a int, b int)")
    session.run("alter table t alter b set default nextval('s')", "insert into t (a) values (1)")
    session.run("insert into t (a) values (2), (3)", "insert into t (a) select 4")
    session.copy("copy t (a) from stdin", b"5\n")
    session.run("begin", "insert into t (a) values (6)", "create table other (a int)")
    session.run("insert into t (a) values (7)", "commit")
    assert session.rows("select a, b from t order by a") == [(str(n), str(n)) for n in range(1, 8)]


def test_a_column_can_share_a_sequence(session: Client) -> None:
    session.run("create sequence s", "create table t (a int default nextval('s'), v int)")
    session.run("create table u (a int default nextval('s'), v int)")
    session.run("insert into t (v) values (1)", "insert into u (v) values (1)")
    assert session.rows("select a from t union all select a from u order by 1") == [("1",), ("2",)]
    session.run("drop table t")
    assert session.value("select nextval('s')") == "3"


def test_what_others_need_stays(session: Client) -> None:
    session.run(
        "create table t (id serial, v int)", "create table u (a int default nextval('t_id_seq'), v int)"
    )
    assert session.code("drop table t") == "2BP01"
    assert session.code("alter table t drop column id") == "2BP01"
    session.run("drop table t cascade", "insert into u (v) values (1)")
    assert session.rows("select a from u") == [(None,)]


def test_a_replaced_table_has_new_numbers(session: Client) -> None:
    session.run("create table t (id serial, v int)", "insert into t (v) values (1)")
    session.run("create or replace table t (id serial, v int)", "insert into t (v) values (1)")
    assert session.rows("select id from t") == [("1",)]
    assert session.rows("select sequencename from pg_sequences") == [("t_id_seq",)]


def test_not_of_a_temporary_table(session: Client) -> None:
    session.run("create temp table t (a int not null)")
    assert session.code("alter table t add column id serial") == "0A000"
    assert session.code("alter table t alter a add generated always as identity") == "0A000"
