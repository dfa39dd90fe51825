"""
Columns of results that are made of texts of several types; PostgreSQL 15 says the same of each.
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
    session.run("create table t (v varchar(3), w varchar(3), c char(2), n name, p text)")
    session.run("insert into t values ('a', 'b', 'c', 'd', 'e')")
    return session


VARCHAR, BPCHAR, TEXT = 1043, 1042, 25
VARCHARS, BPCHARS, TEXTS = 1015, 1014, 1009

CASES = (
    ("select x from (values ('a'::varchar(5)), ('b')) v(x)", (VARCHAR, -1)),
    ("select x from (values ('a'::varchar(5)), ('b'::varchar(5))) v(x)", (VARCHAR, 9)),
    ("select 'a'::varchar(3) union all select 'b'", (VARCHAR, -1)),
    ("select 'a'::char(3) union all select 'b'::varchar(3)", (BPCHAR, -1)),
    ("select coalesce(v, 'x') from t", (VARCHAR, -1)),
    ("select coalesce(v, w) from t", (VARCHAR, 7)),
    ("select coalesce(v, p) from t", (VARCHAR, -1)),
    ("select case when v = 'a' then v else p end from t", (TEXT, -1)),
    ("select case when v = 'a' then v else w end from t", (VARCHAR, 7)),
    ("select v from t union select w from t", (VARCHAR, 7)),
    ("select (select v from t)", (VARCHAR, 7)),
    ("select nullif(v, 'x') from t", (TEXT, -1)),
    ("select max(v) from t", (TEXT, -1)),
    ("select max(c) from t", (BPCHAR, -1)),
    ("select nullif(c, 'x') from t", (BPCHAR, 6)),
    ("select lag(v) over () from t", (VARCHAR, -1)),
    ("select coalesce(n, 'x') from t", (19, -1)),
    ("select array_agg(v) from t", (VARCHARS, -1)),
    ("select array_agg(distinct v order by v) filter (where p = 'e') from t", (VARCHARS, -1)),
    ("select array[v, w] from t", (VARCHARS, 7)),
    ("select array[v, 'x'] from t", (VARCHARS, -1)),
    ("select array[p, v] from t", (TEXTS, -1)),
    ("select array(select v from t)", (VARCHARS, 7)),
    ("select array[v] || array[w] from t", (VARCHARS, -1)),
    ("select array_agg(array[c]) from t", (BPCHARS, -1)),
    ("select (array_agg(v))[1] from t", (VARCHAR, -1)),
    ("select unnest(array[v]) from t", (VARCHAR, -1)),
    ("select mode() within group (order by v) from t", (VARCHAR, -1)),
    ("select percentile_disc(0.5) within group (order by c) from t", (BPCHAR, -1)),
    ("select percentile_disc(array[0.5]) within group (order by v) from t", (VARCHARS, -1)),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), CASES)
def test_types(client: Client, sql: str, expected: tuple[int, int]) -> None:
    assert [(field.type_oid, field.typmod) for field in fields_of(client.query(sql))] == [expected]


def test_blanks_without_a_modifier(client: Client) -> None:
    assert client.rows("select max(c), min(c) || '|' from t") == [("c ", "c|")]
    assert client.rows("select array_agg(c), array[[min(c)]] from t") == [('{"c "}', '{{"c "}}')]
