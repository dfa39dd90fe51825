"""
Relations as the open transaction has them; what statements make of them is in the transcript `own_keys`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation
from pggate.session.queries.own_relations import relation_now

if TYPE_CHECKING:
    from pggate.catalog import model
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def now(session: Client, name: str) -> model.Relation | None:
    parts = session.session._parts
    relation = Relation(f"lake:{parts.identity.database}", "public", name)
    return relation_now(parts.gateway, parts.cursors, relation)


def test_what_is_not_changed_is_what_is_committed(session: Client) -> None:
    session.run("create table t (a int primary key)", "begin", "create table u (a int)")
    assert now(session, "t") is session.catalog.relations["public", "t"]
    session.run("rollback")


def test_what_it_has_changed(session: Client) -> None:
    session.run("create table t (a int primary key, b text default 'x')", "begin")
    session.run("alter table t drop constraint t_pkey", "alter table t alter b set default 'y'")
    found = now(session, "t")
    assert found is not None
    assert found.topic is not None
    assert (found.keys, [column.default for column in found.topic.columns]) == ((), [None, "'y'"])
    session.run("alter table t drop column b", "drop table if exists gone")
    changed = now(session, "t")
    assert changed is not None
    assert [column.name for column in changed.columns] == ["a"]
    session.run("drop table t")
    assert now(session, "t") is None
    session.run("rollback")


def test_what_it_has_made(session: Client) -> None:
    session.run("begin", "create table t (a int unique)", "create view v as select a from t")
    found = now(session, "t")
    assert found is not None
    assert [key.columns for key in found.keys] == [("a",)]
    assert now(session, "v") is None
    session.run("rollback")
