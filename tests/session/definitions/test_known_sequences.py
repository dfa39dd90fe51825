from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.definitions.known_sequences import object_name

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_names() -> None:
    assert object_name("t", "a_b", "key") == "t_a_b_key"
    assert len(object_name("t" * 60, "a" * 60, "key")) == 63


@pytest.mark.slow
def test_a_serial_column_takes_a_free_name(session: Client) -> None:
    session.run("create table t_id_seq (a int)", "create table t (id serial)")
    assert session.value("select pg_get_serial_sequence('t', 'id')") == "public.t_id_seq1"
    session.run("drop table t", "create sequence t_id_seq1", "create table t (id serial)")
    assert session.value("select pg_get_serial_sequence('t', 'id')") == "public.t_id_seq2"


@pytest.mark.slow
def test_names_are_looked_up_along_the_path(session: Client) -> None:
    session.run("create schema a", "create sequence a.s start 100", "create sequence public.s")
    session.run("set search_path to a, public")
    assert session.rows("select nextval('s'), nextval('public.s'), nextval('a.s')") == [("100", "1", "101")]
    session.run("drop sequence s")
    assert session.value("select nextval('s')") == "2"
