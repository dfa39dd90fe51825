"""
Parts of a statement: what they have in common, and where they are wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.types.table import INT4, TEXT
from tests.session.clausal import analysed

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.parametrize(
    ("sql", "code", "at"),
    [
        ("select 1; insert into t values (1) returning nope", "42703", "nope"),
        ("select 1; update t set n = true returning n", "42804", "true"),
        (
            "select 1; insert into t values (1) on conflict (id) do update set n = excluded.zz",
            "42703",
            "excluded.zz",
        ),
        ("select 1; insert into t values (1) on conflict (zz) do nothing", "42703", "(zz)"),
        ("select 1; delete from t returning id, count(*)", "42803", "count"),
        ("select 1; delete from nope returning id", "42P01", "nope"),
        ("select 1; delete from t using u where u.k = t.id returning zz", "42703", "zz"),
    ],
)
def test_where_it_is_wrong(tables: Client, sql: str, code: str, at: str) -> None:
    with pytest.raises(PgError) as caught:
        analysed(tables, sql)
    assert (caught.value.code, caught.value.position) == (code, sql.index(at) + 1)


def test_one_part_knows_what_another_tells_of_a_parameter(tables: Client) -> None:
    found = analysed(tables, "update t set n = $1 returning $1, $2::text")
    assert found.parameters == (INT4.oid, TEXT.oid)
