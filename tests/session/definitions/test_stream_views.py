"""
Views in a database that is called something__stream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

KINDS = "select relname, relkind from pg_class where relnamespace = 'public'::regnamespace and relkind <> 'r' order by 1"


@pytest.fixture
def stream(session: Client, connect: Connect) -> Client:
    name = f"{session.identity.database}__stream"
    session.run(f'create database "{name}"')
    stream = connect(name)
    stream.run("create table t (g text, v int)", "insert into t values ('a', 1), ('b', 2)")
    return stream


def test_a_view_that_can_be_kept_is_live(stream: Client) -> None:
    assert stream.tag("create view sums as select g, sum(v) as s from t group by g") == "CREATE VIEW"
    (notice,) = stream.notices("create or replace view sums as select g, max(v) as s from t group by g")
    assert (notice.message, notice.sqlstate) == (
        'view "sums" is kept up to date as its topics change',
        "00000",
    )
    stream.run("insert into t values ('b', 5)")
    assert stream.rows("select * from sums order by 1") == [("a", "1"), ("b", "5")]
    assert stream.rows(KINDS) == [("sums", "m")]


def test_any_other_is_computed_when_it_is_read(stream: Client) -> None:
    (notice,) = stream.notices("create view ranks as select g, row_number() over (order by v) as r from t")
    assert notice.message == 'view "ranks" is computed when it is read'
    assert notice.detail == "A live view cannot be kept up to date with a window function."
    assert notice.hint
    assert stream.value("select count(*) from ranks") == "2"
    assert stream.rows(KINDS) == [("ranks", "v")]
    (notice,) = stream.notices("create or replace view ranks as select g, v::bigint as r from t")
    assert notice.message == 'view "ranks" is computed when it is read'
    stream.run("create temp view tv as select g from t")
    assert stream.rows("select relkind from pg_class where relname = 'tv'") == [("v",)]


def test_mistakes_are_as_elsewhere(stream: Client) -> None:
    stream.run("create view m as select g from t")
    assert stream.code("create view m as select v from t") == "42P07"
    sql = "create view n as select nope from t"
    error = stream.error(sql)
    assert (error.code, error.position) == ("42703", sql.index("nope") + 1)
    sql = "create or replace view m as select row_number() over () from t"
    error = stream.error(sql)
    assert error.code == "0A000"
    assert (error.position or 0) > sql.index("select")
    assert stream.code("drop view nothing") == "42P01"
    assert stream.code("drop view t") == "42809"


def test_they_are_altered_and_dropped_as_views(stream: Client) -> None:
    stream.run("create view live as select g from t", "create view plain as select g, lag(v) over () from t")
    stream.run("alter view live rename to l2", "alter view plain rename to p2", "comment on view l2 is 'x'")
    assert stream.rows(KINDS) == [("l2", "m"), ("p2", "v")]
    assert stream.tag("drop view l2, p2") == "DROP VIEW"
    assert stream.rows(KINDS) == []
    assert stream.tag("drop view if exists l2, p2") == "DROP VIEW"


def test_in_a_transaction_and_by_the_extended_protocol(stream: Client) -> None:
    stream.run("begin", "create view a as select v from t", "create view b as select lag(v) over () from t")
    assert stream.value("select sum(v) from a") == "3"
    stream.run("rollback")
    assert stream.rows(KINDS) == []
    replies = stream.extended("create view a as select v from t")
    assert replies
    assert stream.rows(KINDS) == [("a", "m")]


def test_elsewhere_a_view_is_a_view(session: Client) -> None:
    session.run("create table t (v int)", "create view m as select v from t")
    assert session.rows(KINDS) == [("m", "v")]
