"""
Savepoints, as far as an engine without them allows.

SAVEPOINT and RELEASE only keep names.  ROLLBACK TO works where nothing was written since the savepoint: then
the engine's transaction stands as it did, or after an error, if nothing was written at all, can begin anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.errors import InvalidSavepointSpecification

if TYPE_CHECKING:
    from pggate.session.settings import State


@dataclass(frozen=True, slots=True)
class Savepoint:
    """
    `writes` is how many statements of the transaction had written when it was defined, `settings` what the
    settings were.
    """

    name: str
    writes: int
    settings: State


class Savepoints:
    """
    One transaction's savepoints, the newest last; a name may be used again.
    """

    def __init__(self) -> None:
        self._defined: list[Savepoint] = []

    @property
    def any_defined(self) -> bool:
        """Could a ROLLBACK TO come?"""
        return bool(self._defined)

    def define(self, name: str, writes: int, settings: State) -> None:
        """SAVEPOINT name."""
        self._defined.append(Savepoint(name, writes, settings))

    def release(self, name: str) -> None:
        """RELEASE name: it and all after it go.  Raises InvalidSavepointSpecification 3B001."""
        del self._defined[self._index(name) :]

    def return_to(self, name: str) -> Savepoint:
        """ROLLBACK TO name: it stays, all after it go.  Raises InvalidSavepointSpecification 3B001."""
        index = self._index(name)
        del self._defined[index + 1 :]
        return self._defined[index]

    def _index(self, name: str) -> int:
        for index in reversed(range(len(self._defined))):
            if self._defined[index].name == name:
                return index
        raise InvalidSavepointSpecification(f'savepoint "{name}" does not exist')
