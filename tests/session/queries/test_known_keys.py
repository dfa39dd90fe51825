"""
Which keys a relation has, committed or of the open transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation
from pggate.lake.catalogs import alias
from pggate.session.queries.known_keys import KnownKeys

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


def known(client: Client) -> KnownKeys:
    return KnownKeys(client.gateway, client.session._parts.cursors)


def unique(client: Client, relation: Relation) -> list[tuple[str, ...]]:
    return [key.columns for key in known(client).unique(relation)]


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
    assert ("id",) in unique(session, t)
    assert ("b",) not in unique(session, t)
    session.run(
        "begin", "alter table t drop constraint t_a_key", "alter table t add constraint two unique (a, b)"
    )
    assert known(session).keys(t) == {"t_pkey": "p", "t_b_check": "c", "t_c_fkey": "f", "two": "u"}
    assert ("a", "b") in unique(session, t)
    session.run("rollback")
    assert "two" not in known(session).keys(t)


def test_of_a_table_in_the_place_of_another(session: Client) -> None:
    session.run("create table t (id int primary key)", "begin", "drop table t", "create table t (id int)")
    assert known(session).keys(table(session, "t")) == {}
    session.run("rollback")


def test_of_a_topic_whose_columns_are_renamed(session: Client) -> None:
    session.run(
        "create table o (id int primary key)",
        "create table t (id int primary key, o int references o)",
        *("begin", "alter table o rename to p", "alter table p rename id to key"),
        "alter table t rename id to number",
    )
    t = table(session, "t")
    assert known(session).primary(t) == ("number",)
    named = known(session).named(t, "t_o_fkey")
    assert (named.references, named.referenced) == (("public", "p"), ("key",))
    session.run("commit")


def test_a_deferrable_key_counts_no_rows(session: Client) -> None:
    session.run("create table t (id int primary key deferrable, a int)")
    assert session.code("select id, a from t group by id") == "42803"
    assert session.code("insert into t values (1, 2) on conflict do nothing") == "55000"
    session.run("alter table t drop constraint t_pkey", "alter table t add primary key (id)")
    assert session.rows("select id, a from t group by id") == []
