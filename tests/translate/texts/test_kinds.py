"""
Kinds of statements: what each does.
"""

from __future__ import annotations

import pytest

from pggate.translate.texts.kinds import CHANGES_ROWS, RETURNS_ROWS, Kind, defines

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
