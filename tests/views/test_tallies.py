"""
What has come to live views, counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.views.tallies import time_key
from tests.session.conftest import Client
from tests.views.test_live_views import stack, started

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

    from tests.views.conftest import Duck


__all__ = ["stack"]

TALLIES = "select name, rows_in, rows_out, late_rows from pggate.view_status order by name"


@pytest.mark.server
def test_rows_in_and_out_and_late(tmp_path: Path, stack: ExitStack) -> None:
    client = Client(started(tmp_path, stack), "pggate")
    client.run("create table t (at timestamp, v int)", "insert into t values ('2024-01-02', 1)")
    client.run(
        "create materialized view days as select at::date as d, sum(v) from t group by 1",
        "create materialized view large as select v from t where v > 1",
    )

    def tallies() -> list[tuple[str | None, ...]]:
        client.rows("select * from days, large")
        return client.rows(TALLIES)

    assert tallies() == [("days", "0", "0", None), ("large", "0", "0", None)]
    client.run("insert into t values ('2024-01-02', 1), ('2024-01-03', 2)")
    assert tallies() == [("days", "2", "2", "0"), ("large", "2", "1", None)]
    client.run(
        "insert into t values ('2024-01-01', 1), ('2024-01-01', 1), (null, 1)", "delete from t where v = 2"
    )
    assert tallies() == [("days", "6", "5", "2"), ("large", "6", "2", None)]
    client.run("drop materialized view days")
    client.run("create materialized view days as select at::date as d, sum(v) from t group by 1")
    assert tallies()[0] == ("days", "0", "0", None)
    client.close()


def test_the_key_that_is_a_moment(duck: Duck) -> None:
    for query, key in (
        ("SELECT g, dt, ts, count(*) FROM t GROUP BY ALL", "k1"),
        ("SELECT g, count(*) FROM t GROUP BY g", ""),
        ("SELECT ts FROM t", ""),
    ):
        compiled = duck.compiled(query)
        assert time_key(compiled, dict(duck.columns(compiled.partials))) == key
