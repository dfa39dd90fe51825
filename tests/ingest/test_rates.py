"""
Token buckets, by a clock that is set.
"""

from __future__ import annotations

import pytest

from ingest.rates import Throttle, overridden
from pggate.config import Rates
from pggate.lake.backlog import Overloaded

UNLIMITED = Rates()


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def throttle(clock: Clock, server: Rates = UNLIMITED, **tokens: Rates) -> Throttle:
    return Throttle(server, lambda token: tokens.get(f"t{token}", UNLIMITED), clock)


def waits(limiter: Throttle, token: int | None = 1) -> int:
    """Milliseconds; 0 of who is let in."""
    try:
        limiter.admit(token)
    except Overloaded as error:
        return error.retry_after_ms
    return 0


def test_without_limits_everybody_comes() -> None:
    limiter = throttle(Clock())
    for _ in range(1000):
        limiter.admit(1)
        limiter.charge(1, rows=10**9, nbytes=10**12)


def test_requests_a_second() -> None:
    clock = Clock()
    limiter = throttle(clock, t1=Rates(requests=4))
    assert [waits(limiter) for _ in range(6)] == [0, 0, 0, 0, 250, 250]
    clock.now += 0.25
    assert [waits(limiter), waits(limiter)] == [0, 250]
    clock.now += 3600
    assert [waits(limiter) for _ in range(5)] == [0, 0, 0, 0, 250]  # no more than a second's are kept
    assert waits(limiter, 2) == 0


def test_less_than_one_a_second() -> None:
    clock = Clock()
    limiter = throttle(clock, t1=Rates(requests=0.5))
    assert [waits(limiter), waits(limiter)] == [0, 2000]
    clock.now += 2
    assert waits(limiter) == 0


@pytest.mark.parametrize("limit", [Rates(rows=1024), Rates(bytes=1024)])
def test_what_is_too_much_is_paid_afterwards(limit: Rates) -> None:
    clock = Clock()
    limiter = throttle(clock, t1=limit)
    assert waits(limiter) == 0
    limiter.charge(1, rows=5 * 1024, nbytes=5 * 1024)
    assert waits(limiter) == 4001  # until there is 1
    clock.now += 4.0
    assert waits(limiter) == 1
    clock.now += 1 / 1024
    assert waits(limiter) == 0


def test_the_server_counts_everybody() -> None:
    clock = Clock()
    limiter = throttle(clock, Rates(requests=2), t1=Rates(requests=100))
    assert [waits(limiter, 1), waits(limiter, None), waits(limiter, 2)] == [0, 0, 500]


def test_a_refusal_costs_nothing() -> None:
    clock = Clock()
    limiter = throttle(clock, Rates(requests=1), t1=Rates(requests=2))
    assert [waits(limiter), waits(limiter)] == [0, 1000]
    clock.now += 1
    assert [waits(limiter), waits(limiter)] == [0, 1000]


def test_limits_that_change_count_at_once() -> None:
    clock = Clock()
    limits = {1: Rates(requests=1)}
    limiter = Throttle(Rates(), lambda token: limits[token], clock)
    assert [waits(limiter), waits(limiter)] == [0, 1000]
    limits[1] = Rates(requests=2)
    assert [waits(limiter) for _ in range(3)] == [0, 0, 500]
    limits[1] = Rates()
    assert waits(limiter) == 0


def test_only_so_many_tokens_are_remembered() -> None:
    limiter = Throttle(Rates(), lambda _: Rates(requests=1), Clock(), remembered=2)
    assert [waits(limiter, token) for token in (1, 2, 3, 1, 3)] == [0, 0, 0, 0, 1000]


def test_rates_of_a_token_and_what_is_configured() -> None:
    configured = Rates(requests=5, rows=7)
    assert overridden(configured, None) == configured
    assert overridden(configured, {"rows": 1, "bytes": 2}) == Rates(requests=5, rows=1, bytes=2)
