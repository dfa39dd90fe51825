"""
Parts of columns that are assigned; what PostgreSQL answers is in the transcript `element_assignments`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table t (id int, tags text[], n int[], j jsonb, m int[][])")
    session.run("insert into t values (1, '{a,b}', '{1}', '{\"k\": 1}', '{{1,2},{3,4}}')")
    return session


REFUSED = [
    # assigned, SQLSTATE
    ("tags[0] = 'x'", "0A000"),
    ("tags[1] = default", "0A000"),
    ("m[1:1] = '{{9,9}}'", "0A000"),
    ("m[1] = 9", "2202E"),
    ("id[1] = 9", "42804"),
    ("j['k'] = 5", "42804"),
    ("nope[1] = 9", "42703"),
    ("tags[1] = 'x', tags = '{}'", "42601"),
]


@pytest.mark.parametrize(("assigned", "code"), REFUSED)
def test_refused(client: Client, assigned: str, code: str) -> None:
    assert client.code(f"update t set {assigned}") == code
    assert client.rows("select tags from t") == [("{a,b}",)]


def test_a_table_that_is_not_there(client: Client) -> None:
    assert client.code("update nope set tags[1] = 'x'") == "42P01"


def test_in_a_temporary_table(client: Client) -> None:
    client.run("create temp table own (tags text[], j jsonb)", "insert into own values ('{a}', '{}')")
    assert client.tag("update own set tags[2] = 'b', j['x'] = '1'") == "UPDATE 1"
    assert client.rows("select * from own") == [("{a,b}", '{"x": 1}')]


def test_parameters(client: Client) -> None:
    client.run("prepare p as update t set tags[$1] = $2, j[$3] = $4 where id = $5")
    assert client.tag("execute p(3, 'c', 'new', '[1]', 1)") == "UPDATE 1"
    assert client.rows("select tags, j from t") == [("{a,b,c}", '{"k": 1, "new": [1]}')]
