"""
The values of $1, $2, … as DuckDB wants them: by name, and only those that the statement asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import (
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
    UndefinedParameter,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def values_of(names: set[str], parameters: Sequence[object]) -> dict[str, object]:
    """
    The values of the numbers that the statement uses; DuckDB refuses values that nothing asks for.
    """
    require_numbers(names)
    values = {}
    for name in names:
        if not 1 <= int(name) <= len(parameters):
            raise UndefinedParameter(f"there is no parameter ${name}")
        values[name] = parameters[int(name) - 1]
    return values


def require_numbers(names: Iterable[str]) -> None:
    """
    DuckDB has parameters with names ($foo) too, PostgreSQL numbers them.
    """
    for name in names:
        if not name.isdecimal():
            raise SyntaxError(f'syntax error at or near "${name}"')
