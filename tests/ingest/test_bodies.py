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
    from collections.abc import Sequence

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
    ([request(b"abc", more=True)],                                       6,    408, "nothing came for"),
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


def test_an_announced_body_is_paid_for_before_it_comes() -> None:
    with pytest.raises(Overloaded):
        read([], 8, Budget(7))


def test_a_body_of_unknown_length_is_paid_for_as_it_comes() -> None:
    with pytest.raises(Overloaded):
        read([request(b"1234", more=True), request(b"5678", more=True)], None, Budget(7))


def test_patience_starts_anew_with_every_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "IDLE_SECONDS", 0.2)

    async def slow() -> bytes:
        left = 8

        async def receive() -> dict[str, Any]:
            nonlocal left
            await asyncio.sleep(0.05)
            left -= 1
            return request(b"x", more=left > 0)

        with Budget(100).claim() as claim:
            return await Body({"type": "http", "headers": []}, receive, LIMIT).read(claim)

    assert asyncio.run(slow()) == b"x" * 8
