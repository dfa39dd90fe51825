"""
Defaults that are declared; what PostgreSQL answers is in the transcript `declared_defaults`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_every_row_has_a_volatile_default_of_its_own(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1), (2), (3)")
    session.run("alter table t add column u uuid default gen_random_uuid()")
    session.run("alter table t add column w timestamptz default now()")
    assert session.rows("select count(distinct u), count(distinct w) from t") == [("3", "1")]


@pytest.mark.slow
def test_a_default_of_another_type(session: Client) -> None:
    assert session.code("create table t (a int[] default '{x}')") == "22P02"
    assert session.code("create table t (a int[] default (select array[1]))") == "0A000"
    session.run("create table t (a int[] default array[1, null])", "insert into t default values")
    assert session.rows("select a from t") == [("{1,NULL}",)]


@pytest.mark.slow
def test_the_lake_keeps_plain_literals(session: Client) -> None:
    session.run("create table t (a int)", "alter table t alter a set default 5")
    (column,) = session.catalog.relations["public", "t"].columns
    assert column.default == "'5'"
    session.run("alter table t alter a set default 2 + 3", "alter table t alter a drop default")
    (column,) = session.catalog.relations["public", "t"].columns
    assert column.default is None
