"""
What is known of texts, kept between statements and sessions.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from pggate.session.live.struct_types import StructTypes

if TYPE_CHECKING:
    from collections.abc import Hashable

    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.row_analysis import RowAnalysis

CACHED_TEXTS: Final = 2_000

OWN_TEXTS: Final = 200
"""Of one session: a transaction that defines something, or has temporary tables, repeats few of them."""

CACHED_TEXT_SIZE: Final = 16 * 1024
"""Characters.  Longer texts are loads with literals in them: they do not come twice."""

T = TypeVar("T")


class Cache(Generic[T]):
    """
    The most recently used of what was found out.  Safe from any thread.
    """

    def __init__(self, size: int = CACHED_TEXTS) -> None:
        self._size = size
        self._entries: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> T | None:
        """What was put under the key, if it is still there."""
        with self._lock:
            found = self._entries.get(key)
            if found is not None:
                self._entries.move_to_end(key)
            return found

    def put(self, key: Hashable, found: T) -> None:
        """Keep it, in place of what was used longest ago."""
        with self._lock:
            self._entries[key] = found
            while len(self._entries) > self._size:
                self._entries.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Analyses:
    """
    Args:
        statements: By all that an analysis depends on.
        rows: INSERTs of one row, by all but what the client declares its lone parameters as.

    """

    statements: Cache[Analysed] = field(default_factory=Cache)
    rows: Cache[RowAnalysis] = field(default_factory=Cache)

    @classmethod
    def of_one_session(cls) -> Analyses:
        """Room for what is found out of texts that no other session understands so."""
        return cls(Cache(OWN_TEXTS), Cache(OWN_TEXTS))


@dataclass(frozen=True, slots=True)
class Caches(Analyses):
    """
    Args:
        names: Of a query's columns, by what the engine calls them and the shape of its text; None for those
            that are called as the engine does.
        struct_types: What pg_type says of STRUCTs.

    """

    names: Cache[tuple[str | None, ...]] = field(default_factory=Cache)
    struct_types: StructTypes = field(default_factory=StructTypes)
