"""
Bodies of every kind for a topic that has changed since the last one came.
"""

from __future__ import annotations

import io
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.ingest.conftest import BODY_LIMIT
from tests.ingest.streams import stream
from tests.lake import tools

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.conftest import Door, Site

pytestmark = pytest.mark.server

ROWS = pa.table({"id": pa.array([2], pa.int64()), "word": ["x"]})


def parquet_file(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    parquet.write_table(table, sink)
    return sink.getvalue()


def many(table: pa.Table) -> Any:
    """More than fits into memory at once, in chunks."""
    part = pa.concat_tables([table] * 1000).combine_chunks()
    return iter([stream(*[part] * (BODY_LIMIT // 4000))])


def lines(table: pa.Table) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in table.to_pylist()).encode()


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("application/vnd.apache.arrow.stream", stream),
        ("application/vnd.apache.arrow.stream", many),
        ("application/vnd.apache.parquet", parquet_file),
        ("application/x-ndjson", lines),
    ],
)
def test_columns_that_came_and_went(
    site: Site, door: Door, media: str, body: Callable[[pa.Table], Any]
) -> None:
    name, token = site.topic("id bigint")
    header = {"content-type": media}
    assert door.post(token, stream(pa.table({"id": pa.array([1], pa.int64())}))).status_code == 200
    tools.run(site.lake, f"alter table {name} add column word varchar")
    assert door.post(token, body(ROWS), **header).status_code == 200
    tools.run(site.lake, f"alter table {name} drop column word")
    refused = door.post(token, body(ROWS), **header)
    assert (refused.status_code, 'column "word" of relation' in refused.json()["error"]) == (400, True)
    assert site.rows(f"select distinct id from {name} order by id") == [(1,), (2,)]


def test_more_parquet_files_than_readers(site: Site, door: Door) -> None:
    name, token = site.topic("id bigint, word varchar")
    body = parquet_file(pa.concat_tables([ROWS] * 20_000))
    with ThreadPoolExecutor(12) as pool:
        media = {"content-type": "application/vnd.apache.parquet"}
        statuses = list(pool.map(lambda _: door.post(token, body, **media).status_code, range(24)))
    assert statuses == [200] * 24
    assert site.count(name) == 24 * 20_000
