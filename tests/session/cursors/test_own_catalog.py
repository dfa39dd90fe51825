"""
The cursor that reads the catalogs as the session has them.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from pggate.errors import QueryCanceled

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow


def kept(session: Client) -> str | None:
    """How many databases the mirror's tables have as sessions see them."""
    own = 'select distinct database from "~pg"."~mirror".columns where database like \'~%\''
    return session.value(f"select count(*) from ({own})")


def test_nothing_is_built_where_no_catalog_is_read(session: Client) -> None:
    session.run("begin", "create table t (a int)", "insert into t values (1)")
    assert session.rows("select a from t") == [("1",)]
    assert session.value("select count(*) from t") == "1"
    session.run("commit")


def test_it_is_built_once_for_each_definition(session: Client) -> None:
    cursors = session.session._parts.cursors
    session.run("begin", "create table t (a int)")
    session.run("select 1 from pg_class", "select 1 from pg_namespace")
    shown = cursors.own_catalog._shown
    assert shown is not None
    session.run("select 1 from pg_class")
    assert cursors.own_catalog._shown is shown
    session.run("create table u (a int)", "select 1 from pg_class")
    assert cursors.own_catalog._shown is not shown
    session.run("rollback")
    assert cursors.own_catalog._shown is None
    assert kept(session) == "0"


def test_a_session_that_ends_takes_its_rows_along(session: Client, connect: Connect) -> None:
    other = connect()
    other.run("create temp table t (a int)", "select 1 from pg_class")
    assert kept(session) == "1"
    other.session.close()
    assert kept(session) == "0"


def test_its_statements_are_interrupted(session: Client) -> None:
    session.run("begin", "create table t (a int)", "select 1 from pg_class")
    canceled = QueryCanceled("canceling statement due to user request")
    stop = threading.Timer(0.3, session.session.interrupt, (canceled,))
    stop.start()
    began = time.monotonic()
    many = "select count(*) from pg_attribute a, pg_attribute b, pg_attribute c where a.attnum + b.attnum > c.attnum"
    assert session.code(many) == "57014"
    assert time.monotonic() - began < 20
    session.run("rollback")
