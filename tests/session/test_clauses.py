"""
What is understood of a statement with RETURNING or ON CONFLICT.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.translate.statements import split
from pggate.types.table import INT4, TEXT

if TYPE_CHECKING:
    from pggate.session.analysed import Analysed
    from tests.session.conftest import Client


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create table t (id int primary key, n int default 7, s text)", "create table u (k int, s text)"
    )
    return session


def analysed(client: Client, sql: str) -> Analysed:
    (statement,) = split(sql)
    found: Analysed = client.analyse(statement, describe=False)
    return found


def test_returning(client: Client) -> None:
    found = analysed(client, "insert into t (id) values ($1) returning id + $2 as k, s, 'x' || $3")
    assert found.parameters == (INT4.oid, INT4.oid, TEXT.oid)
    assert found.columns is not None
    assert [(c.name, c.type) for c in found.columns] == [("k", INT4), ("s", TEXT), ("?column?", TEXT)]
    assert "returning" not in found.text
    assert found.steps is not None
    assert found.steps.answer
    assert not found.steps.chosen
    assert not found.steps.reads


@pytest.mark.parametrize(
    ("sql", "reads"),
    [
        ("insert into t values (1) returning *", False),
        ("insert into t values (1) returning (select max(k) from u)", True),
        ("insert into t select k from u returning *", True),
        ("insert into t values (1) on conflict do nothing", True),
    ],
)
def test_what_reads(client: Client, sql: str, reads: bool) -> None:
    steps = analysed(client, sql).steps
    assert steps is not None
    assert steps.reads is reads


def test_what_it_is_about(client: Client) -> None:
    found = analysed(client, "update t set n = 1 returning upper(s), (select max(k) from u)")
    assert found.bound is not None
    assert {relation.name for relation in found.bound.relations} == {"t", "u"}
    assert {(target.relation.name, target.action) for target in found.bound.targets} == {("t", "update")}
    assert "upper" in found.bound.functions


def test_on_conflict(client: Client) -> None:
    steps = analysed(
        client, "insert into t values (1) on conflict (id) do update set n = $1 where t.n < $2"
    ).steps
    assert steps is not None
    assert steps.chosen
    assert steps.applied.startswith("UPDATE")
    assert steps.twice
    assert not steps.answer
    nothing = analysed(client, "insert into t values (1) on conflict do nothing").steps
    assert nothing is not None
    assert (nothing.applied, nothing.twice) == ("", "")


@pytest.mark.parametrize(
    ("sql", "code", "at"),
    [
        ("select 1; insert into t values (1) returning nope", "42703", "nope"),
        ("select 1; update t set n = true returning n", "42804", "true"),
        (
            "select 1; insert into t values (1) on conflict (id) do update set n = excluded.zz",
            "42703",
            "excluded.zz",
        ),
        ("select 1; insert into t values (1) on conflict (zz) do nothing", "42703", "(zz)"),
        ("select 1; delete from t returning id, count(*)", "42803", "count"),
        ("select 1; delete from nope returning id", "42P01", "nope"),
        ("select 1; delete from t using u where u.k = t.id returning zz", "42703", "zz"),
    ],
)
def test_where_it_is_wrong(client: Client, sql: str, code: str, at: str) -> None:
    _, statement = split(sql)
    with pytest.raises(PgError) as caught:
        client.analyse(statement, describe=False)
    assert (caught.value.code, caught.value.position) == (code, sql.index(at) + 1)


def test_another_role(client: Client) -> None:
    name = f"reader{client.identity.pid}"
    client.run(f"create role {name} login password 'x'", "create view v as select 1 as a")
    from tests.session.conftest import Client as Another

    other = Another(client.gateway, client.identity.database, name)
    assert other.code("insert into t values (1) returning id") == "42501"
    other.run("create temp table own (a int)")
    assert other.rows("insert into own values (1) returning a") == [("1",)]
    assert other.code("insert into own values (1) returning (select max(id) from t)") == "42501"
    assert other.code("update own set a = 2 from t returning *") == "42501"
    other.close()
