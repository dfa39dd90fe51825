"""
What a session does now.
"""

from __future__ import annotations

from pggate.engine.bound import Bound
from pggate.engine.definitions import Relation, Target
from pggate.session.live.activity import DEFINES, READS, WRITES, Activity
from pggate.translate.texts.kinds import Kind

T = Relation("lake:pggate", "public", "t")


def test_a_statement_by_itself() -> None:
    doing = Activity(1)
    assert (doing.state, doing.query, doing.query_began, doing.transaction_began) == ("idle", "", None, None)
    doing.run("select 1", 5)
    assert (doing.state, doing.query, doing.query_began, doing.transaction_began) == (
        "active",
        "select 1",
        5,
        5,
    )
    doing.rest("I", 7)
    assert (doing.state, doing.state_changed, doing.query, doing.transaction_began) == (
        "idle",
        7,
        "select 1",
        None,
    )
    assert (doing.commits, doing.rollbacks, doing.transactions) == (1, 0, 2)


def test_a_transaction_begins_once() -> None:
    doing = Activity(1)
    doing.run("begin", 5)
    doing.rest("T", 6)
    doing.run("select 1", 8)
    assert (doing.transaction_began, doing.query_began) == (5, 8)
    doing.rest("T", 9)
    assert (doing.state, doing.transaction_began, doing.commits) == ("idle in transaction", 5, 0)


def test_a_transaction_that_has_failed_is_over_until_the_next_one() -> None:
    doing = Activity(1)
    doing.run("begin; nonsense", 5)
    doing.failed = True
    doing.rest("E", 6)
    assert (doing.state, doing.transaction_began) == ("idle in transaction (aborted)", None)
    doing.run("rollback", 7)
    assert doing.transaction_began is None
    doing.rest("I", 8)
    assert (doing.commits, doing.rollbacks) == (0, 1)
    doing.run("nonsense", 9)
    doing.failed = True
    doing.rest("I", 10)
    assert (doing.commits, doing.rollbacks) == (0, 2)


def test_what_a_transaction_uses() -> None:
    doing = Activity(1)
    doing.run("begin", 5)
    target = Target(T, "UPDATE")
    doing.use(Kind.SELECT, Bound("SELECT", relations=frozenset({T})))
    doing.use(Kind.UPDATE, Bound("UPDATE", targets=frozenset({target})))
    doing.use(Kind.TRUNCATE, Bound("DELETE", targets=frozenset({target})))
    doing.use(Kind.SELECT, None)
    assert list(doing.locks) == [(T, READS), (T, WRITES), (T, DEFINES)]
    doing.rest("I", 6)
    assert not doing.locks
