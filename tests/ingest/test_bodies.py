"""
Reading a request's body: whole, within the limit, and paid for before it is held.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from ingest import bodies
from ingest.answers import RefusedError
from ingest.bodies import Body
from ingest.limits import Budget
from pggate.lake.backlog import Overloaded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

LIMIT = 10


def request(body: bytes, *, more: bool) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": more}


def read(
    incoming: Sequence[dict[str, Any]], length: int | None = None, budget: Budget | None = None
) -> tuple[bytes, Body, int]:
    """
    The body that these messages make, its Body, and the most that was taken of the budget.
    """
    headers = [] if length is None else [(b"content-length", str(length).encode())]
    messages = iter(incoming)
    budget = budget or Budget(100)

    async def receive() -> dict[str, Any]:
        if (message := next(messages, None)) is None:
            await asyncio.Event().wait()
            raise AssertionError
        return message

    async def whole() -> tuple[bytes, Body, int]:
        body = Body({"type": "http", "headers": headers}, receive, LIMIT)
        with budget.claim() as claim:
            return await body.read(claim), body, budget.taken

    return asyncio.run(whole())


# fmt: off
WHOLE = [
    ([request(b"", more=False)],                                         None, b"",           0),
    ([request(b"abc", more=False)],                                      3,    b"abc",        3),
    ([request(b"abc", more=True), request(b"def", more=False)],          6,    b"abcdef",     6),
    ([request(b"abc", more=True), request(b"", more=False)],             None, b"abc",        3),
    ([request(b"0123456789", more=False)],                               None, b"0123456789", 10),
    ([{"type": "http.request"}],                                         None, b"",           0),
]
# fmt: on


@pytest.mark.parametrize(("incoming", "length", "content", "taken"), WHOLE)
def test_whole_bodies(incoming: list[dict[str, Any]], length: int | None, content: bytes, taken: int) -> None:
    got, body, most = read(incoming, length)
    assert (got, body.is_read, most) == (content, True, taken)


# fmt: off
REFUSED = [
    ([],                                                                 11,   413, "larger than 10 bytes"),
    ([request(b"01234567890", more=False)],                              None, 413, "larger than 10 bytes"),
    ([request(b"012345", more=True), request(b"678901", more=True)],     None, 413, "larger than 10 bytes"),
    ([request(b"abc", more=True), {"type": "http.disconnect"}],          6,    400, "ended early"),
    ([{"type": "http.disconnect"}],                                      None, 400, "ended early"),
    ([request(b"abc", more=True)],                                       6,    408, "less than 1024 bytes a"),
]
# fmt: on


@pytest.mark.parametrize(("incoming", "length", "status", "reason"), REFUSED)
def test_refused_bodies(
    monkeypatch: pytest.MonkeyPatch,
    incoming: list[dict[str, Any]],
    length: int | None,
    status: int,
    reason: str,
) -> None:
    monkeypatch.setattr(bodies, "IDLE_SECONDS", 0.05)
    budget = Budget(100)
    with pytest.raises(RefusedError, match=reason) as refused:
        read(incoming, length, budget)
    assert refused.value.status == status
    assert budget.taken == 0


def test_an_announced_body_that_does_not_fit_is_not_begun() -> None:
    with pytest.raises(Overloaded):
        read([], 8, Budget(7))


@pytest.mark.parametrize("length", [None, 4])
def test_a_body_is_paid_for_as_it_comes(length: int | None) -> None:
    with pytest.raises(Overloaded):
        read([request(b"1234", more=True), request(b"5678", more=True)], length, Budget(7))


def test_what_is_only_announced_takes_nothing_from_others() -> None:
    budget = Budget(LIMIT)

    async def both() -> bytes:
        begun = asyncio.Event()

        async def stalled() -> dict[str, Any]:
            if begun.is_set():
                await asyncio.Event().wait()
            begun.set()
            return request(b"x", more=True)

        async def prompt() -> dict[str, Any]:
            return request(b"123456789", more=False)

        async def read_all(receive: Callable[[], Awaitable[dict[str, Any]]], length: int) -> bytes:
            headers = [(b"content-length", str(length).encode())]
            with budget.claim() as claim:
                return await Body({"type": "http", "headers": headers}, receive, LIMIT).read(claim)

        stalling = asyncio.create_task(read_all(stalled, LIMIT))
        await begun.wait()
        body = await read_all(prompt, 9)
        stalling.cancel()
        return body

    assert asyncio.run(both()) == b"123456789"


def read_slowly(piece: bytes, pieces: int) -> bytes:
    """A body that comes in pieces, one each 0.05 s."""

    async def slow() -> bytes:
        left = pieces

        async def receive() -> dict[str, Any]:
            nonlocal left
            await asyncio.sleep(0.05)
            left -= 1
            return request(piece, more=left > 0)

        with Budget(1000).claim() as claim:
            return await Body({"type": "http", "headers": []}, receive, 1000).read(claim)

    return asyncio.run(slow())


@pytest.mark.slow
def test_patience_lasts_while_enough_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "IDLE_SECONDS", 1.0)  # over before the last piece, were none of them heard
    monkeypatch.setattr(bodies, "SLOWEST", 10)
    assert read_slowly(b"x" * 10, 30) == b"x" * 300


def test_a_byte_now_and_then_does_not_keep_a_body_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "IDLE_SECONDS", 0.2)
    with pytest.raises(RefusedError) as refused:
        read_slowly(b"x", 100)
    assert refused.value.status == 408
