"""
The topics of rejects: made once, by whoever comes first.
"""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from pggate.append import append_blocking
from pggate.lake.rejects import Reject, rejects_of
from tests.lake import tools

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.writer import Writer

NOW = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)


def test_many_make_one(lake: Lake, writer: Writer) -> None:
    topic = tools.create(lake, "t", "a int")
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: rejects_of(lake, topic), range(8)))
    assert {found.table_id for found in made} == {made[0].table_id}
    reject = Reject(NOW, 7, "22P02", "a NUL: \0", "text/plain", None, "k", b"\0\xff")
    append_blocking(writer, made[0], [reject.batch()])
    assert tools.rows(
        lake,
        "select * exclude received_at, received_at = timestamptz '2026-01-02 00:00:00+00' from t__rejects",
    ) == [(7, "22P02", "a NUL: \ufffd", "text/plain", None, "k", b"\0\xff", True)]
