"""
Idempotency keys: an append that is sent again is answered again, and its rows exist once.

A key belongs to a topic.  Who comes first with one appends; whoever comes with the same while that is under
way waits for the same answer; later ones get the first receipt.  What is in flight or has not been copied to
the receipt book is here; the rest is there (`find`).  A key whose append failed is free again.
"""

from __future__ import annotations

import contextlib
import functools
import threading
import time
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from pggate.errors import (
    InternalError,
    InvalidParameterValue,
    LockNotAvailable,
    PgError,
    QueryCanceled,
    SerializationFailure,
)
from pggate.lake.marks import OutcomeUnknownError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from pggate.lake.appends import Append
    from pggate.lake.declarations import Declarations
    from pggate.lake.receipt_book import ReceiptBook
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic

Given = TypeVar("Given", "Append", "Claim")
Name: TypeAlias = tuple[int, str]
"""A key of a topic, by its first id."""

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
    A statement that appends, perhaps under a key, until it is known what has become of it.
    """

    topic: Topic
    key: str | None
    future: Future[Receipt] = field(default_factory=Future)

    def is_like(self, other: Claim | None) -> bool:
        """Is it to the same key of the same topic?"""
        return other is not None and (self.topic.table_id, self.key) == (other.topic.table_id, other.key)

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
        self._given: dict[Name, Future[Receipt]] = {}
        self._unsure: set[Name] = set()  # whose append failed: it may have been committed all the same
        self._following: set[Future[Receipt]] = set()
        self._is_behind = True  # until the book has been found to know what was committed before

    @property
    def are_kept(self) -> bool:
        """Is there a book, so that keys outlive the snapshots that carry them?"""
        return self._book is not None

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
        return self._follow(earlier)

    def find(self, appends: Iterable[Given]) -> dict[Given, Receipt]:
        """
        The receipts of those whose key was used before those that are here; for who has claimed it.
        """
        names = {append: self._name(append.topic, append.key) for append in appends if append.key is not None}
        if self._book is None or not names:
            return {}
        if self._is_behind or not self._unsure.isdisjoint(names.values()):
            self.copy()
        found = self._book.find(set(names.values()))
        return {append: found[name] for append, name in names.items() if name in found}

    def take(self, claim: Claim, timeout: float, is_interrupted: Callable[[], bool]) -> Receipt | None:
        """
        Wait until it is known whether the claim is the first with its key.

        Returns:
            What who came first was answered; None where the claim is the first, or has no key.

        Raises:
            SerializationFailure: 40001, another one that was under way has failed.
            LockNotAvailable, QueryCanceled: 55P03, 57014, that took too long.

        """
        if (earlier := self.claim(claim)) is not None:
            return await_future(earlier, timeout, is_interrupted)
        with given_up_on_error([claim]):
            found = self.find([claim]).get(claim)
            if found is not None:
                claim.future.set_result(found)
        return found

    def earlier(self, topic: Topic, key: str, timeout: float) -> Receipt | None:
        """
        What whoever used the key before was answered; for who will not use it himself.  Raises as `take`.
        """
        claim = Claim(topic, key)
        try:
            return self.take(claim, timeout, lambda: False)
        finally:
            claim.give_up(SerializationFailure("the append with this key was refused", hint="Repeat it."))

    def let_go(self, future: Future[Receipt], error: PgError) -> bool:
        """
        End a future that follows another's append, which goes on; whether it was such a one.
        """
        with self._lock:
            if future not in self._following:
                return False
            self._following.discard(future)
        future.set_exception(error)
        return True

    def copy(self) -> None:
        """
        Copy into the book what was committed, and forget it here.
        """
        if self._book is None:
            return
        with self._lock:
            unsure = set(self._unsure)
        copied = self._book.catch_up()
        with self._lock:
            self._is_behind = False
            self._unsure -= unsure
            for name, future in tuple(self._given.items()):
                if future.done() and not future.exception() and future.result().snapshot <= copied:
                    del self._given[name]

    def checksums(self) -> dict[str, str]:
        """The SHA-256 of every segment that a receipt is kept of, by its path in the lake's storage."""
        return {} if self._book is None else self._book.checksums()

    def forget(self, before: datetime) -> None:
        """
        What was committed before that moment.
        """
        if self._book is not None:
            self._book.forget(before)

    def _name(self, topic: Topic, key: str) -> Name:
        return self._declarations.declared.origin(topic.table_id), key

    def _answered(self, name: Name, future: Future[Receipt]) -> None:
        if future.exception() is None:
            return
        with self._lock:
            self._unsure.add(name)
            del self._given[name]

    def _follow(self, earlier: Future[Receipt]) -> Future[Receipt]:
        """
        A future that is answered as the earlier one is, and can be let go without it.
        """
        later: Future[Receipt] = Future()
        later.set_running_or_notify_cancel()
        with self._lock:
            self._following.add(later)

        def answer(answered: Future[Receipt]) -> None:
            with self._lock:
                if later not in self._following:
                    return
                self._following.discard(later)
            if (error := answered.exception()) is not None:
                later.set_exception(_not_this_time(error))
            else:
                later.set_result(answered.result())

        earlier.add_done_callback(answer)
        return later


def _not_this_time(error: BaseException) -> BaseException:
    """What those hear who wait for an append that failed: the key is free, unless nobody knows."""
    if isinstance(error, OutcomeUnknownError):
        return error
    return SerializationFailure(
        "another append with this idempotency key has failed", hint="Send it again, with its key."
    )


@contextlib.contextmanager
def given_up_on_error(claims: Sequence[Claim]) -> Iterator[None]:
    """
    Whatever goes wrong inside, nobody waits for ever for the answer to these keys.
    """
    try:
        yield
    except BaseException as error:
        for claim in claims:
            claim.give_up(error if isinstance(error, PgError) else InternalError(f"append failed: {error}"))
        raise


def await_future(future: Future[Receipt], timeout: float, is_interrupted: Callable[[], bool]) -> Receipt:
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
    return future.result()
