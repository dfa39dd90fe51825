"""
What the client should be told besides the answer, until it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pggate.errors import Notice

MOST: Final = 100
"""Between two replies; a statement that has more to say is repeating itself."""


class Notices:
    """
    Collected while a statement runs, taken before its CommandComplete.
    """

    def __init__(self) -> None:
        self._waiting: list[Notice] = []

    def add(self, *notices: Notice) -> None:
        self._waiting += notices[: MOST - len(self._waiting)]

    def extend(self, notices: Iterable[Notice]) -> None:
        self.add(*notices)

    def take(self) -> Iterator[Notice]:
        waiting, self._waiting = self._waiting, []
        yield from waiting
