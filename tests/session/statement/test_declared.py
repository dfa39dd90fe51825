from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.wire import backend, frontend
from tests.session.conftest import error_of, rows_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.mark.parametrize("oid", [999999, 4294967295])
def test_a_type_that_is_not_there(session: Client, oid: int) -> None:
    error = error_of(session.send(frontend.Parse("", "select $1", (oid,)), frontend.Sync()))
    assert (error.code, error.message) == ("42704", f"type with OID {oid} does not exist")


def test_a_type_that_postgresql_has_is_taken_as_text(session: Client) -> None:
    assert rows_of(succeeded(session.extended("select $1", ["(1,2)"], [600]))) == [("(1,2)",)]  # point


@pytest.mark.parametrize(
    "sql", ["set application_name to $1", "set local jit = $1", "deallocate $1", "savepoint $1"]
)
def test_commands_take_no_parameters(session: Client, sql: str) -> None:
    error = error_of(session.send(frontend.Parse("", sql, ()), frontend.Sync()))
    assert (error.code, error.message) == ("42601", 'syntax error at or near "$1"')
    assert error.position == sql.index("$") + 1


def test_a_prepared_insert_goes_into_the_table_that_is_there(session: Client) -> None:
    session.run("create table t (a int, b text)")
    succeeded(session.send(frontend.Parse("s", "insert into t values ($1)", ()), frontend.Sync()))
    session.run("drop table t", "create table t (b text, a int)")
    bind = frontend.Bind("", "s", (), (b"7",), ())
    succeeded(session.send(bind, frontend.Execute(""), frontend.Sync()))
    assert session.rows("select b, a from t") == [("7", None)]


def test_a_prepared_query_does_not_change_what_it_returns(session: Client) -> None:
    session.run("create table t (a int)")
    succeeded(session.send(frontend.Parse("s", "select * from t where a = $1", ()), frontend.Sync()))
    session.run("alter table t add column b text")
    for message in (frontend.Describe("S", "s"), frontend.Bind("", "s", (), (b"7",), ())):
        error = error_of(session.send(message, frontend.Sync()))
        assert (error.code, error.message) == ("0A000", "cached plan must not change result type")


def test_rows_are_not_described_in_a_failed_transaction(session: Client) -> None:
    succeeded(
        session.send(
            frontend.Parse("rows", "select 1", ()),
            frontend.Parse("none", "begin", ()),
            frontend.Parse("empty", "", ()),
            frontend.Sync(),
        )
    )
    session.run("begin")
    assert session.code("select nope") == "42703"
    assert error_of(session.send(frontend.Describe("S", "rows"), frontend.Sync())).code == "25P02"
    for name in ("none", "empty"):
        replies = succeeded(session.send(frontend.Describe("S", name), frontend.Sync()))
        assert isinstance(replies[1], backend.NoData)
