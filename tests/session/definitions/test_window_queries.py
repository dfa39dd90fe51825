"""
Live views of windows, and streaming views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

MINUTES = "window_type='tumbling', window_size='1 minute', timestamp_column='ts'"
BINS = (
    "select date_bin('{slide}', ts, 'epoch') - i * interval '{slide}', g, count(*), sum(v) from t,"
    " generate_series(0, {last}) i where isfinite(ts) group by 1, 2"
)


@pytest.fixture
def topic(session: Client) -> Client:
    session.run(
        "create table t (g text, v int, ts timestamptz, d date)",
        "insert into t values ('a', 1, '2024-01-01 00:00:59+00', '2024-01-01'),"
        " ('b', 2, '1969-12-31 23:59:30+00', null), ('a', 3, null, null), ('a', 4, 'infinity', 'infinity')",
    )
    return session


@pytest.mark.parametrize(
    ("slide", "last", "options"),
    [
        ("1 minute", 0, MINUTES),
        (
            "20 s",
            2,
            "window_type='sliding', window_size='1 minute', slide_interval='20 s', timestamp_column='ts'",
        ),
    ],
)
def test_every_row_is_in_its_windows(topic: Client, slide: str, last: int, options: str) -> None:
    topic.run(f"create materialized view m as select g, count(*), sum(v) as s from t with ({options})")
    wanted = BINS.format(slide=slide, last=last)
    for change in (
        "insert into t values ('b', 7, '2024-01-01 00:00:58.5+00', null), ('a', 1, '2024-01-01 00:01:00+00', null)",
        "update t set v = v + 1",
        "delete from t where g = 'b'",
    ):
        assert sorted(topic.rows("select window_start, g, count, s from m")) == sorted(topic.rows(wanted)), (
            change
        )
        topic.run(change)
    assert topic.rows("select distinct window_end - window_start from m") == [("00:01:00",)]
    _, columns = topic.described("select * from m")
    assert columns == [("window_start", 1184), ("window_end", 1184), ("g", 25), ("count", 20), ("s", 20)]


def test_rows_of_dates(topic: Client) -> None:
    options = "window_type='tumbling', window_size='2 days', timestamp_column='d'"
    topic.run(f"create materialized view m with ({options}) as select v from t")
    assert topic.rows("select * from m") == [("2023-12-31 00:00:00", "2024-01-02 00:00:00", "1")]
    definition = topic.value("select definition from pg_matviews") or ""
    assert definition.endswith(
        "t WITH (window_type = 'tumbling', window_size = '2 days', timestamp_column = 'd');"
    )
    topic.run("drop materialized view m", f"create materialized view m as {definition}")
    assert topic.value("select count(*) from m") == "1"


def test_arrival_where_no_column_is_named(topic: Client) -> None:
    options = "window_type='tumbling', window_size='1 minute'"
    assert topic.code(f"create materialized view m as select v from t with ({options})") == "0A000"
    topic.run("create table i (v int) with (ingested_at)", "insert into i values (1)")
    topic.run(f"create materialized view m as select count(*) from i with ({options})")
    topic.run("insert into i values (2)")
    assert topic.value("select sum(count) from m where window_end > now() - interval '1 hour'") == "2"


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("create materialized view m as select v from t with (window_type='tumbling', window_size='1 s', timestamp_column='no')", "42703"),
        ("create materialized view m as select v from t with (window_type='tumbling', window_size='1 s', timestamp_column='v')", "42804"),
        ("create materialized view m as select v from t with (window_type='tumbling', window_size='1 mon')", "22023"),
        (f"create materialized view m as select v from ‸nope with ({MINUTES})", "42P01"),
        (f"create materialized view m as select v, ‸nope from t with ({MINUTES})", "42703"),
        (f"create materialized view m as select v from t‸, t u with ({MINUTES})", "0A000"),
        (f"create materialized view m as select v, ‸random() from t with ({MINUTES})", "0A000"),
        ("create streaming view m as select g, count(*) from t group by g", "0A000"),
        ("create streaming view m as select distinct g from t", "0A000"),
    ],
)  # fmt: skip
def test_what_is_refused_and_where(topic: Client, marked: str, code: str) -> None:
    error = topic.error(marked.replace("‸", ""))
    assert error.code == code
    if "‸" in marked:
        assert error.position == marked.index("‸") + 1


def test_streaming_views(topic: Client) -> None:
    topic.run("create streaming view s as select g, v + 1 as w from t where v > 1")
    topic.run("insert into t values ('c', 9, null, null)")
    assert topic.value("select sum(w) from s") == "22"
    topic.run("create or replace streaming view s as select g from t", "comment on streaming view s is 'all'")
    assert topic.notices("create streaming view if not exists s as select v from t")[0].message.endswith(
        "skipping"
    )
    assert topic.value("select obj_description('s'::regclass)") == "all"
    topic.run("alter streaming view s rename to r", "refresh streaming view r")
    assert topic.value("select relkind from pg_class where relname = 'r'") == "m"
    assert (
        topic.error("create streaming view d as select distinct g from t").hint
        == "Use CREATE MATERIALIZED VIEW."
    )
    topic.run("drop streaming view r")
    topic.run("create streaming view r as select g from t", "drop materialized view r")


def test_the_list_has_their_kinds(topic: Client) -> None:
    topic.run("create streaming view s as select g from t", "create materialized view m as select g from t")
    topic.run(
        "create materialized view w as select g from t with (window_type='sliding', window_size='1 min',"
        " slide_interval='30 s', timestamp_column='ts')"
    )
    rows = topic.rows(
        "select name, kind, window_type, window_size, slide_interval, timestamp_column from pggate.derived_views"
        " where catalog = current_database() order by 1"
    )
    assert rows == [
        ("m", "materialized", None, None, None, None),
        ("s", "streaming", None, None, None, None),
        ("w", "windowed", "sliding", "00:01:00", "00:00:30", "ts"),
    ]
