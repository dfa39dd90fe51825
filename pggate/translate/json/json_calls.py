"""
Calls that make a document of any number of values, or of all rows (PostgreSQL 15, 9.16, table 9.47; 9.21).

Their values become documents one by one, by to_json, which knows of what type each is; the aggregates are
array_agg and a function of what it gathers, so that ORDER BY, FILTER and OVER are array_agg's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.dialect.calls import called
from pggate.translate.dialect.spellings import end_of_primary
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import closing, commas, word_at
from pggate.translate.syntax.quoting import string_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

ARRAYS: Final = frozenset({"json_build_array", "jsonb_build_array"})
OBJECTS: Final = frozenset({"json_build_object", "jsonb_build_object"})
BUILDERS: Final = ARRAYS | OBJECTS

AGGREGATES: Final = {
    "json_agg": "~json_agg_of",
    "jsonb_agg": "~jsonb_agg_of",
    "json_object_agg": "~json_object_agg_of",
    "jsonb_object_agg": "~jsonb_object_agg_of",
}
_OF_PAIRS: Final = frozenset({"json_object_agg", "jsonb_object_agg"})


def builders(tokens: Tokens) -> Iterator[Edit]:
    """
    json_build_object('a', x) is json_build_object(('a')::VARCHAR, to_json(x)); of nothing it is another.
    """
    for i in called(tokens, BUILDERS):
        close = closing(tokens, i + 1)
        if word_at(tokens, i + 2) == "variadic":
            continue  # array_calls.variadic
        if close == i + 2:
            yield Edit(tokens[i].start, tokens[i].stop, f'"~{tokens[i].word}"')
            continue
        bounds = [i + 1, *commas(tokens, i + 1, close), close]
        for number, (before, after) in enumerate(pairwise(bounds)):
            is_key = tokens[i].word in OBJECTS and number % 2 == 0
            opening, ending = ("(", ")::VARCHAR") if is_key else ("to_json(", ")")
            yield Edit(tokens[before].stop, tokens[before].stop, opening)
            yield Edit(tokens[after].start, tokens[after].start, ending)


def aggregates(tokens: Tokens) -> Iterator[Edit]:
    """
    json_agg(x ORDER BY y) FILTER (...) is "~json_agg_of"(array_agg(x ORDER BY y) FILTER (...)), and
    json_object_agg(k, v) that of pairs {'k': k, 'v': v}.
    """
    for i in called(tokens, AGGREGATES.keys()):
        close = closing(tokens, i + 1)
        last = close
        while word_at(tokens, last + 1) in {"filter", "over"} and word_at(tokens, last + 2) == "(":
            last = end_of_primary(tokens, last + 1)
        yield Edit(tokens[i].start, tokens[i].stop, f'"{AGGREGATES[tokens[i].word]}"(array_agg')
        if tokens[i].word in _OF_PAIRS:
            yield from _pair(tokens, i + 1, close)
        yield Edit(tokens[last].stop, tokens[last].stop, ")")


def objects(tokens: Tokens) -> Iterator[Edit]:
    """
    json_object('{a,1}'), json_object(keys, values) of arrays is "~json_object_of"(...); DuckDB's own
    json_object has keys and values in turn.
    """
    for i in called(tokens, {"json_object"}):
        count = 1 + len(commas(tokens, i + 1, closing(tokens, i + 1)))
        first = tokens[i + 2]
        is_literal = first.kind is Kind.STRING and string_value(first.text).lstrip().startswith("{")
        if count == 1 or (count == 2 and (is_literal or first.word == "array")):
            yield Edit(tokens[i].start, tokens[i].stop, '"~json_object_of"')


def _pair(tokens: Tokens, opening: int, close: int) -> Iterator[Edit]:
    between = commas(tokens, opening, close)
    if not between:
        return
    depth, end = 0, close
    for j in range(opening + 1, close):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(tokens[j].word, 0)
        if depth == 0 and tokens[j].word == "order":
            end = j
            break
    start = tokens[opening].stop
    if word_at(tokens, opening + 1) in {"distinct", "all"}:
        start = tokens[opening + 1].stop
    yield Edit(start, start, " {'k': (")
    yield Edit(tokens[between[0]].start, tokens[between[0]].stop, ")::VARCHAR, 'v':")
    yield Edit(tokens[end].start, tokens[end].start, "} ")
