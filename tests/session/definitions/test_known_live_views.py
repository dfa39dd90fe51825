"""
The live views that a transaction has: committed ones, its own, and what it says of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


@pytest.fixture
def live(session: Client) -> Client:
    session.run("create table t (v int)", "create materialized view m as select v from t")
    return session


def test_comments(live: Client, connect: Connect) -> None:
    said = "select obj_description('m'::regclass)"
    live.run("begin", "comment on materialized view m is 'first'")
    assert live.value(said) == "first"
    assert connect().value(said) is None
    live.run("commit", "comment on materialized view m is 'it''s second'")
    assert connect().value(said) == "it's second"
    live.run("comment on materialized view m is null")
    assert connect().value(said) is None
    assert live.code("comment on column m.v is 'x'") == "0A000"
    assert live.code("comment on materialized view nope is 'x'") == "42P01"


def test_alter_table_is_another_command(live: Client) -> None:
    assert live.code("alter table m add column a int") == "42809"
    live.run("alter table m rename to k", "insert into t values (3)")
    assert live.rows("select v from k") == [("3",)]
    assert live.code("alter table k rename to t") == "42P07"
    live.run("alter table k rename to m")
    assert live.code("alter materialized view m cluster on i") == "0A000"


def test_a_transaction_that_drops_and_makes(live: Client, connect: Connect) -> None:
    other = connect()
    live.run("insert into t values (1)", "begin", "drop materialized view m")
    assert live.code("select * from m") == "42P01"
    live.run(
        "rollback",
        "begin",
        "drop materialized view m",
        "create materialized view m as select v * 2 as w from t",
    )
    assert live.rows("select w from m") == [("2",)]
    assert other.rows("select v from m") == [("1",)]
    live.run("commit", "insert into t values (5)")
    assert sorted(other.rows("select w from m")) == [("10",), ("2",)]


def test_a_schema_goes_with_its_live_views(live: Client) -> None:
    live.run(
        "create schema s", "create table s.t (v int)", "create materialized view s.m as select v from s.t"
    )
    live.run("create materialized view over as select v from s.t")
    assert live.code("drop schema s") == "2BP01"
    live.run("drop schema s cascade")
    assert live.rows("select relname from pg_class where relkind = 'm'") == [("m",)]
    assert live.rows("select * from m") == []
    live.run("create schema s", "create table s.m (a int)")
