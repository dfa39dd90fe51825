"""
Futures that other threads resolve, awaited in an event loop: as many as are resolved at once wake it once.

`asyncio.wrap_future` wakes it for each, which costs more than most of what the loop does with the answer.
"""

from __future__ import annotations

import asyncio
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


class Wakeups(Generic[T]):
    """
    Of one event loop.
    """

    def __init__(self) -> None:
        self._resolved: deque[tuple[asyncio.Future[T], Future[T]]] = deque()
        self._is_called = False

    def answer(self, future: Future[T]) -> asyncio.Future[T]:
        """
        What the loop may await.  To cancel it leaves the future alone.
        """
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        future.add_done_callback(partial(self._note, answer))
        return answer

    def _note(self, answer: asyncio.Future[T], future: Future[T]) -> None:
        """In any thread."""
        self._resolved.append((answer, future))
        loop = answer.get_loop()
        if not self._is_called and not loop.is_closed():
            self._is_called = True
            loop.call_soon_threadsafe(self._deliver)

    def _deliver(self) -> None:
        self._is_called = False  # before looking: what is noted from here on calls again
        while self._resolved:
            answer, future = self._resolved.popleft()
            if answer.done():
                continue
            if (error := future.exception()) is not None:
                answer.set_exception(error)
            else:
                answer.set_result(future.result())
