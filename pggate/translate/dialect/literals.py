"""
Rules on literals: the strings that PostgreSQL and DuckDB 1.5.5 read differently.

These are the rules that change what stands between quotes.
"""

from __future__ import annotations

import string
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidTextRepresentation
from pggate.translate.syntax import in_strings, lexer, quoting
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens


def unicode_escapes(tokens: Tokens) -> Iterator[Edit]:
    r"""
    U&'d\0061ta' and U&"d!0061ta" UESCAPE '!' become what they stand for.
    """
    for i, token in enumerate(tokens):
        if token.kind not in {Kind.STRING, Kind.QUOTED} or token.text[:2] not in {"U&", "u&"}:
            continue
        stop, escape = token.stop, "\\"
        if word_at(tokens, i + 1) == "uescape" and i + 2 < len(tokens) and tokens[i + 2].kind is Kind.STRING:
            stop, escape = tokens[i + 2].stop, quoting.string_value(tokens[i + 2].text)
        mark = token.text[2]
        raw = token.text[3:-1].replace(mark * 2, mark)
        value = quoting.unescape_unicode(raw, escape)
        yield Edit(token.start, stop, quoting.literal(value) if mark == "'" else quoting.quote(value))


def bit_strings(tokens: Tokens) -> Iterator[Edit]:
    """
    B'101' and X'1F' are bit strings (duckdb 1.5.5 reads them as the texts b101 and x1F), of type bit, which
    bitstring() tells (engine/bit_columns.py).

    Raises:
        InvalidTextRepresentation: for what is no digit, as PostgreSQL does before anything runs.

    """
    for token in tokens:
        if token.kind is Kind.STRING and token.text[0] in "bBxX":
            bits = bits_of(token.text[0] + quoting.string_value(token.text))
            made = f"bitstring('{bits}', {len(bits)})" if bits else "CAST('' AS BIT)"
            yield Edit(token.start, token.stop, made)


def bits_of(text: str) -> str:
    """
    What is written 101, b101 or x5, as DuckDB writes it.

    Raises:
        InvalidTextRepresentation: A character is no digit.

    """
    kind, digits = (text[0].lower(), text[1:]) if text[:1] in "bBxX" and text else ("b", text)
    name, known, width = _DIGITS[kind]
    wrong = next((digit for digit in digits if digit not in known), None)
    if wrong is not None:
        raise InvalidTextRepresentation(f'"{wrong}" is not a valid {name} digit')
    return "".join(f"{int(digit, 16):0{width}b}" for digit in digits)


# By the letter before the quote: what a digit is called, which there are, how many bits one is.
_DIGITS: Final = {"b": ("binary", "01", 1), "x": ("hexadecimal", string.hexdigits, 4)}


def continued_strings(tokens: Tokens) -> Iterator[Edit]:
    """
    Strings on two lines with nothing between them are one (PostgreSQL 15, 4.1.2.1).
    """
    for first, second in pairwise(tokens):
        strings = first.kind is second.kind is Kind.STRING
        if strings and second.text[0] == "'" and first.text[0] in "'eE":
            yield Edit(first.stop - 1, second.start + 1, "", joins=True)


def crowded_quotes(tokens: Tokens) -> Iterator[Edit]:
    """
    A long string with many quotes in it has them put in by replace().

    duckdb 1.5.5 names expressions by their text, and doubles the quotes of a constant in a time that grows
    with their number times its length (3 MB of quotes: 40 s).
    """
    for before, token in pairwise(tokens):
        if token.kind is not Kind.STRING or len(token.text) * token.text.count("''") < _CROWDED:
            continue
        if before.is_name and before.word not in _BEFORE_VALUES:
            continue  # json 'x', COMMENT … IS 'x': no expression may stand here
        value = quoting.string_value(token.text)
        stand_in = next(
            character for character in map(chr, range(1, sys.maxunicode)) if character not in value
        )
        pieces = (value.replace("'", stand_in), stand_in, "'")
        yield Edit(token.start, token.stop, f"replace({', '.join(map(quoting.literal, pieces))})")


_CROWDED: Final = 100_000_000
"""Characters moved: 0.01 s."""
_BEFORE_VALUES: Final = lexer.words(
    "select distinct values and or not then else when in like ilike between where"
)


def array_literals(tokens: Tokens) -> Iterator[Edit]:
    """
    '{1,2}'::int[] and ANY('{1,2}') are arrays; DuckDB writes lists with brackets.
    """
    for i, token in enumerate(tokens):
        if token.kind is not Kind.STRING or not quoting.string_value(token.text).strip().startswith("{"):
            continue
        equals = _MEMBERSHIP.get((word_at(tokens, i - 3), word_at(tokens, i - 2)))
        if equals and _is_compared_with_any(tokens, i):
            yield from _membership(tokens, i, equals)
        elif _is_cast_to_array(tokens, i) or _is_compared_with_any(tokens, i):
            constructor = in_strings.constructor(quoting.string_value(token.text))
            if constructor is not None:
                yield Edit(token.start, token.stop, constructor)


_MEMBERSHIP: Final = {
    ("=", "any"): "IN",
    ("=", "some"): "IN",
    ("<>", "all"): "NOT IN",
    ("!=", "all"): "NOT IN",
}


def _membership(tokens: Tokens, i: int, words: str) -> Iterator[Edit]:
    """
    x = ANY('{1,2}') is x IN ('1', '2'), whose literals become what x is; without elements nothing is in it.
    """
    items = in_strings.flat_elements(quoting.string_value(tokens[i].text))
    if items:
        yield Edit(tokens[i - 3].start, tokens[i + 1].stop, f"{words} ({', '.join(items)})")
    elif items is not None:
        yield Edit(tokens[i].start, tokens[i].stop, "ARRAY[]")


def _is_compared_with_any(tokens: Tokens, i: int) -> bool:
    return (
        word_at(tokens, i - 1) == "("
        and word_at(tokens, i - 2) in {"any", "all", "some"}
        and word_at(tokens, i + 1) == ")"
    )


def _is_cast_to_array(tokens: Tokens, i: int) -> bool:
    if word_at(tokens, i + 1) not in {"::", "as"}:
        return False
    at = i + 2
    while at < len(tokens) and (tokens[at].is_name or tokens[at].word == "."):
        at += 1
    if word_at(tokens, at) == "(":
        at = next((j + 1 for j in range(at, len(tokens)) if tokens[j].word == ")"), at)
        while word_at(tokens, at) in _TIME_ZONE:
            at += 1
    return word_at(tokens, at) == "["


_TIME_ZONE: Final = frozenset({"with", "without", "time", "zone"})


def interval_precisions(tokens: Tokens) -> Iterator[Edit]:
    """
    interval(3) '1.5 s' and interval '1.5' second(3): microseconds are kept anyway.
    """
    for i, token in enumerate(tokens):
        precision = words_at(tokens, i + 1, 3)
        if token.word not in {"interval", "second"} or (precision[0], precision[2]) != ("(", ")"):
            continue
        literal = tokens[i + 4 if token.word == "interval" else i - 1 : len(tokens)][:1]
        if tokens[i + 2].kind is Kind.NUMBER and literal and literal[0].kind is Kind.STRING:
            yield Edit(tokens[i + 1].start, tokens[i + 3].stop, "")
