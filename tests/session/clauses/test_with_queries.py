"""
What is understood of queries in WITH that change rows; what PostgreSQL answers is in the transcript
`data_modifying_with`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.clausal import analysed

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_pieces(tables: Client) -> None:
    found = analysed(tables, "with d as (delete from t where id = 1 returning id, n) select n from d")
    (deleted,) = found.common
    assert deleted.table == 'temp.main."~with1"'
    assert deleted.analysed.steps is not None
    assert (deleted.analysed.steps.waits, deleted.analysed.steps.answer) == (True, "")
    assert deleted.table in found.text
    assert "from t)" not in found.text.lower()
    assert found.columns is not None
    assert [column.name for column in found.columns] == ["n"]


def test_other_statements(tables: Client) -> None:
    assert analysed(tables, "with d as (select 1 as id) select id from d").common == ()


def test_parameters_of_the_pieces(tables: Client) -> None:
    found = analysed(
        tables, "with d as (delete from t where id = $2 returning s) select s from d where s = $1"
    )
    assert found.parameters == (25, 23)


REFUSED = [
    ("with d as (delete from t) select * from d", "0A000"),
    ("with d as (delete from t returning nope) select 1", "42703"),
    ("with d as (delete from nope) select 1", "42P01"),
    ("explain with d as (delete from t returning *) select * from d", "0A000"),
]


@pytest.mark.parametrize(("sql", "code"), REFUSED)
def test_refused(tables: Client, sql: str, code: str) -> None:
    assert tables.code(sql) == code


def test_conflicts_of_two_inserts(session: Client) -> None:
    session.run("create table k (id int primary key)")
    sql = "with i as (insert into k values (1)) insert into k values (1) on conflict do nothing"
    assert session.code(sql) == "0A000"
    session.run("create temp table own (id int primary key)")
    sql = "with i as (insert into own values (1) on conflict do nothing returning id) select * from i"
    assert session.code(sql) == "0A000"


def test_what_a_role_may_not(tables: Client) -> None:
    from tests.session.conftest import Client as Another

    name = f"reader{tables.identity.pid}"
    tables.run(f"create role {name} login password 'x'")
    other = Another(tables.gateway, tables.identity.database, name)
    assert other.code("with d as (delete from t returning *) select * from d") == "42501"
    other.run("create temp table own (id int)")
    assert other.rows("with i as (insert into own values (1) returning id) select id from i") == [("1",)]
    assert other.code("with i as (insert into own select id from t returning id) select id from i") == "42501"
    other.close()
