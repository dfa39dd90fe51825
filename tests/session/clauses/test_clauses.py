"""
What is understood of a statement with RETURNING or ON CONFLICT.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.session.clausal import analysed

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_what_it_is_about(tables: Client) -> None:
    found = analysed(tables, "update t set n = 1 returning upper(s), (select max(k) from u)")
    assert found.bound is not None
    assert {relation.name for relation in found.bound.relations} == {"t", "u"}
    assert {(target.relation.name, target.action) for target in found.bound.targets} == {("t", "update")}
    assert "upper" in found.bound.functions


def test_another_role(tables: Client) -> None:
    name = f"reader{tables.identity.pid}"
    tables.run(f"create role {name} login password 'x'", "create view v as select 1 as a")
    from tests.session.conftest import Client as Another

    other = Another(tables.gateway, tables.identity.database, name)
    assert other.code("insert into t values (1) returning id") == "42501"
    other.run("create temp table own (a int)")
    assert other.rows("insert into own values (1) returning a") == [("1",)]
    assert other.code("insert into own values (1) returning (select max(id) from t)") == "42501"
    assert other.code("update own set a = 2 from t returning *") == "42501"
    other.close()


def test_other_statements_are_not_looked_at(tables: Client) -> None:
    assert analysed(tables, "update t set n = 1 where id = 2").steps is None


def test_a_temporary_table_has_keys_of_its_own(tables: Client) -> None:
    tables.run("create temp table own (a int primary key)")
    found = analysed(tables, "insert into own values (1) on conflict do nothing returning a")
    assert (found.steps, "ON CONFLICT" in found.text.upper()) == (None, True)
