"""
Futures of other threads in an event loop.
"""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from typing import Any

import pytest

from pggate.wakeups import Wakeups


def test_many_threads_resolve_and_everybody_is_told() -> None:
    futures: list[Future[int]] = [Future() for _ in range(4000)]

    def resolve(first: int) -> None:
        for number in range(first, len(futures), 4):
            futures[number].set_result(number)

    async def awaited() -> list[int]:
        wakeups: Wakeups[int] = Wakeups()
        answers = [wakeups.answer(future) for future in futures]
        for first in range(4):
            threading.Thread(target=resolve, args=(first,)).start()
        return list(await asyncio.wait_for(asyncio.gather(*answers), 30))

    assert asyncio.run(awaited()) == list(range(4000))


def test_all_that_are_resolved_at_once_wake_the_loop_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async def awaited() -> int:
        woken: list[Any] = []
        loop, wakeups, futures = asyncio.get_running_loop(), Wakeups[int](), [Future[int]() for _ in range(9)]
        call = loop.call_soon_threadsafe
        monkeypatch.setattr(loop, "call_soon_threadsafe", lambda what: woken.append(call(what)))
        answers = [wakeups.answer(future) for future in futures]
        for future in futures:
            future.set_result(1)
        await asyncio.gather(*answers)
        return len(woken)

    assert asyncio.run(awaited()) == 1


def test_errors_come_through_and_who_has_gone_is_not_told() -> None:
    async def awaited() -> None:
        wakeups: Wakeups[int] = Wakeups()
        bad, gone, good = Future[int](), Future[int](), Future[int]()
        answers = [wakeups.answer(future) for future in (bad, gone, good)]
        answers[1].cancel()
        bad.set_exception(ValueError("x"))
        gone.set_result(1)
        good.set_result(2)
        with pytest.raises(ValueError, match="x"):
            await answers[0]
        assert await answers[2] == 2
        assert not gone.cancelled()

    asyncio.run(awaited())


def test_a_loop_that_has_ended_is_left_alone() -> None:
    future: Future[int] = Future()

    async def begun() -> None:
        Wakeups[int]().answer(future)

    asyncio.run(begun())
    future.set_result(1)
