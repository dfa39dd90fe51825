"""
How fast rows may come: token buckets of requests, rows and bytes, for each token and for the whole server.

A bucket holds what comes in a second.  A request is let in while no bucket is empty, and pays afterwards for
what it brought, on credit where that was more: nothing that has been sent is refused for its size, and who
has overdrawn waits until it is paid.  So the rate holds over any longer time, whatever the sizes.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final

from pggate.lake.backlog import Overloaded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.config import Rates

REMEMBERED: Final = 10_000
"""Tokens whose buckets are kept: those of the ones that have not come for longest are full anyway."""


def overridden(configured: Rates, own: Mapping[str, int] | None) -> Rates:
    """
    The rates of a token that has some of its own.
    """
    return replace(configured, **own) if own else configured


class Bucket:
    """
    Args:
        rate: What comes in, a second.
        now: Seconds of a monotonic clock.

    """

    def __init__(self, rate: float, now: float) -> None:
        self._rate = rate
        self._most = max(rate, 1.0)
        self._level = self._most
        self._since = now

    def wait(self, now: float, needed: float) -> float:
        """
        Seconds until so much is in it; 0 where it is.
        """
        self._level = min(self._most, self._level + (now - self._since) * self._rate)
        self._since = now
        return max(0.0, (min(needed, self._most) - self._level) / self._rate)

    def take(self, amount: float) -> None:
        """
        On credit where there is not so much.
        """
        self._level -= amount


class Buckets:
    """
    Those of one token, or of the server.
    """

    def __init__(self, rates: Rates, now: float) -> None:
        self.rates = rates
        self._buckets = {
            one.name: Bucket(rate, now)
            for one in fields(rates)
            if (rate := getattr(rates, one.name)) is not None
        }

    def wait(self, now: float) -> float:
        """Seconds until a request may come."""
        return max((bucket.wait(now, 1.0) for bucket in self._buckets.values()), default=0.0)

    def take(self, what: str, amount: float) -> None:
        """As a request pays."""
        if (bucket := self._buckets.get(what)) is not None:
            bucket.take(amount)


class Throttle:
    """
    The buckets of one server and of its tokens.  Safe from any thread.

    Args:
        server: Of all requests together.
        rates_of: Those of a token, by its id, as they are now.

    """

    def __init__(
        self,
        server: Rates,
        rates_of: Callable[[int], Rates],
        clock: Callable[[], float] = time.monotonic,
        remembered: int = REMEMBERED,
    ) -> None:
        self._remembered = remembered
        self._rates_of = rates_of
        self._clock = clock
        self._lock = threading.Lock()
        self._server = Buckets(server, clock())
        self._tokens: OrderedDict[int, Buckets] = OrderedDict()

    def admit(self, token: int | None) -> None:
        """
        A request begins.

        Args:
            token: Its id; None of a role.

        Raises:
            Overloaded: 53400, with the time after which it may come.

        """
        with self._lock:
            now = self._clock()
            wanted = [self._server, *self._of(token, now)]
            wait = max(buckets.wait(now) for buckets in wanted)
            if wait > 0:
                raise Overloaded(
                    "too many requests, rows or bytes a second", retry_after_ms=math.ceil(wait * 1000)
                )
            for buckets in wanted:
                buckets.take("requests", 1)

    def charge(self, token: int | None, *, rows: int = 0, nbytes: int = 0) -> None:
        """
        It has brought so many.
        """
        with self._lock:
            for buckets in (self._server, *self._of(token, self._clock())):
                buckets.take("rows", rows)
                buckets.take("bytes", nbytes)

    def _of(self, token: int | None, now: float) -> list[Buckets]:
        if token is None:
            return []
        rates = self._rates_of(token)
        found = self._tokens.get(token)
        if found is None or found.rates != rates:
            found = self._tokens[token] = Buckets(rates, now)
        self._tokens.move_to_end(token)
        if len(self._tokens) > self._remembered:
            self._tokens.popitem(last=False)
        return [found]
