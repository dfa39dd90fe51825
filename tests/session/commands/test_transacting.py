"""
COMMIT AND CHAIN and what needs a block, beyond what the transcripts compare with PostgreSQL's answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


def test_commit_and_chain_begins_a_transaction_like_the_last(session: Client) -> None:
    session.run("create table t (a int)", "begin read only", "select a from t", "commit and chain")
    assert session.status == "T"
    assert session.code("insert into t values (1)") == "25006"
    assert session.tag("rollback and chain") == "ROLLBACK"
    assert session.status == "T"
    session.run("rollback", "insert into t values (1)")


@pytest.mark.parametrize(
    "sql", ["savepoint s", "release s", "rollback to s", "commit and chain", "rollback and chain"]
)
def test_what_needs_a_transaction(session: Client, sql: str) -> None:
    assert session.code(sql) == "25P01"
