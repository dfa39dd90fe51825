"""
Temporary tables; what PostgreSQL answers is in the transcripts `temporary_tables` and `not_null`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_columns_that_are_added(session: Client) -> None:
    session.run("create temp table t (a int)", "insert into t values (1)")
    session.run("alter table t add column b int not null default 3", "alter table t add c int default 1 + 1")
    assert session.rows("select * from t") == [("1", "3", "2")]
    assert session.code("insert into t values (1, null)") == "23502"
    assert session.code("alter table t add primary key (a)") == "0A000"
