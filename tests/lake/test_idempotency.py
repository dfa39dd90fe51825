"""
Idempotency keys: who comes first with one appends, everybody after him gets his receipt.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pggate.errors import InvalidParameterValue, IoError
from pggate.lake.idempotency import LONGEST, idempotency_key
from tests.lake.tools import ONE, create, rows
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


@pytest.fixture
def lake(keeping_lake: Lake) -> Lake:
    return keeping_lake


def count(lake: Lake) -> int:
    ((found,),) = rows(lake, "select count(*) from t")
    return int(found)


def test_a_repeat_is_answered_as_the_first_was(lake: Lake, writer: Writer, t: Topic) -> None:
    first = writer.submit(t, ONE, "a").result(LONG)
    assert writer.submit(t, ONE, "a").result(LONG) == first
    lake.keys.copy()
    assert writer.submit(t, ONE, "a").result(LONG) == first
    assert count(lake) == 1


def test_a_key_belongs_to_its_topic(lake: Lake, writer: Writer, t: Topic) -> None:
    other = create(lake, "u", "k integer not null, v varchar")
    first, second = (writer.submit(topic, ONE, "a").result(LONG) for topic in (t, other))
    assert first != second
    lake.keys.copy()
    assert [writer.submit(topic, ONE, "a").result(LONG) for topic in (t, other)] == [first, second]


def test_twins_that_come_at_once_are_one(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    storage.open.clear()
    futures = [writer.submit(t, ONE, "a") for _ in range(3)]
    wait_until(lambda: len(storage.puts) == 1)
    storage.open.set()
    assert len({future.result(LONG) for future in futures}) == 1
    assert count(lake) == 1


def test_many_threads_with_few_keys_append_each_once(lake: Lake, writer: Writer, t: Topic) -> None:
    def post(number: int) -> Receipt:
        if number % 7 == 0:
            lake.keys.copy()
        return writer.submit(t, ONE, f"key {number % 10}".replace(" ", "-")).result(LONG)

    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(post, range(200)))
    assert len(set(receipts)) == 10
    assert count(lake) == 10


def test_a_key_whose_append_failed_is_free(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    storage.refuse = IoError("no")
    with pytest.raises(IoError):
        writer.submit(t, ONE, "a").result(LONG)
    storage.refuse = None
    assert writer.submit(t, ONE, "a").result(LONG).rows == 1
    assert count(lake) == 1


@pytest.mark.parametrize("key", ["", "a b", "ä", "x" * (LONGEST + 1), "a\n"])
def test_a_key_is_visible_ascii(key: str) -> None:
    with pytest.raises(InvalidParameterValue):
        idempotency_key(key)
    assert idempotency_key("x" * LONGEST) == "x" * LONGEST
