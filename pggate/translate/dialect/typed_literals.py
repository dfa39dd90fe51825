"""
Literals whose type the text tells: by a cast, or by the column that they are written to.

PostgreSQL has the type read a string literal (PostgreSQL 15, 4.1.2.7, 10.4), whereas DuckDB casts a text; a
number with a point it makes a float to the last bit.  Here they are found; what they become the caller says,
who knows types and columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at
from pggate.translate.types.type_names import dimensions_at, type_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.translate.syntax.lexer import Token
    from pggate.translate.writing import insert


class Cast(NamedTuple):
    """
    A literal and the type's name as the text spells it, in lower case: "int[]", "timestamp with time zone".

    `dimensions` are the characters of an array type's brackets; None where there are none.  `is_tried` says
    that it is DuckDB's TRY_CAST, which makes NULL of what is no literal of the type.
    """

    literal: Token
    type_name: str
    dimensions: tuple[int, int] | None = None
    is_tried: bool = False


class Inserted(NamedTuple):
    """
    A literal and which of the INSERT's columns it is written to, from 0.
    """

    literal: Token
    column: int


class Assigned(NamedTuple):
    """
    A literal and the name of the column that UPDATE sets to it.
    """

    literal: Token
    column: str


def casts(sql: str) -> Iterator[Cast]:
    """
    'x'::type, CAST('x' AS type) and type 'x'.
    """
    tokens = lexer.tokens(sql)
    for i, token in enumerate(tokens):
        if token.kind is not Kind.STRING or not _is_plain(token):
            continue
        if name := _type_before(tokens, i):
            yield Cast(token, name)
        elif word_at(tokens, i + 1) == "::" or (
            word_at(tokens, i + 1) == "as" and word_at(tokens, i - 1) == "("
        ):
            is_tried = word_at(tokens, i + 1) == "as" and word_at(tokens, i - 2) == "try_cast"
            yield Cast(token, type_at(tokens, i + 2), dimensions_at(tokens, i + 2), is_tried)


def number_casts(sql: str) -> Iterator[Cast]:
    """
    1.5::type, (-1.5)::type and CAST(-1.5 AS type), the number without its sign.
    """
    tokens = lexer.tokens(sql)
    for i, token in enumerate(tokens):
        if not _has_point(token):
            continue
        before = _before(tokens, i)
        in_parentheses = word_at(tokens, before) == "("
        if word_at(tokens, i + 1) == "::" or (in_parentheses and word_at(tokens, i + 1) == "as"):
            yield Cast(token, type_at(tokens, i + 2))
        elif (
            in_parentheses
            and word_at(tokens, i + 1) == ")"
            and word_at(tokens, i + 2) == "::"
            and not _is_called(tokens, before)
        ):
            yield Cast(token, type_at(tokens, i + 3))


def inserted(sql: str, parsed: insert.Insert) -> Iterator[Inserted]:
    """
    The literals that are a whole item of an INSERT's VALUES, numbers with a point without their sign; such
    numbers among the elements of an array there, too.
    """
    tokens = [token for token in lexer.tokens(sql) if parsed.source.start <= token.start < parsed.source.stop]
    if parsed.by_name or not tokens or tokens[0].word != "values":
        return
    depth = column = in_arrays = 0
    for i, token in enumerate(tokens):
        if token.word in {"(", "["}:
            in_arrays += token.word == "[" and depth == in_arrays + 1
            depth += 1
            column = 0 if depth == 1 else column
        elif token.word in {")", "]"}:
            depth -= 1
            in_arrays = min(in_arrays, max(depth - 1, 0))
        elif token.word == "," and depth == 1:
            column += 1
        elif (
            depth == in_arrays + 1
            and (_has_point(token) if in_arrays else _is_literal(token))
            and word_at(tokens, _before(tokens, i)) in {"(", ",", "["}
            and word_at(tokens, i + 1) in {")", ",", "]"}
        ):
            yield Inserted(token, column)


def updated_table(sql: str) -> str:
    """
    The target of an UPDATE as it is written; "" if the text is none.
    """
    tokens = lexer.tokens(sql)
    first = 2 if word_at(tokens, 1) == "only" else 1
    if word_at(tokens, 0) != "update" or first >= len(tokens):
        return ""
    last = first
    while word_at(tokens, last + 1) == "." and last + 2 < len(tokens):
        last += 2
    return sql[tokens[first].start : tokens[last].stop]


def assigned(sql: str) -> Iterator[Assigned]:
    """
    The literals that an UPDATE sets columns to: SET a = 'x', b = -1.5.
    """
    tokens = lexer.tokens(sql)
    depth, in_list = 0, False
    for i, token in enumerate(tokens):
        equals = _before(tokens, i)
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.word, 0)
        if depth == 0 and token.word == "set":
            in_list = True
        elif depth == 0 and token.word in {"from", "where"}:
            in_list = False
        elif (
            in_list
            and depth == 0
            and _is_literal(token)
            and word_at(tokens, equals) == "="
            and word_at(tokens, equals - 2) in {"set", ","}
            and word_at(tokens, i + 1) in {",", "from", "where", "returning", ""}
        ):
            yield Assigned(token, tokens[equals - 1].name)


def _is_called(tokens: Sequence[Token], opening: int) -> bool:
    before = tokens[opening - 1] if opening else None
    return before is not None and before.is_name and before.word not in _BEFORE_PARENTHESES


_BEFORE_PARENTHESES: Final = lexer.words(
    "select distinct all and or not between when then else case where by"
)


def _is_literal(token: Token) -> bool:
    return _has_point(token) or (token.kind is Kind.STRING and _is_plain(token))


def _has_point(token: Token) -> bool:
    return token.kind is Kind.NUMBER and any(sign in token.text for sign in ".eE")


_SIGNS: Final = ("-", "+")


def _before(tokens: Sequence[Token], i: int) -> int:
    """
    The place before a literal and, where it is a number, its sign.
    """
    return i - 2 if tokens[i].kind is Kind.NUMBER and word_at(tokens, i - 1) in _SIGNS else i - 1


def _is_plain(token: Token) -> bool:
    """Bit strings are no texts."""
    return token.text[0] not in "bBxX"


_PREFIXES: Final = frozenset(
    {"bool", "boolean", "bytea", "date", "interval", "time", "timestamp", "timestamptz"}
)


def _type_before(tokens: Sequence[Token], i: int) -> str:
    """
    The name of the type that stands before a literal: `date '2024-02-29'`.
    """
    for length in (4, 1):
        first = i - length
        if (
            first >= 0
            and tokens[first].word in _PREFIXES
            and word_at(tokens, first - 1) not in {".", "::", "as"}
        ):
            name = type_at(tokens, first)
            if len(name.split()) == length:
                return name
    return ""
