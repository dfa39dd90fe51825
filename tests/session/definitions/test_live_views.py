"""
CREATE, ALTER, DROP and REFRESH MATERIALIZED VIEW, as clients see them.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from pggate import config
from pggate.composition import open_gateway
from pggate.datadir import DataDirectory
from tests.session.conftest import Client

if TYPE_CHECKING:
    from pathlib import Path

    from tests.session.conftest import Connect

pytestmark = pytest.mark.server

SUMS = "select g, count(*) as n, sum(v) as s from t group by g"


@pytest.fixture
def topic(session: Client) -> Client:
    session.run("create table t (g text, v int)", "insert into t values ('a', 1), ('b', 2), ('a', 3)")
    return session


def same(session: Client, view: str, query: str) -> bool:
    return sorted(session.rows(f"select * from {view}"), key=str) == sorted(session.rows(query), key=str)


def test_it_follows_its_topic(topic: Client, connect: Connect) -> None:
    other = connect()
    assert topic.tag(f"create materialized view m as {SUMS}") == "SELECT 2"
    assert other.rows("select * from m order by g") == [("a", "2", "4"), ("b", "1", "2")]
    for change in (
        "insert into t values ('c', 7), (null, null)",
        "update t set v = v + 1 where g = 'a'",
        "delete from t where g = 'b'",
        "begin; insert into t values ('d', 1), ('d', 2); delete from t where v = 1; commit",
        "truncate t",
        "insert into t values ('z', 0)",
    ):
        topic.run(change)
        assert same(other, "m", SUMS), change


def test_what_is_rolled_back_was_never_in_it(topic: Client, connect: Connect) -> None:
    other = connect()
    topic.run(f"create materialized view m as {SUMS}", "begin", "insert into t values ('a', 100)")
    assert other.value("select sum(s) from m") == "6"
    topic.run("rollback", "insert into t values ('a', 1)")
    assert other.value("select sum(s) from m") == "7"


def test_its_columns_are_those_of_its_query(topic: Client) -> None:
    topic.run(
        "create materialized view m as select g, count(*), sum(v), avg(v)::numeric(9,2) as a from t group by g"
    )
    _, columns = topic.described("select * from m")
    _, of_query = topic.described("select g, count(*), sum(v), avg(v)::numeric(9,2) as a from t group by g")
    assert columns == of_query
    topic.run("create materialized view named (x, y) as select g, v from t")
    assert topic.columns("select * from named") == ["x", "y"]
    assert topic.code("create materialized view m2 (a, b, c) as select g, v from t") == "42601"
    assert topic.code("create materialized view m2 as select g, v as g from t") == "42701"


def test_the_catalogs_have_it(topic: Client) -> None:
    topic.run(f"create materialized view m as {SUMS}", "comment on materialized view m is 'sums'")
    assert topic.rows("select relkind, obj_description(oid) from pg_class where relname = 'm'") == [
        ("m", "sums")
    ]
    assert topic.rows("select schemaname, matviewname, definition from pg_matviews") == [
        ("public", "m", f"{SUMS};")
    ]
    assert topic.rows(
        "select attname, format_type(atttypid, atttypmod) from pg_attribute"
        " where attrelid = 'm'::regclass and attnum > 0 order by attnum"
    ) == [("g", "text"), ("n", "bigint"), ("s", "bigint")]
    assert topic.rows("select typname from pg_type where typrelid = 'm'::regclass") == [("m",)]
    assert topic.rows("select m from m where g = 'b'") == [("(b,1,2)",)]
    assert topic.rows("select count(*) from information_schema.tables where table_name = 'm'") == [("0",)]


def test_they_can_be_shown_as_tables(topic: Client, connect: Connect) -> None:
    listed = (
        "select relkind from pg_class where relname = 'm'",
        "select count(*) from pg_tables where tablename = 'm'",
        "select count(*) from pg_matviews",
        "select table_type, is_insertable_into from information_schema.tables where table_name = 'm'",
        "select column_name, is_updatable from information_schema.columns where table_name = 'm'",
    )
    told = [[("m",)], [("0",)], [("1",)], [], []]
    topic.run("create materialized view m as select g from t")
    assert [topic.rows(sql) for sql in listed] == told
    other = connect()
    other.run("set pggate.show_live_views_as = 'table'")
    shown = [[("r",)], [("1",)], [("0",)], [("BASE TABLE", "NO")], [("g", "NO")]]
    assert [other.rows(sql) for sql in listed] == shown
    assert [topic.rows(sql) for sql in listed] == told
    other.run("begin", "create materialized view own as select v from t")
    assert (
        other.value("select string_agg(relkind::text, '') from pg_class where relname in ('m', 'own')")
        == "rr"
    )
    other.run("rollback", "set pggate.show_live_views_as = 'materialized view'")
    assert [other.rows(sql) for sql in listed] == told
    assert other.code("set pggate.show_live_views_as = 'view'") == "22023"


def test_names(topic: Client) -> None:
    topic.run("create schema s", f"create materialized view s.m as {SUMS}", "create table m (a int)")
    database = topic.identity.database
    assert topic.value("select sum(n) from s.m") == "3"
    assert topic.value(f"select sum(n) from {database}.s.m") == "3"
    assert topic.code(f"create materialized view m as {SUMS}") == "42P07"
    assert topic.code("create table s.m (a int)") == "42P07"
    assert topic.code(f"create materialized view nowhere.m as {SUMS}") == "3F000"
    topic.run(f"create materialized view if not exists s.m as {SUMS}")
    topic.run("alter materialized view s.m rename to m2", "alter materialized view s.m2 set schema public")
    assert topic.value("select sum(n) from m2") == "3"
    assert topic.code("select * from s.m") == "42P01"
    topic.run(f"create or replace materialized view m2 as {SUMS} having count(*) > 1")
    assert topic.value("select count(*) from m2") == "1"


def test_it_is_part_of_its_transaction(topic: Client, connect: Connect) -> None:
    other = connect()
    topic.run("begin", f"create materialized view m as {SUMS}")
    assert topic.value("select sum(n) from m") == "3"
    assert other.code("select * from m") == "42P01"
    topic.run("rollback")
    assert topic.code("select * from m") == "42P01"
    topic.run("begin", f"create materialized view m as {SUMS}", "insert into t values ('a', 1)", "commit")
    assert same(other, "m", SUMS)
    other.run("begin", "drop materialized view m")
    assert same(topic, "m", SUMS)
    other.run("rollback")
    assert same(other, "m", SUMS)


def test_what_it_reads_stays(topic: Client) -> None:
    topic.run(f"create materialized view m as {SUMS}", "create view over as select n from m")
    for change in ("drop table t", "alter table t drop column v", "drop materialized view m"):
        error = topic.error(change)
        assert error.code == "2BP01"
        assert "depends on" in (error.detail or "")
    assert topic.code("alter table t alter v type text") == "0A000"
    assert topic.code("alter table t rename to t2") == "0A000"
    assert topic.code("alter table t rename v to w") == "0A000"
    topic.run("alter table t add column more int", "insert into t values ('a', 1, 1)")
    assert same(topic, "m", SUMS)
    topic.run("drop materialized view m cascade")
    assert topic.code("select * from over") == "42P01"
    topic.run(f"create materialized view m as {SUMS}", "drop table t cascade")
    assert topic.code("select * from m") == "42P01"


def test_kinds_are_not_mixed_up(topic: Client) -> None:
    topic.run(f"create materialized view m as {SUMS}", "create view v as select 1 as a")
    for sql in ("drop table m", "drop view m", "drop materialized view t", "drop materialized view v"):
        assert topic.code(sql) == "42809", sql
    for sql in ("insert into m values ('a', 1, 1)", "delete from m", "update m set n = 1", "truncate m"):
        assert topic.code(sql) == "42809", sql
    assert topic.code("drop materialized view nope") == "42P01"
    topic.run("drop materialized view if exists nope")


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("select g, row_number() over () as n from t", "window"),
        ("select string_agg(g, ',') as s from t", "string_agg"),
        ("select random() as r from t", "random"),
        ("select 1 as a", "topic"),
        ("select t.g from t left join t u on t.v = u.v", "join"),
    ],
)
def test_what_cannot_be_kept_is_refused(topic: Client, query: str, word: str) -> None:
    error = topic.error(f"create materialized view m as {query}")
    assert error.code == "0A000"
    assert error.hint
    assert word in error.message.lower() + error.hint.lower()
    assert topic.code("select * from m") == "42P01"


def test_a_query_that_fails_makes_no_view(topic: Client) -> None:
    assert topic.code("create materialized view m as select 1 / (v - 1) as q from t") == "22012"
    assert topic.code("select * from m") == "42P01"


def test_rows_that_a_view_cannot_take(topic: Client, connect: Connect) -> None:
    other = connect()
    topic.run(
        "create materialized view m as select 10 / (v - 9) as q from t",
        f"create materialized view k as {SUMS}",
    )
    topic.run("insert into t values ('a', 9)")
    error = other.error("select * from m")
    assert error.code == "55000"
    assert "division by zero" in error.message
    assert same(other, "k", SUMS)  # the others go on
    topic.run("delete from t where v = 9", "refresh materialized view m")
    assert same(other, "m", "select 10 / (v - 9) as q from t")


def test_refresh(topic: Client) -> None:
    topic.run(f"create materialized view m as {SUMS}", "refresh materialized view m")
    assert same(topic, "m", SUMS)
    assert topic.code("refresh materialized view nope") == "42P01"
    assert topic.code("refresh materialized view m with no data") == "0A000"


def test_only_for_superusers(topic: Client, connect: Connect) -> None:
    topic.run("create role reader login")
    assert connect(None, "reader").code(f"create materialized view m as {SUMS}") == "42501"


def test_what_a_restart_finds(tmp_path: Path) -> None:
    for round_ in range(3):
        with ExitStack() as stack:
            directory = DataDirectory(tmp_path)
            stack.callback(directory.release)
            loaded = config.load(None, {}, {"data_dir": str(tmp_path), "auth": "trust"})
            gateway = open_gateway(loaded, directory, stack)
            client = Client(gateway, "pggate")
            if not round_:
                client.run("create table t (g text, v int)", "insert into t values ('a', 1)")
                client.run(f"create materialized view m as {SUMS}")
            elif round_ == 1:
                for file in (tmp_path / "views").iterdir():
                    assert file.stat().st_size
            client.run(f"insert into t values ('a', {round_})")
            assert same(client, "m", SUMS)
            client.run("insert into t values ('b', 7)")  # and nobody has looked
            client.close()
        if round_ == 1:
            for file in (tmp_path / "views").iterdir():
                file.unlink()
