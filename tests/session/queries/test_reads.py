"""
Relations that are read through a query: sequences, and columns of enumerated types.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create type mood as enum ('sad', 'ok')", "create table t (m mood, ms mood[])", "create sequence s"
    )
    session.run("insert into t values ('ok', '{sad}'), ('sad', null)")
    return session


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select m from t order by m", [("sad",), ("ok",)]),
        ("select x.m from public.t x join t on x.m < t.m", [("sad",)]),
        ("select public.t.m from public.t where public.t.m = 'ok'", [("ok",)]),
        ("select t.m from t where exists (select 1 from s where public.t.m = 'sad')", [("sad",)]),
        ("with t as (select 1 as m) select m from t", [("1",)]),
        ("with q as (select * from t) select max(m) from q", [("ok",)]),
        ("select (select max(m) from t), last_value from s", [("ok", "1")]),
        ("select a from s as x (a)", [("1",)]),
    ],
)
def test_reads(client: Client, sql: str, expected: list[tuple[str, ...]]) -> None:
    assert client.rows(sql) == expected


def test_into_other_tables(client: Client) -> None:
    client.run("create table u as select last_value, is_called from s", "insert into u select * from u")
    assert client.rows("select * from u") == [("1", "f"), ("1", "f")]
    client.run("select nextval('s')", "insert into u select last_value, is_called from s")
    assert client.value("select count(*) from u where is_called") == "1"


def test_as_of_an_older_snapshot(session: Client) -> None:
    """ducklake 1.5.5 plans with minima and maxima that a rewrite of files has made narrower."""
    session.run("create table t (k int, v int)")
    session.run(
        "insert into t select case i when 6 then 1000 else i % 3 end, i from generate_series(0, 6) r(i)"
    )
    lake = session.gateway.databases.find(session.identity.database).lake
    with closing(lake.engine.cursor()) as cursor:
        before = lake.last_committed(cursor)
        session.run("delete from t where v = 0")
        rewrite = f"call ducklake_rewrite_data_files('{lake.alias}', 't', schema => 'public', delete_threshold => 0)"
        cursor.run(rewrite)
        session.run("delete from t where k < 1000")
        cursor.run(rewrite)
        old = f"t at (version => {before})"
        assert cursor.rows(f'select count(*) from "{lake.alias}".public.{old} where k < 500') == [
            (0,)
        ]  # it has 6
    assert session.value(f"select count(*) from {old} where k < 500") == "6"
    assert session.rows(f"select k, count(*) from {old} where public.t.k < 3 group by k order by k") == [
        ("0", "2"),
        ("1", "2"),
        ("2", "2"),
    ]
    assert session.rows(f"select t.v, x.k from {old} join t as x on t.k < x.k where t.v = 4") == [
        ("4", "1000")
    ]
    assert session.extended(f"select v from {old} where k < $1 order by v limit 1", ["500"])
    assert session.tag(f"update t set v = (select count(*) from {old} where k < 500)") == "UPDATE 1"
    assert session.rows("select v from t") == [("6",)]
    assert session.described(f"select * from {old}")[1] == session.described("select * from t")[1]
