"""
Relations that are read through a query: sequences, and columns of enumerated types.
"""

from __future__ import annotations

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
