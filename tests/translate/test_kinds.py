"""
Kinds of statements: their tags, and what each does.
"""

from __future__ import annotations

import pytest

from pggate.translate.kinds import CHANGES_ROWS, RETURNS_ROWS, Kind, command_tag, defines

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


DOES = (
    # kind                            returns rows, changes rows, defines
    (Kind.SELECT, True, False, False),
    (Kind.CALL, True, False, False),
    (Kind.FETCH, True, False, False),
    (Kind.MERGE, False, True, False),
    (Kind.TRUNCATE, False, True, False),
    (Kind.COPY, False, False, False),
    (Kind.CREATE_TABLE_AS, False, False, True),
    (Kind.ALTER_SYSTEM, False, False, True),
    (Kind.DROP_OWNED, False, False, True),
    (Kind.REASSIGN_OWNED, False, False, True),
    (Kind.GRANT_ROLE, False, False, True),
    (Kind.COMMENT, False, False, True),
    (Kind.REFRESH_MATERIALIZED_VIEW, False, False, False),
    (Kind.BEGIN, False, False, False),
    (Kind.UNKNOWN, False, False, False),
)


@pytest.mark.parametrize(("kind", "returns", "changes", "defining"), DOES)
def test_what_a_kind_does(kind: Kind, returns: bool, changes: bool, defining: bool) -> None:
    assert (kind in RETURNS_ROWS, kind in CHANGES_ROWS, defines(kind)) == (returns, changes, defining)


def test_nothing_is_of_two_sorts() -> None:
    defining = {kind for kind in Kind if defines(kind)}
    assert RETURNS_ROWS.isdisjoint(CHANGES_ROWS)
    assert defining.isdisjoint(RETURNS_ROWS | CHANGES_ROWS)
