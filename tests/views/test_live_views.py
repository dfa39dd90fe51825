"""
Which follower has the views of a lake, from the start of a gateway to its end.
"""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from pggate import config
from pggate.composition import open_gateway
from pggate.datadir import DataDirectory
from tests.session.conftest import Client
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.session.live.gateway import Gateway

pytestmark = pytest.mark.server


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def started(path: Path, stack: ExitStack, **environ: str) -> Gateway:
    directory = DataDirectory(path)
    stack.callback(directory.release)
    loaded = config.load(None, environ, {"data_dir": str(path), "auth": "trust"})
    return open_gateway(loaded, directory, stack)


def following() -> set[str]:
    return {thread.name for thread in threading.enumerate() if thread.name.startswith("views-")}


def test_nobody_follows_where_there_is_nothing(tmp_path: Path, stack: ExitStack) -> None:
    before = following()
    gateway = started(tmp_path, stack)
    client = Client(gateway, "pggate")
    client.run("create table t (v int)", "insert into t values (1)")
    assert following() == before
    assert not (tmp_path / "views").exists()
    client.run("create materialized view m as select v from t")
    assert following() == {*before, "views-pggate"}
    client.close()


def test_it_follows_from_the_start_and_to_the_end(tmp_path: Path) -> None:
    before = following()
    with ExitStack() as first:
        client = Client(started(tmp_path, first), "pggate")
        client.run("create database x", "create table t (v int)")
        client.run("create materialized view m as select v from t")
        other = Client(client.gateway, "x")
        other.run("create table t (v int)", "create materialized view m as select v from t")
        other.close()
        assert following() == {*before, "views-pggate", "views-x"}
        client.run("drop database x")
        assert following() == {*before, "views-pggate"}
        client.close()
    assert following() == before
    assert len(list((tmp_path / "views").glob("*.duckdb"))) == 2
    with ExitStack() as second:
        gateway = started(tmp_path, second)
        assert following() == {*before, "views-pggate"}
        (lake,) = gateway.databases.lakes().values()
        assert [path.name for path in (tmp_path / "views").glob("*.duckdb")] == [f"{lake.oid}.duckdb"]
    assert following() == before


def test_a_view_that_keeps_too_much_is_in_error_and_alone(tmp_path: Path, stack: ExitStack) -> None:
    client = Client(started(tmp_path, stack, PGGATE_LIMITS_VIEW_STATE_ROWS="5"), "pggate")
    client.run("create table t (v int)", "insert into t select generate_series(1, 6)")
    assert client.code("create materialized view m as select v, count(*) from t group by v") == "54000"
    client.run("create materialized view parity as select v % 2 as k, count(*) as n from t group by 1")
    client.run("create materialized view few as select v / 4 as k, count(*) as n from t group by 1")
    client.run("insert into t select generate_series(7, 40)")
    assert client.rows("select sum(n) from parity") == [("40",)]
    wait_until(lambda: any(hasattr(reply, "error") for reply in client.query("select * from few")))
    assert client.code("select * from few") == "55000"  # from the next merge on
    client.run("delete from t where v > 10")
    assert client.rows("select sum(n) from parity") == [("10",)]
    client.run("refresh materialized view few")
    assert client.rows("select sum(n) from few") == [("10",)]
    client.close()
