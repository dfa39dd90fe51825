"""
What is open in the engine is known, whatever the session tells of its transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_a_transaction_outlives_an_error_within_a_savepoint(session: Client) -> None:
    transactions = session.gateway.databases.home.engine.transactions
    session.run("create table t (a int)", "insert into t values (1)")
    assert transactions.oldest() is None
    session.run("begin", "update t set a = 2", "savepoint s")
    began = transactions.oldest()
    assert began is not None
    assert session.code("select nope") == "42703"
    assert transactions.oldest() == began
    session.run("rollback to s")
    assert transactions.oldest() == began
    session.run("commit")
    assert transactions.oldest() is None
    assert session.rows("select a from t") == [("2",)]
