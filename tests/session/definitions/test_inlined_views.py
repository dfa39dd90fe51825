"""
Live views over views: they follow what those follow, and keep them as they are.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import Client
from tests.views.test_live_views import started

if TYPE_CHECKING:
    from pathlib import Path

    from tests.session.conftest import Connect

pytestmark = pytest.mark.server


@pytest.fixture
def topics(session: Client) -> Client:
    session.run(
        "create table t (id int, g text, v int)",
        "insert into t values (1, 'a', 10), (2, 'b', 20), (3, 'a', 30)",
        "create table u (id int, g text)",
        "insert into u values (1, 'x')",
        "create view big as select id, upper(g) as h, v * 2 as w from t where v > 10",
        "create view all_of (a, b) as select id, h from big union all select id, g from u",
    )
    return session


SUMS = "select h, count(*) as n, sum(w) as s from big group by h"


def test_it_follows_what_the_views_read(topics: Client, connect: Connect) -> None:
    other = connect()
    topics.run(
        f"create materialized view sums as {SUMS}",
        "create materialized view rows_of as select x.b, x.a from all_of x where a > 0",
        "create materialized view over as select b, count(*) from rows_of group by b",
        "insert into t values (4, 'c', 50)",
        "delete from u where id = 1",
        "insert into u values (7, 'q'), (0, 'no')",
    )
    assert sorted(other.rows("select * from sums")) == sorted(other.rows(SUMS))
    assert sorted(other.rows("select * from rows_of")) == [("A", "3"), ("B", "2"), ("C", "4"), ("q", "7")]
    assert sorted(other.rows("select * from over")) == [("A", "1"), ("B", "1"), ("C", "1"), ("q", "1")]


def test_what_it_reads_stays_as_it_is(topics: Client) -> None:
    topics.run(
        "create materialized view m as select a from all_of", "create materialized view n as select a from m"
    )
    for sql in ("drop view big", "drop view all_of", "drop table t", "alter table t drop column v"):
        error = topics.error(sql)
        assert error.code == "2BP01"
        assert "materialized view n depends on materialized view m" in (error.detail or "")
    assert topics.code("drop materialized view m") == "2BP01"
    for sql in (
        "alter view big rename to large",
        "alter table t rename v to w",
        "alter table t rename to t2",
        "create or replace view big as select id, upper(g) as h, v * 3 as w from t",
        "create or replace materialized view m as select a + 1 as a from all_of",
    ):
        error = topics.error(sql)
        assert error.code == "0A000"
        assert (error.hint or "").startswith("Drop materialized view ")
    topics.run("alter materialized view m rename to k", "insert into u values (9, 'z')")
    assert topics.value("select max(a) from n") == "9"
    topics.run("drop view big cascade")
    assert topics.code("select * from n") == "42P01"


def test_what_it_cannot_follow(topics: Client) -> None:
    topics.run(
        f"create materialized view sums as {SUMS}",
        "create view first as select id from t order by id limit 1",
        "create view outer_of as select t.id from t left join u on t.id = u.id",
    )
    error = topics.error("create materialized view m as select n from sums")
    assert error.code == "0A000"
    assert error.hint == "create this as a plain view, which is computed when it is read"
    assert topics.code("create materialized view m as select id from first") == "0A000"
    assert topics.code("create materialized view m as select id from outer_of") == "0A000"
    topics.run("create materialized view m as select id from t", "set timezone = 'Asia/Tokyo'")
    error = topics.error("create materialized view k as select id from m")
    assert (error.code, error.detail is not None) == ("0A000", True)
    topics.run("begin", "create view own as select id from t")
    assert topics.code("create materialized view k as select id from own") == "0A000"
    topics.run("rollback")


def test_it_is_there_after_a_restart(tmp_path: Path) -> None:
    made = (
        "create table t (id int, v int)",
        "insert into t values (1, 10)",
        "create view double as select id, v * 2 as w from t",
        "create materialized view m as select w from double",
        "create materialized view n as select sum(w) as s from m",
    )
    for round_ in range(3):
        with ExitStack() as stack:
            client = Client(started(tmp_path, stack), "pggate")
            client.run(*(made if not round_ else ()), f"insert into t values (1, {round_})")
            assert client.value("select s from n") == client.value("select sum(v) * 2 from t")
            client.close()
        if round_ == 1:
            for path in (tmp_path / "views").iterdir():
                path.unlink()
