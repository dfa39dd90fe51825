"""
A function of json or jsonb that is computed in Python (PostgreSQL 15, 9.16).

A document comes as the text that the engine has of it: found valid, and of a jsonb what `jsonb` writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class JsonFunction:
    """
    A function of the values of one row.

    Args:
        name: As SQL calls it; a `~` before those that macros or rules stand before.
        returns: DuckDB's type text.
        call: Of any number of values, JSON as its text; may raise PgError.
        strict: Is it NULL wherever an argument is?

    """

    name: str
    returns: str
    call: Callable[..., Any]
    strict: bool = True

    def value(self, arguments: Sequence[Any]) -> Any:
        """The function's value for one row."""
        return None if self.strict and None in arguments else self.call(*arguments)


@dataclass(frozen=True, slots=True)
class ColumnFunction:
    """
    A function of values of any type, which only Arrow's columns keep whole; it returns text.

    Args:
        name: As macros call it.
        rows: Of Arrow columns: DuckDB's type of the values, the session's TimeZone, the values.

    """

    name: str
    rows: Callable[[Sequence[Any]], Sequence[Any]]
