"""
Parameters that are written to columns of character types; PostgreSQL 15 says the same of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow

TEXT, VARCHAR, BPCHAR, INT4 = 25, 1043, 1042, 23

CASES = (
    ("insert into t values ($1, $2, $3, $4)", [VARCHAR, BPCHAR, TEXT, INT4]),
    ("insert into t (i, c) values ($1, $2), (3, $3)", [INT4, BPCHAR, BPCHAR]),
    ("insert into t (v) select $1", [VARCHAR]),
    ("insert into t (v) values ($1::text)", [TEXT]),
    ("update t set v = $1, i = $2 where v = $3", [VARCHAR, INT4, TEXT]),
    ("insert into plain values ($1)", [TEXT]),
    ("select * from t where v = $1", [TEXT]),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "oids"), CASES)
def test_types(session: Client, sql: str, oids: list[int]) -> None:
    session.run("create table t (v varchar(3), c char(2), p text, i int)", "create table plain (p text)")
    assert list(session.described(sql)[0]) == oids
