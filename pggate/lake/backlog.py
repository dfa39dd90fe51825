"""
The bytes of Arrow that wait for their commit, and the bound on them.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from pggate.errors import ConfigurationLimitExceeded

WAITING_BYTES: Final = 256 << 20
SHORTEST_RETRY: Final = 0.05  # seconds


class Overloaded(ConfigurationLimitExceeded):
    """
    53400: too many bytes wait for their commit.

    Args:
        retry_after_ms: When it is worth trying again.

    """

    def __init__(self, message: str, retry_after_ms: int) -> None:
        super().__init__(message, hint=f"Retry in {retry_after_ms} ms.")
        self.retry_after_ms = retry_after_ms


class Backlog:
    """
    Called under the writer's lock.

    One topic may have half of the bytes, so that a topic whose gate is held does not stop the others.  What
    comes alone is taken whatever its size: its own limit lies with whoever let it in.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.total = 0
        self.appends = 0
        self.of_topic: Counter[int] = Counter()

    def admit(self, topic_id: int, size: int, commit_seconds: float) -> None:
        """
        Args:
            commit_seconds: How long a segment and its commit take at present.

        Raises:
            Overloaded: 53400.

        """
        of_topic = self.of_topic[topic_id]
        if (self.total and self.total + size > self.limit) or (
            of_topic and of_topic + size > self.limit // 2
        ):
            seconds = max(SHORTEST_RETRY, 2 * commit_seconds)
            raise Overloaded("too many rows wait for their commit", retry_after_ms=int(seconds * 1000))
        self.total += size
        self.appends += 1
        self.of_topic[topic_id] += size

    def leave(self, topic_id: int, size: int) -> None:
        self.total -= size
        self.appends -= 1
        self.of_topic[topic_id] -= size
        if not self.of_topic[topic_id]:
            del self.of_topic[topic_id]
