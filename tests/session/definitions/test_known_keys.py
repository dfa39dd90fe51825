"""
Which keys a relation has, committed or of the open transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation
from pggate.lake.catalogs import alias
from pggate.session.definitions.known_keys import KnownKeys

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


def known(client: Client) -> KnownKeys:
    return KnownKeys(client.gateway, client.session._parts.cursors)


def table(client: Client, name: str) -> Relation:
    return Relation(alias(client.identity.database), "public", name)


def test_of_what_is_committed_and_of_the_transaction(session: Client) -> None:
    session.run(
        "create table o (id int primary key)",
        "create table t (id int primary key, a int unique, b int check (b > 0), c int references o)",
    )
    t = table(session, "t")
    assert known(session).keys(t) == {"t_pkey": "p", "t_a_key": "u", "t_b_check": "c", "t_c_fkey": "f"}
    assert known(session).primary(t) == ("id",)
    assert known(session).named(t, "t_c_fkey").references == ("public", "o")
    assert [check.name for check in known(session).checks_of(t, "b")] == ["t_b_check"]
    assert {"id"} in known(session).unique(t)
    assert {"b"} not in known(session).unique(t)
    session.run(
        "begin", "alter table t drop constraint t_a_key", "alter table t add constraint two unique (a, b)"
    )
    assert known(session).keys(t) == {"t_pkey": "p", "t_b_check": "c", "t_c_fkey": "f", "two": "u"}
    assert {"a", "b"} in known(session).unique(t)
    session.run("rollback")
    assert "two" not in known(session).keys(t)


def test_of_a_table_in_the_place_of_another(session: Client) -> None:
    session.run("create table t (id int primary key)", "begin", "drop table t", "create table t (id int)")
    assert known(session).keys(table(session, "t")) == {}
    session.run("rollback")
