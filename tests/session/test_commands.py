"""
What the session answers by itself, beyond what the transcripts compare with PostgreSQL's answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect


def test_commit_and_chain_begins_a_transaction_like_the_last(session: Client) -> None:
    session.run("create table t (a int)", "begin read only", "select a from t", "commit and chain")
    assert session.status == "T"
    assert session.code("insert into t values (1)") == "25006"
    assert session.tag("rollback and chain") == "ROLLBACK"
    assert session.status == "T"
    session.run("rollback", "insert into t values (1)")


@pytest.mark.parametrize(
    "sql", ["savepoint s", "release s", "rollback to s", "commit and chain", "rollback and chain"]
)
def test_what_needs_a_transaction(session: Client, sql: str) -> None:
    assert session.code(sql) == "25P01"


def test_discard_all_forgets_what_the_session_has(session: Client) -> None:
    session.run(
        "set application_name = 'x'", "prepare p as select 1", "create temp table t (a int)", "discard all"
    )
    assert session.value("show application_name") == ""
    assert session.code("execute p") == "26000"
    assert session.code("select a from t") == "42P01"
    session.run("begin")
    assert session.code("discard all") == "25001"


def test_execute_writes_where_it_stands(session: Client, connect: Connect) -> None:
    session.run("create table t (a int, b varchar)", "prepare p (int, text) as insert into t values ($1, $2)")
    session.run("execute p (1, 'x')", "begin", "execute p (1 + 1, upper('y'))", "execute p (3, null)")
    assert connect().value("select count(*) from t") == "1"
    session.run("commit")
    assert session.rows("select * from t order by a") == [("1", "x"), ("2", "Y"), ("3", None)]
    assert session.code("execute p (1)") == "42601"


def test_prepare_of_an_unknown_type(session: Client) -> None:
    error = session.error("prepare p (nope) as select $1")
    assert (error.code, error.message) == ("42704", 'type "nope" does not exist')


def test_a_role_is_only_itself(session: Client) -> None:
    session.run("set role pggate", "set role none", "reset role", "set session authorization default")
    assert session.code("set role somebody") == "42501"


def test_show_all_and_reset_all(session: Client) -> None:
    session.run("set application_name = 'x'", "set my.own = 'y'")
    shown = {name: value for name, value, _ in session.rows("show all")}
    assert (shown["application_name"], shown["my.own"], shown["TimeZone"]) == ("x", "y", "UTC")
    session.run("reset all")
    assert session.value("show application_name") == ""
