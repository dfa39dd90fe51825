"""
CREATE DATABASE and DROP DATABASE.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.session.live import presence
from pggate.wire import backend, frontend

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


def test_create_and_drop_database(session: Client, connect: Connect) -> None:
    name = f"{session.identity.database}_new"
    assert session.tag(f"create database {name}") == "CREATE DATABASE"
    assert session.code(f"create database {name}") == "42P04"
    assert [n.message for n in session.notices(f"create database if not exists {name}")] == [
        f'database "{name}" already exists, skipping'
    ]
    inside = connect(name)
    inside.run("create table t (a int)")
    assert inside.code(f"drop database {name}") == "55006"
    error = session.error(f"drop database {session.identity.database}")
    assert (error.code, error.message) == ("55006", "cannot drop the currently open database")
    inside.run("drop table t")


def test_a_dropped_database_is_gone(session: Client) -> None:
    name = f"{session.identity.database}_gone"
    session.run(f"create database {name}", f"create table {name}.public.t as select 1 as a")
    assert session.tag(f"drop database {name}") == "DROP DATABASE"
    assert session.code(f"select a from {name}.public.t") in ("42P01", "3D000", "0A000")
    assert session.code(f"drop database {name}") == "3D000"
    assert [n.message for n in session.notices(f"drop database if exists {name}")] == [
        f'database "{name}" does not exist, skipping'
    ]
    session.run(f"create database {name}")
    assert session.code(f"select a from {name}.public.t") == "42P01"  # nothing of the old one
    session.run(f"drop database {name}")


@pytest.mark.parametrize(
    "statement",
    ["select * from {}.public.t", "delete from {}.public.t", "insert into {}.public.t values (2)"],
)
def test_a_database_that_a_transaction_uses_is_not_dropped(
    session: Client, connect: Connect, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    """By a three-part name, from another database."""
    monkeypatch.setattr(presence, "LEAVING_SECONDS", 0.0)
    used = f"{session.identity.database}_used"
    session.run(f"create database {used}")
    session.run(f"create table {used}.public.t (a int)", f"insert into {used}.public.t values (1)")
    other = connect()
    other.run("begin", statement.format(used))
    error = session.error(f"drop database {used}")
    assert (error.code, error.message) == ("55006", f'database "{used}" is being accessed by other users')
    other.run("commit", "begin", "select 1")
    session.run(f"drop database {used}")
    assert other.code(statement.format(used)) in ("3D000", "42P01")
    other.run("rollback")


@pytest.mark.parametrize("name", ["x" * 64, "é" * 32])
def test_a_name_that_no_database_can_have(session: Client, name: str) -> None:
    before = session.rows("select datname from pg_database order by 1")
    error = session.error(f'create database "{name}"')
    assert (error.code, error.hint) == ("42622", "A name has at most 63 bytes in UTF-8.")
    assert session.rows("select datname from pg_database order by 1") == before


def test_a_result_that_is_being_sent_keeps_its_database(
    session: Client, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "LEAVING_SECONDS", 0.0)
    used = f"{session.identity.database}_used"
    session.run(f"create database {used}", f"create table {used}.public.t as select * from range(100000)")
    replies = connect().session.handle(frontend.Query(f"select * from {used}.public.t"))
    next(replies)
    assert session.code(f"drop database {used}") == "55006"
    assert isinstance(list(replies)[-1], backend.ReadyForQuery)
    session.run(f"drop database {used}")


@pytest.mark.parametrize("sql", ["create database x", "drop database x"])
def test_databases_and_transactions(session: Client, sql: str) -> None:
    session.run("begin")
    assert session.code(sql) == "25001"
    session.run("rollback")
    assert session.code(f"select 1; {sql}") == "25001"
    assert "x" not in session.gateway.mirror.catalog.databases


@pytest.mark.parametrize("sql", ["create database x", "drop database if exists x"])
def test_databases_are_the_superusers(session: Client, connect: Connect, sql: str) -> None:
    session.run("create role plain login")
    assert connect(user="plain").code(sql) == "42501"
    session.run("drop role plain")
