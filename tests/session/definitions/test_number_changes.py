"""
ALTER COLUMN about numbers; what PostgreSQL answers is in the transcript `numbered_columns`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def test_a_rollback_leaves_the_numbers_as_they_were(session: Client) -> None:
    session.run("create sequence s", "create table t (a int default nextval('s'), v int)")
    session.run("begin", "alter table t alter a drop default", "insert into t (v) values (1)", "rollback")
    session.run("begin", "alter table t alter a set default 9", "insert into t (v) values (2)", "commit")
    session.run("alter table t alter a set default nextval('s')", "insert into t (v) values (3)")
    assert session.rows("select a, v from t order by v") == [("9", "2"), ("1", "3")]


def test_an_identity_of_a_column_that_is_there(session: Client) -> None:
    session.run("create table t (id int not null, v int)", "insert into t values (5, 1)")
    session.run("alter table t alter id add generated always as identity (start 6)")
    session.run("insert into t (v) values (2)")
    session.copy("copy t (v) from stdin", b"3\n")
    session.run("alter table t alter id set increment by 10", "insert into t (v) values (4)")
    assert session.rows("select id from t order by v") == [("5",), ("6",), ("7",), ("17",)]
    assert session.code("insert into t values (1, 1)") == "428C9"
    assert session.code(
        "merge into t using (values (1)) x (a) on false when not matched then insert values (1, 1)"
    ) == ("428C9")
    session.run("alter table t alter id drop identity")
    assert session.code("insert into t (v) values (5)") == "23502"
    assert session.rows("select relname from pg_class where relkind = 'S'") == []
