"""
Both cursors of a session see the same names, whatever is set, created, committed or discarded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


def test_what_the_emulation_reads_is_there_whatever_it_is_called(connect: Connect) -> None:
    client = connect(application_name='it\'s "me" €')
    assert client.value("select current_setting('application_name')") == 'it\'s "me" €'
    assert client.value("select setting from pg_settings where name = 'application_name'") == 'it\'s "me" €'
    client.run("set search_path = nowhere")
    assert client.value("select current_schemas(false)") == "{}"


def test_an_idle_session_has_no_cursors(session: Client) -> None:
    cursors = session.session._parts.cursors
    session.run("begin", "set application_name = 'x'", "show application_name", "commit")
    assert not cursors.is_open
    session.run("select 1")
    assert cursors.is_open


def test_the_path_is_followed(session: Client, connect: Connect) -> None:
    session.run("create schema s", "create schema r", "create table s.t as select 's' as a")
    session.run("create table r.t as select 'r' as a", "create table t as select 'p' as a")
    for path, found in {
        "s": "s",
        "r, s": "r",
        "nope, s, r": "s",
        "public": "p",
        '"$user", public': "p",
        "main": "p",
    }.items():
        session.run(f"set search_path = {path}")
        assert session.rows("select a from t") == [(found,)]
        assert session.described("select a from t")[1][0][0] == "a"
    session.run("set search_path = nope")
    assert session.code("select a from t") == "42P01"
    assert session.rows("select relname from pg_class where false") == []
    connect().run("create schema nope", "create table nope.t as select 'n' as a")
    assert session.rows("select a from t") == [("n",)]  # as soon as it exists
    session.run("drop schema s cascade", "set search_path = s, r")
    assert session.rows("select a from t") == [("r",)]


def test_the_path_from_the_start(session: Client, connect: Connect) -> None:
    session.run("create schema s", "create table s.t as select 's' as a")
    assert connect(search_path="s").rows("select a from t") == [("s",)]


def test_current_schemas(session: Client) -> None:
    session.run("create schema s", "set search_path = s, nope, public")
    assert session.rows("select current_schema(), current_schemas(false)") == [("s", "{s,public}")]


def test_the_zone_is_followed(session: Client) -> None:
    sql = "select timestamptz '2024-07-01 12:00:00+00', timestamptz '2024-07-01 12:00:00+00'::varchar"
    for zone, hour in {
        "UTC": "12:00:00+00",
        "Europe/Berlin": "14:00:00+02",
        "Asia/Kolkata": "17:30:00+05:30",
    }.items():
        session.run(f"set timezone = '{zone}'")
        for value in session.rows(sql)[0]:
            assert value == f"2024-07-01 {hour}"
    session.run("begin", "set local timezone = 'UTC'")
    assert session.rows(sql)[0][0] == "2024-07-01 12:00:00+00"
    session.run("rollback")
    assert session.rows(sql)[0][0] == "2024-07-01 17:30:00+05:30"


def test_settings_are_seen_by_functions(session: Client) -> None:
    session.run("set application_name = 'it''s'")
    assert session.rows("select current_setting('application_name')") == [("it's",)]
    assert session.rows("select set_config('application_name', 'y', false)") == [("y",)]
    assert session.rows("show application_name") == [("y",)]


def test_who_one_is(session: Client) -> None:
    assert session.rows("select current_database(), current_user, pg_backend_pid()") == [
        (session.identity.database, "pggate", str(session.identity.pid))
    ]


@pytest.mark.parametrize("end", ["commit", "rollback"])
def test_temporary_objects_and_the_end_of_their_transaction(
    session: Client, connect: Connect, end: str
) -> None:
    session.run(
        "begin", "create temp table t as select 1 as a", "create temp view v as select a + 1 as b from t"
    )
    assert session.rows("select b from v") == [("2",)]
    assert connect().code("select a from t") == "42P01"
    session.run(end)
    if end == "commit":
        assert session.rows("select a, b from t, v") == [("1", "2")]
        assert session.described("select a from t")[1] == [("a", 23)]
    else:
        assert session.code("select a from t") == "42P01"
        assert session.code("select b from v") == "42P01"
        session.run("create temp table t (a varchar)")


@pytest.mark.parametrize("discard", ["discard temp", "discard temporary", "discard all"])
def test_discard(session: Client, discard: str) -> None:
    session.run("create table t as select 'kept' as a", "create temp table t as select 'gone' as a")
    session.run("create temp view v as select a from t", "create temp table u (a int)")
    session.run(discard)
    assert session.rows("select a from t") == [("kept",)]
    assert session.code("select a from v") == "42P01"
    assert session.code("select a from u") == "42P01"
    session.run("create temp table t as select 'new' as a")
    assert session.rows("select a from t") == [("new",)]


def test_temporary_tables_are_in_no_lake(session: Client, connect: Connect) -> None:
    topics = f"select name from pggate.topics where catalog = '{session.identity.database}'"
    session.run("create table kept (a int)")
    other = connect()
    other.run(
        "create temp table one as select 1 as a",
        "begin; create temp table two (a int); insert into two values (1), (2); commit",
    )
    assert other.rows("select count(*) from one, two") == [("2",)]
    for client in (session, other, connect()):
        assert client.rows(topics) == [("kept",)]
    assert session.files() == []
    other.session.close()
    assert session.rows(topics) == [("kept",)]
    assert [connect().code(f"select * from {name}") for name in ("one", "two")] == ["42P01"] * 2


def test_a_definition_in_a_transaction_is_forgotten_with_it(session: Client) -> None:
    session.run("begin", "create schema s", "create table s.t (a int)")
    cursors = session.session._parts.cursors
    assert cursors.sees_its_own
    assert cursors.own_schemas == {"s"}
    session.run("rollback")
    assert not cursors.sees_its_own
    assert not cursors.own_schemas
    assert session.code("select a from s.t") in ("42P01", "3F000")


def test_a_temporary_view_of_what_others_have_dropped_fails_no_commit(
    session: Client, connect: Connect
) -> None:
    session.run("create table t (a int)", "create table u (a int)")
    other = connect()
    other.run("begin", "create temp view v as select a from t", "insert into u values (2)")
    session.run("drop table t")
    other.run("commit")
    assert session.rows("select a from u") == [("2",)]
    assert other.error("select a from v").code == "42P01"
    assert other.rows("select a from u") == [("2",)]
