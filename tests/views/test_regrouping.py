"""
Rows that go where a minimum does not take them back: their groups are computed anew, or all of the view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import Client
from tests.views.test_live_views import stack, started

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

__all__ = ["stack"]


@pytest.mark.server
def test_groups_of_rows_that_went(tmp_path: Path, stack: ExitStack, monkeypatch: pytest.MonkeyPatch) -> None:
    gateway = started(tmp_path, stack)
    client, other = Client(gateway, "pggate"), Client(gateway, "pggate")
    query = "select g, max(v) as m, min(v), percentile_cont(0.5) within group (order by v) from t group by g"
    client.run(
        "create table t (g text, v int)",
        "insert into t select nullif('g' || i % 40, 'g7'), i from generate_series(1, 4000) as s(i)",
        f"create materialized view m as {query}",
    )
    following = gateway.live_views.of(gateway.databases.find("pggate").lake)._catching_up
    built: list[int] = []
    rebuild = following._rebuild
    monkeypatch.setattr(following, "_rebuild", lambda *given: (built.append(1), rebuild(*given)))

    def is_right() -> bool:
        return sorted(client.rows("select * from m"), key=str) == sorted(client.rows(query), key=str)

    other.run("begin", "select count(*) from t")
    client.run("delete from t where g is null or v in (4000, 3999)", "insert into t values ('g1', 9000)")
    assert is_right()
    client.run("begin", "delete from t where g = 'g2'", "insert into t values ('g2', 1), ('g3', 9)", "commit")
    assert is_right()
    client.run("update t set v = -1 where v = 100")
    assert is_right()
    assert built == []
    assert other.code("select * from m") == "40001"  # what its groups were is not there any more
    client.run("delete from t where v % 2 = 0")  # of too many groups
    assert is_right()
    assert built == [1]
    client.close()
    other.close()
