"""
INSERT of one row, which goes without a stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.translate.texts.statements import split
from tests.session.conftest import error_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table t (a int not null, b text default 'x', c numeric(10, 2))")
    return session


@pytest.mark.parametrize(
    ("sql", "row"),
    [
        ("insert into t values (1, 'y', 1.005)", ("1", "y", "1.01")),
        ("insert into t values (1)", ("1", "x", None)),
        ("insert into t (c, a) values ('2', '1')", ("1", "x", "2.00")),
        ("insert into t values (1, default, default)", ("1", "x", None)),
        ("insert into t values ((select count(*) from t), null)", ("0", None, None)),
        ("insert into t values (1 + 1, upper('y'), 10 * 4.0)", ("2", "Y", "40.00")),
    ],
)
def test_row(client: Client, sql: str, row: tuple[str | None, ...]) -> None:
    (statement,) = split(sql)
    assert client.analyse(statement, describe=False).steps.row
    assert client.tag(sql) == "INSERT 0 1"
    assert client.rows("select * from t") == [row]


@pytest.mark.parametrize(
    "sql", ["insert into t values (1), (2)", "insert into t select 1", "insert into t values (1) returning a"]
)
def test_others_have_a_stage(client: Client, sql: str) -> None:
    (statement,) = split(sql)
    steps = client.analyse(statement, describe=False).steps
    assert steps is None or not steps.row


@pytest.mark.parametrize(
    ("sql", "code", "position"),
    [
        ("insert into t values (null)", "23502", None),
        ("insert into t (b) values ('y')", "23502", None),
        ("insert into t values ('x')", "22P02", 23),
        ("insert into t values (3000000000)", "22003", None),
        ("insert into t values (1 / (1 - 1))", "22012", None),
    ],
)
def test_an_error(client: Client, sql: str, code: str, position: int | None) -> None:
    error = client.error(sql)
    assert (error.code, error.position) == (code, position)
    assert client.rows("select * from t") == []


def test_parameters(client: Client) -> None:
    for number in range(3):
        succeeded(
            client.extended("insert into t (a, b, c) values ($1, $2, $3)", [str(number), None, "1.255"])
        )
    assert client.rows("select * from t order by a") == [(str(n), None, "1.26") for n in range(3)]
    assert error_of(client.extended("insert into t values ($1, $2)", [None, "a"])).code == "23502"


def test_it_sees_what_its_transaction_has_gathered(client: Client) -> None:
    client.run(
        "begin", "insert into t values (1)", "insert into t values ((select max(a) + 1 from t))", "commit"
    )
    assert client.rows("select a from t order by a") == [("1",), ("2",)]


def test_a_table_that_its_transaction_has_altered(client: Client) -> None:
    client.run("begin", "alter table t add column d int", "insert into t values (1, 'y', 2, 3)", "commit")
    assert client.rows("select * from t") == [("1", "y", "2.00", "3")]
