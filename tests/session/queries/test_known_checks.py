"""
The CHECK constraints of a topic, in a transaction that changes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation
from pggate.session.queries.known_checks import checks_of

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_in_the_order_of_their_names(session: Client) -> None:
    parts = session.session._parts
    relation = Relation(f"lake:{parts.identity.database}", "public", "t")

    def names() -> list[str]:
        return [check.name for check in checks_of(parts.gateway, parts.cursors, relation)]

    session.run("create table t (a int constraint c check (a > 1), b int constraint a check (b > 1))")
    assert names() == ["a", "c"]
    session.run("begin", "alter table t drop constraint c", "alter table t add constraint b check (a > 0)")
    assert names() == ["a", "b"]
    session.run("drop table t", "create table t (a int)")
    assert names() == []
    session.run("rollback")
    assert names() == ["a", "c"]
