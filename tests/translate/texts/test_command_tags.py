"""
The tags of what has been done.
"""

from __future__ import annotations

import pytest

from pggate.translate.texts.command_tags import command_tag
from pggate.translate.texts.kinds import Kind

TAGS = (
    # kind                             rows  tag
    (Kind.SELECT, 5, "SELECT 5"),
    (Kind.INSERT, 5, "INSERT 0 5"),
    (Kind.UPDATE, 3, "UPDATE 3"),
    (Kind.DELETE, 0, "DELETE 0"),
    (Kind.MERGE, 2, "MERGE 2"),
    (Kind.FETCH, 1, "FETCH 1"),
    (Kind.MOVE, 1, "MOVE 1"),
    (Kind.COPY, 7, "COPY 7"),
    (Kind.CREATE_TABLE, None, "CREATE TABLE"),
    (Kind.CREATE_TABLE_AS, 5, "SELECT 5"),
    (Kind.CREATE_TABLE_AS, None, "CREATE TABLE AS"),
    (Kind.CREATE_MATERIALIZED_VIEW, 5, "SELECT 5"),
    (Kind.TRUNCATE, 4, "TRUNCATE TABLE"),
    (Kind.START_TRANSACTION, None, "START TRANSACTION"),
    (Kind.ROLLBACK_TO, None, "ROLLBACK"),
    (Kind.RELEASE, None, "RELEASE"),
    (Kind.SET_TRANSACTION, None, "SET"),
    (Kind.SHOW, None, "SHOW"),
    (Kind.EXPLAIN, None, "EXPLAIN"),
    (Kind.DESCRIBE, 2, "SELECT 2"),
    (Kind.DECLARE, None, "DECLARE CURSOR"),
    (Kind.CREATE_MATERIALIZED_VIEW, None, "CREATE MATERIALIZED VIEW"),
    (Kind.INSERT, 0, "INSERT 0 0"),
    (Kind.SELECT, 2**63, "SELECT 9223372036854775808"),
    (Kind.EXPLAIN, 3, "EXPLAIN"),
    (Kind.SET_ROLE, None, "SET"),
    (Kind.RESET_VARIABLE, None, "RESET"),
)


@pytest.mark.parametrize(("kind", "rows", "tag"), TAGS)
def test_command_tags(kind: Kind, rows: int | None, tag: str) -> None:
    assert command_tag(kind, rows) == tag
