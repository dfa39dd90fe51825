"""
Rules on calls of functions that DuckDB 1.5.5 has under another name or in another shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate import quoting
from pggate.translate.edits import Edit
from pggate.translate.lexer import Kind
from pggate.translate.looking import closing, word_at
from pggate.translate.spellings import end_of_primary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pggate.translate.looking import Tokens

# Of any number of arguments, or aggregates, so that no macro can stand for them.  `system` tells what the
# column is called (expressions.label).
FUNCTIONS: Final = {
    "json_build_object": "json_object",
    "jsonb_build_object": "system.main.json_object",
    "json_build_array": "json_array",
    "jsonb_build_array": "system.main.json_array",
    "json_object_agg": "json_group_object",
    "jsonb_object_agg": "system.main.json_group_object",
    "every": "system.main.bool_and",
}
# json_quote is another name of to_json.
_JSON_AGGREGATES: Final = {"json_agg": "system.main.to_json", "jsonb_agg": "system.main.json_quote"}


def functions(tokens: Tokens) -> Iterator[Edit]:
    """
    json_build_object and others by DuckDB's names.
    """
    for i in _calls(tokens, FUNCTIONS.keys()):
        yield Edit(tokens[i].start, tokens[i].stop, FUNCTIONS[tokens[i].word])


def json_aggregates(tokens: Tokens) -> Iterator[Edit]:
    """
    json_agg(x ORDER BY y) FILTER (...) is to_json(array_agg(x ORDER BY y) FILTER (...)).
    """
    for i in _calls(tokens, _JSON_AGGREGATES.keys()):
        last = end_of_primary(tokens, i)
        while word_at(tokens, last + 1) in {"filter", "over"} and word_at(tokens, last + 2) == "(":
            last = end_of_primary(tokens, last + 1)
        yield Edit(tokens[i].start, tokens[i].stop, f"{_JSON_AGGREGATES[tokens[i].word]}(array_agg")
        yield Edit(tokens[last].stop, tokens[last].stop, ")")


def _calls(tokens: Tokens, names: Collection[str]) -> Iterator[int]:
    """
    Where one of these functions is called, not one of a schema's.
    """
    for i, token in enumerate(tokens):
        is_call = token.word in names and word_at(tokens, i + 1) == "("
        if is_call and (word_at(tokens, i - 1) != "." or word_at(tokens, i - 2) == "pg_catalog"):
            yield i


def keyword_calls(tokens: Tokens) -> Iterator[Edit]:
    """
    overlay(a placing b from 2) and substring(a from 'b') are calls of the emulation's functions.

    duckdb 1.5.5 parses both as calls of its own, of which it has no overlay and no substring with a pattern.
    """
    for i in _calls(tokens, _KEYWORD_CALLS.keys()):
        close = closing(tokens, i + 1)
        words = _separators(tokens, i + 1, close)
        kinds = [word_at(tokens, at) for at in words]
        is_pattern = bool(words) and tokens[words[0] + 1].kind is not Kind.NUMBER
        if kinds in _KEYWORD_CALLS[tokens[i].word] and is_pattern:
            yield Edit(tokens[i].start, tokens[i].stop, quoting.quote(tokens[i].word))
            for at in words:
                yield Edit(tokens[at].start, tokens[at].stop, ",")


_KEYWORD_CALLS: Final = {
    "overlay": (["placing", "from"], ["placing", "from", "for"], [",", ",", ","], [",", ","]),
    "substring": (["from"], [","], ["from", "for"], [",", ","]),
}


def _separators(tokens: Tokens, opening: int, close: int) -> list[int]:
    """
    What stands between the arguments of a call.
    """
    depth, found = 0, []
    for i in range(opening, close):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(tokens[i].word, 0)
        if depth == 1 and tokens[i].word in {",", "placing", "from", "for", "similar", "escape"}:
            found.append(i)
    return found
