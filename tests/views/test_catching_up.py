"""
A round of following, on a real lake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import Client
from tests.views.test_live_views import stack, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import ExitStack
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
