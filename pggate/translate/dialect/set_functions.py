"""
Functions that return rows.

In FROM, where they return one column, their alias is its name too (PostgreSQL 15, 7.2.1.4), as an item of
SELECT they make as many rows as they return (38.5.9), and unnest takes several arrays side by side (7.2.1.4):

    FROM generate_series(1, 3) AS s     has a column s; duckdb 1.5.5 calls it generate_series.
    SELECT generate_series(1, 3)        has three rows; duckdb 1.5.5 makes one of a list.
    FROM unnest(a, b)                   has a column for each; duckdb 1.5.5 has that in SELECT alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidParameterValue
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import closing, commas, word_at, words_at
from pggate.translate.syntax.quoting import string_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.lexer import Token
    from pggate.translate.syntax.looking import Tokens

FUNCTIONS: Final = words(
    "generate_series unnest generate_subscripts regexp_matches regexp_split_to_table string_to_table"
)

_ENDS_FROM: Final = words(
    "select where group having window order limit offset fetch union intersect except qualify returning set"
)
_BEFORE_ITEM: Final = frozenset({"from", "join", "lateral", ",", "("})
_BEFORE_SELECTED: Final = frozenset({"select", "distinct", "all", ","})
_BEFORE_OPERAND: Final = frozenset({"+", "-", "*", "/", "%", "||"})
_ENDS_ITEM: Final = _ENDS_FROM | {"", ",", ")", "from", "into"}
NO_ALIAS: Final = _ENDS_FROM | words(
    "as on using join inner left right full cross natural lateral with tablesample for positional asof "
    "anti semi"
)


def aliases(tokens: Tokens) -> Iterator[Edit]:
    """
    f(...) [AS] s becomes f(...) [AS] s(s), unless the text asks for the column by the function's name.
    """
    for i in _in_from(tokens):
        name = tokens[i].word
        close = closing(tokens, i + 1)
        if name == "unnest" and commas(tokens, i + 1, close):
            continue
        if any(token.word == name and word_at(tokens, j + 1) != "(" for j, token in enumerate(tokens)):
            continue
        at = close + 1
        if word_at(tokens, at) == "with" and word_at(tokens, at + 1) == "ordinality":
            at += 2
        at += word_at(tokens, at) == "as"
        if at >= len(tokens) or not tokens[at].is_name or tokens[at].word in NO_ALIAS:
            continue
        if word_at(tokens, at + 1) != "(":
            yield Edit(tokens[at].stop, tokens[at].stop, f"({tokens[at].text})")


def several_arrays(tokens: Tokens) -> Iterator[Edit]:
    """
    FROM unnest(a, b) becomes (SELECT unnest(a) AS unnest, unnest(b) AS unnest), as does FROM unnest($1): of a
    parameter that a function in FROM takes duckdb 1.5.5 has no plan.
    """
    for i in _in_from(tokens):
        close = closing(tokens, i + 1)
        between = commas(tokens, i + 1, close)
        has_parameter = any(token.kind is Kind.PARAMETER for token in tokens[i:close])
        if tokens[i].word != "unnest" or not (between or has_parameter):
            continue
        if words_at(tokens, close + 1, 2) == ("with", "ordinality"):
            yield from _numbered_arrays(tokens, i, between, close)
            continue
        yield Edit(tokens[i].start, tokens[i].start, "(SELECT ")
        for comma in between:
            yield Edit(tokens[comma].start, tokens[comma].stop, ") AS unnest, unnest(")
        name = "" if is_named(tokens, close + 1) else " AS unnest"
        yield Edit(tokens[close].stop, tokens[close].stop, f" AS unnest){name}")


def _numbered_arrays(tokens: Tokens, call: int, between: list[int], close: int) -> Iterator[Edit]:
    """
    unnest(a, b) WITH ORDINALITY becomes (SELECT unnest("~1") AS unnest, unnest("~2") AS unnest, the numbers
    of the longest one's elements AS ordinality FROM (SELECT a AS "~1", b AS "~2")).
    """
    arrays = [f'"~{number}"' for number in range(1, len(between) + 2)]
    columns = "".join(f"unnest({array}) AS unnest, " for array in arrays)
    lengths = ", ".join(f"cardinality({array})" for array in arrays)
    numbers = f"unnest(range(1, greatest({lengths}) + 1)) AS ordinality"
    yield Edit(tokens[call].start, tokens[call + 1].stop, f"(SELECT {columns}{numbers} FROM (SELECT ")
    for comma, array in zip(between, arrays, strict=False):
        yield Edit(tokens[comma].start, tokens[comma].start, f" AS {array}")
    name = "" if is_named(tokens, close + 3) else " AS unnest"
    yield Edit(tokens[close].start, tokens[close + 2].stop, f" AS {arrays[-1]})){name}")


def is_named(tokens: Tokens, at: int) -> bool:
    """Does an alias stand there?"""
    word = word_at(tokens, at)
    return word == "as" or (at < len(tokens) and tokens[at].is_name and word not in NO_ALIAS)


def steps(tokens: Tokens) -> Iterator[Edit]:
    """
    generate_series(a, b, '1 day'): a step that is no number is an INTERVAL.
    """
    for i, token in enumerate(tokens):
        if token.word != "generate_series" or word_at(tokens, i + 1) != "(":
            continue
        close = closing(tokens, i + 1)
        between = commas(tokens, i + 1, close)
        step = tokens[close - 1]
        is_literal = len(between) == 2 and between[1] == close - 2 and step.kind is Kind.STRING
        if is_literal and not string_value(step.text).strip(" +-").isdecimal():
            yield Edit(step.start, step.start, "INTERVAL ")


def items(tokens: Tokens) -> Iterator[Edit]:
    """
    generate_series(...) in an item of SELECT becomes unnest(generate_series(...)).

    Raises:
        InvalidParameterValue: 22023, its step is zero, of which DuckDB makes no row.

    """
    for i in _in_select(tokens):
        close = closing(tokens, i + 1)
        if len(commas(tokens, i + 1, close)) == 2 and words_at(tokens, close - 2, 2)[0] == ",":
            _check_step(tokens[close - 1])
        is_item = word_at(tokens, i - 1) not in _BEFORE_OPERAND and word_at(tokens, close + 1) in _ENDS_ITEM
        name = " AS generate_series" if is_item else ""
        yield Edit(tokens[i].start, tokens[i].start, "unnest(")
        yield Edit(tokens[close].stop, tokens[close].stop, f"){name}")


def _check_step(step: Token) -> None:
    if step.kind is Kind.NUMBER and not step.text.strip("0"):
        raise InvalidParameterValue("step size cannot equal zero")


def _in_select(tokens: Tokens) -> Iterator[int]:
    in_select = [False]
    for i, token in enumerate(tokens):
        if token.word == "(":
            in_select.append(False)
        elif token.word == ")" and len(in_select) > 1:
            in_select.pop()
        elif token.word == "select":
            in_select[-1] = True
        elif token.word in _ENDS_FROM or token.word in {"from", "into"}:
            in_select[-1] = False
        elif in_select[-1] and token.word == "generate_series" and word_at(tokens, i + 1) == "(":
            qualified = word_at(tokens, i - 1) == "."
            if word_at(tokens, i - 3 if qualified else i - 1) in _BEFORE_SELECTED | _BEFORE_OPERAND:
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
