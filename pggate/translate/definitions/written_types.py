"""
A column's type as it is written (PostgreSQL 15, CREATE TABLE, "data_type").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import closing

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens

BEHIND_TYPE: Final = words(
    "constraint not null check default generated primary unique references collate storage compression"
    " deferrable initially using as"
)
BEHIND_NAME: Final = BEHIND_TYPE | {"array"}


@dataclass(frozen=True, slots=True)
class WrittenType:
    """
    Characters [start, stop) of the text.

    Args:
        names: Its words or, where it is qualified, schema and name: ("character", "varying"), ("s", "mood").
        quoted: Was the first word in quotes?
        arguments: What stands in parentheses behind it, as it is written.
        dimensions: How many brackets follow; `int array` is int[].

    """

    start: int
    stop: int
    names: tuple[str, ...]
    quoted: bool = False
    qualified: bool = False
    arguments: tuple[str, ...] = ()
    dimensions: int = 0

    @property
    def is_array(self) -> bool:
        """Do brackets follow?"""
        return self.dimensions > 0

    @property
    def brackets(self) -> str:
        """As the engine has them, where other words stand before them."""
        return "[]" * self.dimensions


def type_at(tokens: Tokens, first: int, stop: int) -> WrittenType | None:
    """
    The type that begins there; None where none does.
    """
    at, names, qualified = first, list[str](), False
    arguments: tuple[str, ...] = ()
    while at < stop and tokens[at].is_name and tokens[at].word not in BEHIND_NAME:
        names.append(tokens[at].name)
        at += 1
        if at + 1 < stop and tokens[at].word == "." and tokens[at + 1].is_name:
            qualified = True
            at += 1
        elif tokens[at - 1].kind is Kind.QUOTED or qualified:
            break
    if not names:
        return None
    if at < stop and tokens[at].word == "(":
        last = closing(tokens, at)
        arguments = tuple(token.text for token in tokens[at + 1 : last] if token.word != ",")
        at = last + 1
        while at < stop and tokens[at].word in {"with", "without", "time", "zone"}:
            names.append(tokens[at].name)
            at += 1
    is_array = at < stop and tokens[at].word in {"[", "array"}
    behind_name = at
    while at < stop and tokens[at].word in {"[", "]", "array"} | (
        {tokens[at].word} if tokens[at].kind is Kind.NUMBER and is_array else set()
    ):
        at += 1
    return WrittenType(
        tokens[first].start,
        tokens[at - 1].stop,
        tuple(names),
        tokens[first].kind is Kind.QUOTED,
        qualified,
        arguments,
        max(int(is_array), sum(token.word == "[" for token in tokens[behind_name:at])),
    )
