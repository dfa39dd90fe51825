"""
Idempotency keys: an append that is sent again is answered again, and its rows exist once.

A key belongs to a topic.  Who comes first with one appends; whoever comes with the same while that is under
way waits for the same answer; later ones get the first receipt.  What is in flight or has not been copied to
the receipt book is here; the rest is there (`find`).  A key whose append failed is free again.
"""

from __future__ import annotations

import functools
import threading
import time
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidParameterValue, LockNotAvailable, PgError, QueryCanceled
from pggate.lake.marks import OutcomeUnknownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pggate.lake.appends import Append
    from pggate.lake.declarations import Declarations
    from pggate.lake.receipt_book import ReceiptBook
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic

GLANCE: Final = 0.05
"""Seconds between two looks at whether a waiting statement has been interrupted."""
LONGEST: Final = 255  # characters: every one of them is kept for as long as its receipt


def idempotency_key(text: str) -> str:
    """
    A key as a client may choose it.

    Raises:
        InvalidParameterValue: 22023, it is empty, too long, or has other characters than visible ASCII.

    """
    if not text or len(text) > LONGEST or not all("!" <= character <= "~" for character in text):
        raise InvalidParameterValue(
            "invalid idempotency key",
            hint=f"A key has 1 to {LONGEST} visible ASCII characters, as a UUID has.",
        )
    return text


@dataclass(eq=False, slots=True)
class Claim:
    """
    A statement that appends under a key, until it is known what has become of it.
    """

    topic: Topic
    key: str
    future: Future[Receipt] = field(default_factory=Future)

    def give_up(self, error: PgError) -> None:
        """Its rows will not exist: the key is free."""
        if not self.future.done():
            self.future.set_exception(error)


class Keys:
    """
    The keys of one lake.  Safe from any thread.

    Args:
        declarations: Which topics were written anew under another id.
        book: Where keys are kept; without one this memory must do.

    """

    def __init__(self, declarations: Declarations, book: ReceiptBook | None) -> None:
        self._declarations = declarations
        self._book = book
        self._lock = threading.Lock()
        self._given: dict[tuple[int, str], Future[Receipt]] = {}
        self._is_unsure = False  # whether every commit's fate is known

    def claim(self, append: Append | Claim) -> Future[Receipt] | None:
        """
        The answer of who came first with its key: now or when there is one; None where it is the first.
        """
        if append.key is None:
            return None
        name = self._name(append.topic, append.key)
        with self._lock:
            earlier = self._given.setdefault(name, append.future)
        if earlier is append.future:
            earlier.add_done_callback(functools.partial(self._answered, name))
            return None
        return following(earlier)

    def find(self, append: Append | Claim) -> Receipt | None:
        """
        The receipt of an append with its key before those that are here; for one that has claimed it.
        """
        if append.key is None or self._book is None:
            return None
        if self._is_unsure:
            self.copy()
        return self._book.find(*self._name(append.topic, append.key))

    def take(self, claim: Claim, timeout: float, is_interrupted: Callable[[], bool]) -> bool:
        """
        Wait until it is known whether the claim is the first with its key.

        Raises:
            PgError: What has become of another one that was under way.
            LockNotAvailable, QueryCanceled: 55P03, 57014, that took too long.

        """
        if (earlier := self.claim(claim)) is not None:
            await_future(earlier, timeout, is_interrupted)
            return False
        try:
            found = self.find(claim)
        except PgError as error:
            claim.give_up(error)
            raise
        if found is not None:
            claim.future.set_result(found)
        return found is None

    def copy(self) -> None:
        """
        Copy into the book what was committed, and forget it here.
        """
        if self._book is None:
            return
        self._is_unsure = False
        try:
            copied = self._book.catch_up()
        except PgError:
            self._is_unsure = True
            raise
        with self._lock:
            for given, future in tuple(self._given.items()):
                if future.done() and not future.exception() and future.result().snapshot <= copied:
                    del self._given[given]

    def forget(self, before: datetime) -> None:
        """
        What was committed before that moment.
        """
        if self._book is not None:
            self._book.forget(before)

    def _name(self, topic: Topic, key: str) -> tuple[int, str]:
        return self._declarations.declared.origin(topic.table_id), key

    def _answered(self, name: tuple[int, str], future: Future[Receipt]) -> None:
        if (error := future.exception()) is None:
            return
        self._is_unsure |= isinstance(error, OutcomeUnknownError)
        with self._lock:
            del self._given[name]


def await_future(future: Future[Receipt], timeout: float, is_interrupted: Callable[[], bool]) -> None:
    """
    Until another's append has ended.  Raises as `Keys.take`.
    """
    ends = time.monotonic() + timeout
    while wait([future], GLANCE).not_done:
        if is_interrupted():
            raise QueryCanceled("canceling statement due to user request")
        if time.monotonic() > ends:
            raise LockNotAvailable(
                "canceling statement due to lock timeout",
                detail=f"An append with the same idempotency key has been under way for {timeout:g} seconds.",
                hint="Send it again, with its key.",
            )
    future.result()


def following(earlier: Future[Receipt]) -> Future[Receipt]:
    """
    A future that is answered as the earlier one is, and can be given up without it.
    """
    later: Future[Receipt] = Future()
    later.set_running_or_notify_cancel()

    def answer(answered: Future[Receipt]) -> None:
        if (error := answered.exception()) is not None:
            later.set_exception(error)
        else:
            later.set_result(answered.result())

    earlier.add_done_callback(answer)
    return later
