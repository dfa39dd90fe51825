"""
Items of select lists that have no name of their own, as far as the tokens tell it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.translate.syntax.lexer import Token

_ENDS_LIST: Final = lexer.words(
    "from where group having window order limit offset fetch union intersect except qualify ) ;"
)
_ENDS_FROM: Final = _ENDS_LIST - {"from"} | {"select", "on"}
_OPENS_NESTED: Final = frozenset({"from", "join", "as", "lateral", "materialized"})


def has_unnamed_item(tokens: Sequence[Token], *, outermost: bool) -> bool:
    """
    True if a select list has an item that is neither a column nor has an alias, or VALUES stand for a query.

    The list of the whole query, or one of a query in FROM or WITH.
    """
    return any(
        tokens[i].word == "values" or _ends_unnamed(tokens, i + 1)
        for i, nested in _queries(tokens)
        if nested is not outermost
    )


def _queries(tokens: Sequence[Token]) -> Iterator[tuple[int, bool]]:
    """
    The SELECT and VALUES of the query itself, and of queries in FROM and WITH (True).
    """
    in_from = [False]
    nested = [False]
    before = ""
    for i, token in enumerate(tokens):
        word = token.word
        if word in {"(", "[", "{"}:
            opens = before in _OPENS_NESTED or (in_from[-1] and before in {",", "("})
            nested.append(opens)
            in_from.append(opens)
        elif word in {")", "]", "}"} and len(nested) > 1:
            nested.pop()
            in_from.pop()
        elif word in {"select", "values"} and (nested[-1] or len(nested) == 1):
            yield i, nested[-1]
            in_from[-1] = False
        elif word in {"from", "join"}:
            in_from[-1] = True
        elif word in _ENDS_FROM:
            in_from[-1] = False
        before = word


def _ends_unnamed(tokens: Sequence[Token], start: int) -> bool:
    depth = 0
    for i in range(start, len(tokens)):
        word = tokens[i].word
        if depth == 0 and (word == "," or word in _ENDS_LIST) and not _goes_on(tokens, i):
            if _is_unnamed(tokens, i - 1):
                return True
            if word != ",":
                return False
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(word, 0)
    return _is_unnamed(tokens, len(tokens) - 1)


_OPERATORS: Final = lexer.words("not and or like ilike is from to")
"""Words behind which an operand stands; FROM that of IS DISTINCT FROM."""
_IN_TYPES: Final = lexer.words("precision varying zone")
_CONSTANTS: Final = lexer.words("true false null")
_INSIDE: Final = {"group": "within", "from": "distinct"}
"""Words that end a list, and what stands before them in an expression: WITHIN GROUP, IS DISTINCT FROM."""


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """
    Is the word a part of an expression?
    """
    before = _INSIDE.get(tokens[i].word, "")
    return before != "" and tokens[i - 1].word == before and tokens[i - 2].word not in {"select", ","}


def _is_unnamed(tokens: Sequence[Token], last: int) -> bool:
    """
    True if the item that ends with this token ends in an expression, or a field of one, not in a name.
    """
    token = tokens[last]
    if token.word == "end" or not token.is_name:
        return token.word != "*"
    if _is_field(tokens[last - 1].word, tokens[last - 2].word):
        return True
    before = tokens[last - 1]
    is_operand = before.kind is Kind.OPERATOR or before.word in _OPERATORS
    return is_operand or before.word in _IN_TYPES or token.word in _CONSTANTS


def _is_field(before: str, further: str) -> bool:
    """
    Is a name behind these two words the field of a value, as in (c).x?
    """
    return before == "." and further in {")", "]"}


def orders_by_name(tokens: Sequence[Token]) -> bool:
    """
    True if the last ORDER BY has a bare name that an unnamed item may be called by: `count`, x of `x::text`,
    x of `(c).x`.
    """
    words = [token.word for token in tokens]
    if "order" not in words:
        return False
    order = len(words) - 1 - words[::-1].index("order")
    pairs = pairwise(words[:order])
    called = {word for word, following in pairs if following in {"(", "::"} or word == "case"}
    called |= {words[i] for i in range(2, order) if _is_field(words[i - 1], words[i - 2])}
    keys = {
        key
        for before, key, after in zip(
            words[order:], words[order + 1 :], [*words[order + 2 :], ""], strict=False
        )
        if before in {"by", ","} and after not in {"(", "."}
    }
    return not called.isdisjoint(keys)
