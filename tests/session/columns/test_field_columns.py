"""
Columns that are fields of composite columns, as clients are told of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.types import table

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


def test_fields_have_the_types_of_the_attributes(session: Client) -> None:
    session.run(
        "create type n as (name varchar(3), code char(4), amt numeric(6, 2))",
        "create type o as (n n, k int)",
        "create table t (c n, cs n[], o o)",
        "insert into t values (row('a', 'b', 1.5), array[row('c', 'd', 2)::n], row(row('e', 'f', 3), 4))",
    )
    names = table.VARCHAR.oid, table.BPCHAR.oid, table.NUMERIC.oid
    for sql in (
        "select (c).* from t",
        "select (c).name, (c).code, (c).amt from t",
        "select (cs[1]).* from t",
        "select ((o).n).* from t",
        "select x.* from (select (c).* from t) x",
    ):
        assert tuple(oid for _, oid in session.described(sql)[1]) == names
    assert session.rows("select (c).code, c, (c).code = 'b' from t") == [("b   ", '(a,"b   ",1.50)', "t")]
