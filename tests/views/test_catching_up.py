"""
A round of following, on a real lake.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from pggate.errors import DiskFull
from pggate.views import catching_up
from tests.session.conftest import Client
from tests.views.test_live_views import stack, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["stack"]


@pytest.fixture
def client(tmp_path: Path, stack: ExitStack) -> Iterator[Client]:
    client = Client(started(tmp_path, stack), "pggate")
    client.run("create table t (g text, v int)", "insert into t values ('a', 1)")
    yield client
    client.close()


@pytest.mark.server
def test_zones_are_those_of_who_made_the_views(client: Client) -> None:
    client.run("create table w (at timestamptz)", "set timezone = 'Asia/Tokyo'")
    client.run("create materialized view tokyo as select at::date as d, count(*) as n from w group by 1")
    client.run(
        "set timezone = 'UTC'", "insert into w values ('2024-01-01 20:00+00'), ('2024-01-01 10:00+00')"
    )
    client.run("create materialized view utc as select at::date as d, count(*) as n from w group by 1")
    client.run("insert into w values ('2024-01-01 21:00+00')")
    assert client.rows("select * from tokyo order by 1") == [("2024-01-01", "1"), ("2024-01-02", "2")]
    assert client.rows("select * from utc") == [("2024-01-01", "3")]


QUERIES = {
    "both_of": "select g, v from t union all select g, w from u",
    "joined": "select id, t.v, u.w from t join u using (id, g)",
    "sums": "select t.g, count(*) as n, sum(u.w) as s from t join u using (g) group by t.g",
    "most": "select t.g, max(u.w) as m from t, u where t.id = u.id group by t.g",
    "itself": "select a.id, b.id as other from t a join t b on a.g = b.g and a.id < b.id",
    "alike": "select id, g, t.v, w from t join u using (id, g)",
}
NATURAL = {"alike": "select * from t natural join u"}


@pytest.fixture
def several(client: Client) -> Client:
    client.run(
        "drop table t", "create table t (id int, g text, v int)", "create table u (id int, g text, w int)"
    )
    client.run("insert into t select i, 'g' || i % 3, i from generate_series(1, 9) s(i)")
    client.run("insert into u select i, 'g' || i % 4, i * 10 from generate_series(4, 12) s(i)")
    client.run(*made())
    return client


def made() -> list[str]:
    return [f"create materialized view {name} as {query}" for name, query in {**QUERIES, **NATURAL}.items()]


def check(client: Client) -> None:
    for name, query in QUERIES.items():
        kept, asked = client.rows(f"select * from {name}"), client.rows(query)
        assert sorted(kept, key=str) == sorted(asked, key=str), name


def run_on_the_lake(client: Client, call: str) -> None:
    lake = client.gateway.databases.find("pggate").lake
    cursor = lake.engine.cursor()
    cursor.run(call.format(lake=lake.alias))
    cursor.close()


CHANGES = (
    "insert into u values (1, 'g1', 7), (2, 'g2', 8)",
    "delete from t where id = 4",
    "begin; delete from t where id = 5; insert into u values (5, 'g2', 1); insert into t values (5, 'g1', 2); commit",
    "update u set w = w + 1 where id > 6",
    "begin; insert into t values (20, 'g0', 1); delete from t where id = 20; update t set v = 0 where id = 6; commit",
    "insert into t values (4, 'g0', 3)",
)


@pytest.mark.server
def test_several_snapshots_of_several_topics(several: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    check(several)

    def refuse(*_: object) -> None:
        raise DiskFull("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(catching_up, "changes", refuse)
        for change in CHANGES:
            several.run(change)
        for call in (
            "call ducklake_rewrite_data_files('{lake}', 't', schema => 'public', delete_threshold => 0.01)",
            "call ducklake_merge_adjacent_files('{lake}', 'u', schema => 'public')",
        ):
            run_on_the_lake(several, call)
        several.run("delete from u where id = 2")
    check(several)


@pytest.mark.server
def test_what_becomes_of_one_of_the_topics(several: Client) -> None:
    for change in (
        "alter table u add column v int",  # which t has, too
        "insert into u values (4, 'g0', 5, 3), (7, 'g1', 6, 7)",
        "alter table u drop column v",
        "truncate t",
        "insert into t values (7, 'g3', 70)",
    ):
        several.run(change)
        check(several)
    for sql in ("drop table u", "drop table t", "alter table u drop column w", "drop table u, t"):
        assert several.code(sql) == "2BP01", sql
    run_on_the_lake(several, "call ducklake_expire_snapshots('{lake}', older_than => now())")
    several.run("insert into t values (8, 'g0', 80)")
    check(several)


@pytest.mark.server
def test_a_transaction_has_several_topics_as_they_were(several: Client) -> None:
    other = Client(several.gateway, "pggate")
    several.run("begin", "select count(*) from t")
    before = {name: several.rows(f"select * from {name} order by 1, 2") for name in QUERIES}
    for change in CHANGES[:4]:
        other.run(change)
    check(other)
    for name, rows in before.items():
        if name != "most":  # which rows that go make anew
            assert several.rows(f"select * from {name} order by 1, 2") == rows, name
    several.run("commit")
    check(several)
    other.close()


@pytest.mark.server
def test_several_topics_after_a_restart(tmp_path: Path) -> None:
    for round_ in range(3):
        with ExitStack() as stack:
            client = Client(started(tmp_path, stack), "pggate")
            if not round_:
                client.run("create table t (id int, g text, v int)", "create table u (id int, g text, w int)")
                client.run(*made())
            client.run(f"insert into t values ({round_}, 'g', 1)", f"insert into u values ({round_}, 'g', 2)")
            check(client)
            client.close()
        if round_ == 1:
            for path in (tmp_path / "views").iterdir():
                path.unlink()


@pytest.mark.server
def test_columns_that_come_later_are_not_meant(tmp_path: Path) -> None:
    for round_ in range(2):
        with ExitStack() as stack:
            client = Client(started(tmp_path, stack), "pggate")
            if not round_:
                client.run("create table t (id int, v int)", "create table u (id int, w int)")
                client.run("create materialized view j as select id, v, w from t join u using (id)")
                client.run("create materialized view n as select * from t natural join u")
                client.run("alter table t add column w int", "alter table u add column v int")
            client.run("insert into t values (1, 2, 3)", "insert into u values (1, 4, 5), (2, 6, 7)")
            asked = sorted(client.rows("select t.id, t.v, u.w from t join u on t.id = u.id"))
            assert sorted(client.rows("select * from j")) == asked
            assert sorted(client.rows("select * from n")) == asked
            client.close()
