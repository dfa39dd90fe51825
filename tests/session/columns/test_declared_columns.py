"""
Columns of results have the types that were declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import fields_of

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table t (v varchar(3), c char(2), n name, j jsonb, l varchar(4)[], p text)")
    session.run("insert into t values ('a', 'b', 'c', '{}', '{d}', 'e')")
    return session


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select * from t", [1043, 1042, 19, 3802, 1015, 25]),
        ("select v as x from t where v = 'a' order by v limit 1", [1043]),
        ("select q.v, p.c from t q join t p on q.v = p.v", [1043, 1042]),
        ("select v || c, upper(v), coalesce(v, p), v::text from t", [25, 25, 1043, 25]),
        ("select v from (select v from t) s group by v", [1043]),
    ],
)
def test_oids(client: Client, sql: str, expected: list[int]) -> None:
    assert [field.type_oid for field in fields_of(client.query(sql))] == expected


def test_typmods_and_padding(client: Client) -> None:
    found = [(field.type_oid, field.typmod) for field in fields_of(client.query("select v, c, l, p from t"))]
    assert found == [(1043, 7), (1042, 6), (1015, 8), (25, -1)]
    assert client.rows("select v, c, c || '|', l from t") == [("a", "b ", "b|", "{d}")]


def test_in_the_transaction_that_declares(session: Client) -> None:
    session.run("begin", "create table own (v varchar(9))")
    assert [field.type_oid for field in fields_of(session.query("select v from own"))] == [1043]
    session.run("rollback")


def test_scales_of_numerics_without_a_precision_that_are_declared(session: Client) -> None:
    """PostgreSQL 15 says the same; an array of them, too, and a table that a query makes."""
    session.run("create table s (a numeric(38,11), b numeric(38,21), c numeric(38,16)[], d numeric)")
    session.run("insert into s values (1.5, 1.5, '{1.5}', 1.5)", "create table made as select * from s")
    rows = [("1.50000000000", "1.500000000000000000000", "{1.5000000000000000}", "1.5")]
    for name in ("s", "made"):
        fields = fields_of(session.query(f"select * from {name}"))
        assert [field.typmod for field in fields] == [2490383, 2490393, 2490388, -1]
        assert session.rows(f"select * from {name}") == rows
