"""
ADD COLUMN with a default that has to be computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table t (a int)", "insert into t values (1)")
    return session


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("boolean default false", "f"),
        ("date default date '2024-02-29'", "2024-02-29"),
        ("int default 1 + 1", "2"),
        ("int default -5", "-5"),
        ("numeric(10, 2) default 1.005", "1.01"),
        ("text default 'it''s ' || upper('x')", "it's X"),
        ("text default null", None),
        ("timestamp default '2024-02-29'::date", "2024-02-29 00:00:00"),
        ("bytea default '\\xAA'::bytea", "\\xaa"),
    ],
)
def test_rows_that_are_there_and_rows_to_come(client: Client, column: str, value: str | None) -> None:
    client.run(f"alter table t add column c {column}", "insert into t (a) values (2)")
    assert client.rows("select a, c from t order by a") == [("1", value), ("2", value)]


def test_in_a_transaction(client: Client) -> None:
    client.run("begin", "alter table t add c boolean default true", "insert into t (a) values (2)", "commit")
    assert client.rows("select a, c from t order by a") == [("1", "t"), ("2", "t")]


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("int default (select max(a) from t)", "0A000"),
        ("int default 1 / 0", "22012"),
        ("int default nope", "0A000"),
        ("int default 'x' || 'y'", "22P02"),
    ],
)
def test_refused(client: Client, column: str, code: str) -> None:
    error = client.error(f"alter table t add column c {column}")
    assert error.code == code
    assert client.columns("select * from t") == ["a"]
