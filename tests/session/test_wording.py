"""
What is no statement, and where the parser says so in the client's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    ("sql", "position"),
    [
        ("selec 1", 1),
        ("select 1 from from", 15),
        ("select pg_catalog.now(), from from", 26),
        ("select 1; select 'ä', from from", 23),
    ],
)
def test_where_a_text_goes_wrong(session: Client, sql: str, position: int) -> None:
    error = session.error(sql)
    assert (error.code, error.position) == ("42601", position)


def test_nothing_of_a_text_runs_of_which_a_part_does_not_parse(session: Client) -> None:
    session.run("create table t (a int)")
    assert session.code("insert into t values (1); insert into t valuess (2)") == "42601"
    assert session.rows("select * from t") == []


def test_an_insert_of_fewer_values_than_columns(session: Client) -> None:
    session.run("create table t (a int, b int)", "insert into t values (1)")
    assert session.rows("select * from t") == [("1", None)]
