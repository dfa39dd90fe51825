r"""
The gate of one topic: who holds it, who waits for it, and who is let through next.

    asked \ held    CHANGE   APPEND   COMPACT
    CHANGE          waits    waits    waits       UPDATE, DELETE, MERGE, TRUNCATE, ALTER, DROP
    APPEND          waits    passes   passes      a round of the writer; the COMMIT of a transaction's INSERTs
    COMPACT         waits    passes   waits       merging and rewriting files

Who waits is served in the order of asking, so neither a stream of appends nor a row of changes starves the
other.  One exception: while a compaction holds the topic, appends overtake the changes that wait for it.

No threads and no locks here: everything is called under the lock of the lake's gates (gates.py).
"""

from __future__ import annotations

import enum
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator


class Kind(enum.Enum):
    CHANGE = "change"
    APPEND = "append"
    COMPACT = "compact"


COMPATIBLE: Final = frozenset(
    {
        (Kind.APPEND, Kind.APPEND),
        (Kind.APPEND, Kind.COMPACT),
        (Kind.COMPACT, Kind.APPEND),
    }
)


@dataclass(eq=False, slots=True)
class Request:
    """
    One owner asks for one gate.  `granted` is called once, by whichever thread lets it through, with the
    gates' lock held: it may only note the fact and wake somebody.
    """

    owner: Hashable
    topic_id: int
    kind: Kind
    granted: Callable[[], None]
    canceled: bool = False


@dataclass(slots=True)
class Gate:
    holders: list[Request] = field(default_factory=list)
    queue: deque[Request] = field(default_factory=deque)

    def ask(self, request: Request) -> None:
        """
        Queue up; whoever has nobody to wait for is let through at once.
        """
        self.queue.append(request)
        self.advance()

    def withdraw(self, request: Request) -> None:
        """
        Forget a request, granted or not.  Who waited for it is let through by `advance`.
        """
        if request in self.holders:
            self.holders.remove(request)
        if request in self.queue:
            self.queue.remove(request)

    def blockers(self, request: Request) -> Iterator[Request]:
        """
        Those whom `request` has to wait for: incompatible holders, and incompatible earlier requests.
        """
        for holder in self.holders:
            if holder.owner != request.owner and (request.kind, holder.kind) not in COMPATIBLE:
                yield holder
        if request.kind is Kind.APPEND and any(holder.kind is Kind.COMPACT for holder in self.holders):
            return  # appends pass a compaction, whoever waits for its end
        for earlier in self.queue:
            if earlier is request:
                return
            if earlier.owner != request.owner and (request.kind, earlier.kind) not in COMPATIBLE:
                yield earlier

    def advance(self) -> None:
        """
        Let through everybody who has nobody to wait for.
        """
        for request in tuple(self.queue):
            if next(self.blockers(request), None) is None:
                self.queue.remove(request)
                self.holders.append(request)
                request.granted()
