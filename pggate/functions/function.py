"""
A function of PostgreSQL's that is computed in Python, and how it reads its arguments.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from pggate.errors import PgError, UndefinedFunction
from pggate.types import table, text

if TYPE_CHECKING:
    from collections.abc import Callable


def texts(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def numbers(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def truths(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def lists(value: Any) -> list[Any] | None:
    return value if isinstance(value, list) else None


def anything(value: Any) -> Any:
    return value


def bytestrings(value: Any) -> bytes | None:
    """
    Of a text as well: a literal that stands for bytes comes as one.
    """
    if isinstance(value, str):
        decoded: bytes = text.decode(table.BYTEA, value)
        return decoded
    return value if isinstance(value, bytes) else None


Reader: TypeAlias = "Callable[[Any], Any]"
"""What a value is to the function; None where it has no arguments of its type."""


@dataclass(frozen=True, slots=True)
class Function:
    """
    Args:
        name: As SQL calls it; a `~` before those that macros or token rules stand before.
        call: Of the values of one row; may raise PgError.
        reads: A reader for each argument.
        returns: DuckDB's type text.
        least: How many arguments there are at least; None: as many as readers.
        rest: The reader of all further arguments; None: there are none.
        strict: Is it NULL wherever an argument is?
        overloads: DuckDB's types of the arguments, where DuckDB has a function of this name for others.

    """

    name: str
    call: Callable[..., Any]
    reads: tuple[Reader, ...]
    returns: str
    least: int | None = None
    rest: Reader | None = None
    strict: bool = True
    overloads: tuple[str, ...] | None = None

    def value(self, arguments: tuple[Any, ...]) -> Any:
        """
        Raises:
            UndefinedFunction: 42883, there is none of so many arguments, or of these types.
            PgError: What the call raises.

        """
        if self.strict and None in arguments:
            return None
        if len(arguments) < (len(self.reads) if self.least is None else self.least):
            raise self._undefined()
        return self.call(*(self._read(at, value) for at, value in enumerate(arguments)))

    def _read(self, at: int, value: Any) -> Any:
        if value is None:
            return None
        reader = self.reads[at] if at < len(self.reads) else self.rest
        found = None if reader is None else reader(value)
        if found is None:
            raise self._undefined()
        return found

    def _undefined(self) -> PgError:
        return UndefinedFunction(
            f"function {self.name.lstrip('~')} of these arguments does not exist",
            hint="You might need to add explicit type casts.",
        )
