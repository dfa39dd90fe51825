"""
IF EXISTS and IF NOT EXISTS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("create table if not exists t (b int)", 'relation "t" already exists, skipping'),
        ("create table if not exists t as select 1 as b", 'relation "t" already exists, skipping'),
        ("create schema if not exists public", 'schema "public" already exists, skipping'),
        ("drop table if exists nope", 'table "nope" does not exist, skipping'),
        ("drop view if exists nope", 'view "nope" does not exist, skipping'),
        ("drop schema if exists nope", 'schema "nope" does not exist, skipping'),
        ("alter table if exists nope add column b int", 'relation "nope" does not exist, skipping'),
    ],
)
def test_if_exists_and_if_not_exists(session: Client, sql: str, message: str) -> None:
    session.run("create table t (a int)")
    before = session.gateway.mirror.catalog.version
    assert [n.message for n in session.notices(sql)] == [message]
    assert session.columns("select * from t") == ["a"]
    assert session.gateway.mirror.catalog.version == before or "schema" in sql


def test_what_is_there_is_no_notice(session: Client) -> None:
    session.run("create table t (a int)", "create schema s")
    assert session.notices("create table if not exists u (a int)") == []
    assert session.notices("create schema if not exists r") == []
    for sql in (
        "alter table if exists t add column b int",
        "drop table if exists t",
        "drop schema if exists s",
    ):
        assert session.notices(sql) == []
