"""
A view shows everybody the same, whatever his search_path and his temporary tables are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


def definition(session: Client, name: str = "v") -> str:
    text = session.catalog.relations["public", name].definition
    assert text is not None
    return " ".join(text.lower().replace('"', "").split())


def test_a_body_names_schemas(session: Client, connect: Connect) -> None:
    session.run(
        "create schema s", "create table s.t as select 'mine' as a", "create table t as select 'not' as a"
    )
    session.run("set search_path = s, public", "create view public.v as select a from t")
    assert "s.t" in definition(session)
    other = connect()
    assert other.rows("select a from v") == [("mine",)]
    other.run("create temp table t as select 'temporary' as a")
    assert other.rows("select a from v") == [("mine",)]


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("with t as (select 7 as a) select a from t", [("7",)]),
        ("with w as (select a from t) select a from w", [("1",)]),
        ("select a from t union all select a from u", [("1",), ("2",)]),
        ("select a from t where exists (select 1 from u where u.a > t.a)", [("1",)]),
        ("select (select max(a) from u) as a from t", [("2",)]),
        ("select x.a from t as x join u on u.a = x.a + 1", [("1",)]),
        ("select t.a from t, u", [("1",)]),
        ("select a from (select a from t) as t", [("1",)]),
        ("with recursive r (a) as (select 1 union all select a + 1 from r where a < 3) select a from r",
         [("1",), ("2",), ("3",)]),
        ("values (1), (2)", [("1",), ("2",)]),
    ],
)  # fmt: skip
def test_bodies(session: Client, connect: Connect, body: str, rows: list[tuple[str]]) -> None:
    session.run("create schema s", "create table s.t as select 1 as a", "create table s.u as select 2 as a")
    session.run("set search_path = s", f"create view public.v as {body}")
    other = connect()
    assert sorted(other.rows("select * from public.v")) == rows


def test_a_body_in_another_database(session: Client, connect: Connect) -> None:
    name = f"{session.identity.database}_other"
    session.run(f"create database {name}", f"create table {name}.public.t as select 5 as a")
    session.run(f"create view v as select a from {name}.public.t")
    assert connect().rows("select a from v") == [("5",)]
    assert connect(name).rows(f"select a from {session.identity.database}.public.v") == [("5",)]


def test_a_view_on_a_view(session: Client, connect: Connect) -> None:
    session.run(
        "create table t as select 1 as a",
        "create view v as select a from t",
        "create view w as select a + 1 as b from v",
    )
    assert connect().rows("select b from w") == [("2",)]


def test_a_view_does_not_stand_on_a_temporary_table(session: Client) -> None:
    session.run("create temp table t as select 1 as a", "create table public.t (a varchar)")
    error = session.error("create view v as select a from t")
    assert error.code == "42P16"
    assert '"t"' in error.message
    session.run("create temp view v as select a from t", "create view w as select a from public.t")
    assert session.rows("select a from v") == [("1",)]
    assert session.rows("select a from w") == []


def test_a_view_on_what_the_transaction_created(session: Client, connect: Connect) -> None:
    session.run("begin", "create table t as select 1 as a", "create view v as select a from t", "commit")
    assert connect().rows("select a from v") == [("1",)]
