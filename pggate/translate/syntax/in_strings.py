"""
Two little languages inside strings: array literals and the patterns of SIMILAR TO.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.errors import ProgramLimitExceeded
from pggate.translate.syntax.quoting import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Item: TypeAlias = "str | list[Item] | None"

# PostgreSQL 15, c.h: MAXDIM.
MOST_DIMENSIONS: Final = 6

# An element in quotes, one without, or a brace or comma (PostgreSQL 15, 8.15.2).
_ELEMENT: Final = re.compile(
    r'\s*(?:"((?:[^"\\]|\\.)*)"|([{},])|((?:[^{},"\\\s]|\\.|\s+(?![\s,{}]))+))\s*', re.DOTALL
)


def constructor(text: str) -> str | None:
    """
    ARRAY['1', NULL] for the array literal {1,NULL}; None if it is not a well-formed one.

    Elements stay texts, which the cast behind the literal turns into its element type.

    Raises:
        ProgramLimitExceeded: It has more dimensions than PostgreSQL knows.

    """
    items = _parse(text)
    return None if items is None else _constructor(items)


def flat_elements(text: str) -> list[str] | None:
    """
    The elements of an array literal of any number of dimensions, each as a literal or NULL; None if it is not
    a well-formed one.
    """
    items = _parse(text)
    return None if items is None else list(_flat(items))


def _flat(items: list[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield "NULL" if item is None else literal(item)


def _constructor(item: Item) -> str:
    match item:
        case None:
            return "NULL"
        case str():
            return literal(item)
        case _:
            return f"ARRAY[{', '.join(_constructor(each) for each in item)}]"


def _parse(text: str) -> list[Item] | None:
    stack: list[list[Item]] = [[]]
    position, wants_item = 0, True
    while position < len(text):
        match = _ELEMENT.match(text, position)
        if match is None:
            return None
        position = match.end()
        quoted, mark, bare = match.groups()
        if mark == "{" and wants_item:
            if len(stack) > MOST_DIMENSIONS:
                exceeds = f"exceeds the maximum allowed ({MOST_DIMENSIONS})"
                raise ProgramLimitExceeded(f"number of array dimensions ({len(stack)}) {exceeds}")
            stack.append([])
        elif mark == "}" and len(stack) > 1 and (not wants_item or not stack[-1]):
            inner = stack.pop()
            stack[-1].append(inner)
            wants_item = False
        elif mark == "," and not wants_item and len(stack) > 1:
            wants_item = True
        elif mark is None and wants_item and len(stack) > 1:
            stack[-1].append(_element(quoted, bare))
            wants_item = False
        else:
            return None
    whole = stack[0]
    return whole[0] if len(stack) == len(whole) == 1 and isinstance(whole[0], list) else None


def _element(quoted: str | None, bare: str | None) -> str | None:
    if quoted is not None:
        return re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL)
    if bare is None:
        raise AssertionError("an element is one or the other")
    return None if bare.upper() == "NULL" else re.sub(r"\\(.)", r"\1", bare, flags=re.DOTALL)


# What SQL's regular expressions share with POSIX's: | * + ? {m,n} ( ) and brackets (PostgreSQL 15, 9.7.2).
_SQL_TO_POSIX: Final = {"%": ".*", "_": ".", "(": "(?:"}
_ORDINARY_IN_SQL: Final = frozenset(".^$\\")


def similar_pattern(pattern: str, escape: str = "\\") -> str:
    """
    The regular expression that matches the whole of what `SIMILAR TO pattern` matches.
    """
    pieces: list[str] = []
    brackets = False
    characters = iter(pattern)
    for character in characters:
        if character == escape:
            pieces.append("\\" + next(characters, ""))
        elif brackets:
            brackets = character != "]"
            pieces.append("\\\\" if character == "\\" else character)
        elif character == "[":
            brackets = True
            pieces.append(character)
        elif character in _ORDINARY_IN_SQL:
            pieces.append("\\" + character)
        else:
            pieces.append(_SQL_TO_POSIX.get(character, character))
    return f"^(?:{''.join(pieces)})$"
