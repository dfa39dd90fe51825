"""
Idempotency keys: who comes first with one appends, everybody after him gets his receipt.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, cast

import pytest

from pggate.errors import InternalError, InvalidParameterValue, IoError
from pggate.lake.idempotency import LONGEST, Claim, Keys, idempotency_key
from pggate.lake.receipts import Receipt
from tests.lake.tools import ONE, create, rows
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.receipt_book import ReceiptBook
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


class Book:
    """
    A book whose look-up fails, or that is slow to catch up.
    """

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.copies = 0

    def catch_up(self) -> int:
        self.copies += 1
        return 0

    def find(self, names: object) -> dict[object, Receipt]:
        if self.error is not None:
            raise self.error
        return {}


def keys_with(book: Book, lake: Lake) -> Keys:
    return Keys(lake.declarations, cast("ReceiptBook", book))


def test_whatever_goes_wrong_nobody_waits_for_ever(lake: Lake, t: Topic) -> None:
    keys = keys_with(Book(KeyError("no")), lake)
    claim = Claim(t, "a")
    with pytest.raises(KeyError):
        keys.take(claim, LONG, lambda: False)
    assert isinstance(claim.future.exception(0), InternalError)
    assert keys.claim(Claim(t, "a")) is None


def test_after_a_failure_the_next_look_up_copies_first(lake: Lake, t: Topic) -> None:
    book = Book()
    keys = keys_with(book, lake)
    for turn, error in enumerate((None, IoError("who knows"))):
        claim = Claim(t, f"a{turn}")
        assert keys.take(claim, LONG, lambda: False) is None
        before = book.copies
        claim.give_up(error or IoError("no"))
        assert keys.take(Claim(t, f"a{turn}"), LONG, lambda: False) is None
        assert book.copies == before + 1


def test_who_follows_can_be_let_go(lake: Lake, t: Topic) -> None:
    keys = keys_with(Book(), lake)
    first = Claim(t, "a")
    keys.claim(first)
    gone, stays = keys.claim(Claim(t, "a")), keys.claim(Claim(t, "a"))
    assert gone is not None
    assert stays is not None
    assert keys.let_go(gone, IoError("enough"))
    assert not keys.let_go(gone, IoError("enough"))
    receipt = Receipt(7, 1)
    first.future.set_result(receipt)
    assert isinstance(gone.exception(0), IoError)
    assert stays.result(0) is receipt
    assert not keys.let_go(stays, IoError("too late"))
