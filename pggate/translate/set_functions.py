"""
Functions that return rows.

In FROM, where they return one column, their alias is its name too (PostgreSQL 15, 7.2.1.4), and as an item of
SELECT they make as many rows as they return (38.5.9):

    FROM generate_series(1, 3) AS s     has a column s; duckdb 1.5.5 calls it generate_series.
    SELECT generate_series(1, 3)        has three rows; duckdb 1.5.5 makes one of a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.edits import Edit
from pggate.translate.lexer import words
from pggate.translate.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.looking import Tokens

FUNCTIONS: Final = words("generate_series unnest generate_subscripts regexp_split_to_table string_to_table")

_ENDS_FROM: Final = words(
    "select where group having window order limit offset fetch union intersect except qualify returning set"
)
_BEFORE_ITEM: Final = frozenset({"from", "join", "lateral", ",", "("})
_BEFORE_SELECTED: Final = frozenset({"select", "distinct", "all", ","})
_ENDS_ITEM: Final = _ENDS_FROM | {"", ",", ")", "from", "into"}
_NO_ALIAS: Final = _ENDS_FROM | words(
    "as on using join inner left right full cross natural lateral with tablesample for positional asof "
    "anti semi"
)


def aliases(tokens: Tokens) -> Iterator[Edit]:
    """
    f(...) [AS] s becomes f(...) [AS] s(s), unless the text asks for the column by the function's name.
    """
    for i in _in_from(tokens):
        name = tokens[i].word
        close = _closing(tokens, i + 1)
        if any(token.word == name and word_at(tokens, j + 1) != "(" for j, token in enumerate(tokens)):
            continue
        at = close + 1
        if word_at(tokens, at) == "with" and word_at(tokens, at + 1) == "ordinality":
            at += 2
        at += word_at(tokens, at) == "as"
        if at >= len(tokens) or not tokens[at].is_name or tokens[at].word in _NO_ALIAS:
            continue
        if word_at(tokens, at + 1) != "(":
            yield Edit(tokens[at].stop, tokens[at].stop, f"({tokens[at].text})")


def items(tokens: Tokens) -> Iterator[Edit]:
    """
    generate_series(...) where an item of SELECT begins becomes unnest(generate_series(...)).
    """
    for i in _in_select(tokens):
        close = _closing(tokens, i + 1)
        name = " AS generate_series" if word_at(tokens, close + 1) in _ENDS_ITEM else ""
        yield Edit(tokens[i].start, tokens[i].start, "unnest(")
        yield Edit(tokens[close].stop, tokens[close].stop, f"){name}")


def _in_select(tokens: Tokens) -> Iterator[int]:
    in_select = [False]
    for i, token in enumerate(tokens):
        if token.word == "(":
            in_select.append(False)
        elif token.word == ")" and len(in_select) > 1:
            in_select.pop()
        elif token.word == "select":
            in_select[-1] = True
        elif token.word in _ENDS_ITEM and token.word != ",":
            in_select[-1] = False
        elif in_select[-1] and token.word == "generate_series" and word_at(tokens, i + 1) == "(":
            qualified = word_at(tokens, i - 1) == "."
            if word_at(tokens, i - 3 if qualified else i - 1) in _BEFORE_SELECTED:
                yield i


def _in_from(tokens: Tokens) -> Iterator[int]:
    """
    Where such a function is called as an item of a FROM clause.
    """
    in_from = [False]
    for i, token in enumerate(tokens):
        before = word_at(tokens, i - 1)
        if token.word == "(":
            in_from.append(in_from[-1] and before in _BEFORE_ITEM)
        elif token.word == ")" and len(in_from) > 1:
            in_from.pop()
        elif token.word in {"from", "join"} and before != "distinct":
            in_from[-1] = True
        elif token.word in _ENDS_FROM:
            in_from[-1] = False
        elif (
            in_from[-1]
            and token.word in FUNCTIONS
            and word_at(tokens, i + 1) == "("
            and (before in _BEFORE_ITEM or (before == "." and word_at(tokens, i - 3) in _BEFORE_ITEM))
        ):
            yield i


def _closing(tokens: Tokens, opening: int) -> int:
    """
    Where the parenthesis that opens there is closed; the last token if it never is.
    """
    depth = 0
    for i in range(opening, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[i].word, 0)
        if depth == 0:
            return i
    return len(tokens) - 1
