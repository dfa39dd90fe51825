"""
Which column a row without a value has failed by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

FAILED = [
    "insert into nn (v) values ('a')",
    "insert into nn values (1, 'a'), (null, 'b')",
    "insert into nn select null, 'x'",
    "insert into nn values (null) returning *",
    "update nn set id = null",
    "update nn set id = null returning id",
    "merge into nn using (values (1)) v (k) on true when matched then update set id = null",
]


@pytest.mark.parametrize("sql", FAILED)
def test_fields(session: Client, sql: str) -> None:
    session.run("create schema s", "set search_path to s", "create table nn (id int not null, v varchar(3))")
    session.run("insert into nn values (1, 'one')")
    error = session.error(sql)
    assert (error.code, error.schema, error.table, error.column) == ("23502", "s", "nn", "id")


def test_other_errors(session: Client) -> None:
    error = session.error("select nope")
    assert (error.schema, error.table, error.column) == (None, None, None)
