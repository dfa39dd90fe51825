"""
Columns that follow from a primary key; what PostgreSQL answers is in the transcript `grouped_keys`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.types.table import INT4
from tests.session.conftest import fields_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create table d (id int primary key, title text, budget numeric(10,2))",
        "create table e (did int, pay int)",
        "insert into d values (1, 'x', 10), (2, 'y', 20)",
        "insert into e values (1, 5), (1, 7), (2, 9)",
    )
    return session


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("select title, sum(pay) from d join e on did = id group by id order by id", [("x", "12"), ("y", "9")]),
        ("select d.*, count(*) from d join e on did = d.id group by d.id having budget > 15", [("2", "y", "20.00", "1")]),
        ("select id, array[1] || id from d group by id order by budget desc", [("2", "{1,2}"), ("1", "{1,1}")]),
        ("select 1 from d group by id having title > 'x'", [("1",)]),
    ],
)  # fmt: skip
def test_they_are_taken(client: Client, sql: str, rows: list[tuple[str, ...]]) -> None:
    assert client.rows(sql) == rows


def test_views_parameters_and_modifiers(client: Client) -> None:
    client.run("create view v as select budget, title from d group by id")
    assert client.rows("select title from v order by 1") == [("x",), ("y",)]
    parameters, columns = client.described("select budget, title from d where id > $1 group by id")
    assert parameters == (INT4.oid,)
    assert [name for name, _ in columns] == ["budget", "title"]
    (budget, _) = fields_of(succeeded(client.query("select budget, title from d group by id")))
    assert budget.typmod == ((10 << 16) | 2) + 4


def test_without_the_key_they_are_not(client: Client) -> None:
    assert client.code("select pay from e group by did") == "42803"
    assert client.code("select title from d group by budget") == "42803"
    client.run("alter table d drop constraint d_pkey")
    assert client.code("select title from d group by id") == "42803"


def test_a_key_of_the_open_transaction(client: Client) -> None:
    client.run("begin", "alter table e add primary key (did, pay)", "alter table e add column extra text")
    assert client.rows("select extra from e group by did, pay limit 1") == [(None,)]
    client.run("rollback")
    assert client.code("select pay from e group by did") == "42803"
