"""
format() (PostgreSQL 15, 9.4.1): %s, %I and %L with positions, widths and the flag `-`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import InvalidParameterValue, PgError
from pggate.functions.identifiers import quote_ident
from pggate.types.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable

_SPECIFIER: Final = re.compile(
    r"%(?:(?P<percent>%)|(?:(?P<position>\d+)\$)?(?P<flag>-*)"
    r"(?:(?P<width>\d+)|(?P<star>\*)(?:(?P<star_position>\d+)\$)?)?(?P<type>.?))",
    re.DOTALL,
)


def quote_literal(text: str) -> str:
    """
    The text as a string of SQL.
    """
    quoted = "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
    return f"E{quoted}" if "\\" in text else quoted


def formatted(template: str | None, *arguments: str | None) -> str | None:
    """
    Args:
        template: NULL makes NULL.
        arguments: Values as PostgreSQL's texts.

    Raises:
        InvalidParameterValue: 22023, the template is none, or there are too few arguments.
        PgError: 22004, %I of NULL.

    """
    return None if template is None else _Formatter(arguments).formatted(template)


def formatted_list(template: str | None, items: list[Any] | None) -> str | None:
    """
    format(template, VARIADIC items): NULL has no items.
    """
    arguments = (None if item is None else shown(item) for item in items or ())
    return formatted(template, *arguments)


class _Formatter:
    def __init__(self, arguments: tuple[str | None, ...]) -> None:
        self._arguments = arguments
        self._last = 0

    def formatted(self, template: str) -> str:
        return _SPECIFIER.sub(self._written, template)

    def _written(self, found: re.Match[str]) -> str:
        if found["percent"]:
            return "%"
        if not found["type"]:
            raise InvalidParameterValue(
                "unterminated format() type specifier", hint='For a single "%" use "%%".'
            )
        width = self._width(found)
        write = _WRITERS.get(found["type"])
        value = self._argument(found["position"])
        if write is None:
            raise InvalidParameterValue(
                f'unrecognized format() type specifier "{found["type"]}"', hint='For a single "%" use "%%".'
            )
        text = write(value)
        return text.ljust(-width) if width < 0 else text.rjust(width)

    def _width(self, found: re.Match[str]) -> int:
        """Below zero where the text is to stand at the left."""
        if found["star"]:
            value = self._argument(found["star_position"])
            try:
                width = int(value or 0)
            except ValueError as error:
                raise PgError(
                    f'invalid input syntax for type integer: "{value}"', sqlstate="22P02"
                ) from error
        else:
            width = int(found["width"] or 0)
        return -abs(width) if found["flag"] else width

    def _argument(self, position: str | None) -> str | None:
        self._last = self._last + 1 if position is None else int(position)
        if self._last == 0:
            raise InvalidParameterValue("format specifies argument 0, but arguments are numbered from 1")
        if self._last > len(self._arguments):
            raise InvalidParameterValue("too few arguments for format()")
        return self._arguments[self._last - 1]


def _identifier(value: str | None) -> str:
    if value is None:
        raise PgError("null values cannot be formatted as an SQL identifier", sqlstate="22004")
    return quote_ident(value)


_WRITERS: Final[dict[str, Callable[[str | None], str]]] = {
    "s": lambda value: value or "",
    "I": _identifier,
    "L": lambda value: "NULL" if value is None else quote_literal(value),
}
