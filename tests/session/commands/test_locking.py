"""
LOCK TABLE takes the topic's gate; what PostgreSQL answers is in the transcript `lock_table`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect


def test_nobody_else_changes_rows(tables: Client, connect: Connect) -> None:
    other = connect()
    tables.run("insert into t (id) values (1)", "begin", "lock table t")
    other.run("set lock_timeout = 200")
    assert other.code("delete from t where id = 1") == "55P03"
    assert other.rows("select count(*) > 0 from t") == [("t",)]
    other.run("begin")
    error = other.error("lock table t nowait")
    assert (error.code, error.message) == ("55P03", 'could not obtain lock on relation "t"')
    other.run("rollback", "begin", "lock table t in row exclusive mode nowait", "commit")
    tables.run("commit")
    assert other.tag("delete from t where id = 1") == "DELETE 1"


def test_a_savepoint_behind_it(tables: Client) -> None:
    tables.run("begin", "lock table t", "savepoint s")
    assert tables.code("select 1 / 0") == "22012"
    assert tables.tag("rollback to s") == "ROLLBACK"
    assert tables.tag("update t set n = 1 where false") == "UPDATE 0"
    assert tables.tag("commit") == "COMMIT"


def test_it_outlives_an_error_after_a_savepoint(tables: Client, connect: Connect) -> None:
    """PostgreSQL 15, 13.3: ROLLBACK TO gives up what was locked since the savepoint, and nothing else."""
    tables.run(
        "create table behind (n int)", "insert into t (id) values (1)", "insert into behind values (1)"
    )
    other = connect()
    other.run("set lock_timeout = 200")
    tables.run("begin", "lock table t", "savepoint s", "lock table behind", "delete from t")
    for failing in ("select 1 / 0", "select nope"):
        assert tables.query(failing)
        assert other.code("delete from t") == "55P03"
        tables.run("rollback to s")
        assert other.code("delete from t") == "55P03"
        assert other.tag("update behind set n = 2") == "UPDATE 1"
    tables.run("savepoint again", "lock table behind", "release again")
    assert tables.code("select 1 / 0") == "22012"
    assert other.code("delete from behind") == "55P03"
    tables.run("rollback")
    assert other.tag("delete from behind") == "DELETE 1"
    assert other.tag("delete from t") == "DELETE 1"


def test_what_others_do_not_have(tables: Client) -> None:
    tables.run("create temp table own (a int)", "begin", "lock table own", "lock table pg_class")
    assert tables.tag("commit") == "COMMIT"
