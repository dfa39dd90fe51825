"""
Functions of json that return rows, in FROM (PostgreSQL 15, 9.16, table 9.47; 7.2.1.4).

    FROM jsonb_array_elements(j) e              the rows are values: e is one
    FROM jsonb_array_elements(j) WITH ORDINALITY        has their numbers beside them
    FROM json_to_record(j) AS t(a int, b text)          the columns are the object's members
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.dialect.set_functions import NO_ALIAS
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import closing, commas, word_at
from pggate.translate.syntax.quoting import literal, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pggate.translate.syntax.looking import Tokens

# Of one column each
VALUES: Final = words(
    "json_array_elements jsonb_array_elements json_array_elements_text jsonb_array_elements_text "
    "json_object_keys jsonb_object_keys jsonb_path_query"
)
RECORDS: Final = words("json_to_record jsonb_to_record json_to_recordset jsonb_to_recordset")

_BEFORE: Final = frozenset({"from", "join", "lateral", ","})
_DOCUMENTS: Final = frozenset({"json", "jsonb"})


def ordinality(tokens: Tokens) -> Iterator[Edit]:
    """
    jsonb_array_elements(j) WITH ORDINALITY is "~jsonb_array_elements"(j), which has both columns.
    """
    for i, close in _in_from(tokens, VALUES):
        if word_at(tokens, close + 1) == "with" and word_at(tokens, close + 2) == "ordinality":
            yield Edit(tokens[i].start, tokens[i].stop, f'"~{tokens[i].word}"')
            yield Edit(tokens[close + 1].start, tokens[close + 2].stop, "")


def aliases(tokens: Tokens) -> Iterator[Edit]:
    """
    f(j) [AS] e is f(j) AS e(e) where the text has e for the value itself.
    """
    for _, close in _in_from(tokens, VALUES):
        at = close + 1 + (word_at(tokens, close + 1) == "as")
        if at >= len(tokens) or not tokens[at].is_name or tokens[at].word in NO_ALIAS:
            continue
        if word_at(tokens, at + 1) != "(" and _stands_alone(tokens, at):
            yield Edit(tokens[at].stop, tokens[at].stop, f"({tokens[at].text})")


def _stands_alone(tokens: Tokens, alias: int) -> bool:
    """Is the name used anywhere else without a dot beside it?"""
    name = tokens[alias].name
    return any(
        token.is_name
        and token.name == name
        and i != alias
        and word_at(tokens, i - 1) != "."
        and word_at(tokens, i + 1) != "."
        for i, token in enumerate(tokens)
    )


def records(tokens: Tokens, written: Callable[[int, int], str | None] = lambda *_: None) -> Iterator[Edit]:
    """
    json_to_record(j) AS t(a int) is (SELECT (r ~>> 'a')::int AS a FROM (SELECT j::json AS r)) AS t.

    Args:
        written: The item for a column whose definition is the tokens [first, stop); None for the usual one.

    """
    for i, close in _in_from(tokens, RECORDS):
        at = close + 1 + (word_at(tokens, close + 1) == "as")
        opening = at if word_at(tokens, at) == "(" else at + 1
        if word_at(tokens, opening) != "(":
            continue
        end = closing(tokens, opening)
        bounds = [opening, *commas(tokens, opening, end), end]
        items = (
            written(before + 1, after) or _item(tokens, before + 1, after)
            for before, after in pairwise(bounds)
        )
        before, behind = _OF_ONE if tokens[i].word.endswith("record") else _OF_SEVERAL
        yield Edit(tokens[i].start, tokens[i].stop, f"(SELECT {', '.join(items)} FROM (SELECT {before}")
        yield Edit(tokens[close].stop, tokens[close].stop, f'{behind} AS "~r"))')
        if opening == at:
            yield Edit(tokens[at].start, tokens[at].start, '"~records" ')
        yield Edit(tokens[opening].start, tokens[end].stop, "")


# What stands before the parentheses with the document, and behind them
_OF_ONE: Final = ("", "::json")
_OF_SEVERAL: Final = ('unnest("~json_elements"(', "::json))")


def _item(tokens: Tokens, first: int, stop: int) -> str:
    name = tokens[first].name
    of_type = " ".join(token.text for token in tokens[first + 1 : stop]).replace(" . ", ".")
    operator = "~>" if tokens[first + 1].word in _DOCUMENTS else "~>>"
    return f'("~r" {operator} {literal(name)})::{of_type} AS {quote(name)}'


def _in_from(tokens: Tokens, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """
    Where such a function is called as an item of FROM, and where the call ends.
    """
    for i, token in enumerate(tokens):
        if token.word in names and word_at(tokens, i + 1) == "(" and word_at(tokens, i - 1) in _BEFORE:
            yield i, closing(tokens, i + 1)
