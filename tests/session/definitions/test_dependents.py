"""
What reads a relation, as an open transaction has it; what PostgreSQL answers is in the transcript `dependencies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_views_of_the_open_transaction(session: Client) -> None:
    session.run("create table t (a int, b int)", "create view v as select a from t")
    session.run("begin", "drop view v", "alter table t drop column a", "commit")
    session.run("begin", "create view v as select b from t")
    assert session.error("drop table t").detail == "view v depends on table t"
    session.run("rollback", "drop table t")


@pytest.mark.slow
def test_keys_of_the_open_transaction(session: Client) -> None:
    session.run("create table t (a int primary key)", "create table f (a int references t)")
    session.run("begin", "alter table f drop constraint f_a_fkey", "drop table t", "rollback")
    session.run("begin", "create table g (a int references t)")
    assert "constraint g_a_fkey on table g" in str(session.error("drop table t").detail)
    session.run("rollback")
    assert session.error("drop table t").detail == "constraint f_a_fkey on table f depends on table t"
