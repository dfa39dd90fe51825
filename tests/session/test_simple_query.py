"""
The statements of one Query: one transaction, one answer each, one end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.wire import backend, frontend
from tests.session.conftest import error_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect


def tags(replies: list[backend.Backend]) -> list[str]:
    return [reply.tag for reply in replies if isinstance(reply, backend.CommandComplete)]


def test_one_answer_for_each_statement(session: Client) -> None:
    replies = succeeded(session.query("select 1; create table t (a int); insert into t values (1), (2)"))
    assert tags(replies) == ["SELECT 1", "CREATE TABLE", "INSERT 0 2"]
    assert [type(reply) for reply in session.query(" ; ")] == [
        backend.EmptyQueryResponse,
        backend.ReadyForQuery,
    ]


def test_an_error_undoes_them_all(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)")
    replies = session.query("insert into t values (1); select nope; insert into t values (2)")
    assert tags(replies) == ["INSERT 0 1"]
    assert error_of(replies).code == "42703"
    assert replies[-1] == backend.ReadyForQuery("I")
    assert connect().rows("select * from t") == []


def test_a_commit_among_them_keeps_what_was_before(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)")
    error_of(session.query("begin; insert into t values (1); commit; insert into t values (2); select nope"))
    assert connect().rows("select * from t") == [("1",)]


def test_it_forgets_the_unnamed_statement(session: Client) -> None:
    succeeded(session.extended("select 1"))
    session.run("select 2")
    assert error_of(session.send(frontend.Bind("", "", (), (), ()), frontend.Sync())).code == "26000"
