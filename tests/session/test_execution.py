"""
What is refused, and what is counted when somebody asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.mark.parametrize("sql", ["listen x", "do 'x'", "create extension x", "attach 'x'"])
def test_refused(session: Client, sql: str) -> None:
    error = session.error(sql)
    assert error.code == "0A000"
    assert "not supported" in error.message


def test_rows_of_topics_are_counted_when_they_are_asked_for(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1), (2)")
    sql = "select n_live_tup from pg_stat_user_tables where relname = 't'"
    assert session.rows(sql) == [("2",)]
    session.run("insert into t values (3)")
    assert session.rows(sql) == [("3",)]
