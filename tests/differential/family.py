"""
A family of statements, and how many of them are made of a few tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Family:
    """
    Statements that belong together.

    Args:
        name: What the command line and docs/types.md call it.
        statements: Complete ones.
        setup: Statements that run before them in the same session, on either server.

    """

    name: str
    statements: tuple[str, ...]
    setup: tuple[str, ...] = ()


def family(name: str, *groups: Iterable[str], setup: Iterable[str] = ()) -> Family:
    """
    Of expressions and whole statements; what has been said twice is asked once.
    """
    statements = (statement(one) for group in groups for one in group)
    return Family(name, tuple(dict.fromkeys(statements)), tuple(setup))


def statement(text: str) -> str:
    """An expression is selected; what begins as a query is one."""
    return text if text.startswith(("select ", "with ", "values ", "table ")) else f"select {text}"


def filled(templates: Iterable[str], *values: Iterable[str]) -> list[str]:
    """Every template with every combination of values in its {}."""
    return [template.format(*some) for template in templates for some in product(*values)]


def lines(text: str) -> list[str]:
    """
    A query a line, or several expressions a line with commas between them, each of which is asked by itself.
    """
    stripped = (line.strip() for line in text.splitlines())
    return [one for line in stripped if line for one in expressions(line)]


def expressions(line: str) -> list[str]:
    """
    The expressions of a line; the whole of it where it is a query or what no one can read.
    """
    found, start, depth = [], 0, 0
    for token in _TOKEN.finditer(line):
        word = token[0]
        if token["clause"] and depth == 0:
            return [line]
        depth += (word in ("(", "[")) - (word in (")", "]"))
        if word == "," and depth == 0:
            found.append(line[start : token.start()].strip())
            start = token.end()
    return [*found, line[start:].strip()] if depth == 0 else [line]


_TOKEN: Final = re.compile(
    r"""[Ee]'(?:[^'\\]|\\.|'')*' | '(?:[^']|'')*' | "[^"]*" | \$(?P<tag>\w*)\$.*?\$(?P=tag)\$
    | distinct\ from
    | \b(?P<clause>from|where|union|intersect|except|order|limit|group|values|with|window|as)\b
    | [()\[\],]""",
    re.VERBOSE,
)
