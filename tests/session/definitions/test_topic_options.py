from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

TOPICS = """
    select partition_by, sort_by, retention, retention_column, evolve, on_error, ingested_at
    from pggate.topics where name = '{}'"""
SHOWN = "select reloptions from pg_class where relname = '{}'"
MADE = "create table o (id int, ts timestamp) with (partition_by = 'day(ts)', sort_by = 'ts desc, id')"


@pytest.mark.slow
def test_what_is_said_is_shown(session: Client, connect: Connect) -> None:
    session.run(MADE, "alter table o set (retention = '30 days', on_error = quarantine), add x int")
    for client in (session, connect()):
        assert client.rows(TOPICS.format("o")) == [
            ("day(ts)", "ts desc, id", "30 days", None, "none", "quarantine", "f")
        ]
    session.run("alter table o reset (sort_by, nothing)", "alter table o set (partition_by = 'bucket(4, id)',"
                " retention_column = ts)")  # fmt: skip
    shown = '{"retention=30 days",on_error=quarantine,"partition_by=bucket(4, id)",retention_column=ts}'
    assert session.rows(SHOWN.format("o")) == [(shown,)]


@pytest.mark.slow
def test_create_table_as_and_the_extended_protocol(session: Client) -> None:
    session.extended("create table oa with (evolve = add_columns, sort_by = a) as select 1 a")
    assert session.rows(SHOWN.format("oa")) == [("{evolve=add_columns,sort_by=a}",)]
    session.extended("alter table oa reset (evolve)")
    assert session.rows(SHOWN.format("oa")) == [("{sort_by=a}",)]
    session.run("create table if not exists oa (b int) with (evolve = none)")
    assert session.rows(SHOWN.format("oa")) == [("{sort_by=a}",)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("option", "code"),
    [
        ("nope = 1", "22023"),
        ("fillfactor = 70, nope", "22023"),
        ("retention = '1 day'", "22023"),
        ("retention = '1 day', retention_column = id", "22023"),
        ("partition_by = missing", "42703"),
        ("sort_by = missing", "42703"),
        ("partition_by = 'day(id)'", "0A000"),
        ("partition_by = ts", "0A000"),
        ("partition_by = 'hour(d)'", "0A000"),
        ("partition_by = 'day(ts)'", "0A000"),  # there is a column called month
    ],
)
def test_wrong_ones(session: Client, option: str, code: str) -> None:
    columns = "id int, ts timestamp, d date, month int"
    assert session.code(f"create table o ({columns}) with ({option})") == code
    assert session.rows("select 1 from pg_class where relname = 'o'") == []
    session.run(f"create table o ({columns})")
    assert session.code(f"alter table o set ({option})") == code
    assert session.rows(SHOWN.format("o")) == [(None,)]


@pytest.mark.slow
def test_only_topics_have_them(session: Client) -> None:
    session.run("create view ov as select 1 a")
    assert session.code("alter table ov set (evolve = none)") == "42809"
    assert session.code("alter table missing set (evolve = none)") == "42P01"
    assert session.tag("alter table if exists missing set (evolve = none)") == "ALTER TABLE"
    assert session.code("create temp table ot (a int) with (evolve = none)") == "22023"
    session.run("create temp table ot (a int)")
    assert session.code("alter table ot set (evolve = none)") == "22023"


@pytest.mark.slow
def test_they_follow_what_becomes_of_the_topic(session: Client) -> None:
    session.run(MADE, "insert into o values (1, '2024-01-01')")
    for action in ("drop ts", "add year int", "rename id to day", "alter ts type text using ts::text"):
        assert session.code(f"alter table o {action}") in {"2BP01", "0A000"}, action
    session.run(
        "alter table o rename ts to at", "alter table o rename to p", "insert into p values (2, now())"
    )
    assert session.rows(SHOWN.format("p")) == [('{partition_by=day(at),"sort_by=at desc, id"}',)]
    session.run("alter table p alter id type text using 'n' || id", "insert into p values ('x', null)")
    assert session.rows(SHOWN.format("p")) == [('{partition_by=day(at),"sort_by=at desc, id"}',)]
    assert session.rows("select id from p order by 1") == [("n1",), ("n2",), ("x",)]
    session.run("drop table p", "create table p (a int)")
    assert session.rows(SHOWN.format("p")) == [(None,)]


@pytest.mark.slow
def test_the_time_of_ingest(session: Client) -> None:
    session.run(
        "create table oi (a int)", "insert into oi values (1)", "alter table oi set (ingested_at = true)"
    )
    session.run(
        "insert into oi select generate_series(2, 3)", "insert into oi values (4, '2020-01-01 00:00:00+00')"
    )
    session.copy("copy oi (a) from stdin", b"5\n6\n")
    asked = "select count(distinct __ingested_at) from oi where a in ({}) and __ingested_at > '2021-01-01'"
    assert [session.value(asked.format(rows)) for rows in ("1", "2, 3", "4", "5, 6")] == ["0", "1", "0", "1"]
    assert session.columns("select * from oi") == ["a", "__ingested_at"]
    assert session.code("alter table oi drop __ingested_at") == "2BP01"
    assert session.code("alter table oi rename __ingested_at to t") == "2BP01"
    session.run("alter table oi set (retention = '1 day')")
    assert session.code("alter table oi reset (ingested_at)") == "22023"
    session.run("alter table oi reset (ingested_at, retention)", "insert into oi values (7)")
    assert session.rows("select __ingested_at from oi where a = 7") == [(None,)]
    session.run("alter table oi drop __ingested_at")


@pytest.mark.slow
def test_in_a_transaction(session: Client, connect: Connect) -> None:
    session.run("begin", MADE, "alter table o set (ingested_at)", "insert into o values (1, '2024-01-01')")
    assert session.rows("select id, __ingested_at is null from o") == [("1", "f")]
    session.run("commit")
    assert connect().rows(SHOWN.format("o")) == [
        ('{partition_by=day(ts),"sort_by=ts desc, id",ingested_at=true}',)
    ]
    session.run("begin", "alter table o reset (partition_by)", "rollback")
    session.run("insert into o values (2, '2024-01-02'), (3, null)")
    assert connect().value("select count(*) from o where __ingested_at is not null") == "3"


@pytest.mark.slow
def test_a_column_of_that_name_that_is_another(session: Client) -> None:
    assert session.code("create table o (__ingested_at int) with (ingested_at = true)") == "42701"
    session.run("create table o (__ingested_at timestamptz) with (ingested_at = true)")
