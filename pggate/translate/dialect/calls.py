"""
Rules on calls of functions that DuckDB 1.5.5 has under another name or in another shape.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import quoting
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import closing, commas, word_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pggate.translate.syntax.looking import Tokens

# Of any number of arguments, or aggregates, so that no macro can stand for them.  `system` tells what the
# column is called (expressions.label).
FUNCTIONS: Final = {
    "every": "system.main.bool_and",
    "format": '"~format"',
}


def functions(tokens: Tokens) -> Iterator[Edit]:
    """
    every and others by DuckDB's names.
    """
    for i in called(tokens, FUNCTIONS.keys()):
        yield Edit(tokens[i].start, tokens[i].stop, FUNCTIONS[tokens[i].word])


def settings_as_set(tokens: Tokens) -> Iterator[Edit]:
    """
    current_setting() beside set_config() has what that sets; else it has what was set before the statement.
    """
    for i in called(tokens, {"current_setting"}):
        start = tokens[i - 2].start if word_at(tokens, i - 1) == "." else tokens[i].start
        yield Edit(start, tokens[i].stop, '"~pg"."~mirror".current_setting')


def separators(tokens: Tokens) -> Iterator[Edit]:
    """
    string_agg(x, NULL) joins without a separator; DuckDB's is NULL then.
    """
    for i in called(tokens, {"string_agg"}):
        for comma in commas(tokens, i + 1, closing(tokens, i + 1)):
            null = tokens[comma + 1]
            if null.word == "null" and word_at(tokens, comma + 2) in {")", "order", "::"}:
                yield Edit(null.start, null.stop, "''")


def untyped_arguments(tokens: Tokens) -> Iterator[Edit]:
    """
    pg_typeof('x') and COLLATION FOR ('x') are of a literal without a type, which has neither.

    duckdb 1.5.5 looks for the function that COLLATION FOR is in its own schema.
    """
    for first, second in pairwise(tokens):
        if (first.word, second.word) == ("collation", "for"):
            yield Edit(first.start, second.stop, "pg_collation_for")
    for i, (opening, literal, close) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if (opening.word, close.word) == ("(", ")") and literal.kind is Kind.STRING:
            before = (word_at(tokens, i - 2), word_at(tokens, i - 1))
            if before == ("collation", "for") or before[1] == "pg_typeof":
                yield Edit(literal.start, literal.stop, "NULL")


def called(tokens: Tokens, names: Collection[str]) -> Iterator[int]:
    """
    Where one of these functions is called, not one of a schema's; a relation of that name is none.
    """
    for i, token in enumerate(tokens):
        is_call = token.word in names and word_at(tokens, i + 1) == "("
        if word_at(tokens, i - 1) in _BEFORE_RELATIONS:
            continue
        if is_call and (word_at(tokens, i - 1) != "." or word_at(tokens, i - 2) == "pg_catalog"):
            yield i


# CREATE TABLE IF NOT EXISTS format (…), INSERT INTO format (…), and an alias with its columns
_BEFORE_RELATIONS: Final = words("table view into exists copy references as with recursive")


def match_rows(tokens: Tokens) -> Iterator[Edit]:
    """
    regexp_matches(…) in a select list returns a row for each match; duckdb 1.5.5's is a boolean.
    """
    in_list = [False]
    for i, token in enumerate(tokens):
        if token.word == "(":
            in_list.append(in_list[-1])
        elif token.word == ")" and len(in_list) > 1:
            in_list.pop()
        elif token.word == "select":
            in_list[-1] = True
        elif token.word in _ENDS_LIST:
            in_list[-1] = False
        elif token.word == "regexp_matches" and in_list[-1] and word_at(tokens, i + 1) == "(":
            yield Edit(token.start, token.stop, '"~regexp_matches_rows"')


_ENDS_LIST: Final = words(
    "from where group having window order limit offset fetch union intersect except qualify"
)


def normal_forms(tokens: Tokens) -> Iterator[Edit]:
    """
    normalize(x, NFD): the form is a word.
    """
    for i in called(tokens, {"normalize"}):
        close = closing(tokens, i + 1)
        if word_at(tokens, close - 1) in _NORMAL_FORMS and word_at(tokens, close - 2) == ",":
            form = tokens[close - 1]
            yield Edit(form.start, form.stop, quoting.literal(form.text))


_NORMAL_FORMS: Final = frozenset({"nfc", "nfd", "nfkc", "nfkd"})


def keyword_calls(tokens: Tokens) -> Iterator[Edit]:
    """
    overlay(a placing b from 2), position(a in b) and substring(a from 'b') as calls of the emulation's.

    duckdb 1.5.5 parses them as calls of its own, of which it has no overlay and no substring with a pattern.
    """
    for i in called(tokens, _KEYWORD_CALLS.keys()):
        close = closing(tokens, i + 1)
        separators = _separators(tokens, i + 1, close)
        kinds = [word_at(tokens, at) for at in separators]
        if kinds not in _KEYWORD_CALLS[tokens[i].word] or _is_slice(tokens, i, [*separators, close]):
            continue
        yield Edit(tokens[i].start, tokens[i].stop, quoting.quote(tokens[i].word))
        for at in separators:
            yield Edit(tokens[at].start, tokens[at].stop, ", 1," if kinds == ["for"] else ",")
        if tokens[i].word == "position":
            yield from _texts_of_nulls(tokens, [i + 1, *separators, close])


def _texts_of_nulls(tokens: Tokens, ends: list[int]) -> Iterator[Edit]:
    """
    A NULL for an argument is a text: DuckDB cannot choose between texts, bytes and bits.
    """
    for start, stop in pairwise(ends):
        if stop - start == 2 and tokens[start + 1].word == "null":
            yield Edit(tokens[start + 1].stop, tokens[start + 1].stop, "::varchar")


_KEYWORD_CALLS: Final = {
    "overlay": (["placing", "from"], ["placing", "from", "for"], [",", ",", ","], [",", ","]),
    "position": (["in"],),
    "substring": (["from"], [","], ["for"], ["from", "for"], [",", ","], ["similar", "escape"]),
}


def _is_slice(tokens: Tokens, call: int, ends: list[int]) -> bool:
    """
    True for substring(a from 2 for 3), with numbers alone: DuckDB's own is PostgreSQL's there.
    """
    return tokens[call].word == "substring" and all(
        stop - start == 2 and tokens[start + 1].kind is Kind.NUMBER for start, stop in pairwise(ends)
    )


def _separators(tokens: Tokens, opening: int, close: int) -> list[int]:
    """
    What stands between the arguments of a call.
    """
    depth, found = 0, []
    for i in range(opening, close):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(tokens[i].word, 0)
        if depth == 1 and tokens[i].word in _SEPARATORS:
            found.append(i)
    return found


_SEPARATORS: Final = frozenset({",", "placing", "from", "for", "similar", "escape", "in"})
