"""
NOT NULL of columns that are there; what PostgreSQL answers is in the transcript `not_null`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_what_holds_already_changes_nothing(session: Client) -> None:
    session.run("create table t (a int not null, b int)", "insert into t values (1, 2)")
    session.run("alter table t alter a set not null", "alter table t alter b drop not null")
    session.run("alter table t alter b set not null", "alter table t alter a drop not null")
    assert session.code("insert into t values (1, null)") == "23502"
    session.run("insert into t values (null, 1)")


@pytest.mark.slow
def test_rows_without_a_value(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (null)")
    error = session.error("alter table t alter a set not null")
    assert (error.code, error.message) == ("23502", 'column "a" of relation "t" contains null values')
    assert session.code("alter table t add column b int not null") == "23502"
    assert session.columns("select * from t") == ["a"]
