"""
A refusal points at what it is about in the client's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

REFUSED = (
    "select g, avg(v), ‸string_agg(g, ',') as s from t group by g",
    "select avg(v) as a, 'ä', ‸random() as r from t group by 3",
    "select t.g, avg(t.v) from t left join ‸t u on t.v = u.v group by 1",
    "select g, v / 3.0, ‸row_number() over (order by v) from t",
    "select g from t where ‸v in (select v from t u)",
    "select g, v from t where v / 2 > 1 and ‸exists (select 1 from u)",
    "select g || '!', count(*) from t where ‸at > now() group by 1",
    "select distinct on (‸g) g, v from t",
    "select g, sum(v) from t group by rollup (‸g)",
    "select count(distinct v) from (select v from t limit ‸3) x",
    "select v::numeric(9,2) / 3, ‸clock_timestamp() from t",
    "select t.g from t, ‸hers x",
    "select avg(v), ‸pg_backend_pid() from t group by 2",
    "select to_char(at, 'YYYY'), ‸txid_current() from t",
)


@pytest.fixture
def topic(session: Client) -> Client:
    session.run("create table t (g text, v int, at timestamptz)", "create table u (v int)")
    session.run("create temp table hers (g text)")
    return session


@pytest.mark.parametrize("marked", REFUSED)
def test_places_are_of_the_clients_text(topic: Client, marked: str) -> None:
    text = f"  create materialized view /* ä */ m as {marked}"
    error = topic.error(text.replace("‸", ""))
    assert (error.code, error.position) == ("0A000", text.index("‸") + 1), error.message


@pytest.mark.parametrize(
    "text",
    [
        "create streaming view m as select g, ‸count(*) from t group by g",
        "create streaming view m as select ‸distinct g from t",
        "create streaming view m as select g from t ‸group by g",
        "create materialized view m with (‸fillfactor = 10) as select g from t",
        "create materialized view m as select g from t ‸with no data",
    ],
)
def test_places_of_what_is_no_expression(topic: Client, text: str) -> None:
    error = topic.error(text.replace("‸", ""))
    assert (error.code, error.position) == ("0A000", text.index("‸") + 1), error.message
