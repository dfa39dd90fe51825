"""
Receipts beyond the messages of their snapshots.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from pggate.lake.lake import Lake
from pggate.lake.registry_tables import FIRST_OID
from pggate.lake.writer import Writer
from tests.lake.conftest import NAME
from tests.lake.tools import ONE, rows, run
from tests.waiting import LONG

if TYPE_CHECKING:
    from pggate.lake.lake import Home
    from pggate.lake.topics import Topic

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


@pytest.fixture
def lake(keeping_lake: Lake) -> Lake:
    return keeping_lake


def expire(lake: Lake) -> None:
    """All snapshots but the newest, with the messages in them."""
    run(lake, f"call ducklake_expire_snapshots('{lake.alias}', older_than => now())")


def count(lake: Lake) -> int:
    ((found,),) = rows(lake, "select count(*) from t")
    return int(found)


def test_a_receipt_outlives_its_snapshot(lake: Lake, writer: Writer, t: Topic) -> None:
    first = writer.submit(t, ONE, "a").result(LONG)
    writer.submit(t, ONE, "b").result(LONG)
    lake.keys.copy()
    expire(lake)
    assert writer.submit(t, ONE, "a").result(LONG) == first
    assert count(lake) == 2


def test_a_receipt_tells_the_rows_and_the_file(lake: Lake, writer: Writer, t: Topic) -> None:
    before = datetime.now(UTC)
    receipt = writer.submit(t, [*ONE, *ONE]).result(LONG)
    (stored,) = receipt.segments
    data = lake.storage.get(stored.uri.removeprefix(lake.storage.root))
    assert (receipt.rows, stored.size, stored.sha256) == (2, len(data), sha256(data).hexdigest())
    assert receipt.committed_at is not None
    assert before <= receipt.committed_at <= datetime.now(UTC)


def test_a_restart_knows_the_keys_of_before(keeping_home: Home, lake: Lake, writer: Writer, t: Topic) -> None:
    first = writer.submit(t, ONE, "a").result(LONG)
    writer.close()
    lake.detach()
    again = Lake.attach(NAME, FIRST_OID, keeping_home, lake.storage)
    again.keys.copy()
    writer = Writer(again)
    assert writer.submit(t, ONE, "a").result(LONG) == first
    writer.close()


def test_what_is_older_than_the_retention_is_forgotten(lake: Lake, writer: Writer, t: Topic) -> None:
    first = writer.submit(t, ONE, "a").result(LONG)
    last = writer.submit(t, ONE, "b").result(LONG)
    lake.keys.copy()
    lake.keys.forget(datetime.now(UTC) + timedelta(seconds=1))
    assert writer.submit(t, ONE, "a").result(LONG) != first
    assert writer.submit(t, ONE, "b").result(LONG) == last  # it tells what was copied
    lake.keys.copy()
